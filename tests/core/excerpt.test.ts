import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginning, excerpt } from '../../src/core/excerpt.ts';
import type { Quotation } from '../../src/core/quotation.ts';
import { quotations } from '../builders/arbitrary.ts';
import { documentOf, quotationOf } from '../builders/document.ts';

const paragraph =
  'The first ferry leaves at six. It takes forty minutes. Bicycles travel free of charge. Dogs need a ticket. The last boat returns at ten.';
const ferry = documentOf(['Timetables.', paragraph]);

/** The excerpt as a reader would see it, with the answer in brackets. */
function show(quotation: Quotation, budget: number): string {
  const { pieces, cutBefore, cutAfter } = excerpt(quotation, budget);
  const shown = pieces.map(({ start, end, role }) => {
    const text = quotation.text.slice(start - quotation.start, end - quotation.start);
    return role === 'answer' ? `[${text}]` : text;
  });
  return `${cutBefore ? '… ' : ''}${shown.join('')}${cutAfter ? ' …' : ''}`;
}

test.each([
  [
    200,
    'The first ferry leaves at six. It takes forty minutes. [Bicycles travel free of charge.] Dogs need a ticket. The last boat returns at ten.',
  ],
  [100, '… It takes forty minutes. [Bicycles travel free of charge.] Dogs need a ticket. …'],
  [60, '… It takes forty minutes. [Bicycles travel free of charge.] …'],
  [33, '… [Bicycles travel free of charge.] …'],
  [30, '… [Bicycles travel free of] …'],
  [5, '… [Bicyc] …'],
])('in %i characters, a paragraph keeps its answer and the whole sentences around it', (budget, shown) => {
  expect(show(quotationOf(ferry, 2, { words: 'Bicycles' }), budget)).toBe(shown);
});

test('a text without spaces is cut between words, not before its punctuation', () => {
  const quotation = quotationOf(documentOf(['東京の計画は、巡航ミサイルの購入を予定している']), 1);
  expect(show(quotation, 8)).toBe('[東京の計画は、] …');
});

test('an emoji of several code points is never torn', () => {
  expect(show(quotationOf(documentOf(['👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧']), 1), 18)).toBe('[👩‍👩‍👧👩‍👩‍👧] …');
});

test('a letter under ten thousand accents is still shown', () => {
  expect(beginning(`a${'\u0301'.repeat(10_000)}`, 20)).toBe(20);
});

test('a paragraph of a megabyte is cut as any other', () => {
  const wall = documentOf([
    `${'Nothing of note happened that day. '.repeat(30_000)}The mayor resigned. ${'It rained. '.repeat(1000)}`,
  ]);
  expect(show(quotationOf(wall, 1, { words: 'mayor' }), 70)).toBe(
    '… Nothing of note happened that day. [The mayor resigned.] It rained. …',
  );
});

test('whatever the text, an excerpt is one verbatim stretch within its budget that begins or holds the answer', () => {
  fc.assert(
    fc.property(quotations, fc.integer({ min: 4, max: 1500 }), (quotation, budget) => {
      const { pieces, cutBefore, cutAfter } = excerpt(quotation, budget);
      const [first, last] = [pieces.at(0), pieces.at(-1)];
      expect(pieces.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThanOrEqual(budget);
      for (const [index, { start }] of pieces.entries()) if (index > 0) expect(start).toBe(pieces[index - 1]?.end);
      const answer = pieces.find(({ role }) => role === 'answer');
      expect(answer?.start).toBe(quotation.answer.start);
      if (quotation.answer.end - quotation.answer.start <= budget) expect(answer?.end).toBe(quotation.answer.end);
      expect(cutBefore).toBe(quotation.text.slice(0, (first?.start ?? 0) - quotation.start).trim() !== '');
      expect(cutAfter).toBe(quotation.text.slice((last?.end ?? 0) - quotation.start).trim() !== '');
    }),
  );
});
