import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/core/document.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { documentOf } from '../builders/document.ts';
import { searchOver } from './searched.ts';

const words = 'anchor buoy capstan dredger eddy ferry gannet harbour islet jetty Korea north south the of and'.split(
  ' ',
);
const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map((all) => `${all.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
const document = fc
  .record({
    id: fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md'),
    title: fc.constantFrom('Anchors', 'The north ferry', 'Notes'),
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 4 }),
  })
  .map(({ id, title, paragraphs }) => documentOf(paragraphs, { id, title }));
const step = fc.oneof(document, fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md'));
const synonyms = [
  { same: true, words: ['North Korea', 'islet'] },
  { same: false, words: ['ferry', 'dredger'] },
];
const questions = [
  'anchor',
  'north korea',
  'feryr',
  'where is the gannet of the harbour?',
  '"buoy and"',
  'eddy jetty south',
];

/** Replays what happened to an index; what it then holds stands in the order in which it was added. */
function replay(steps: readonly (Document | string)[]) {
  const index = createSearch({ synonyms });
  const held = new Map<string, Document>();
  for (const one of steps) {
    const id = typeof one === 'string' ? one : one.id;
    held.delete(id);
    if (typeof one === 'string') index.remove(one);
    else {
      index.add(one);
      held.set(id, one);
    }
  }
  return { index, held };
}

test('whatever was added, replaced and removed, the evidence is that of a fresh index over what is left', {
  timeout: 30_000,
}, () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 14 }), (steps) => {
      const { index, held } = replay(steps);
      const fresh = createSearch({ synonyms });
      for (const one of held.values()) fresh.add(one);
      for (const question of questions) {
        expect(index.search(question)).toEqual(fresh.search(question));
        const scope = { document: 'a.md' };
        expect(index.search(question, scope)).toEqual(fresh.search(question, scope));
      }
      expect(index.suggest('').map(({ id }) => id)).toEqual(fresh.suggest('').map(({ id }) => id));
    }),
    { numRuns: 150 },
  );
});

describe('one after the other', () => {
  const walrus = documentOf(['The walrus sleeps on the pier.'], { id: 'walrus.md', title: 'Beasts' });

  test('a document that was added is found, and once removed it is not', () => {
    const { index, find } = searchOver({ 'a.txt': 'A heron stands on the pier.' });
    expect(find('walrus').places).toEqual([]);
    index.add(walrus);
    expect(find('walrus').places).toEqual(['walrus.md ¶ 1']);
    expect(find('walrsu').read).toEqual(['walrsu → walrus']);
    index.remove('walrus.md');
    expect(find('walrus').places).toEqual([]);
    expect(find('walrsu').read).toEqual([]);
    expect(find('pier').places).toEqual(['a.txt ¶ 1']);
  });

  test('a document that is added again takes the place of its former text', () => {
    const { index, find } = searchOver({});
    index.add(walrus);
    index.add(documentOf(['The heron sleeps on the pier.'], { id: 'walrus.md', title: 'Beasts' }));
    expect(find('pier').places).toEqual(['walrus.md ¶ 1']);
    expect(find('walrus').places).toEqual([]);
    expect(index.suggest('beasts')).toHaveLength(1);
  });

  test('removing what is not there changes nothing', () => {
    const { index, find } = searchOver({ 'a.txt': 'A heron stands on the pier.' });
    index.remove('b.txt');
    expect(find('heron').places).toEqual(['a.txt ¶ 1']);
  });

  test('thousands of removals later the index still answers like a fresh one', () => {
    const { index } = searchOver({ 'a.txt': 'A heron stands on the pier.', 'b.txt': 'The heron left in May.' });
    const many = Array.from({ length: 120 }, (_, at) => `Gull ${at} follows the heron to the pier.`);
    for (let round = 0; round < 20; round++) {
      index.add(documentOf(many, { id: `round-${round}.md`, title: `Round ${round}` }));
      index.remove(`round-${round}.md`);
    }
    const fresh = searchOver({ 'a.txt': 'A heron stands on the pier.', 'b.txt': 'The heron left in May.' }).index;
    for (const question of ['heron', 'where does the heron stand?', 'gull', 'piert'])
      expect(index.search(question)).toEqual(fresh.search(question));
  });
});
