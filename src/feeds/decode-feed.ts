const DECLARATION = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:-]+)["']/iu;
const META = /<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w:-]+)/iu;
/** Bytes at the top in which a text may name its encoding. */
const HEAD = 1024;

/**
 * The text of a feed or page: by its byte order mark, else the charset of its content type, else the encoding that it
 * names itself, else as UTF-8. Bytes that are no characters there become U+FFFD.
 */
export function decodeFeed(bytes: Uint8Array, type: string): string {
  const marked = markOf(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const named = [charsetOf(type), DECLARATION.exec(head)?.[1], META.exec(head)?.[1]].find(
    (label) => label !== undefined && isKnown(label),
  );
  return new TextDecoder(named).decode(bytes);
}

/** The charset that a content type names: 'text/html; charset=windows-1251'. */
export function charsetOf(type: string): string | undefined {
  return /;\s*charset\s*=\s*"?([\w:-]+)/iu.exec(type)?.[1];
}

/** Whether a name of an encoding is one that can be decoded. */
export function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}
