import type { Refusal } from '../../core/conversion.ts';

/** What each format's files are called; the first is the name that a remedy gives. */
const EXTENSIONS = {
  markdown: ['md', 'markdown'],
  text: ['txt'],
  html: ['html', 'htm', 'xhtml'],
  pdf: ['pdf'],
  docx: ['docx'],
  epub: ['epub'],
  odt: ['odt'],
} as const;

export type Format = keyof typeof EXTENSIONS;
/** Formats that are converted to text first, aside from the main thread. */
export type ConvertedFormat = Exclude<Format, 'markdown' | 'text'>;

/** Formats for the people who add files. */
export const FORMATS_READ = 'PDF, Word (.docx), web pages (.html), EPUB, OpenDocument (.odt), Markdown and plain text';

const byExtension = new Map<string, Format>(
  Object.entries(EXTENSIONS).flatMap(([format, extensions]) =>
    extensions.map((extension): [string, Format] => [extension, format as Format]),
  ),
);

const NAMES: Readonly<Record<string, string>> = {
  pdf: 'a PDF',
  docx: 'a Word file',
  epub: 'an e-book (EPUB)',
  odt: 'an OpenDocument text',
  rtf: 'an RTF file',
  picture: 'a picture',
};

const OLD_WORD: Refusal = {
  cause: 'The file is an old Word file (.doc), or a Word file that is protected by a password.',
  remedy: 'Open it in Word or LibreOffice and save it as .docx without a password.',
};

/** What to do with files that people take for documents and that are not read. */
const UNREAD: Readonly<Record<string, Refusal>> = {
  doc: { cause: 'Old Word files (.doc) are not read.', remedy: OLD_WORD.remedy },
  rtf: { cause: 'RTF is not read.', remedy: 'Open it in Word or LibreOffice and save it as .docx.' },
};

/** The format of a file by its name; nothing where such files are not read. */
export function formatOf(path: string): Format | undefined {
  return byExtension.get(extensionOf(path));
}

export function isConverted(format: Format): format is ConvertedFormat {
  return format !== 'markdown' && format !== 'text';
}

/** Why files of such a name are not read. */
export function refusalOf(path: string): Refusal {
  const other = { cause: 'This is not a format that is read.', remedy: `Save it as one that is: ${FORMATS_READ}.` };
  return UNREAD[extensionOf(path)] ?? other;
}

/** What speaks against reading the bytes as what the file's name says: they are plainly something else. */
export function mismatchOf(format: Format, bytes: Uint8Array): Refusal | undefined {
  const content = contentOf(bytes);
  if (content === 'ole') return OLD_WORD;
  if (content === format || (content === 'zip' && (format === 'docx' || format === 'odt' || format === 'epub')))
    return undefined;
  if (content === 'zip')
    return { cause: 'The file is a zip archive, whatever its name says.', remedy: 'Unpack it first.' };
  if (content === 'rtf')
    return { cause: 'The file is RTF, whatever its name says.', remedy: UNREAD['rtf']?.remedy ?? '' };
  const what = content === undefined ? undefined : NAMES[content];
  if (what !== undefined) {
    const extension = content === undefined ? undefined : EXTENSIONS[content as Format]?.[0];
    const remedy =
      extension === undefined
        ? `Save its text as one of these: ${FORMATS_READ}.`
        : `Rename it to end in .${extension}.`;
    return { cause: `The file is ${what}, whatever its name says.`, remedy };
  }
  if (format === 'markdown' || format === 'text' || format === 'html') return undefined;
  const cause =
    bytes.length === 0
      ? 'The file is empty.'
      : `The file is not ${NAMES[format]}, whatever its name says, or its beginning is missing.`;
  return { cause, remedy: 'Copy or download it again, or remove it.' };
}

/** What bytes plainly are. */
function contentOf(bytes: Uint8Array): Format | 'zip' | 'ole' | 'rtf' | 'picture' | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'ole';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (/^\u0089PNG|^\u00ff\u00d8\u00ff|^GIF8[79]a/u.test(head)) return 'picture';
  if (/^PK(?:\u0003\u0004|\u0005\u0006)/u.test(head)) {
    if (head.includes('mimetypeapplication/epub+zip')) return 'epub';
    if (head.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('word/document.xml') ? 'docx' : 'zip';
  }
  // The mark may stand a little further down, by the readers' common practice.
  return /^[^\p{L}]*%PDF-\d/u.test(head) ? 'pdf' : undefined;
}

function extensionOf(path: string): string {
  return /\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '';
}
