import { expect, test } from 'vitest';
import { documentOf, outline } from './parsed.ts';

const markdown = (text: string) => outline(documentOf(text));

test('headings of both styles form the trail of what stands below them', () => {
  const text =
    '# Alliances\n\nOpening.\n\nThe north\n---\n\nCold.\n\n### Fleet ###\nShips.\n\n## The **south**\n\nWarm.';
  expect(markdown(text)).toMatchInlineSnapshot(`
    "1 heading "Alliances"
    2 paragraph "Opening."  < Alliances
    3 heading "The north"  < Alliances
    4 paragraph "Cold."  < Alliances / The north
    5 heading "Fleet"  < Alliances / The north
    6 paragraph "Ships."  < Alliances / The north / Fleet
    7 heading "The **south**"  < Alliances
    8 paragraph "Warm."  < Alliances / The south"
  `);
});

test('a hard-wrapped paragraph becomes one line of the same length', () => {
  const wrapped = 'Tokyo wants more\nmissiles, and it\nwants them soon.';
  const { text } = documentOf(wrapped);
  expect(text).toBe('Tokyo wants more missiles, and it wants them soon.');
  expect(text).toHaveLength(wrapped.length);
});

test('wrapped Chinese and Japanese lines are joined without a space, Korean ones with one', () => {
  expect(documentOf('部長表示，\n聯盟不會').text).toBe('部長表示，聯盟不會');
  expect(documentOf('大臣は同盟が\n部隊を送らない').text).toBe('大臣は同盟が部隊を送らない');
  expect(documentOf('장관은 동맹이\n군대를 보낸다').text).toBe('장관은 동맹이 군대를 보낸다');
});

test('a hard break stays a break', () => {
  expect(markdown('To the ministry  \nSeoul\\\nKorea')).toMatchInlineSnapshot(
    `"1 paragraph "To the ministry\\nSeoul\\\\\\nKorea""`,
  );
});

test('a list is one passage with an item a line, its wrapped items joined', () => {
  expect(
    markdown('Three aims:\n- deter the\n  North\n- train\n  1. pilots\n  2. crews\n* equip\n\nAfterwards.'),
  ).toMatchInlineSnapshot(`
    "1 paragraph "Three aims:"
    2 list "- deter the North\\n- train\\n  1. pilots\\n  2. crews\\n* equip"
    3 paragraph "Afterwards.""
  `);
});

test('text indented below an item belongs to the list, and is no code', () => {
  expect(
    markdown('1. First aim\n\n    Said at length,\n    over two lines.\n\nProse.\n\n    code = 1'),
  ).toMatchInlineSnapshot(`
    "1 list "1. First aim"
    2 list "Said at length, over two lines."
    3 paragraph "Prose."
    4 code "code = 1""
  `);
});

test('a number that happens to begin a wrapped line opens no list', () => {
  expect(markdown('The summit was held in\n2022. It was the first.')).toMatchInlineSnapshot(
    `"1 paragraph "The summit was held in 2022. It was the first.""`,
  );
});

test('a block quotation begins after its mark and loses the marks of its further lines', () => {
  const text = 'He said:\n\n> We will not\n> send troops.\n>\n> > Nor will\n> > we.\nEver.\n\nHe left.';
  expect(markdown(text)).toMatchInlineSnapshot(`
    "1 paragraph "He said:"
    2 quotation "We will not send troops."
    3 quotation "Nor will we. Ever."
    4 paragraph "He left.""
  `);
});

test('tables and code keep their lines', () => {
  const text =
    'Spending\n\n| State | Share |\n|-------|------:|\n| Japan | 2 % |\n\n```sh\n# no heading\nrun\n\nagain\n```\n\n    indented\n      more\n';
  expect(markdown(text)).toMatchInlineSnapshot(`
    "1 paragraph "Spending"
    2 table "| State | Share |\\n|-------|------:|\\n| Japan | 2 % |"
    3 code "# no heading\\nrun\\n\\nagain"
    4 code "indented\\n      more""
  `);
});

test('a thematic break is counted as a paragraph yet is no passage; comments and link targets are neither', () => {
  const text =
    'One.\n\n* * *\n\n<!-- note\n\nto self --> Two.\n\n[nato]: https://www.nato.int\n<!-- --> <!-- -->\nThree.';
  expect(markdown(text)).toMatchInlineSnapshot(`
    "1 paragraph "One."
    3 paragraph "Two."
    4 paragraph "Three.""
  `);
});

test('a comment that is never closed hides nothing', () => {
  expect(markdown('<!-- open\n\nThe text.')).toMatchInlineSnapshot(`
    "1 paragraph "<!-- open"
    2 paragraph "The text.""
  `);
});

test('inline marks stay in the quotation and leave headings and titles', () => {
  const document = documentOf(
    '# The *AP4*, `explained` by [us](https://a.example)\n\nA **bold** claim about snake_case_names.',
  );
  expect(document.title).toBe('The AP4, explained by us');
  expect(outline(document)).toMatchInlineSnapshot(`
    "1 heading "The *AP4*, \`explained\` by [us](https://a.example)"
    2 paragraph "A **bold** claim about snake_case_names."  < The AP4, explained by us"
  `);
});

test('a block of more than 6,000 characters is cut at sentences, each part with a number of its own', () => {
  const sentence = 'The alliance met again in the spring and agreed on very little. ';
  const document = documentOf(`${sentence.repeat(200)}\n\nEnd.`);
  expect(document.passages.map(({ paragraph }) => paragraph)).toEqual([1, 2, 3, 4]);
  for (const { start, end } of document.passages) {
    expect(end - start).toBeLessThanOrEqual(6000);
    expect(document.text.slice(start, end)).toMatch(/^(?:The alliance.*little\.|End\.)$/su);
  }
});

test('a sentence of more than 6,000 characters is cut at a word, and without words never inside a character', () => {
  const wordy = documentOf('peninsula '.repeat(1500));
  for (const { start, end } of wordy.passages)
    expect(wordy.text.slice(start, end)).toMatch(/^peninsula(?: peninsula)*$/u);
  const emoji = documentOf(`a${'👩🏽‍🚀'.repeat(3000)}`);
  expect(emoji.passages.length).toBeGreaterThan(1);
  for (const { start, end } of emoji.passages) expect(emoji.text.slice(start, end)).toMatch(/^a?(?:👩🏽‍🚀)+$/u);
});
