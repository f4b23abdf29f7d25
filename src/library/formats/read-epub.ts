import { type Unzipped } from 'fflate';
import type { Conversion, FileFields, TextBlock } from '../../core/conversion.ts';
import { decodeMarkup } from './decode-markup.ts';
import { elementBlocks, nameOf } from './element-blocks.ts';
import { parseXml } from './markup.ts';
import { refuse } from './refuse.ts';
import { unzip } from './zip.ts';

const TEXT_PARTS = /^META-INF\/(?:container|encryption)\.xml$|\.(?:opf|xhtml|html?|xml)$/iu;
const REMEDY = 'Open it in a reader of e-books; if it is whole there, convert it to EPUB again.';

/** Reads an e-book: its chapters in the order of reading; the table of contents is left out. */
export function readEpub(bytes: Uint8Array): Conversion {
  const parts = unzip(bytes, TEXT_PARTS);
  const container = parse(parts, 'META-INF/container.xml');
  const path = container && all(container, 'rootfile')[0]?.getAttribute('full-path');
  const book = path ? parse(parts, path) : undefined;
  if (!path || !book) throw refuse('The file is no e-book: it lists no chapters.', REMEDY);
  const items = new Map(all(book, 'item').map((item) => [item.getAttribute('id'), item]));
  const blocks: TextBlock[] = [];
  const missing: string[] = [];
  for (const reference of all(book, 'itemref')) {
    const item = items.get(reference.getAttribute('idref'));
    const href = item?.getAttribute('href');
    if (!item || !href || /\bnav\b/u.test(item.getAttribute('properties') ?? '')) continue;
    if (!/xhtml|html|xml/u.test(item.getAttribute('media-type') ?? '')) continue;
    const chapter = parse(parts, resolve(path, href));
    const body = chapter && all(chapter, 'body')[0];
    if (body) blocks.push(...elementBlocks(body));
    else missing.push(href);
  }
  if (blocks.length === 0 && parts['META-INF/encryption.xml'])
    throw refuse('The e-book is protected against copying.', 'Ask its publisher for a copy without protection.');
  const gaps =
    missing.length === 0
      ? []
      : [
          {
            cause: `The text is served, but ${missing.length} of its chapters are missing in the file.`,
            remedy: REMEDY,
          },
        ];
  return { outcome: 'converted', fields: fieldsOf(book), blocks, gaps };
}

function parse(parts: Unzipped, path: string): Document | undefined {
  const bytes = Object.hasOwn(parts, path) ? parts[path] : undefined;
  return bytes && parseXml(decodeMarkup(bytes));
}

function all(document: Document, name: string): Element[] {
  return [...document.querySelectorAll('*')].filter((element) => nameOf(element) === name);
}

/** The path of a chapter in the zip, from the list of chapters; fragments and queries lead nowhere there. */
function resolve(from: string, href: string): string {
  const base = new URL(from, 'zip://book/');
  const { pathname } = new URL(href, base);
  try {
    return decodeURIComponent(pathname).replace(/^\//u, '');
  } catch {
    return pathname.replace(/^\//u, '');
  }
}

function fieldsOf(book: Document): FileFields {
  const text = (name: string) =>
    all(book, name)
      .map((element) => element.textContent?.replace(/\s+/gu, ' ').trim() ?? '')
      .filter(Boolean);
  const [title] = text('title');
  const author = text('creator').join(', ');
  const [publisher] = text('publisher');
  const date = text('date')[0]?.replace(/T.*$/u, '');
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === '' ? {} : { author }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(date === undefined ? {} : { date }),
  };
}
