import { decodeGuessed } from '../guess-encoding.ts';

/** Bytes at the top of a page in which it may name its encoding, by HTML's rule. */
const PRESCAN = 1024;
const META = /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/iu;
const DECLARATION = /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:-]+)["']/iu;

/**
 * The text of a page of HTML or XML: by its byte order mark, else as UTF-8 where it is valid, else by the encoding that it
 * names, else by the one that fits best.
 */
export function decodeMarkup(bytes: Uint8Array): string {
  const mark = markOf(bytes);
  if (mark !== undefined) return new TextDecoder(mark).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN));
    const named = DECLARATION.exec(head)?.[1] ?? META.exec(head)?.[1];
    return (named === undefined ? undefined : decodeAs(bytes, named)) ?? decodeGuessed(bytes)?.text ?? lossy(bytes);
  }
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** A page that says UTF-8 and is not is no better than one that says nothing. */
function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  if (/^utf-?8$/iu.test(label)) return undefined;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A few bytes that are no characters should not keep a page from being read. */
function lossy(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}
