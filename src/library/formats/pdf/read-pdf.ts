import { getDocumentProxy } from 'unpdf';
import type { Conversion, FileFields, Refusal } from '../../../core/conversion.ts';
import { refuse } from '../refuse.ts';
import { layOut } from './layout.ts';
import { type Run, runsOf } from './runs.ts';

/** Pages above which a document is no document that people read. */
const MOST_PAGES = 3000;
/** Pages without text that a gap names one by one. */
const NAMED = 8;
/** Titles that a program wrote for want of one. */
const NO_TITLE =
  /^(?:microsoft (?:word|powerpoint)\b.*|untitled.*|(?:document|presentation|slide)\s*\d*|.*\.(?:docx?|pdf|indd|qxd|tex|dvi|odt|rtf|pptx?|cdr|ai))$/iu;

/** Reads a PDF; throws a refusal where it is locked, broken, or has no text to read. */
export async function readPdf(bytes: Uint8Array): Promise<Conversion> {
  const pdf = await getDocumentProxy(bytes, {
    verbosity: 0,
    stopAtErrors: false,
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: 1,
    enableXfa: false,
  }).catch((error: unknown) => {
    throw explain(error);
  });
  if (pdf.numPages > MOST_PAGES) {
    throw refuse(
      `The PDF has ${pdf.numPages.toLocaleString('en')} pages; at most ${MOST_PAGES.toLocaleString('en')} are read.`,
      'Split it into smaller documents.',
    );
  }
  const pages: Run[][] = [];
  const broken: number[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    pages.push(
      await runsOfPage(pdf, number).catch(() => {
        broken.push(number);
        return [];
      }),
    );
  }
  const empty = pages.flatMap((runs, index) => (runs.length === 0 && !broken.includes(index + 1) ? [index + 1] : []));
  if (broken.length === pages.length) throw refuse('No page of the PDF can be read: the file is broken.', AGAIN);
  if (empty.length + broken.length === pages.length) throw refuse(NO_TEXT.cause, NO_TEXT.remedy);
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  return {
    outcome: 'converted',
    fields: fieldsOf(info as Readonly<Record<string, unknown>>),
    blocks: layOut(pages),
    gaps: [...gapOf(broken, 'broken and could not be read', AGAIN), ...gapOf(empty, 'without a text layer', OCR)],
  };
}

async function runsOfPage(pdf: Awaited<ReturnType<typeof getDocumentProxy>>, number: number): Promise<Run[]> {
  const page = await pdf.getPage(number);
  const { items, styles } = await page.getTextContent();
  const { transform } = page.getViewport({ scale: 1 }) as { transform: readonly number[] };
  page.cleanup();
  const isMono = (font: string) => styles[font]?.fontFamily === 'monospace';
  return runsOf(
    items.flatMap((item) => ('str' in item ? [item as typeof item & { transform: number[] }] : [])),
    transform,
    isMono,
  );
}

const AGAIN = 'Save or print it as a PDF again.';
const OCR = 'Recognise its text first, for example with ocrmypdf scan.pdf readable.pdf.';
const NO_TEXT = {
  cause: 'The PDF has no text layer: its pages are pictures, as a scanner makes them.',
  remedy: OCR,
};

function explain(error: unknown): unknown {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return refuse(
      'The PDF is protected by a password.',
      'Save a copy without a password, for example with qpdf --decrypt --password=… locked.pdf open.pdf.',
    );
  }
  if (name === 'InvalidPDFException' || name === 'FormatError' || name === 'XRefParseException')
    return refuse('The PDF is broken: its parts cannot be found.', AGAIN);
  return error;
}

function gapOf(pages: readonly number[], what: string, remedy: string): Refusal[] {
  if (pages.length === 0) return [];
  const named = pages.slice(0, NAMED).join(', ');
  const more = pages.length > NAMED ? ` and ${pages.length - NAMED} more` : '';
  const cause = `The text is served, but ${pages.length === 1 ? 'page' : 'pages'} ${named}${more} ${pages.length === 1 ? 'is' : 'are'} ${what}.`;
  return [{ cause, remedy }];
}

function fieldsOf(info: Readonly<Record<string, unknown>>): FileFields {
  const text = (name: string) => (typeof info[name] === 'string' ? info[name].trim() : '');
  const [title, author] = [text('Title'), text('Author')];
  const date = /^D:(\d{4})(\d{2})(\d{2})/u.exec(text('CreationDate'));
  return {
    ...(title === '' || NO_TITLE.test(title) ? {} : { title }),
    ...(author === '' ? {} : { author }),
    ...(date ? { date: date.slice(1).join('-') } : {}),
  };
}
