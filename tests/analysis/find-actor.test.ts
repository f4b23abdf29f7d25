import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActorFinder } from '../../src/analysis/find-actor.ts';
import type { ActorLookup } from '../../src/core/actor.ts';
import { shippedGazetteer } from './shipped-gazetteer.ts';

const finder = createActorFinder(shippedGazetteer());
const ids = (lookup: ActorLookup): string[] => {
  switch (lookup.outcome) {
    case 'found':
      return [lookup.actor.id];
    case 'ambiguous':
      return lookup.candidates.map(({ id }) => id);
    case 'unknown':
      return lookup.nearest.map(({ id }) => id);
  }
};

describe('looking up an actor', () => {
  it.each([
    ['japan', 'japan'],
    ['jpaan', 'japan'],
    ['JAPAN ', 'japan'],
    ['日本', 'japan'],
    ['rok', 'south-korea'],
    ['seoul', 'south-korea'],
    ['republic of korea', 'south-korea'],
    ['korea, republic of', 'south-korea'],
    ["south korea's", 'south-korea'],
    ['South Korea’s policy', 'south-korea'],
    ['한국', 'south-korea'],
    ['Südkorea', 'south-korea'],
    ['nroth korea', 'north-korea'],
    ['dprk', 'north-korea'],
    ['états-unis', 'united-states'],
    ['U.S.', 'united-states'],
    ['us', 'united-states'],
    ['the white house', 'united-states'],
    ['uk', 'united-kingdom'],
    ['turkey', 'turkiye'],
    ['Россия', 'russia'],
    ['中国', 'china'],
    ['burma', 'myanmar'],
    ['cote divoire', 'ivory-coast'],
    ['nato', 'nato'],
    ['european untion', 'european-union'],
    ['au', 'african-union'],
    ['security council', 'un-security-council'],
    ['five eys', 'five-eyes'],
    ['kishida', 'kishida-fumio'],
    ['Kishida Fumio', 'kishida-fumio'],
    ['stoltenburg', 'stoltenberg-jens'],
    ['the government of japan', 'japan'],
  ])('“%s” finds %s', (typed, id) => {
    expect(finder.find(typed)).toMatchObject({ outcome: 'found', actor: { id } });
  });

  it.each([
    ['korea', ['south-korea', 'north-korea']],
    ['korae', ['south-korea', 'north-korea']],
    ['Congo', ['dr-congo', 'republic-of-the-congo']],
    ['guinea', ['guinea', 'guinea-bissau', 'equatorial-guinea', 'papua-new-guinea']],
    ['brussels', ['european-union', 'nato', 'belgium']],
    ['the alliance', ['nato', 'pacific-alliance', 'alliance-of-sahel-states']],
    ['kim', ['kim-jong-il', 'kim-jong-un', 'kim-yo-jong']],
    ['japan and china', ['japan', 'china']],
  ])('“%s” asks which one', (typed, candidates) => {
    const lookup = finder.find(typed);
    expect(lookup.outcome).toBe('ambiguous');
    expect(ids(lookup)).toEqual(candidates);
  });

  it('names the nearest where nobody is meant', () => {
    const lookup = finder.find('taiwan strait');
    expect(lookup.outcome).toBe('unknown');
    expect(ids(lookup)[0]).toBe('taiwan');
  });

  it.each(['', '   ', '🙂', '???', 'x'.repeat(6000)])('“%.10s” finds nobody', (typed) => {
    expect(finder.find(typed).outcome).toBe('unknown');
  });

  it('takes any text without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        expect(ids(finder.find(typed)).length).toBeLessThanOrEqual(20);
        expect(finder.suggest(typed).length).toBeLessThanOrEqual(25);
      }),
      { numRuns: 60 },
    );
  });

  it('finds every actor by its own name', () => {
    const asked = new Set(['guinea', 'commonwealth']);
    for (const { id, name } of shippedGazetteer().actors.values()) {
      const lookup = finder.find(name);
      expect([name, lookup.outcome, ids(lookup)[0]]).toEqual([
        name,
        asked.has(id) && lookup.outcome !== 'found' ? 'ambiguous' : 'found',
        id,
      ]);
    }
  });
});

describe('autocomplete', () => {
  const suggest = (typed: string) => finder.suggest(typed, 3).map(({ actor }) => actor.name);

  it('offers the best first at each keystroke', () => {
    expect(['j', 'ja', 'jap', 'japn', 'japan'].map((typed) => suggest(typed)[0])).toEqual(Array(5).fill('Japan'));
    expect(['sou', 'south', 'south k', 'south ko'].map((typed) => suggest(typed)[0])).toEqual(
      Array(4).fill('South Korea'),
    );
    expect(suggest('kor').slice(0, 2)).toEqual(['South Korea', 'North Korea']);
  });

  it('puts exact names before beginnings and both before likeness', () => {
    expect(suggest('us')[0]).toBe('United States');
    expect(suggest('nat')[0]).toBe('NATO');
    expect(suggest('seo')[0]).toBe('South Korea');
    expect(suggest('kish')[0]).toBe('Fumio Kishida');
    expect(suggest('日')).toEqual(['Japan']);
    expect(suggest('germny')).toEqual(['Germany']);
  });

  it('says which name matched', () => {
    expect(finder.suggest('rok', 1)).toMatchObject([{ actor: { id: 'south-korea' }, matched: 'ROK' }]);
  });

  it('offers states before anything is typed', () => {
    expect(finder.suggest('', 2).map(({ actor }) => actor.type)).toEqual(['state', 'state']);
  });
});
