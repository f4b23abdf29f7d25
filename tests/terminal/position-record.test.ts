import { expect, test } from 'vitest';
import { actorBatch } from '../../src/terminal/actor-batch.ts';
import { toCardRecord, toComparisonRecord, toTopicRecord } from '../../src/terminal/position-record.ts';
import { islandDesk } from '../builders/island-world.ts';

const desk = islandDesk();
const texts = new Map(desk.library().documents.map(({ id, text }) => [id, text]));
const record = (query: string, topic?: string) => toCardRecord(query, desk.actor({ actor: query, topic }), desk);

test('a card for programs is the object that is documented, and every text stands where it says', () => {
  const card = record('orland');
  expect(Object.keys(card)).toEqual(['query', 'actor', 'positions', 'mentions']);
  expect(card.actor).toEqual({ id: 'orland', name: 'Orland', type: 'state', aliases: ['Republic of Orland'] });
  expect(card.positions).toHaveLength(8);
  expect(card.positions.find(({ stance }) => stance === 'constrained')).toEqual({
    kind: 'own',
    stance: 'constrained',
    strength: 'weak',
    topic: 'Boats',
    date: null,
    summary: 'Its budget leaves no room … boats',
    quotation: {
      document: 'yearbook.md',
      title: 'Yearbook of the sea',
      paragraph: 2,
      start: 154,
      end: 194,
      text: 'Its budget leaves no room for new boats.',
    },
  });
  for (const { document, start, end, text } of [...card.positions.map(({ quotation }) => quotation), ...card.mentions])
    expect(texts.get(document)?.slice(start, end)).toBe(text);
  expect(card.mentions.map(({ document, paragraph, text }) => `${document} ${paragraph} ${text}`)).toEqual([
    'letter.md 1 Orland',
    'yearbook.md 1 Orland',
    'yearbook.md 2 Orland',
    'yearbook.md 3 Orland',
    'yearbook.md 4 Orland',
    'yearbook.md 5 Orland',
  ]);
});

test('who is unknown or could be several has no actor, but names to choose from', () => {
  expect(record('vesk')).toMatchObject({
    actor: null,
    positions: [],
    candidates: [{ id: 'north-vesk' }, { id: 'south-vesk' }],
  });
  expect(record('tidelegue')).toMatchObject({ actor: null, nearest: [{ id: 'tide-league' }] });
  expect(record('orland', 'ferry boats and rights')).toMatchObject({
    actor: { id: 'orland' },
    nearestTopics: ['Fishing rights', 'Boats', 'Ferries'],
  });
});

test('a batch makes a card a line, and names bad lines without stopping', async () => {
  async function* lines() {
    yield* ['{"query": "orland"}', '', 'oops', '{"question": "orland"}', '{"query": "nobody at all"}'];
  }
  const bad: string[] = [];
  const out: { query: string; actor: { id: string } | null }[] = [];
  for await (const line of actorBatch(desk, lines(), { onBadLine: (number, cause) => bad.push(`${number} ${cause}`) }))
    out.push(JSON.parse(line));
  expect(out.map(({ query, actor }) => [query, actor?.id])).toEqual([
    ['orland', 'orland'],
    ['nobody at all', undefined],
  ]);
  expect(bad).toEqual(['3 is not JSON', '4 has no “query” that is a string']);
});

test('comparisons and topics that there are not say what there is, in the same shapes', () => {
  const compared = (actors: string[], topic?: string) =>
    toComparisonRecord(actors, desk.compare({ actors, topic }), desk);
  const actor = (id: string, name: string) => ({ id, name, type: 'state', aliases: [] });
  const orland = { ...actor('orland', 'Orland'), aliases: ['Republic of Orland'] };
  expect(compared(['orland', 'vesk'])).toEqual({
    query: ['orland', 'vesk'],
    outcome: 'unclear',
    open: ['vesk'],
    options: [
      [orland, actor('north-vesk', 'North Vesk')],
      [orland, actor('south-vesk', 'South Vesk')],
    ],
  });
  expect(compared(['orland', 'ORLAND'])).toMatchObject({ outcome: 'same-actor', actors: [orland] });
  expect(compared(['north vesk', 'south vesk'], 'nuclear')).toMatchObject({ outcome: 'no-position', rows: [] });
  expect(compared(['orland', 'north vesk'], 'ferry boat rights')).toMatchObject({
    outcome: 'unknown-topic',
    nearestTopics: ['Boats', 'Fishing rights', 'Ferries'],
  });
  expect(toTopicRecord('nuclear', desk.topic('nuclear'), desk)).toEqual({
    query: 'nuclear',
    outcome: 'no-position',
    topic: 'Nuclear weapons',
    actors: [],
  });
  expect(toTopicRecord('zzz', desk.topic('zzz'), desk)).toEqual({
    query: 'zzz',
    outcome: 'unknown-topic',
    nearestTopics: [],
  });
});

test('comparisons and topics are objects too', () => {
  const names = ['orland', 'north vesk'];
  expect(toComparisonRecord(names, desk.compare({ actors: names }), desk)).toMatchObject({
    query: names,
    actors: [{ id: 'orland' }, { id: 'north-vesk' }],
    rows: [
      { topic: 'Fishing rights', agreement: 'opposed', cells: [{ actor: 'orland' }, { actor: 'north-vesk' }] },
      {},
      {},
      {},
    ],
  });
  expect(toTopicRecord('ferry', desk.topic('ferry'), desk)).toMatchObject({
    topic: 'Ferries',
    actors: [{ actor: { id: 'north-vesk' }, positions: [{ stance: 'supports' }] }, { actor: { id: 'orland' } }],
  });
});
