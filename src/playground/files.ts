import { createHmac, randomBytes } from 'node:crypto';
import type { Json } from './form.ts';

/** A file as somebody uploads it. */
export type NewFile = { readonly name: string; readonly content: Uint8Array; readonly type?: string };
/** A file as it is served. */
export type KeptFile = { readonly name: string; readonly content: Uint8Array; readonly type: string };

/** Addresses of files are good for a day, as Discord's are (reference: attachment CDN). */
const GOOD_FOR_MS = 24 * 60 * 60_000;
/** How much is kept; the oldest files go first. */
const MOST_BYTES = 256 * 1024 * 1024;
const PATH = /^\/attachments\/(\d+)\/[^/]+$/u;

const TYPES: Readonly<{ [ending: string]: string }> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
  html: 'text/html; charset=utf-8',
};

export type Files = ReturnType<typeof createFiles>;

/** Uploaded files, and the addresses under which they can be read for a day. `origin` is the stand-in's own, as 'http://127.0.0.1:80'. */
export function createFiles({ newId, now, origin }: { newId: () => string; now: () => number; origin: () => string }) {
  const secret = randomBytes(32);
  const kept = new Map<string, KeptFile>();
  let bytes = 0;

  const mark = (id: string, until: string) => createHmac('sha256', secret).update(`${id} ${until}`).digest('hex');

  function address(id: string, name: string): string {
    const until = Math.floor((now() + GOOD_FOR_MS) / 1000).toString(16);
    const since = Math.floor(now() / 1000).toString(16);
    return `${origin()}/attachments/${id}/${encodeURIComponent(name)}?ex=${until}&is=${since}&hm=${mark(id, until)}`;
  }

  /** The address of a file, good for a day from now; any other address as it is. */
  function renewed(url: unknown): unknown {
    const [, id = ''] = (typeof url === 'string' && url.startsWith(origin()) && PATH.exec(new URL(url).pathname)) || [];
    const file = kept.get(id);
    return file ? address(id, file.name) : url;
  }

  return {
    has: (id: unknown): boolean => kept.has(String(id)),
    renewed,
    /** Keeps a file and describes it as an attachment. */
    keep({ name, content, type }: NewFile): Json {
      const id = newId();
      const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
      const file = { name, content, type: TYPES[ending] ?? (type || 'application/octet-stream') };
      kept.set(id, file);
      bytes += content.length;
      for (const [old, { content: lost }] of kept) {
        if (bytes <= MOST_BYTES || old === id) break;
        kept.delete(old);
        bytes -= lost.length;
      }
      const url = address(id, name);
      return { id, filename: name, size: content.length, content_type: file.type, url, proxy_url: url };
    },
    /** The file at an address of its own; nothing where that has expired or was not given out. */
    open(url: URL): KeptFile | undefined {
      const [, id = ''] = PATH.exec(url.pathname) ?? [];
      const until = url.searchParams.get('ex') ?? '';
      const good = url.searchParams.get('hm') === mark(id, until) && Number.parseInt(until, 16) * 1000 > now();
      return good ? kept.get(id) : undefined;
    },
  };
}
