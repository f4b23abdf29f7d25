import { expect, test } from 'vitest';
import { toCheckRecord, toEvidenceRecord } from '../../../src/terminal/check-record.ts';
import { renderEvidence } from '../../../src/terminal/render/evidence.ts';
import { renderQuotationCheck } from '../../../src/terminal/render/quotation-check.ts';
import { deskOf, documentOf } from '../../builders/document.ts';
import { actorOf, analysisDeps } from '../../builders/positions.ts';

const yearbook = documentOf(
  [
    'North Vesk has not signed the fishing treaty. It keeps four lighthouses.',
    'Orland signed the fishing treaty in 2021.\u001b[31m',
  ],
  { id: 'yearbook.md', title: 'Yearbook', date: '2024' },
);
const analysis = analysisDeps([actorOf('orland', 'Orland'), actorOf('north-vesk', 'North Vesk')]);
const desk = deskOf([yearbook], { analysis });
const piped = { width: Infinity, colour: false };
const check = (text: string) => renderQuotationCheck(desk.checkQuotation(text), piped);

test('differences are marked as wdiff does, above the words of the document', () => {
  expect(check('“North Vesk has signed the old fishing treaty. It keeps five lighthouses.”')).toMatchInlineSnapshot(`
    "Altered: 1 word changed, 1 dropped, 1 added
    North Vesk has [-not-] signed the {+old+} fishing treaty. It keeps [-four-] {+five+} lighthouses
    [-in the document-] {+in your text+}
    ┃ North Vesk has not signed the fishing treaty. It keeps four lighthouses.
      Yearbook · ¶ 1 · 2024 · yearbook.md"
  `);
});

test('several verdicts stand below each other, with what was quoted', () => {
  expect(check('“It keeps four lighthouses” and “Zebras are striped, aren’t they”')).toMatchInlineSnapshot(`
    "Word for word
    “It keeps four lighthouses”
    │ North Vesk has not signed the fishing treaty.
    ┃ It keeps four lighthouses.
      Yearbook · ¶ 1 · 2024 · yearbook.md

    Not found in 1 document, 2 passages
    “Zebras are striped, aren’t they”"
  `);
});

test('text without words has nothing to check', () => {
  expect(check('…')).toBe('There are no words to check.');
});

test('a terminal is not made to obey what documents or people write', () => {
  const shown = `${check('Orland signed the fishing treaty in 2021')}${check('“Orland \u001b[2J signed a fishing treaty in 2021”')}`;
  expect(shown).toContain('<U+001B>');
  expect(shown).not.toContain('\u001b');
});

test('evidence stands with its labels', () => {
  expect(renderEvidence(desk.evidenceFor('North Vesk signed the fishing treaty.'), piped)).toMatchInlineSnapshot(`
    "1 passage against it.

    contradicts
    ┃ North Vesk has not signed the fishing treaty.
    │ It keeps four lighthouses.
      Yearbook · ¶ 1 · 2024 · yearbook.md

    ┃ Orland signed the fishing treaty in 2021.<U+001B>[31m
      Yearbook · ¶ 2 · 2024 · yearbook.md

    Labels compare words, numbers and negation, no more: read the passage."
  `);
});

test('programs read verdicts, differences and sources as JSON', () => {
  expect(toCheckRecord(desk.checkQuotation('It keeps five lighthouses'), 1.23456)).toMatchObject({
    quotations: [
      {
        quoted: 'It keeps five lighthouses',
        verdict: 'altered',
        sources: [{ document: 'yearbook.md', paragraph: 1, answer: 'It keeps four lighthouses.' }],
        differences: [
          { kind: 'same', text: 'It keeps' },
          { kind: 'changed', from: 'four', to: 'five' },
          { kind: 'same', text: 'lighthouses' },
        ],
      },
    ],
    more: 0,
    searched: { documents: 1, passages: 2 },
    elapsedMs: 1.235,
  });
  const { evidence } = toEvidenceRecord(desk.evidenceFor('North Vesk signed the fishing treaty.'), 1);
  expect(evidence.map(({ label, quotation }) => [label, quotation.paragraph])).toEqual([
    ['contradicts', 1],
    [null, 2],
  ]);
});
