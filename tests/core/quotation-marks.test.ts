import { expect, test } from 'vitest';
import { hasBlock, quotationsIn, sentencesIn } from '../../src/core/quotation-marks.ts';

test.for<[kind: string, message: string, quotations: string[]]>([
  ['English marks', 'He said “the quay is old” and “the ferry is new”.', ['the quay is old', 'the ferry is new']],
  ['German marks', 'Er sagt: „Der Kai ist alt“, und »neu« sei er nie.', ['Der Kai ist alt', 'neu']],
  ['French marks', 'Il dit « le quai est vieux » à midi.', ['le quai est vieux']],
  ['Japanese marks', '彼は「港は古い」と『船は新しい』と言った。', ['港は古い', '船は新しい']],
  ['Chinese in English marks', '他说“港口很旧”，真的。', ['港口很旧']],
  ['straight marks', 'He said "the quay is old", a 5" step below.', ['the quay is old']],
  [
    'single marks and apostrophes',
    "It's 'the partners' old quay', isn't it, not 'new'.",
    ["the partners' old quay", 'new'],
  ],
  ['curved single marks', 'She wrote ‘the Vesks’ quay isn’t old’ then.', ['the Vesks’ quay isn’t old']],
  ['marks within marks', '“He called it ‘old’ twice” is what I read.', ['He called it ‘old’ twice']],
  ['a mark left open', '“The quay is old.\n\nAnd my own words.', ['The quay is old.']],
  [
    'paragraphs that each open one',
    '“The quay is old.\n\n“So is the ferry.”',
    ['The quay is old.', 'So is the ferry.'],
  ],
  ['one over two paragraphs', '“The quay is old.\n\nSo is the ferry.”', ['The quay is old.\n\nSo is the ferry.']],
  ['a closing mark alone', 'the quay“ and so on', []],
  ['nothing but marks', '“…” and "" and «»', []],
  ['no marks', 'The quay is old.', []],
  ['a block', '> The quay is old,\n> and so is the ferry.\nI doubt it.', ['The quay is old,\nand so is the ferry.']],
  ['a block that says where it is from', '> The quay is old.\n> — Yearbook, 2024', ['The quay is old.']],
  ['a block to the end', 'Look:\n>>> The quay is old.\n\nSo is the ferry.', ['The quay is old.\n\nSo is the ferry.']],
  ['two blocks and a mark', '> one block\ntext “in marks”\n> other block', ['one block', 'in marks', 'other block']],
  ['Markdown', '“the **quay** is [old](https://a.example/b_(c)), \\*really\\*”', ['the quay is old, really']],
])('quotations are found in a message: %s', ([, message, quotations]) => {
  expect(quotationsIn(message)).toEqual(quotations);
});

test('an escaped sign of greater than begins no block', () => {
  expect(hasBlock('\\> not quoted')).toBe(false);
  expect(hasBlock('> ')).toBe(false);
  expect(hasBlock('> quoted')).toBe(true);
});

test('a message falls into sentences without Markdown and without the line that says where it is from', () => {
  expect(sentencesIn('# Quays\nThe **quay** is old. It ~~stands~~ leans.\n— Yearbook')).toEqual([
    'Quays The quay is old.',
    'It stands leans.',
  ]);
});
