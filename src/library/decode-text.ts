import { decodeGuessed } from './guess-encoding.ts';

/** `guessed` names the encoding where the file does not say it. */
export type Decoded =
  | { readonly text: string; readonly guessed?: string }
  | { readonly cause: string; readonly remedy: string };

/** Control characters that no text needs; tab, line feed, form feed, carriage return and escape are left out. */
const isControl = (byte: number) => byte < 9 || byte === 11 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127;
/** Share of control characters above which a file is no text. */
const BINARY_SHARE = 0.05;

/**
 * Decodes UTF-8, UTF-16 with a byte order mark, and else the encoding that fits best, which `guessed` then names; removes
 * the mark, makes CRLF and CR a line feed and composes accents (NFC), except in characters that NFC itself would take
 * apart, which stay as the file has them. Where no encoding fits, the fault names the first offending byte, counted from 0.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  const controls = bytes.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  const binary = utf16 === undefined && (bytes.includes(0) || controls > BINARY_SHARE * bytes.length);
  try {
    if (!binary) return { text: tidy(new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    if (utf16 !== undefined)
      return {
        cause: 'The file begins as UTF-16 but is not valid UTF-16.',
        remedy: 'Save it as UTF-8 in your editor.',
      };
  }
  const guessed = binary && !bytes.includes(0) ? undefined : decodeGuessed(bytes);
  if (guessed) return { text: tidy(guessed.text), guessed: guessed.encoding };
  return binary
    ? {
        cause: 'The file is binary, and no text.',
        remedy: 'Export it as Markdown or plain text in UTF-8.',
      }
    : {
        cause: `The file is not UTF-8: byte ${firstInvalid(bytes).toLocaleString('en')} begins no valid character.`,
        remedy: 'Save it as UTF-8 in your editor, or convert it: iconv -f WINDOWS-1252 -t UTF-8 old.txt > new.txt',
      };
}

function tidy(text: string): string {
  return compose(text.replace(/\r\n?/gu, '\n'));
}

/**
 * NFC for everything but letters that NFC decomposes or replaces: Indic letters with a dot, Hebrew presentation forms,
 * CJK compatibility ideographs. A quotation keeps those as written; the index folds both forms alike.
 */
export function compose(text: string): string {
  if (text.normalize('NFC') === text) return text;
  return text.replace(
    /[^\u0958-\u095f\u09dc-\u09df\u0a33\u0a36\u0a59-\u0a5e\u0b5c\u0b5d\uf900-\ufb4f\u{2f800}-\u{2fa1f}]+/gu,
    (run) => run.normalize('NFC'),
  );
}

/** Offset of the first byte that is not UTF-8: where decoding puts U+FFFD and the file has none. */
function firstInvalid(bytes: Uint8Array): number {
  const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let from = 0;
  for (let at = lossy.indexOf('\ufffd'); at >= 0; at = lossy.indexOf('\ufffd', from)) {
    offset += Buffer.byteLength(lossy.slice(from, at));
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return offset;
    offset += 3;
    from = at + 1;
  }
  return offset;
}
