import { describe, expect, test } from 'vitest';
import { explainNoCard } from '../../src/core/explain-absence.ts';
import { deskOf, documentOf } from '../builders/document.ts';
import { islandDesk } from '../builders/island-world.ts';
import { actorOf, analysisDeps, analysisOf, type Given } from '../builders/positions.ts';

const orland = actorOf('orland', 'Orland');
const cardOf = (sentences: readonly string[], positions: readonly Omit<Given, 'actor'>[]) => {
  const document = documentOf(sentences);
  const given = positions.map((position) => ({ actor: 'orland', ...position }));
  const analyses = new Map([[document.id, analysisOf(document, { positions: given as Given[] })]]);
  const desk = deskOf([document], { analysis: analysisDeps([orland], analyses) });
  const answer = desk.actor({ actor: 'orland' });
  if (answer.outcome !== 'found') throw new Error(answer.outcome);
  return { desk, document, lines: answer.own.flatMap(({ lines }) => lines) };
};

describe('Lines', () => {
  test('what is said twice is one line, and a word that turns the meaning keeps two apart', () => {
    const said = [
      'Orland will send nine new boats to the northern banks in spring.',
      'Orland will send nine new boats to the northern banks in the spring.',
      'Orland will send six new boats to the northern banks in spring.',
      'Orland will not send nine new boats to the northern banks in spring.',
    ];
    const { lines } = cardOf(
      said,
      said.map((words) => ({ words, stance: 'plans' })),
    );
    expect(lines.map(({ summary, repeats }) => [summary, repeats.length])).toEqual([
      [said[0], 1],
      [said[2], 0],
      [said[3], 0],
    ]);
  });

  test('direct evidence goes before weak evidence', () => {
    const said = ['Its wish is a bridge.', 'Orland wants a bridge to the coast.'];
    const { lines } = cardOf(said, [
      { words: said[0] ?? '', stance: 'seeks', strength: 'weak' },
      { words: said[1] ?? '', stance: 'seeks' },
    ]);
    expect(lines.map(({ strength }) => strength)).toEqual(['direct', 'weak']);
  });
});

describe('What is shown', () => {
  test('is withheld where the document is no longer the one that was analysed', () => {
    const { desk, document, lines } = cardOf(
      ['Orland wants a bridge.'],
      [{ words: 'Orland wants a bridge.', stance: 'seeks' }],
    );
    expect(desk.cited(lines)).toHaveLength(1);
    expect(desk.cited(lines.map((line) => ({ ...line, end: document.text.length + 9 })))).toEqual([]);
  });

  test('is the whole sentence where a summary is not made of its words', () => {
    const words = 'Orland may want a bridge.';
    const { desk, lines } = cardOf([words], [{ words, stance: 'seeks', summary: 'Orland wants a bridge.' }]);
    expect(desk.cited(lines).map(({ summary }) => summary)).toEqual([words]);
  });

  test('belongs to the document as it is now: an analysis of another version counts for nothing', () => {
    const document = documentOf(['Orland wants a bridge.']);
    const analysis = {
      ...analysisOf(document, { positions: [{ actor: 'orland', words: 'Orland wants', stance: 'seeks' }] }),
      hash: 'old',
    };
    const desk = deskOf([document], { analysis: analysisDeps([orland], new Map([[document.id, analysis]])) });
    expect(desk.actor({ actor: 'orland' })).toMatchObject({
      outcome: 'no-position',
      read: { documents: 0, waiting: 1 },
    });
    const answer = desk.actor({ actor: 'orland' });
    expect(answer.outcome === 'found' ? '' : explainNoCard(answer)).toBe(
      'None of the documents read so far names Orland. Searched: 0 documents. 1 document still to be read; ask again in a moment.',
    );
  });
});

test('people whom the documents alone name are found by their name or a word of it', () => {
  const document = documentOf(['Harbour master Oda Brandt wants a second crane.']);
  const analysis = {
    ...analysisOf(document, {
      positions: [{ actor: 'brandt-oda', words: 'Oda Brandt wants a second crane', stance: 'seeks' }],
    }),
    people: [actorOf('brandt-oda', 'Oda Brandt', { type: 'person' })],
  };
  const desk = deskOf([document], { analysis: analysisDeps([orland], new Map([[document.id, analysis]])) });
  for (const typed of ['Oda Brandt', 'ODA BRANDT', 'brandt', 'id:brandt-oda'])
    expect(desk.actor({ actor: typed }), typed).toMatchObject({ outcome: 'found', actor: { name: 'Oda Brandt' } });
  expect(desk.suggestActors('bra')).toMatchObject([{ actor: { name: 'Oda Brandt' }, choice: 'Oda Brandt' }]);
});

test('a comparison takes an actor given twice once, and opposes only what stands on one topic', () => {
  const desk = islandDesk();
  const answer = desk.compare({ actors: ['orland', 'Orland', 'north vesk'] });
  if (answer.outcome !== 'found') throw new Error(answer.outcome);
  expect(answer.actors.map(({ id }) => id)).toEqual(['orland', 'north-vesk']);
  expect(answer.rows.map(({ topic, agreement }) => [topic.key, agreement])).toEqual([
    ['fishing', 'opposed'],
    ['ferries', 'several'],
    ['membership', 'single'],
    ['boats', 'single'],
  ]);
});
