import { expect, test } from 'vitest';
import { explainUnclearFocus, type FocusReading } from '../../src/core/focus.ts';
import { deskOf, documentOf } from '../builders/document.ts';
import { actorOf, analysisDeps, analysisOf } from '../builders/positions.ts';

const words = ['Orland wants to double its catch of herring.', 'North Vesk and South Vesk oppose the ferry.'];
const document = documentOf(words, { tags: ['Herring fleet', 'North Vesk', 'Ice'] });
const actors = [
  actorOf('orland', 'Orland', { aliases: ['Republic of Orland'] }),
  actorOf('north-vesk', 'North Vesk'),
  actorOf('south-vesk', 'South Vesk'),
  actorOf('farhaven', 'Farhaven'),
];
const topics = [
  { key: 'fishing', name: 'Fishing rights', words: ['herring'] },
  { key: 'ferries', name: 'Ferries' },
  { key: 'moon', name: 'Moon bases' },
];
const analysis = analysisOf(document, {
  names: { Orland: 'orland', 'North Vesk': 'north-vesk', 'South Vesk': 'south-vesk' },
  positions: [
    { actor: 'orland', stance: 'seeks', topic: 'fishing', words: words[0] ?? '' },
    { actor: 'south-vesk', stance: 'opposes', topic: 'ferries', words: words[1] ?? '' },
  ],
});
const desk = deskOf([document], { analysis: analysisDeps(actors, new Map([[document.id, analysis]]), topics) });

test.each([
  ['orland', { actors: ['orland'] }],
  [' ORLAND ,, Republic of Orland,', { actors: ['orland'] }],
  ['Orland, fishing rights, ice', { actors: ['orland'], topics: ['fishing'], tags: ['Ice'] }],
  ['Fishing right; herring fleet', { topics: ['fishing'], tags: ['Herring fleet'] }],
  ['North Vesk', { actors: ['north-vesk'] }],
  ['id:south-vesk', { actors: ['south-vesk'] }],
  ['', {}],
  [' , ', {}],
])('“%s” is read', (typed, focus) => {
  const expected = { outcome: 'read', focus: { actors: [], topics: [], tags: [], ...focus } };
  expect(desk.readFocus(typed)).toEqual(expected);
});

test('every name that is unclear is told, with what would do', () => {
  expect(explained('orland, vesk, xyzzy, farhaven, moon bases, herring fleed')).toMatchInlineSnapshot(
    `"“vesk” can be several. Try North Vesk or South Vesk. “xyzzy” is no actor, topic or tag of the documents. No document says anything of “Farhaven”. No document says anything of “Moon bases”. Try Orland, South Vesk, North Vesk, Ferries or Fishing rights."`,
  );
});

test('names in a focus are shown as they are called', () => {
  expect(desk.focusNames({ actors: ['orland', 'gone'], topics: ['fishing'], tags: ['Ice'] })).toEqual([
    'Orland',
    'gone',
    'Fishing rights',
    'Ice',
  ]);
});

test('the last name is completed, what is there already is not offered again, and each offer is read as it is meant', () => {
  expect(desk.suggestFocus('').map(({ name }) => name)).toMatchInlineSnapshot(`
    [
      "Orland",
      "South Vesk",
      "Ferries",
      "Fishing rights",
      "Herring fleet",
      "North Vesk",
      "Ice",
    ]
  `);
  expect(desk.suggestFocus('orland, fi')).toEqual([
    { name: 'orland, Fishing rights', typed: 'orland, Fishing rights' },
  ]);
  expect(desk.suggestFocus('orland, or')).toEqual([]);
  expect(desk.suggestFocus('', 2)).toHaveLength(2);
  for (const { typed } of desk.suggestFocus('ice, ')) expect(desk.readFocus(typed).outcome).toBe('read');
});

test('a name of any length is repeated in part', () => {
  expect(explained(`${'ö'.repeat(5000)}`).length).toBeLessThan(400);
});

function explained(typed: string): string {
  const reading: FocusReading = desk.readFocus(typed);
  return reading.outcome === 'unclear' ? explainUnclearFocus(reading.unclear) : '';
}
