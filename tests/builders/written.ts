import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { PassageKind } from '../../src/core/passage.ts';
import { parseDocument } from '../../src/library/parse-document.ts';

/** A text of our own, to be written in every format and read again. */
export type Written = {
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly blocks: readonly { readonly kind: PassageKind; readonly level: number; readonly text: string }[];
};

/** One of the invented texts of the project, as blocks. */
export function written(name: string): Written {
  const bytes = readFileSync(join(import.meta.dirname, '../analysis/texts', `${name}.md`));
  const { document } = parseDocument({ id: `${name}.md`, bytes });
  if (!document) throw new Error(`${name} cannot be read`);
  const { title, author = '', date = '', text, passages } = document;
  const blocks = passages.map(({ kind, start, end, headings }) => ({
    kind,
    level: headings.length + 1,
    text: text.slice(start, end),
  }));
  return { title, author, date, blocks };
}

/** The words of a text in order: what stands between white space. */
export function wordsOf(...texts: readonly string[]): string[] {
  return texts.join(' ').split(/\s+/u).filter(Boolean);
}

/** The words of the blocks of a text in order. */
export function wordsIn(blocks: readonly { readonly text: string }[]): string[] {
  return wordsOf(...blocks.map(({ text }) => text));
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The blocks as HTML elements. */
export function asHtml(blocks: Written['blocks'], letters: (text: string) => string = escaped): string {
  return blocks
    .map(({ kind, level, text }) => {
      if (kind === 'heading') return `<h${level}>${letters(text)}</h${level}>`;
      return kind === 'quotation' ? `<blockquote><p>${letters(text)}</p></blockquote>` : `<p>${letters(text)}</p>`;
    })
    .join('\n');
}

export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A zip of texts and bytes, the first entry stored as it is. */
export function zipOf(parts: Parts): Uint8Array {
  const entries = Object.entries(parts).map(([name, content], index): [string, Zippable[string]] => {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    return [name, [bytes, { level: index === 0 ? 0 : 6 }]];
  });
  return zipSync(Object.fromEntries(entries));
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The parts of a Word file; `body` is what follows the blocks. */
export function docxParts({ title, author, date, blocks }: Written, body = ''): Record<string, string> {
  const paragraphs = blocks.map(({ kind, level, text }) => {
    const style = kind === 'heading' ? `<w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr>` : '';
    // Word cuts sentences into runs wherever something was edited.
    const middle = Math.floor(text.length / 2);
    const runs = [text.slice(0, middle), text.slice(middle)].map(
      (run) => `<w:r><w:t xml:space="preserve">${escaped(run)}</w:t></w:r>`,
    );
    return `<w:p>${style}${runs.join('')}</w:p>`;
  });
  const styles = [1, 2, 3].map(
    (level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`,
  );
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/footnotes.xml" ContentType="${WORD}.footnotes+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${paragraphs.join('')}${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${W}>${styles.join('')}</w:styles>`,
    'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:id="2"><w:p><w:r><w:t>Counted at the quay.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dcterms:modified>${date}T08:00:00Z</dcterms:modified></cp:coreProperties>`,
  };
}

/** The parts of an e-book of three chapters; the second stands last in the zip. */
export function epubParts({ title, author, date, blocks }: Written): Record<string, string> {
  const third = Math.ceil(blocks.length / 3);
  const chapter = (from: number) =>
    `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><style>p { margin: 0 }</style></head><body>${asHtml(blocks.slice(from * third, (from + 1) * third))}</body></html>`;
  const item = (id: string, more = '') =>
    `<item id="${id}" href="text/${id}%20.xhtml" media-type="application/xhtml+xml"${more}/>`;
  return {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OEBPS/book.opf': `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dc:date>${date}T00:00:00Z</dc:date></metadata><manifest>${item('nav', ' properties="nav"')}${item('c')}${item('b')}${item('a')}</manifest><spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>`,
    'OEBPS/text/nav .xhtml': '<html><body><nav><ol><li>Contents</li></ol></nav></body></html>',
    'OEBPS/text/c .xhtml': chapter(2),
    'OEBPS/text/a .xhtml': chapter(0),
    'OEBPS/text/b .xhtml': chapter(1),
  };
}

/** The parts of an OpenDocument text; `body` is what follows the blocks. */
export function odtParts({ title, author, date, blocks }: Written, body = ''): Record<string, string> {
  const paragraphs = blocks.map(({ kind, level, text }) =>
    kind === 'heading'
      ? `<text:h text:outline-level="${level}">${escaped(text)}</text:h>`
      : `<text:p>${escaped(text).replace(' ', '<text:s/>')}</text:p>`,
  );
  return {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>${paragraphs.join('')}${body}</office:text></office:body></office:document-content>`,
    'meta.xml': `<office:document-meta xmlns:office="o" xmlns:dc="d" xmlns:meta="m"><office:meta><dc:title>${escaped(title)}</dc:title><meta:initial-creator>${escaped(author)}</meta:initial-creator><dc:date>${date}T08:00:00</dc:date></office:meta></office:document-meta>`,
  };
}
