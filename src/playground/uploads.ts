import { isJson, type Json, objects } from './form.ts';

/** A request's body as it was sent, and the same with what is known of uploaded files beside their descriptions. */
export type Upload = { readonly sent: unknown; readonly body: unknown };

/**
 * Reads a body of files and JSON (multipart/form-data, reference: uploading files). Each entry of `attachments` that has
 * a file gets its size, type and, as a data address, its content; `undefined` where the body cannot be read.
 */
export async function readUpload(bytes: Buffer, contentType: string): Promise<Upload | undefined> {
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
    const payload = form.get('payload_json');
    const sent: unknown = typeof payload === 'string' ? JSON.parse(payload) : {};
    const files = new Map<string, Json>();
    for (const [field, file] of form) {
      const [, id] = /^files\[(\d+)\]$/u.exec(field) ?? [];
      if (id !== undefined && file instanceof File) files.set(id, await describeFile(file));
    }
    return { sent, body: withFiles(sent, files) };
  } catch {
    return undefined;
  }
}

async function describeFile(file: File): Promise<Json> {
  const content = Buffer.from(await file.arrayBuffer());
  const type = file.name.endsWith('.png') ? 'image/png' : file.type || 'application/octet-stream';
  const url = `data:${type};base64,${content.toString('base64')}`;
  return { filename: file.name, size: content.length, content_type: type, url, proxy_url: url };
}

/** A callback carries the message as `data`, everything else is the message. */
function withFiles(sent: unknown, files: ReadonlyMap<string, Json>): unknown {
  if (!isJson(sent)) return sent;
  if (isJson(sent['data'])) return { ...sent, data: withFiles(sent['data'], files) };
  const attachments = objects(sent['attachments']).map((entry) => ({ ...files.get(String(entry['id'])), ...entry }));
  return files.size > 0 ? { ...sent, attachments } : sent;
}
