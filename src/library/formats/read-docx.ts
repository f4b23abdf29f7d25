import { strFromU8, type Zippable, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Conversion, FileFields } from '../../core/conversion.ts';
import { elementBlocks, nameOf } from './element-blocks.ts';
import { parseHtml, parseXml } from './markup.ts';
import { refuse } from './refuse.ts';
import { unzip } from './zip.ts';

/** The parts of a Word file that hold text; pictures and fonts stay packed. */
const TEXT_PARTS = /^(?:\[Content_Types\]\.xml|_rels\/[^/]*|docProps\/core\.xml|word\/(?:[^/]+\.xml|_rels\/[^/]+))$/u;
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
];

/** Reads a Word file: text with headings, lists, tables and notes; deleted text and comments are not read. */
export async function readDocx(bytes: Uint8Array): Promise<Conversion> {
  const parts = unzip(bytes, TEXT_PARTS);
  if (!parts['word/document.xml']) {
    throw refuse(
      'The file is no Word document, whatever its name says.',
      'Save it as .docx with the program that made it.',
    );
  }
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(parts as Zippable, { level: 0 })) },
    {
      styleMap: STYLES,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  );
  const page = parseHtml(value);
  bracketNotes(page);
  const core = parts['docProps/core.xml'];
  return {
    outcome: 'converted',
    fields: core ? fieldsOf(parseXml(strFromU8(core))) : {},
    blocks: elementBlocks(page.body),
    gaps: [],
  };
}

/** Notes become paragraphs behind their mark, as the text refers to them: "[2] See above". */
function bracketNotes(page: Document): void {
  for (const item of page.querySelectorAll('li[id^=footnote-], li[id^=endnote-]')) {
    const number = /-(\d+)$/u.exec(page.querySelector(`a[href="#${item.id}"]`)?.textContent ?? '')?.[1];
    for (const link of item.querySelectorAll('a[href^="#footnote-ref-"], a[href^="#endnote-ref-"]')) link.remove();
    const mark = page.querySelector(`a[href="#${item.id}"]`)?.textContent ?? `[${number ?? '*'}]`;
    const note = page.createElement('p');
    note.textContent = `${mark} ${item.textContent ?? ''}`;
    item.closest('ol')?.before(note);
    item.remove();
  }
}

/** Title, author and the day of the last change from the Dublin Core of an Office or OpenDocument file. */
export function fieldsOf(properties: Document): FileFields {
  const text = (name: string) => {
    const element = [...properties.querySelectorAll('*')].find((one) => nameOf(one) === name);
    return element?.textContent?.trim() ?? '';
  };
  const [title, author] = [text('title'), text('initial-creator') || text('creator')];
  const date = /^\d{4}-\d{2}-\d{2}/u.exec(text('modified') || text('date'))?.[0];
  return {
    ...(title === '' ? {} : { title }),
    ...(author === '' ? {} : { author }),
    ...(date === undefined ? {} : { date }),
  };
}
