import { ATTACHMENT_LIMIT } from './describe.ts';
import type { Files, NewFile } from './files.ts';
import { isJson, type Json, objects } from './form.ts';

/** A request's body as it was sent, and the same with what is known of uploaded files in place of their descriptions. */
export type Upload = { readonly sent: unknown; readonly body: unknown };

/**
 * Reads a body of files and JSON (multipart/form-data, reference: uploading files) and keeps the files. `unreadable` where
 * it cannot be read, `too-large` where a file is above ten mebibytes.
 */
export async function readUpload(
  bytes: Buffer,
  contentType: string,
  files: Files,
): Promise<Upload | 'unreadable' | 'too-large'> {
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
    const payload = form.get('payload_json');
    const sent: unknown = typeof payload === 'string' ? JSON.parse(payload) : {};
    const uploaded = new Map<string, NewFile>();
    for (const [field, file] of form) {
      const [, id] = /^files\[(\d+)\]$/u.exec(field) ?? [];
      if (id === undefined || !(file instanceof File)) continue;
      if (file.size > ATTACHMENT_LIMIT) return 'too-large';
      uploaded.set(id, { name: file.name, content: new Uint8Array(await file.arrayBuffer()), type: file.type });
    }
    return { sent, body: withFiles(sent, new Map([...uploaded].map(([id, file]) => [id, files.keep(file)]))) };
  } catch {
    return 'unreadable';
  }
}

/** A callback carries the message as `data`, a forum post as `message`; everything else is the message. */
function withFiles(sent: unknown, kept: ReadonlyMap<string, Json>): unknown {
  if (!isJson(sent)) return sent;
  const inner = ['data', 'message'].find((name) => isJson(sent[name]));
  if (inner !== undefined) return { ...sent, [inner]: withFiles(sent[inner], kept) };
  const described = objects(sent['attachments']);
  const attachments = described.map((entry) => ({ ...entry, ...kept.get(String(entry['id'])) }));
  const others = [...kept]
    .filter(([id]) => !described.some((entry) => String(entry['id']) === id))
    .map(([, file]) => file);
  return kept.size > 0 ? { ...sent, attachments: [...attachments, ...others] } : sent;
}
