import { describe, expect, test } from 'vitest';
import { contextOf } from '../../src/core/context.ts';
import { isVerbatim } from '../../src/core/quotation.ts';
import { documentOf } from '../builders/document.ts';

const tides = documentOf(['One.', 'Two.', 'Three.', 'Four.'], { id: 'tides.md', title: 'Tides' });
const winds = documentOf(['East.', 'West.'], { id: 'winds.md', title: 'Winds' });
const documents = new Map([tides, winds].map((document) => [document.id, document]));
const around = (hash: string, paragraph: number) => {
  const context = contextOf(documents, { hash, paragraph });
  return context.outcome === 'gone' ? context : context.quotations.map(({ text }) => text);
};

describe('around a quotation', () => {
  test.each([
    [1, ['One.', 'Two.']],
    [2, ['One.', 'Two.', 'Three.']],
    [4, ['Three.', 'Four.']],
  ])('of paragraph %i stand its neighbours, in order', (paragraph, texts) => {
    expect(around(tides.hash, paragraph)).toEqual(texts);
  });

  test('the paragraphs are verbatim quotations themselves, each wholly its own answer', () => {
    const context = contextOf(documents, { hash: winds.hash, paragraph: 2 });
    if (context.outcome === 'gone') throw new Error('The document is there');
    expect(context.paragraph).toBe(2);
    for (const quotation of context.quotations) {
      expect(isVerbatim(quotation, winds)).toBe(true);
      expect(quotation.answer).toEqual({ start: quotation.start, end: quotation.end });
    }
  });
});

test('a document is known by the beginning of its hash, which is all that fits a button', () => {
  expect(around(winds.hash.slice(0, 12), 1)).toEqual(['East.', 'West.']);
});

test.each([
  ['the document is gone or has changed', 'f'.repeat(64), 1],
  ['the paragraph is gone', tides.hash, 9],
])('it is said when %s', (_, hash, paragraph) => {
  expect(around(hash, paragraph)).toEqual({ outcome: 'gone' });
});

test('paragraphs are neighbours in the document even where numbers are missing between them', () => {
  const gaps = { ...tides, passages: tides.passages.map((one) => ({ ...one, paragraph: one.paragraph * 10 })) };
  const context = contextOf(new Map([[gaps.id, gaps]]), { hash: gaps.hash, paragraph: 30 });
  expect(context.outcome === 'context' && context.quotations.map(({ text }) => text)).toEqual([
    'Two.',
    'Three.',
    'Four.',
  ]);
});
