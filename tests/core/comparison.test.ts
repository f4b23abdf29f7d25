import { expect, test } from 'vitest';
import { deskOf, documentOf } from '../builders/document.ts';
import { actorOf, analysisDeps, analysisOf, type Given } from '../builders/positions.ts';

const actors = [actorOf('orland', 'Orland'), actorOf('westmark', 'Westmark'), actorOf('southey', 'Southey')];

const rowOf = (
  given: readonly Pick<Given, 'actor' | 'words' | 'stance' | 'strength'>[],
  asked = ['orland', 'westmark'],
) => {
  const document = documentOf(given.map(({ words }) => words));
  const positions = given.map((position) => ({ ...position, topic: 'fishing' })) as Given[];
  const analyses = new Map([[document.id, analysisOf(document, { positions })]]);
  const answer = deskOf([document], { analysis: analysisDeps(actors, analyses) }).compare({ actors: asked });
  if (answer.outcome !== 'found') throw new Error(answer.outcome);
  const [row] = answer.rows;
  return { agreement: row?.agreement, shown: row?.cells.map(({ lines }) => lines.map(({ stance }) => stance)) };
};

test('where two disagree, the lines that show it come first', () => {
  const given = [
    { actor: 'orland', words: 'Orland wants to fish the northern banks.', stance: 'seeks' },
    { actor: 'westmark', words: 'Westmark said its boats were old.', stance: 'states' },
    { actor: 'westmark', words: 'Westmark wants a share of the southern banks.', stance: 'seeks' },
    { actor: 'westmark', words: 'Westmark opposes boats on the northern banks.', stance: 'opposes' },
  ] as const;
  expect(rowOf(given)).toEqual({ agreement: 'opposed', shown: [['seeks'], ['opposes', 'states', 'seeks']] });
});

test('direct evidence of a disagreement goes before weak evidence of one', () => {
  const given = [
    { actor: 'orland', words: 'The wish of Orland for a quota grew.', stance: 'seeks', strength: 'weak' },
    { actor: 'orland', words: 'Orland opposes a quota for herring.', stance: 'opposes' },
    { actor: 'westmark', words: 'Westmark fears for the cod.', stance: 'warns' },
    { actor: 'westmark', words: 'Westmark supports a quota for herring.', stance: 'supports' },
  ] as const;
  expect(rowOf(given).shown).toEqual([
    ['opposes', 'seeks'],
    ['supports', 'warns'],
  ]);
});

test('a third actor’s own side of it comes first as well', () => {
  const given = [
    { actor: 'orland', words: 'Orland wants to fish the northern banks.', stance: 'seeks' },
    { actor: 'westmark', words: 'Westmark opposes boats on the northern banks.', stance: 'opposes' },
    { actor: 'southey', words: 'Southey counted its boats.', stance: 'did' },
    { actor: 'southey', words: 'Southey backs boats on the northern banks.', stance: 'supports' },
  ] as const;
  expect(rowOf(given, ['orland', 'westmark', 'southey']).shown?.[2]).toEqual(['supports', 'did']);
});

test('where nobody objects, lines stay as they stand in the text', () => {
  const given = [
    { actor: 'orland', words: 'Orland counted its boats.', stance: 'did' },
    { actor: 'orland', words: 'Orland wants to fish the northern banks.', stance: 'seeks' },
    { actor: 'westmark', words: 'Westmark backs the plan.', stance: 'supports' },
  ] as const;
  expect(rowOf(given)).toEqual({ agreement: 'several', shown: [['did', 'seeks'], ['supports']] });
});
