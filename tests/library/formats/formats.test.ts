import { afterAll, expect, test } from 'vitest';
import { createConverter } from '../../../src/library/converter.ts';
import { documentOf } from '../../../src/library/read-document.ts';
import {
  asHtml,
  docxParts,
  epubParts,
  odtParts,
  type Written,
  wordsIn,
  wordsOf,
  written,
  zipOf,
} from '../../builders/written.ts';

const TEXTS = [
  'arctic-rules',
  'caucasus-road',
  'gulf-channels',
  'mercosur-endgame',
  'sahel-after-ecowas',
  'southeast-asia-seas',
].map(written);

const { convert, close } = createConverter();
afterAll(close);

/** Reads a file as the library does; throws where it is not served. */
async function read(id: string, bytes: Uint8Array) {
  const { document, faults } = await documentOf({ id, bytes }, convert);
  if (!document) throw new Error(faults.map(({ cause, remedy }) => `${cause} ${remedy}`).join('\n'));
  const blocks = document.passages.map((passage) => ({
    ...passage,
    text: document.text.slice(passage.start, passage.end),
  }));
  return { document, faults, blocks };
}

const page = ({ title, author, date, blocks }: Written) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title} | The Paper</title>
<meta property="og:title" content="${title}"><meta name="author" content="${author}">
<meta property="article:published_time" content="${date}T06:00:00Z"><link rel="canonical" href="https://paper.example/a?b=1">
<style>.x { color: red }</style><script>document.write('Script words')</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World news</a></li></ul></nav>
<main><article><h1>${title}</h1>${asHtml(blocks)}<script src="https://tracker.example/x.js"></script>
<img src="https://tracker.example/pixel.gif" alt=""></article></main>
<aside><p>Subscribe to our newsletter today.</p></aside><footer><p>All rights reserved, The Paper.</p></footer></body></html>`;

const writers: Readonly<Record<string, (text: Written) => Uint8Array>> = {
  docx: (text) => zipOf(docxParts(text)),
  epub: (text) => zipOf(epubParts(text)),
  odt: (text) => zipOf(odtParts(text)),
  html: (text) => Buffer.from(page({ ...text })),
};

test.each(Object.keys(writers))(
  'a %s file gives its text word for word, and says who wrote it when',
  async (format) => {
    for (const text of TEXTS) {
      const { document, blocks, faults } = await read(`text.${format}`, writers[format]?.(text) ?? new Uint8Array());
      const title = format === 'html' ? wordsOf(text.title) : [];
      expect(wordsIn(blocks)).toEqual([...title, ...wordsIn(text.blocks)]);
      expect(document).toMatchObject({ title: text.title, author: text.author, date: text.date });
      expect(faults).toEqual([]);
      const headings = text.blocks.filter(({ kind }) => kind === 'heading').map((block) => block.text);
      expect(blocks.filter(({ kind }) => kind === 'heading').map((block) => block.text)).toEqual([
        ...(format === 'html' ? [text.title] : []),
        ...headings,
      ]);
    }
  },
);

const shown = ({ blocks }: Awaited<ReturnType<typeof read>>) =>
  blocks.map(({ kind, text }) => `${kind}: ${text}`).join('\n');
const nothing: Written = { title: '', author: '', date: '', blocks: [] };

test('lists, tables, notes and line breaks of a web page read as a browser shows them', async () => {
  const body = `<h2>Fleet&nbsp;plan</h2><p>Ten&shy;der   for
    <b>two</b> ferries<sup><a href="#n1">1</a></sup> of 900&nbsp;m<sup>2</sup>.<br>Second line.</p>
    <ol start="3"><li>Build<ul><li>in Oslo</li><li>in <i>Bergen</i></li></ul></li><li>Sail</li></ol>
    <table><caption>Costs</caption><thead><tr><th>Year</th><th>Cost</th></tr></thead><tr><td>2024</td><td><p>3&nbsp;million</p></td></tr></table>
    <table><tr><td><p>A page laid out by a table.</p></td></tr></table>
    <pre>line 1
  line 2</pre><blockquote>Said &amp; done.</blockquote>Loose text<div>and more</div><p>日本<ruby>語<rt>ご</rt></ruby></p>`;
  expect(shown(await read('a.html', Buffer.from(`<html><body>${body}</body></html>`)))).toMatchInlineSnapshot(`
    "heading: Fleet plan
    paragraph: Tender for two ferries[1] of 900 m².
    Second line.
    list: 3. Build
      - in Oslo
      - in Bergen
    4. Sail
    paragraph: Costs
    table: Year | Cost
    2024 | 3 million
    paragraph: A page laid out by a table.
    code: line 1
      line 2
    quotation: Said & done.
    paragraph: Loose text
    paragraph: and more
    paragraph: 日本語"
  `);
});

test('a page may leave out what browsers fill in, and name itself in JSON-LD', async () => {
  const bare = '<title>Bare page</title><p>First paragraph<p>Second one<ul><li>item<li>item two</ul>';
  expect(shown(await read('bare.htm', Buffer.from(bare)))).toMatchInlineSnapshot(`
    "paragraph: First paragraph
    paragraph: Second one
    list: - item
    - item two"
  `);
  const data = {
    '@graph': [
      {
        '@type': 'NewsArticle',
        author: [{ name: 'M. Author' }],
        datePublished: '2024-05-06T07:08:09Z',
        publisher: { name: 'The Paper' },
      },
    ],
  };
  const { document } = await read(
    'data.html',
    Buffer.from(
      `<html><head><title>Data</title><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><p>Text.</p></body></html>`,
    ),
  );
  expect(document).toMatchObject({ title: 'Data', author: 'M. Author', date: '2024-05-06', publisher: 'The Paper' });
});

test.each([
  ['windows-1252', '<meta charset="windows-1252">', 'Die Größe', 'latin1'],
  ['a mark of UTF-16', '', '\ufeffDie Größe', 'utf16le'],
] as const)('a page in %s is read in it', async (_, head, text, encoding) => {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const { blocks } = await read(
    'a.html',
    Buffer.from(`${mark}<html><head>${head}</head><body><p>${text.slice(mark.length)}</p></body></html>`, encoding),
  );
  expect(blocks.map((block) => block.text)).toEqual(['Die Größe']);
});

test('a Japanese page that names Shift_JIS is read in it', async () => {
  const bytes = Buffer.concat([
    Buffer.from('<html><head><meta http-equiv="content-type" content="text/html; charset=Shift_JIS"></head><body><p>'),
    Buffer.from('8d6082cd937e82e08a4a82a282c482a282e98142', 'hex'),
    Buffer.from('</p></body></html>'),
  ]);
  const { document } = await read('a.html', bytes);
  expect(document).toMatchObject({ text: '港は冬も開いている。', language: 'ja' });
});

test('notes, tables and items of a Word file are read; deleted text and comments are not', async () => {
  const body = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>An item</w:t></w:r></w:p>
    <w:p><w:r><w:t>Some 40 ships</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:del><w:r><w:delText> sank</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve"> passed.</w:t></w:r></w:ins></w:p>
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Ships</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>2024</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>41</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`;
  expect(shown(await read('a.docx', zipOf(docxParts(nothing, body))))).toMatchInlineSnapshot(`
    "paragraph: An item
    paragraph: Some 40 ships[1] passed.
    table: Year | Ships
    2024 | 41
    paragraph: [1] Counted at the quay."
  `);
});

test('notes, tables and lists of an OpenDocument text are read; deleted text and comments are not', async () => {
  const body = `<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes><text:p>Some 40 ships<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Counted at the quay.</text:p></text:note-body></text:note> passed<office:annotation><text:p>Sure?</text:p></office:annotation>.<text:line-break/>Second<text:tab/>line.</text:p>
    <text:list><text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>Inner</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Two</text:p></text:list-item></text:list>
    <table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:table-cell><text:p>Ships</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>2024</text:p></table:table-cell><table:table-cell><text:p>41</text:p></table:table-cell></table:table-row></table:table>`;
  expect(shown(await read('a.odt', zipOf(odtParts(nothing, body))))).toMatchInlineSnapshot(`
    "paragraph: Some 40 ships[1] passed.
    Second line.
    paragraph: [1] Counted at the quay.
    list: - One
      - Inner
    - Two
    table: Year | Ships
    2024 | 41"
  `);
});

test('a sidecar has the last word on what a file says of itself', async () => {
  const [text] = TEXTS;
  if (!text) throw new Error('No text');
  const sidecar = { path: 'a.docx.meta.yaml', bytes: Buffer.from('title: Another title\ntags: [north]') };
  const { document } = await documentOf({ id: 'a.docx', bytes: zipOf(docxParts(text)), sidecar }, convert);
  expect(document).toMatchObject({ title: 'Another title', author: text.author, tags: ['north'] });
});

test('every quotable span is verbatim text of its document', async () => {
  for (const [format, write] of Object.entries(writers)) {
    const { document } = await read(`a.${format}`, write(TEXTS[0] ?? nothing));
    for (const { start, end } of document.passages) expect(document.text.slice(start, end)).toMatch(/^\S[\s\S]*\S$/u);
    expect(document.passages.map(({ paragraph }) => paragraph)).toEqual(document.passages.map((_, index) => index + 1));
  }
});
