import { afterAll, beforeAll, expect, test } from 'vitest';
import { createConverter } from '../../../src/library/converter.ts';
import { documentOf } from '../../../src/library/read-document.ts';
import { printPdfs } from '../../builders/print-pdf.ts';
import { asHtml, escaped, type Written, wordsIn, wordsOf, written } from '../../builders/written.ts';

const [arctic, caucasus, gulf] = ['arctic-rules', 'caucasus-road', 'gulf-channels'].map(written) as [
  Written,
  Written,
  Written,
];

/** Long words may be broken after every third letter, as a program that knows syllables breaks them. */
const breakable = (text: string) =>
  escaped(text).replace(/\p{L}{7,}/gu, (word) => word.replace(/(\p{L}{3})(?=\p{L}{3})/gu, '$1&shy;'));

const html = ({ title }: Written, css: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>${escaped(title)}</title><style>body { font: 10.5pt/1.35 serif; width: 600px; margin: 0 } p { margin: 0 0 6pt } ${css}</style></head><body>${body}</body></html>`;

const heading = ({ title }: Written) => `<h1>${escaped(title)}</h1>`;

const half = (text: string) => {
  const space = text.indexOf(' ', text.length / 2);
  return [text.slice(0, space), text.slice(space + 1)].map(escaped);
};
const [before = '', after = ''] = half(gulf.blocks[0]?.text ?? '');
const sheet = (note: string, body: string) =>
  `<section style="height:235mm;position:relative;break-after:page">${body}<div style="position:absolute;bottom:0;font-size:8pt;border-top:1px solid;width:100%">${note}</div></section>`;

const indented = 'p { margin: 0; text-indent: 1.5em; text-align: justify }';

let pdfs: Record<'single' | 'indented' | 'two' | 'notes' | 'scan' | 'table', Uint8Array>;
beforeAll(async () => {
  pdfs = await printPdfs({
    single: {
      html: html(arctic, '', heading(arctic) + asHtml(arctic.blocks, breakable)),
      head: '<span>The Paper</span><span style="float:right">Winter issue</span>',
      foot: 'Page <span class="pageNumber"></span> of <span class="totalPages"></span>',
    },
    indented: {
      html: html(gulf, indented, heading(gulf) + asHtml(gulf.blocks, breakable)),
      foot: '<span class="pageNumber"></span>',
    },
    two: {
      html: html(
        caucasus,
        'p { text-align: justify } main { columns: 2; column-gap: 7mm } blockquote { margin: 0 1em }',
        `${heading(caucasus)}<main>${asHtml(caucasus.blocks, breakable)}</main>`,
      ),
      head: '<span>Roads and borders</span>',
      foot: '<span class="pageNumber"></span>',
    },
    notes: {
      html: html(
        gulf,
        '',
        sheet(
          '<p><sup>1</sup> Counted at the quay.</p><p><sup>2</sup> The ministry disagrees.</p>',
          `<h1>Channels</h1><p>Some 40 ships<sup>1</sup> pass a day, on 12 m<sup>2</sup> of deck each.<sup>2</sup></p><p style="text-align-last:justify">${before}</p>`,
        ) +
          sheet(
            '<p><sup>3</sup> See the map.</p>',
            `<p>${after}</p><h2>Depth</h2><p>The channel is well-known.<sup>3</sup></p>`,
          ),
      ),
    },
    scan: { html: '<svg width="400" height="400"><rect width="300" height="300" fill="grey"/></svg>' },
    table: {
      html: html(
        gulf,
        'td, th { padding: 2pt 12pt; text-align: left }',
        '<h1>Ships</h1><p>What passed the channel in two years, by the harbour’s own count of ships and cargo.</p><table><tr><th>Year</th><th>Ships</th><th>Cargo in tonnes</th></tr><tr><td>2023</td><td>4,120</td><td>1.2 million</td></tr><tr><td>2024</td><td>3,870</td><td>0.9 million</td></tr></table><p>The harbour counts what it weighs.</p>',
      ),
    },
  });
}, 60_000);

const { convert, close } = createConverter();
afterAll(close);

async function read(bytes: Uint8Array, id = 'paper.pdf') {
  const { document, faults } = await documentOf({ id, bytes }, convert);
  const blocks = (document?.passages ?? []).map(({ start, end, ...passage }) => ({
    ...passage,
    text: document?.text.slice(start, end) ?? '',
  }));
  return { document, faults: faults.map(({ cause, remedy }) => `${cause} ${remedy}`), blocks };
}

test('one column gives its text word for word: broken words whole, heads, footers and page numbers left out', async () => {
  const { document, blocks, faults } = await read(pdfs.single);
  expect(wordsIn(blocks)).toEqual([...wordsOf(arctic.title), ...wordsIn(arctic.blocks)]);
  expect(document?.title).toBe(arctic.title);
  expect(faults).toEqual([]);
  const indent = await read(pdfs.indented);
  expect(wordsIn(indent.blocks)).toEqual([...wordsOf(gulf.title), ...wordsIn(gulf.blocks)]);
});

test('paragraphs and headings come out as they went in', async () => {
  for (const [bytes, text] of [
    [pdfs.single, arctic],
    [pdfs.indented, gulf],
  ] as const) {
    const { blocks } = await read(bytes);
    expect(blocks.slice(1).map((block) => block.text.slice(0, 60))).toEqual(
      text.blocks.map((block) => block.text.slice(0, 60)),
    );
    const headings = blocks.filter(({ kind }) => kind === 'heading').map((block) => block.text);
    expect(headings).toEqual([
      text.title,
      ...text.blocks.filter(({ kind }) => kind === 'heading').map((block) => block.text),
    ]);
  }
});

test('two columns give at least 99 % of their words in order', async () => {
  const { blocks } = await read(pdfs.two);
  const [went, came] = [[...wordsOf(caucasus.title), ...wordsIn(caucasus.blocks)], wordsIn(blocks)];
  expect(inOrder(went, came) / went.length).toBeGreaterThanOrEqual(0.99);
  expect(came.length).toBe(went.length);
});

test('every passage names its page, and both where it runs on', async () => {
  const { blocks } = await read(pdfs.single);
  const pages = blocks.map(({ page = 0, lastPage = page }) => [page, lastPage]);
  expect(pages[0]).toEqual([1, 1]);
  expect(pages.at(-1)?.[1]).toBeGreaterThan(1);
  for (const [index, [page = 0]] of pages.entries()) expect(page).toBeGreaterThanOrEqual(pages[index - 1]?.[1] ?? 1);
});

test('footnotes stand after the paragraph with which their page ends, behind the mark that refers to them', async () => {
  const { blocks } = await read(pdfs.notes);
  expect(
    blocks.map(
      ({ kind, text, page, lastPage }) =>
        `${kind} ${page}${lastPage ? `-${lastPage}` : ''}: ${text.length > 120 ? `${text.slice(0, 50)}…` : text}`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "heading 1: Channels",
      "paragraph 1: Some 40 ships[1] pass a day, on 12 m² of deck each.[2]",
      "paragraph 1-2: The ceasefire has held for six weeks, longer than …",
      "paragraph 1: [1] Counted at the quay.",
      "paragraph 1: [2] The ministry disagrees.",
      "heading 2: Depth",
      "paragraph 2: The channel is well-known.[3]",
      "paragraph 2: [3] See the map.",
    ]
  `);
  expect(blocks.map(({ text }) => text)).toContain(gulf.blocks[0]?.text);
});

test('a table becomes rows that can be read', async () => {
  const { blocks } = await read(pdfs.table);
  expect(blocks.map(({ kind, text }) => `${kind}: ${text}`).join('\n')).toMatchInlineSnapshot(`
    "heading: Ships
    paragraph: What passed the channel in two years, by the harbour’s own count of ships and cargo.
    table: Year | Ships | Cargo in tonnes
    2023 | 4,120 | 1.2 million
    2024 | 3,870 | 0.9 million
    paragraph: The harbour counts what it weighs."
  `);
});

test('a scanned PDF says that it has no text layer and what to do', async () => {
  expect((await read(pdfs.scan)).faults).toMatchInlineSnapshot(`
    [
      "The PDF has no text layer: its pages are pictures, as a scanner makes them. Recognise its text first, for example with ocrmypdf scan.pdf readable.pdf.",
    ]
  `);
});

/** Length of the longest run of words that both have in the same order, other words aside. */
function inOrder(one: readonly string[], other: readonly string[]): number {
  let row = new Uint16Array(other.length + 1);
  for (const word of one) {
    const next = new Uint16Array(other.length + 1);
    for (const [index, candidate] of other.entries()) {
      next[index + 1] = word === candidate ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0);
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
