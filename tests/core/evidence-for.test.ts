import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { scoreLabels } from '../../bench/label-claims.ts';
import type { Desk } from '../../src/core/desk.ts';
import { createLog } from '../../src/log.ts';
import { openDesk } from '../../src/open-desk.ts';
import { deskOf, documentOf } from '../builders/document.ts';
import { actorOf, analysisDeps } from '../builders/positions.ts';

const actors = ['Orland', 'North Vesk', 'South Vesk', 'Tide League'].map((name) =>
  actorOf(name.toLowerCase().replace(' ', '-'), name, name === 'Orland' ? { aliases: ['Maren'] } : {}),
);
const yearbook = documentOf(
  [
    'Orland signed the fishing treaty in 2021. North Vesk has not signed the fishing treaty.',
    'Orland sells 40 ferries to South Vesk every year, and North Vesk buys more than 12 lighthouses.',
    'South Vesk supports the herring quota of the Tide League and condemns the ferry tax of North Vesk.',
    'Orland may leave the Tide League if the quota falls. The Tide League wants to double its catch by 2030.',
    'Does North Vesk repair its lighthouses?',
    'The author fears that South Vesk sold its boats to Orland.',
  ],
  { id: 'yearbook.md', title: 'Yearbook' },
);
const jahrbuch = documentOf(['Orland signed the harbour treaty in 2021.'], { id: 'jahrbuch.md', language: 'de' });
const desk = deskOf([yearbook, jahrbuch], { analysis: analysisDeps(actors) });

/** The labels that decide, with their sentences. */
function decided(claim: string): string[] {
  return desk
    .evidenceFor(claim)
    .pieces.flatMap(({ label, quotation: { text, start, answer } }) =>
      label === 'supports' || label === 'contradicts'
        ? [`${label}: ${text.slice(answer.start - start, answer.end - start)}`]
        : [],
    );
}

describe('a sentence is labelled only where its words decide', () => {
  test.for([
    ['the same words', 'Orland signed the fishing treaty', 'supports: Orland signed the fishing treaty in 2021.'],
    [
      'another name of the actor',
      'Maren signed the fishing treaty',
      'supports: Orland signed the fishing treaty in 2021.',
    ],
    [
      'denied in the claim',
      'Orland did not sign the fishing treaty',
      'contradicts: Orland signed the fishing treaty in 2021.',
    ],
    [
      'denied in both',
      'North Vesk has not signed the fishing treaty',
      'supports: North Vesk has not signed the fishing treaty.',
    ],
    [
      'denied in the document',
      'North Vesk signed the fishing treaty',
      'contradicts: North Vesk has not signed the fishing treaty.',
    ],
    [
      'another number of the same',
      'Orland sells 30 ferries to South Vesk',
      'contradicts: Orland sells 40 ferries to South Vesk every year, and North Vesk buys more than 12 lighthouses.',
    ],
    ['another number of something else', 'Orland sells 30 boats to South Vesk', undefined],
    ['a bound', 'North Vesk buys 10 lighthouses', undefined],
    ['another date of what may happen again', 'Orland signed the fishing treaty in 2019', undefined],
    [
      'another term',
      'The Tide League wants to double its catch by 2040',
      'contradicts: The Tide League wants to double its catch by 2030.',
    ],
    ['the actors exchanged', 'South Vesk sells 40 ferries to Orland', undefined],
    ['the object of another verb', 'South Vesk supports the ferry tax of North Vesk', undefined],
    ['what only may be', 'Orland leaves the Tide League', undefined],
    ['what somebody fears', 'South Vesk sold its boats to Orland', undefined],
    ['a question in the document', 'North Vesk repairs its lighthouses', undefined],
    ['a question in the message', 'Has Orland signed the fishing treaty?', undefined],
    ['too little said', 'Orland signed', undefined],
    ['two claims at once', 'Orland signed the fishing treaty. It was a good day for everybody.', undefined],
    ['a language whose rules are not known', 'Orland signed the harbour treaty', undefined],
  ])('%s: %s', ([, claim = '', label]) => {
    expect(decided(claim)).toEqual(label === undefined ? [] : [label]);
  });

  test('passages that share actors and things are of the same topic, and the others have no label', () => {
    const { pieces } = desk.evidenceFor('Orland repairs the ferries of South Vesk every winter');
    const labels = pieces.map(({ label, quotation }) => [quotation.paragraph, label]);
    expect(labels).toContainEqual([2, 'same-topic']);
    expect(labels).toContainEqual([5, undefined]);
  });
});

test('what decides comes first, and a claim that the documents are silent on gets the nearest', () => {
  const [first] = desk.evidenceFor('North Vesk signed the fishing treaty').pieces;
  expect(first).toMatchObject({ label: 'contradicts', quotation: { paragraph: 1 } });
  expect(desk.evidenceFor('Zebras!')).toMatchObject({ near: false, pieces: [] });
});

describe('over the briefs that ship', () => {
  let briefs: Desk;
  beforeAll(async () => {
    const log = createLog({ level: 'error', readable: true });
    briefs = await openDesk({
      knowledge: join(import.meta.dirname, '../../knowledge'),
      data: tmpdir(),
      log,
      analysis: 'none',
    });
  });

  test('no label is wrong, and about half of the right ones are given', () => {
    const { claims, given, wrong, found } = scoreLabels(briefs);
    expect(claims).toBeGreaterThan(150);
    expect(given).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
    expect(found).toBeGreaterThan(0.48);
  });
});
