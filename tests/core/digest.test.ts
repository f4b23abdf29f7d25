import { expect, test } from 'vitest';
import type { DigestRequest } from '../../src/core/digest.ts';
import { isEmpty } from '../../src/core/digest.ts';
import type { Document } from '../../src/core/document.ts';
import { wordsOf } from '../../src/core/place.ts';
import type { Quotation } from '../../src/core/quotation.ts';
import { deskOf, documentOf } from '../builders/document.ts';
import { islandDesk } from '../builders/island-world.ts';
import { actorOf, analysisDeps, analysisOf, type Given } from '../builders/positions.ts';

const orland = actorOf('orland', 'Orland');
const vesk = actorOf('vesk', 'Vesk');
const scholar = actorOf('reed-ana', 'Ana Reed', { type: 'person' });
const names = { Orland: 'orland', Vesk: 'vesk', Reed: 'reed-ana' };
const topics = [{ key: 'fishing', name: 'Fishing rights' }];

const request: DigestRequest = {
  date: '2026-12-01',
  focus: { actors: [], topics: [], tags: [] },
  firstServed: new Map(),
  shown: [],
  questions: [],
};

function deskWith(documents: readonly (readonly [Document, readonly Given[]])[], altered: Quotation[] = []) {
  const analyses = new Map(
    documents.map(([document, positions]) => [document.id, analysisOf(document, { positions, names })]),
  );
  const analysis = analysisDeps([orland, vesk, scholar], analyses, topics);
  return deskOf(
    documents.map(([document]) => document),
    { analysis, altered },
  );
}

const fishing = (actor: string, stance: Given['stance'], words: string, given: Partial<Given> = {}): Given => ({
  actor,
  stance,
  words,
  topic: 'fishing',
  ...given,
});

test('documents served since the last digest are new, newest first, and all of them are counted', () => {
  const documents = Array.from({ length: 6 }, (_, at) =>
    documentOf([`Report ${at} counts the herring.`], { id: `${at}.md`, title: `Report ${at}`, date: `202${at}` }),
  );
  const desk = deskWith(documents.map((document) => [document, []]));
  const firstServed = new Map(documents.map(({ hash }, at) => [hash, at < 5 ? 100 + at : 10]));
  const { news } = desk.digest({ ...request, since: 100, firstServed });
  expect(news).toEqual({
    since: 100,
    all: 4,
    documents: [4, 3, 2, 1].map((at) => ({ id: `${at}.md`, title: `Report ${at}`, date: `202${at}` })),
  });
  expect(desk.digest({ ...request, firstServed }).news).toEqual({ all: 0, documents: [] });
});

test('an actor with positions in new documents is watched before all others, whether it was seen lately or not', () => {
  const old = documentOf(['Vesk wants a larger share of the herring in the north.'], { id: 'old.md' });
  const fresh = documentOf(['Orland opposes any larger share of the herring for Vesk.'], { id: 'new.md' });
  const desk = deskWith([
    [old, [fishing('vesk', 'seeks', 'Vesk wants a larger share of the herring in the north.')]],
    [fresh, [fishing('orland', 'opposes', 'Orland opposes any larger share of the herring for Vesk.')]],
  ]);
  const firstServed = new Map([[fresh.hash, 200]]);
  const first = desk.digest({ ...request, since: 100, firstServed });
  expect(first.watch).toMatchObject({ actor: orland, change: 'new-positions', now: [{ document: 'new.md' }] });
  const { watch } = desk.digest({ ...request, since: 100, firstServed, shown: first.shown });
  expect(watch).toMatchObject({ actor: orland, change: 'new-positions' });
  expect(desk.digest({ ...request, since: 300, firstServed, shown: first.shown }).watch).toMatchObject({
    actor: vesk,
    change: 'newest',
  });
});

test('an actor who was for something in one document and against it in a later one is watched for that', () => {
  const before = documentOf(['Orland supports the herring treaty of the council.'], { id: 'a.md', date: '2023' });
  const after = documentOf(
    ['Orland opposes the herring treaty of the council.', 'Vesk wants more ships, and Vesk says so at every turn.'],
    { id: 'b.md', date: '2024-02' },
  );
  const desk = deskWith([
    [before, [fishing('orland', 'supports', 'Orland supports the herring treaty of the council.')]],
    [
      after,
      [
        fishing('orland', 'opposes', 'Orland opposes the herring treaty of the council.'),
        fishing('vesk', 'seeks', 'Vesk wants more ships, and Vesk says so at every turn.'),
      ],
    ],
  ]);
  const { watch } = desk.digest(request);
  expect(watch).toMatchObject({
    actor: orland,
    change: 'other-stance',
    topic: 'Fishing rights',
    before: { stance: 'supports', document: 'a.md' },
    now: [{ stance: 'opposes', document: 'b.md' }],
  });
});

test.each([
  ['within one year, as far as is known', '2023', '2023-05'],
  ['where one of them has no date', undefined, '2023'],
])('views that differ are no change %s', (_, one, other) => {
  const documents = [one, other].map((date, at) => {
    const words = `Orland ${at ? 'opposes' : 'supports'} the herring treaty of the council.`;
    const document = documentOf([words], { id: `${at}.md`, ...(date === undefined ? {} : { date }) });
    return [document, [fishing('orland', at ? 'opposes' : 'supports', words)]] as const;
  });
  expect(deskWith(documents).digest(request).watch?.change).toBe('newest');
});

test('the position of the day is direct evidence that makes sense alone, before what needs its paragraph', () => {
  const words = [
    'It wants the quota to fall before the summer, and says so.',
    'Orland wants the quota to rise before the summer.',
    'The catch was poor. Orland plans this for the next spring, if the ice allows it.',
  ];
  const document = documentOf(words, { id: 'a.md' });
  const desk = deskWith([
    [
      document,
      [
        fishing('orland', 'seeks', words[0] ?? '', { strength: 'weak' }),
        fishing('orland', 'seeks', words[1] ?? ''),
        fishing('orland', 'plans', 'Orland plans this for the next spring, if the ice allows it.'),
      ],
    ],
  ]);
  const first = desk.digest(request);
  const second = desk.digest({ ...request, date: '2026-12-02', shown: first.shown });
  const all = [first, second].flatMap(({ position, watch }) =>
    [position ? position.line : [], watch ? [...watch.now] : []].flat().map(wordsOf),
  );
  expect(all).not.toContain(words[0]);
  expect(first.position).toMatchObject({ actor: orland, topic: 'Fishing rights' });
  const shown = [first.position, second.position].map((one) => one && [wordsOf(one.line), one.alone]);
  expect(shown).toEqual([
    ['Orland wants the quota to rise before the summer.', true],
    ['Orland plans this for the next spring, if the ice allows it.', false],
  ]);
});

test('writers and scholars are left out, unless the digest keeps to them or nobody else speaks', () => {
  const words = [
    'Reed argues that the herring will return to the northern banks.',
    'Orland says that herring are gone.',
  ];
  const positions = [fishing('reed-ana', 'states', words[0] ?? ''), fishing('orland', 'states', words[1] ?? '')];
  const desk = deskWith([[documentOf(words), positions]]);
  expect(desk.digest(request).position?.actor).toEqual(orland);
  const focus = { ...request.focus, actors: ['reed-ana'] };
  expect(desk.digest({ ...request, focus }).position?.actor).toEqual(scholar);
  expect(deskWith([[documentOf(words), positions.slice(0, 1)]]).digest(request).position?.actor).toEqual(scholar);
});

test('a question is asked again now, shown only while the documents answer it, and shown once', () => {
  const desk = islandDesk();
  const questions = ['who lives on the moon?', 'what of the FERRY?', 'what of the ferry'];
  const { asked, shown } = desk.digest({ ...request, questions });
  expect(asked?.question.toLowerCase()).toContain('ferry');
  expect(asked?.quotation.text).toContain('ferry');
  expect(desk.digest({ ...request, questions, shown }).asked).toBeUndefined();
});

test('a sentence that answers a question is not shown a second time as a position', () => {
  const { asked, watch, position, shown } = islandDesk().digest({ ...request, questions: ['what of the ferry?'] });
  const sentence = asked && asked.quotation.text.slice(asked.quotation.answer.start, asked.quotation.answer.end);
  const lines = [position ? position.line : [], watch ? [...watch.now] : []].flat();
  expect(lines.map(wordsOf)).not.toContain(sentence);
  const again = islandDesk().digest({ ...request, shown });
  expect(again.position && wordsOf(again.position.line)).not.toBe(sentence);
});

test('what is no longer in its document word for word is not shown', () => {
  const words = [
    'Orland wants the quota to rise before the summer.',
    'Vesk wants the quota to fall before the winter.',
  ];
  const document = documentOf(words);
  const altered: Quotation[] = [];
  const desk = deskWith(
    [[document, [fishing('orland', 'seeks', words[0] ?? ''), fishing('vesk', 'seeks', words[1] ?? '')]]],
    altered,
  );
  Object.assign(document, { text: '' });
  const digest = desk.digest(request);
  expect([digest.position, digest.watch, digest.shown]).toEqual([undefined, undefined, []]);
  expect(isEmpty(digest)).toBe(true);
  expect(altered.length).toBeGreaterThan(0);
});

test('with one position alone, it is that of the day, and nobody is watched', () => {
  const words = 'Orland wants the quota to rise before the summer.';
  const { position, watch } = deskWith([[documentOf([words]), [fishing('orland', 'seeks', words)]]]).digest(request);
  expect([position && wordsOf(position.line), watch]).toEqual([words, undefined]);
});
