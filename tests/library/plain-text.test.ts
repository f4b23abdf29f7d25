import { expect, test } from 'vitest';
import { documentOf, outline } from './parsed.ts';

const plain = (text: string) => outline(documentOf(text, 'brief.txt'));

test('a file with one paragraph a line gives a passage a line', () => {
  const long =
    'Seoul opened a mission in Brussels, and a good deal of planning went into that long before anybody spoke of it in public.';
  expect(plain(`${long}\nIt is small.\n${long} It grew.\nIt has a flag.`).split('\n')).toHaveLength(4);
});

test('hard-wrapped text is joined, paragraph by paragraph', () => {
  const text = `The ministers met in the spring and spoke about the
northern border, about ships, and about the price of
grain. They agreed on little.

In the autumn they met again, this time in the south,
where the weather was kinder and the hosts had learned
from what went wrong before.
- a list is not
- joined`;
  expect(plain(text)).toMatchInlineSnapshot(`
    "1 paragraph "The ministers met in the spring and spoke about the northern border, about ships, and about the price of grain. They agreed on little."
    2 paragraph "In the autumn they met again, this time in the south, where the weather was kinder and the hosts had learned from what went wrong before."
    3 paragraph "- a list is not"
    4 paragraph "- joined""
  `);
});

test('wrapped Chinese lines are joined without a space', () => {
  const text = `各国部长春天在首都会面讨论北部边境和粮食价格的问题
他们没有达成多少共识但是同意在秋天再次会面并且邀请
更多的国家参加。`;
  expect(documentOf(text, 'a.txt').passages).toHaveLength(1);
  expect(documentOf(text, 'a.txt').text).not.toMatch(/\s/u);
});

test('short lines that each say something of their own are not joined', () => {
  expect(plain('Minister of Foreign Affairs of the Republic\nSejong-daero 209\nSeoul')).toMatchInlineSnapshot(`
    "1 heading "Minister of Foreign Affairs of the Republic"
    2 paragraph "Sejong-daero 209"  < Minister of Foreign Affairs of the Republic
    3 paragraph "Seoul"  < Minister of Foreign Affairs of the Republic"
  `);
  expect(
    plain('The plane lands at seven on Monday evening.\nDinner is at eight in the embassy garden.'),
  ).toMatchInlineSnapshot(`
    "1 paragraph "The plane lands at seven on Monday evening."
    2 paragraph "Dinner is at eight in the embassy garden.""
  `);
});

test('nothing is markup in plain text', () => {
  expect(
    plain('Notes of today.\n\n# not a heading.\n\n> not a quotation.\n\n* * *\n\n- [x] item.'),
  ).toMatchInlineSnapshot(`
    "1 paragraph "Notes of today."
    2 paragraph "# not a heading."
    3 paragraph "> not a quotation."
    5 paragraph "- [x] item.""
  `);
});

test('short lines before prose are headings, in a run of two at most; runs of short lines are lists', () => {
  const text = `Ties across the ocean

This is a history.

Part One
Beginnings
It began with a letter.

Apples
Pears
Plums
Cherries
All were exported.
as was tea
Why now?
Nobody knows.`;
  expect(plain(text)).toMatchInlineSnapshot(`
    "1 heading "Ties across the ocean"
    2 paragraph "This is a history."  < Ties across the ocean
    3 heading "Part One"  < Ties across the ocean
    4 heading "Beginnings"  < Ties across the ocean
    5 paragraph "It began with a letter."  < Ties across the ocean / Beginnings
    6 paragraph "Apples"  < Ties across the ocean / Beginnings
    7 paragraph "Pears"  < Ties across the ocean / Beginnings
    8 paragraph "Plums"  < Ties across the ocean / Beginnings
    9 paragraph "Cherries"  < Ties across the ocean / Beginnings
    10 paragraph "All were exported."  < Ties across the ocean / Beginnings
    11 paragraph "as was tea"  < Ties across the ocean / Beginnings
    12 paragraph "Why now?"  < Ties across the ocean / Beginnings
    13 paragraph "Nobody knows."  < Ties across the ocean / Beginnings"
  `);
});

test('a short last line is a heading, and so never an answer', () => {
  expect(plain('Ties\nThey are close.\nShare this page')).toMatchInlineSnapshot(`
    "1 heading "Ties"
    2 paragraph "They are close."  < Ties
    3 heading "Share this page"  < Ties"
  `);
  expect(plain('Deadline on Friday at noon')).toMatchInlineSnapshot(`"1 paragraph "Deadline on Friday at noon""`);
});

test('without a heading on top the first sentence is the title, cut at a word', () => {
  const text =
    'Given how far apart the capitals lie, it is remarkable how often their ministers have met this year. They like it.\nNext steps\nMore.';
  expect(documentOf(text, 'a.txt').title).toMatchInlineSnapshot(
    `"Given how far apart the capitals lie, it is remarkable how often their ministers…"`,
  );
  expect(documentOf('They met. They left.', 'a.txt').title).toBe('They met.');
  expect(documentOf('部'.repeat(100), 'a.txt').title).toBe(`${'部'.repeat(80)}…`);
});
