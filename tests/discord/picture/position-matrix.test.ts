import { expect, test } from 'vitest';
import { altText } from '../../../src/discord/picture/alt-text.ts';
import { comparisonMatrix, stanceMatrix } from '../../../src/discord/picture/position-matrix.ts';
import { held } from './sample.ts';

const note = 'Positions in 6 documents.';

test('a topic is a row an actor and a column a stance that somebody takes', () => {
  const matrix = stanceMatrix({
    title: 'Nuclear weapons',
    actors: [
      { name: 'Japan', positions: [held('opposes'), held('opposes', 'weak'), held('did')] },
      { name: 'China', positions: [held('plans', 'weak')] },
    ],
    note,
  });
  expect(matrix.columns).toEqual(['plans', 'did', 'opposes']);
  expect(matrix.rows.map(({ cells }) => cells.map((cell) => cell?.words.join(' ')))).toEqual([
    [undefined, '1', '1 (1)'],
    ['(1)', undefined, undefined],
  ]);
  expect(altText(matrix)).toMatchInlineSnapshot(`
    "Nuclear weapons
    Japan: did 1; opposes 1 and 1 weak.
    China: plans 1 weak.
    A column that is not named holds nothing.
    Positions in 6 documents. (In brackets): weaker evidence, the holder is inferred."
  `);
});

test('a comparison says what each actor holds on each topic, and who is silent', () => {
  const matrix = comparisonMatrix({
    title: 'Japan and South Korea',
    actors: ['Japan', 'South Korea'],
    rows: [
      { name: 'Deterrence', cells: [[held('seeks'), held('opposes'), held('opposes')], []] },
      { name: 'History', cells: [[], [held('warns', 'weak')]] },
    ],
    note,
  });
  expect(matrix.rows[0]?.cells[0]).toMatchObject({ words: ['opposes ×2', 'seeks'], tone: 'mixed', weak: false });
  expect(matrix.rows[1]?.cells[1]).toMatchObject({ words: ['(warns)'], tone: 'against', weak: true });
  expect(altText(matrix)).toMatchInlineSnapshot(`
    "Japan and South Korea
    Deterrence: Japan opposes ×2, seeks; South Korea silent.
    History: Japan silent; South Korea warns (weak).
    Positions in 6 documents. (In brackets): weaker evidence, the holder is inferred."
  `);
});

test('a cell shows three stances and counts the others, while the alt text names them all', () => {
  const cells = [[held('seeks'), held('plans'), held('did'), held('warns'), held('warns')]];
  const matrix = comparisonMatrix({ title: 'Japan', actors: ['Japan'], rows: [{ name: 'Deterrence', cells }], note });
  expect(matrix.rows[0]?.cells[0]).toMatchObject({ words: ['warns ×2', 'seeks', 'plans'], aside: '+ 1 more' });
  expect(altText(matrix)).toContain('Deterrence: Japan warns ×2, seeks, plans, did.');
});

test.for([
  [['did', 'seeks'], 'for'],
  [['states', 'warns'], 'against'],
  [['did', 'constrained'], 'plain'],
  [['supports', 'opposes'], 'mixed'],
] as const)('%o together are %s', ([taken, tone]) => {
  const cells = [taken.map((stance) => held(stance))];
  const matrix = comparisonMatrix({ title: 'Japan', actors: ['Japan'], rows: [{ name: 'Trade', cells }], note });
  expect(matrix.rows[0]?.cells[0]?.tone).toBe(tone);
});

test('brackets are explained only where there are any', () => {
  const legend = (strength: 'direct' | 'weak') =>
    stanceMatrix({ title: 'Trade', actors: [{ name: 'Japan', positions: [held('seeks', strength)] }], note }).note;
  expect(legend('direct')).toBe(note);
  expect(legend('weak')).toBe(`${note} (In brackets): weaker evidence, the holder is inferred.`);
});
