import { describe, expect, test } from 'vitest';
import { islandDesk } from '../builders/island-world.ts';

const desk = islandDesk();

describe('An actor as the topic', () => {
  test('leaves of a card the lines whose sentence names it', () => {
    const card = desk.actor({ actor: 'orland', topic: 'tide league' });
    if (card.outcome !== 'found') throw new Error(card.outcome);
    expect(card.topic?.name).toBe('Tide League');
    expect(card.own.flatMap(({ lines }) => lines.map(({ summary }) => summary))).toEqual([
      'It may join the Tide League, but only if the quota falls.',
    ]);
  });

  test('leaves of a comparison the same, under the topics that they are on', () => {
    const answer = desk.compare({ actors: ['orland', 'Ida Hale', 'north vesk'], topic: 'TL' });
    if (answer.outcome !== 'found') throw new Error(answer.outcome);
    expect(answer.topic?.name).toBe('Tide League');
    expect(
      answer.rows.map(({ topic, cells }) => [
        topic.key,
        ...cells.map(({ lines }) => lines.map(({ stance }) => stance)),
      ]),
    ).toEqual([['membership', ['plans'], ['supports'], []]]);
  });

  test('shows what others hold where they name it, and not what it holds itself', () => {
    const answer = desk.topic('orland');
    if (answer.outcome !== 'found') throw new Error(answer.outcome);
    expect(answer.rows.map(({ actor, lines }) => [actor.name, ...lines.map(({ summary }) => summary)])).toEqual([
      ['North Vesk', 'North Vesk opposes a larger catch for Orland.'],
    ]);
  });

  test('is found by its key, as buttons and lists give it', () =>
    expect(desk.topic('id:north-vesk')).toMatchObject({ outcome: 'found', topic: { name: 'North Vesk' } }));

  test.each([
    ['nobody speaks of it', 'quiet rock', 'no-position'],
    ['its name is half a name', 'vesk', 'unknown-topic'],
  ])('is no answer where %s', (_, typed, outcome) => expect(desk.topic(typed)).toMatchObject({ outcome }));

  test('is offered where it may be meant', () => {
    expect(desk.topic('vesk')).toMatchObject({ nearest: [{ name: 'North Vesk' }, { name: 'South Vesk' }] });
    expect(desk.suggestTopics('north').map(({ name }) => name)).toContain('North Vesk');
  });

  test('gives way to a topic of that name', () =>
    expect(desk.suggestTopics('f').map(({ key }) => key)).toEqual(['fishing', 'ferries']));
});
