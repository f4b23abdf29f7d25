import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/core/document.ts';
import { isVerbatim, quote } from '../../src/core/quotation.ts';
import { documentOf, quotationOf } from '../builders/document.ts';

const ferry = documentOf(['Timetables.', 'The first ferry leaves at six. Dogs need a ticket.'], {
  title: 'Ferries',
  date: '2024-05',
  url: 'https://example.org/ferries',
  headings: ['Boats', 'Ferries'],
});

test('a quotation carries its text, where it stands, and what is known of its document', () => {
  expect(quotationOf(ferry, 2, { words: 'Dogs', score: 3 })).toEqual({
    document: 'harbours.md',
    hash: ferry.hash,
    title: 'Ferries',
    date: '2024-05',
    url: 'https://example.org/ferries',
    paragraph: 2,
    headings: ['Boats', 'Ferries'],
    start: 13,
    end: 63,
    text: 'The first ferry leaves at six. Dogs need a ticket.',
    answer: { start: 44, end: 63 },
    matches: [],
    score: 3,
  });
});

test('a document without date and address lends none to its quotations', () => {
  const quotation = quotationOf(documentOf(['Timetables.']), 1);
  expect(Object.keys(quotation)).not.toContain('date');
  expect(Object.keys(quotation)).not.toContain('url');
});

describe('a quotation is verbatim', () => {
  const quotation = quotationOf(ferry, 2, { words: 'Dogs' });

  test('as long as the document is the one it was taken from', () => {
    expect(isVerbatim(quotation, ferry)).toBe(true);
    expect(isVerbatim(quotation, { ...ferry })).toBe(true);
  });

  test.each<[string, Document | undefined]>([
    ['its document is gone', undefined],
    [
      'its document was replaced by another one of that name',
      documentOf(['Other.', 'The first ferry leaves at six. Dogs need a ticket.']),
    ],
    ['a letter of the text changed under the same hash', { ...ferry, text: ferry.text.replace('six', 'ten') }],
    ['the text was cut short', { ...ferry, text: ferry.text.slice(0, 50) }],
    ['the text moved by one letter', { ...ferry, text: ` ${ferry.text}` }],
  ])('no more, once %s', (_, document) => {
    expect(isVerbatim(quotation, document)).toBe(false);
  });

  test.each([
    ['a word added', { text: `${quotation.text} Always.` }],
    ['a word left out in the middle', { text: quotation.text.replace('first ', '') }],
    ['straightened quotation marks', { text: quotation.text.replace('first', '"first"') }],
    ['no text at all', { text: '', start: 13, end: 13, answer: { start: 13, end: 13 } }],
    ['an answer that begins before it', { answer: { start: 5, end: 20 } }],
    ['an answer that ends after it', { answer: { start: 44, end: 64 } }],
    ['an answer of no words', { answer: { start: 20, end: 20 } }],
  ])('not with %s', (_, changed) => {
    expect(isVerbatim({ ...quotation, ...changed }, ferry)).toBe(false);
  });

  test('in any script, counted in the units in which the text is stored', () => {
    const document = documentOf(['👩‍🚀 東京の港。', 'e\u0301tat 🇯🇵 한국은 مرحبا']);
    for (const passage of document.passages) {
      const whole = quote(document, passage, { answer: passage, matches: [], score: 1 });
      expect(isVerbatim(whole, document)).toBe(true);
    }
  });
});
