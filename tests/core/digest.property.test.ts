import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Desk } from '../../src/core/desk.ts';
import type { Digest, DigestRequest } from '../../src/core/digest.ts';
import { type Cited, wordsOf } from '../../src/core/place.ts';
import { deskOf, documentOf } from '../builders/document.ts';
import { actorOf, analysisDeps, analysisOf } from '../builders/positions.ts';

const actors = ['orland', 'vesk', 'farhaven', 'tide-league'].map((id) => actorOf(id, id.toUpperCase()));
const topics = ['fishing', 'ferries', 'borders'].map((key) => ({ key, name: key }));
const tags = ['north', 'south'];

const documents = fc.array(
  fc.record({
    language: fc.constantFrom('en', 'de'),
    date: fc.constantFrom('2023', '2024-05-01', undefined),
    tags: fc.subarray(tags),
    held: fc.array(
      fc.record({
        actor: fc.nat({ max: actors.length - 1 }),
        topic: fc.nat({ max: topics.length - 1 }),
        stance: fc.constantFrom('seeks', 'opposes', 'states', 'did'),
        strength: fc.constantFrom('direct', 'direct', 'weak'),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  }),
  { minLength: 2, maxLength: 5 },
);
const focuses = fc.record({
  focus: fc.record({
    actors: fc.subarray(actors.map(({ id }) => id)),
    topics: fc.subarray(topics.map(({ key }) => key)),
    tags: fc.subarray(tags),
  }),
  language: fc.option(fc.constantFrom('en', 'de'), { nil: undefined }),
});
type Given = typeof documents extends fc.Arbitrary<infer T> ? T : never;

/** Every position is a paragraph with a sentence of its own, so that all of it can be told from what is shown. */
function worldOf(given: Given) {
  const all = given.map(({ held, date, ...about }, at) => {
    const words = held.map(({ actor, topic, stance }, nth) => {
      const object = `the ${topics[topic]?.key} of harbour ${at} beyond pier ${nth}`;
      return `${actors[actor]?.name} said in the council that it ${stance} ${object}.`;
    });
    const document = documentOf(words, { ...about, id: `${at}.md`, ...(date === undefined ? {} : { date }) });
    const positions = held.map(({ actor, topic, ...rest }, nth) => ({
      ...rest,
      actor: actors[actor]?.id ?? '',
      topic: topics[topic]?.key ?? '',
      words: words[nth] ?? '',
    }));
    const names = Object.fromEntries(actors.map(({ id, name }) => [name, id]));
    return { document, positions, analysis: analysisOf(document, { positions, names }) };
  });
  const analyses = new Map(all.map(({ document, analysis }) => [document.id, analysis]));
  const desk = deskOf(
    all.map(({ document }) => document),
    { analysis: analysisDeps(actors, analyses, topics) },
  );
  return { desk, all };
}

const base: DigestRequest = {
  date: '2026-12-01',
  focus: { actors: [], topics: [], tags: [] },
  firstServed: new Map(),
  shown: [],
  questions: [],
};

/** The digests of consecutive days, each of which knows what the earlier ones showed. */
function daysOf(desk: Desk, days: number, request: Partial<DigestRequest> = {}): Digest[] {
  const shown: string[] = [];
  return Array.from({ length: days }, (_, day) => {
    const date = new Date(Date.UTC(2026, 11, 1 + day)).toISOString().slice(0, 10);
    const digest = desk.digest({ ...base, ...request, date, shown: [...shown] });
    shown.push(...digest.shown);
    return digest;
  });
}

const linesOf = ({ watch }: Digest): readonly Cited[] => (watch ? [watch.before ?? [], watch.now].flat() : []);
const sentencesOf = (digest: Digest) =>
  [...linesOf(digest), ...(digest.position ? [digest.position.line] : [])].map(wordsOf);

/** What ends a day's list and comes again although something else of `all` has not come since. */
function earlyRepeats(all: ReadonlySet<string>, days: readonly (readonly string[])[]) {
  const came: string[] = [];
  return days.flatMap((those) => {
    came.push(...those);
    const one = came.at(-1) ?? '';
    const before = came.lastIndexOf(one, -2);
    const missing = before < 0 ? [] : [...all].filter((each) => !came.slice(before).includes(each));
    return those.length > 0 && missing.length > 0 ? [{ one, missing }] : [];
  });
}

test('no position and no actor comes again before all others have come, over months of days', () => {
  fc.assert(
    fc.property(documents, fc.integer({ min: 60, max: 200 }), (given, days) => {
      const { desk, all } = worldOf(given);
      const direct = all.flatMap(({ positions }) => positions).filter(({ strength }) => strength === 'direct');
      fc.pre(new Set(direct.map(({ words }) => words)).size > 3);
      const digests = daysOf(desk, days);
      const heard = digests.map(sentencesOf);
      const pool = new Set(direct.map(({ words }) => words));
      expect(new Set(heard.flat())).toEqual(pool);
      expect(earlyRepeats(pool, heard)).toEqual([]);
      const watched = digests.map(({ watch }) => (watch ? [watch.actor.id] : []));
      const counted = Map.groupBy(direct, ({ actor }) => actor);
      const several = [...counted.keys()].filter((id) => (counted.get(id)?.length ?? 0) > 1);
      const holders = new Set(several.length > 2 ? several : counted.keys());
      expect(new Set(watched.flat())).toEqual(holders);
      expect(earlyRepeats(holders, watched)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test('whatever a digest keeps to, no part of it shows anything else', () => {
  fc.assert(
    fc.property(documents, focuses, fc.nat({ max: 5 }), (given, { focus, language }, recent) => {
      const { desk, all } = worldOf(given);
      const everything = Object.values(focus).every(({ length }) => length === 0);
      const spoken = all.filter(({ document }) => language === undefined || document.language === language);
      const allowed = spoken.flatMap(({ document, positions }) =>
        positions
          .filter(
            ({ actor, topic }) =>
              everything ||
              focus.actors.includes(actor) ||
              focus.topics.includes(topic) ||
              document.tags.some((tag) => focus.tags.includes(tag)),
          )
          .map(({ words }) => ({ words, document: document.id })),
      );
      const firstServed = new Map(all.map(({ document }, at) => [document.hash, at < recent ? 2000 : 0]));
      const questions = ['what of the council?', ...topics.map(({ name }) => `what of the ${name}?`)];
      for (const digest of daysOf(desk, 12, { focus, language, since: 1000, firstServed, questions })) {
        const shown = [...sentencesOf(digest), ...(digest.asked ? [digest.asked.quotation.text] : [])];
        expect(shown.filter((words) => !allowed.some((one) => one.words === words))).toEqual([]);
        const named = digest.news.documents.map(({ id }) => id);
        expect(named.filter((id) => !allowed.some(({ document }) => document === id))).toEqual([]);
        const fresh = spoken.filter(({ document }) => allowed.some((one) => one.document === document.id));
        expect(digest.news.all).toBe(fresh.filter(({ document }) => firstServed.get(document.hash) === 2000).length);
      }
    }),
    { numRuns: 40 },
  );
});

test('the same request over the same documents gives the same digest', () => {
  fc.assert(
    fc.property(documents, focuses, (given, { focus, language }) => {
      const request = { focus, language, questions: ['what of the fishing?', 'what of the borders?'] };
      expect(daysOf(worldOf(given).desk, 5, request)).toEqual(daysOf(worldOf(given).desk, 5, request));
    }),
    { numRuns: 20 },
  );
});
