import { describe, expect, it } from 'vitest';
import { analysisOf, heldIn } from './read-positions.ts';

const peopleIn = (text: string) =>
  analysisOf([text]).people.flatMap(({ name, speaksFor = [] }) =>
    name.startsWith('Author') ? [] : [`${name}: ${speaksFor.map(({ actor }) => actor).join()}`],
  );

describe('people whom no list knows', () => {
  it.each([
    ['by title', 'Foreign Minister Anna Novak of Slovenia spoke.', ['Anna Novak: slovenia']],
    ['by the state before', 'Slovenian Prime Minister Anna Novak spoke.', ['Anna Novak: slovenia']],
    ['by apposition', 'Slovenia’s defence minister, Anna Novak, spoke.', ['Anna Novak: slovenia']],
    ['by a role behind', 'Anna Novak, president of Slovenia, spoke.', ['Anna Novak: slovenia']],
    ['by an embassy', 'Slovenia’s ambassador to Egypt, Anna Novak, spoke.', ['Anna Novak: slovenia']],
    ['without an office of state', 'Professor Anna Novak of Zadar spoke.', ['Anna Novak: ']],
    ['not by a street', 'The Anna Novak bridge was closed.', []],
  ])('%s', (_, text, expected) => expect(peopleIn(text)).toEqual(expected));

  it('a minister speaks for the state, and is known by the last name afterwards', () => {
    const held = heldIn('Foreign Minister Anna Novak of Slovenia spoke. Later Novak rejected the plan.');
    expect(held).toEqual(expect.arrayContaining(['anna-novak opposes', 'slovenia opposes']));
  });

  it('a senator speaks for nobody else', () => {
    expect(heldIn('Kenya waited. Senator Ruth Otieno rejected the plan.')).toEqual([
      'kenya did',
      'ruth-otieno opposes',
    ]);
  });

  it('every mention of them counts', () => {
    const { mentions } = analysisOf(['Mr Anna Novak came.', 'Novak left.']);
    expect(mentions.map(({ actor, paragraph }) => `${actor} ${paragraph}`)).toEqual(['anna-novak 1', 'anna-novak 2']);
  });
});

describe('authors', () => {
  const authorOf = (paragraphs: string[], given = {}) =>
    analysisOf([...paragraphs, 'Trade should be free.'], given)
      .positions.filter(({ kind }) => kind === 'own')
      .map(({ actor }) => actor);

  it('are named by the front matter', () => expect(authorOf([], { author: 'Ana Lopes' })).toEqual(['ana-lopes']));
  it('are found in a note on the author', () =>
    expect(authorOf(['Dr Ana Lopes, who works at the Institute of Trade, studied in Porto.'])).toEqual(['ana-lopes']));
  it('are known actors where a list knows them', () =>
    expect(authorOf([], { author: 'Taehun Lim' })).toEqual(['lim-taehun']));
  it('are actors of their own where nobody names them', () => {
    expect(authorOf([], { id: 'ports/2024_sea.md' })).toEqual(['author-of-ports-2024-sea']);
    expect(analysisOf(['Trade should be free.'], { id: 'sea.md' }).people[0]?.name).toBe('Author of document sea');
  });
  it.each([
    ['This paper argues that ports matter.', 'states'],
    ['It is essential to keep the port.', 'seeks'],
    ['The port must stay open.', 'seeks'],
    ['Such a port would strengthen trade.', 'supports'],
    ['A closed port could harm trade.', 'warns'],
  ])('%s %s', (sentence, stance) => {
    expect(analysisOf([sentence]).positions.map((position) => position.stance)).toContain(stance);
  });
  it('hold nothing that they only report', () => {
    expect(heldIn('Norway said that ports should close.')).toEqual(['norway states']);
  });
});
