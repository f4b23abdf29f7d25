import type { IncomingMessage } from 'node:http';
import { ApiError, refusals } from './api-error.ts';
import type { Files } from './files.ts';
import { readUpload, type Upload } from './uploads.ts';

const BODY_BYTES = 25 * 1024 * 1024;

/** The JSON of a request, its files kept; nothing where it has no body, a refusal as `body` where it cannot be taken. */
export async function readBody(request: IncomingMessage, files: Files): Promise<Upload> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes <= BODY_BYTES) parts.push(part);
  }
  if (bytes > BODY_BYTES) return refused(tooLarge());
  if (bytes === 0) return { sent: undefined, body: undefined };
  const type = request.headers['content-type'] ?? '';
  if (/^multipart\/form-data/iu.test(type)) {
    const upload = await readUpload(Buffer.concat(parts), type, files);
    if (upload === 'too-large') return refused(tooLarge());
    return upload === 'unreadable' ? refused(refusals.notJson()) : upload;
  }
  try {
    const sent: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    return { sent, body: sent };
  } catch {
    return refused(refusals.notJson());
  }
}

function tooLarge(): ApiError {
  return new ApiError(413, 40005, 'Request entity too large');
}

function refused(error: ApiError): Upload {
  return { sent: undefined, body: error };
}
