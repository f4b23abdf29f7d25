import type { Conversion, TextBlock } from '../../core/conversion.ts';
import { compose } from '../decode-text.ts';
import type { ConvertedFormat } from './formats.ts';
import { isRefused } from './refuse.ts';

/** UTF-16 code units of text that a document has at most: as many as a plain text of the largest size. */
const MOST_TEXT = 25 * 1024 * 1024;

/** The reader of each format, loaded when the first file of that format comes. */
const readers: Readonly<Record<ConvertedFormat, (bytes: Uint8Array) => Promise<Conversion>>> = {
  html: async (bytes) => (await import('./read-html.ts')).readHtml(bytes),
  pdf: async (bytes) => (await import('./pdf/read-pdf.ts')).readPdf(bytes),
  docx: async (bytes) => (await import('./read-docx.ts')).readDocx(bytes),
  epub: async (bytes) => (await import('./read-epub.ts')).readEpub(bytes),
  odt: async (bytes) => (await import('./read-odt.ts')).readOdt(bytes),
};

/** Reads a file in its format; whatever goes wrong is a refusal with cause and remedy. Never rejects. */
export async function readFormat(format: ConvertedFormat, bytes: Uint8Array): Promise<Conversion> {
  try {
    const conversion = await readers[format](bytes);
    if (conversion.outcome === 'refused') return conversion;
    const blocks = conversion.blocks.map(clean).filter(({ text }) => /\S/u.test(text));
    if (blocks.reduce((sum, { text }) => sum + text.length, 0) > MOST_TEXT)
      return { outcome: 'refused', cause: 'It holds more text than a document may have.', remedy: 'Split it.' };
    if (!blocks.some(({ text }) => /[\p{L}\p{N}]/u.test(text)))
      return { outcome: 'refused', cause: 'The file holds no words that could be quoted.', remedy: 'Remove it.' };
    return { ...conversion, blocks };
  } catch (error) {
    if (isRefused(error)) return { outcome: 'refused', cause: error.message, remedy: error.remedy };
    const cause =
      error instanceof RangeError ? 'its parts are nested too deeply' : String(error).split('\n', 1)[0]?.slice(0, 100);
    return {
      outcome: 'refused',
      cause: `The file is broken or was made to be hard to read (${cause}).`,
      remedy: 'Save it again with the program that made it, or as plain text.',
    };
  }
}

/** Text as every document has it: accents composed, nothing that a screen would obey instead of showing. */
function clean(block: TextBlock): TextBlock {
  const text = block.text
    .replace(/\r\n?/gu, '\n')
    .replace(/[[\p{Cc}--[\n\t]]\u200b\u2060\ufeff]/gv, '')
    .toWellFormed();
  return { ...block, text: compose(text).trim() };
}
