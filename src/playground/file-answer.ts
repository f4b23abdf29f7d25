import type { ServerResponse } from 'node:http';
import type { KeptFile } from './files.ts';

/** What a browser may show by itself; everything else is only saved, since it comes from wherever an upload came from. */
const SHOWN = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** Answers with a file, or as Discord does where an address has expired. */
export function answerFile(response: ServerResponse, file: KeptFile | undefined): void {
  response.setHeader('x-content-type-options', 'nosniff');
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('This content is no longer available.');
    return;
  }
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': file.content.length,
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': SHOWN.includes(file.type) ? 'inline' : 'attachment',
  });
  response.end(file.content);
}
