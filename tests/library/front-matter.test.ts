import { expect, test } from 'vitest';
import { documentOf, outline, parsedFrom } from './parsed.ts';

const causes = (text: string, sidecar?: string) =>
  parsedFrom(text, 'brief.md', sidecar).faults.map(({ path, cause }) => `${path}: ${cause}`);

test('front matter describes the document and is no passage, while offsets count it', () => {
  const text =
    '---\ntitle: "NATO: what next"\nauthor: Ann Other\npublisher: The Review\ndate: 2023-01-12\nurl: https://review.example/nato?a=1\ntags: [nato, korea]\nlayout: post\n---\n\nThe text.';
  const { hash, passages, text: kept, ...described } = documentOf(text);
  expect(described).toMatchInlineSnapshot(`
    {
      "author": "Ann Other",
      "date": "2023-01-12",
      "id": "brief.md",
      "language": "en",
      "publisher": "The Review",
      "tags": [
        "nato",
        "korea",
      ],
      "title": "NATO: what next",
      "url": "https://review.example/nato?a=1",
    }
  `);
  expect(hash).toMatch(/^[0-9a-f]{64}$/u);
  expect(kept).toBe(text);
  expect(passages).toEqual([
    { paragraph: 1, kind: 'paragraph', headings: [], start: text.indexOf('The text'), end: text.length },
  ]);
});

test('dates stay as written', () => {
  for (const date of ['2023', '2023-01-12', '2023-01', '12 January 2023', '2023-01-12T10:00:00Z', '1.10']) {
    expect(documentOf(`---\ndate: ${date}\n---\nText.`).date).toBe(date);
  }
});

test('tags may be a list or separated by commas', () => {
  expect(documentOf('---\ntags: nato, south korea\n---\nText.').tags).toEqual(['nato', 'south korea']);
  expect(documentOf('---\ntags:\n- nato\n- south korea\n---\nText.').tags).toEqual(['nato', 'south korea']);
  expect(documentOf('Text.').tags).toEqual([]);
});

test('a sidecar describes a file that must not be touched, and wins', () => {
  const { document, faults } = parsedFrom(
    '---\ntitle: Old\nauthor: Ann\n---\nText.',
    'brief.txt',
    '---\ntitle: New\n---\n',
  );
  expect(faults).toEqual([]);
  expect(document).toMatchObject({ title: 'New', author: 'Ann' });
});

test('what is wrong in front matter is named, and the rest is used', () => {
  const { document, faults } = parsedFrom(
    '---\ntitle: NATO: what next\nauthor: [a, b]\ndate: 2023\nurl: javascript:alert(1)\ntags: {a: b}\n---\n\nThe text.',
  );
  expect(document).toMatchObject({ title: 'The text.', date: '2023', tags: [] });
  expect(document).not.toHaveProperty('url');
  expect(document).not.toHaveProperty('author');
  expect(faults).toMatchInlineSnapshot(`
    [
      {
        "cause": "The text is served, but not everything in its front matter could be used: title is not valid YAML (Nested mappings are not allowed in compact mappings); author is not a single text; url is no http or https address: “javascript:alert(1)”; tags is not a list of words.",
        "path": "brief.md",
        "remedy": "Correct that; put a value that holds a colon, # or quotation mark into quotation marks.",
      },
    ]
  `);
});

test.each([
  ['a list', '---\n- a\n- b\n---\nThe text.'],
  ['a sentence', '---\njust words\n---\nThe text.'],
  ['an unclosed quotation mark', '---\ntitle: "NATO\n---\nThe text.'],
  ['an unclosed bracket', '---\n[title\n---\nThe text.'],
  ['a field twice', '---\ndate: 2022\ndate: 2023\n---\nThe text.'],
  [
    'aliases that multiply',
    `---\na: &a [x, x]\n${Array.from({ length: 30 }, (_, n) => `- &b${n} [*a, *a]`).join('\n')}\n---\nThe text.`,
  ],
  ['twenty thousand characters and more', `---\ntitle: ${'x'.repeat(20_000)}\n---\nThe text.`],
])('front matter that is %s is a fault, and the text is served', (_, text) => {
  const { document, faults } = parsedFrom(text);
  expect(document && outline(document)).toBe('1 paragraph "The text."');
  expect(faults).toHaveLength(1);
  expect(faults[0]?.cause).toMatch(/^The text is served, but/u);
});

test('fields without a closing line are served as text, with a fault', () => {
  expect(causes('---\ntitle: NATO\n\nThe text.')).toMatchInlineSnapshot(`
    [
      "brief.md: It is served, but its front matter has no closing line, so its fields are read as text.",
    ]
  `);
});

test('text between thematic breaks is text', () => {
  const text = '---\n\nHe said: no.\n\nAnd left.\n\n---\n\nEnd.';
  expect(causes(text)).toEqual([]);
  expect(outline(documentOf(text))).toMatchInlineSnapshot(`
    "2 paragraph "He said: no."
    3 paragraph "And left."
    5 paragraph "End.""
  `);
});

test('empty fields and empty front matter are nothing to complain about', () => {
  expect(causes('---\ntitle:\nauthor: ""\ntags: []\n---\nText.')).toEqual([]);
  expect(causes('---\n---\nText.')).toEqual([]);
  expect(causes('Text.', '# to be filled in\n')).toEqual([]);
});

test('a sidecar that cannot be used is named by its own path', () => {
  expect(causes('Text.', 'no fields')).toMatchInlineSnapshot(`
    [
      "brief.md.meta.yaml: The text is served, but not everything in this file could be used: it is no list of fields such as “title: …”.",
    ]
  `);
  expect(parsedFrom('Text.', 'a.txt', '\u0000').faults[0]?.path).toBe('a.txt.meta.yaml');
});

test('line breaks and control characters in a field become spaces', () => {
  expect(documentOf('---\ntitle: "a\\n\\tb\\u0000c"\n---\nText.').title).toBe('a b c');
});
