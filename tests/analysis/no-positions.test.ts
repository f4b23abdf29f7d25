import { describe, expect, it } from 'vitest';
import { analysisOf, heldIn, positionsIn } from './read-positions.ts';

describe('what is only imagined', () => {
  it.each([
    ['what would follow', 'That course is costly: Peru would break the treaty, pay for it and lead Chile to follow.'],
    [
      'two ways of doing it',
      'The term covers two cases: Peru builds the port itself, or Chile builds it on Peruvian soil.',
    ],
    ['either of two', 'Either Peru pays or Chile waits.'],
    ['a definition', 'By sharing the treaty means this: Peru opens its locks.'],
    ['whatever it decides', 'Whatever Peru decides, a treaty is far away.'],
    ['such help as might be given', 'There are fields in which such Peruvian help could serve Chile.'],
    ['a return out of the question', 'An American return, of which officers dream, is out of the question.'],
    ['a contribution in dispute', 'Peru’s contribution to the costs is an open issue.'],
    ['what a claim says', 'Critics repeat the claim that Peru runs the canal.'],
    ['what a paper forecasts', 'Peru will refuse it, the 2024 paper argues.'],
  ])('%s is no position', (_, sentence) =>
    expect(heldIn(sentence).filter((line) => !line.startsWith('author'))).toEqual([]),
  );

  it('“would” counts where the actor is said to have said it', () => {
    expect(heldIn('Peru said that it would break the treaty and pay for it.')).toEqual(['peru plans', 'peru states']);
  });

  it('a claim that somebody rejects is a rejection', () => {
    expect(heldIn('It was a claim that Panama rejects.')).toEqual(['panama opposes']);
  });

  it('what somebody proposes that others do is not done', () => {
    expect(heldIn('Peru proposes that Peru and Chile meet.')).toEqual(['peru seeks']);
  });

  it('what a text recommends to an actor is not the actor’s wish', () => {
    expect(heldIn('Peru should say what it adds, the 2024 paper recommends.')).toEqual([]);
  });
});

describe('how things are', () => {
  it.each([
    ['to count as', 'Peru already counts as part of the club.'],
    ['to strike as', 'Peru strikes diplomats as a risk.'],
    ['to lead in', 'Peru leads in copper.'],
    ['to amount to', 'Peru’s defence budget amounts to little.'],
    ['to look like', 'Peru did not look like a partner.'],
    ['to belong to', 'Peru belongs to the club.'],
    ['somebody’s turn', 'Last week it was Peru’s turn.'],
    ['an object and a participle', 'The rules keep Peru engaged.'],
    ['an answer not given', 'Peru did not reply to the letter.'],
  ])('%s is no deed', (_, sentence) => expect(heldIn(sentence)).toEqual([]));

  it('an invitation of somebody is done to them, an invitation to a guest is their own', () => {
    expect(positionsIn('Peru’s invitation to the summit surprised many.')).toEqual(['others peru did']);
    expect(positionsIn('Peru’s invitation to Vladimir Putin surprised many.')).toContain('own peru did');
  });

  it.each([
    ['Peru and Chile have not settled who pays.', ['chile constrained', 'peru constrained']],
    ['Peru’s Supreme Court decided in favour of the miners.', ['peru did']],
    ['Peru decided to leave.', ['peru plans']],
    ['Peru never stops provoking them.', ['peru did']],
    ['Peru puts the cost at two billion dollars.', ['peru states']],
    ['Peru takes it for a threat.', ['peru states']],
    ['By a share the Peruvian side means a quota.', ['peru states']],
    ['Peru seemed interested in a summit.', ['peru seeks']],
    ['Peru felt threatened by Chile.', ['peru warns']],
    ['Peru voiced solidarity with Panama.', ['peru supports']],
    ['Peru called it a risk and urged Chile to cooperate.', ['peru seeks', 'peru states']],
    ['The treaty gives little; Mercosur does not give its members access.', ['mercosur constrained']],
  ])('%s', (sentence, expected) => expect(heldIn(sentence)).toEqual(expected));
});

describe('who it is', () => {
  it('a former minister speaks for no state', () => {
    expect(heldIn('A former Peruvian minister told reporters that it was late.')).toEqual([]);
  });

  it('a president belongs to a state and not to the bank spoken of', () => {
    expect(heldIn('The World Bank wants to wait. President Emomali Rahmon praised the dam.')).toEqual([
      'emomali-rahmon supports',
      'world-bank seeks',
    ]);
  });

  it('when a minister asks and a state pays, they are two', () => {
    expect(
      heldIn('Australia waits. When Prime Minister Jeremiah Manele asked for help, Australia paid.'),
    ).not.toContain('australia seeks');
  });

  it('what another author believes is not the document’s author’s view', () => {
    const own = (text: string) =>
      analysisOf([text], { author: 'Marta Quiroga' }).positions.filter(({ actor }) => actor === 'marta-quiroga');
    expect(own('Peru must explain itself, the author of the 2024 paper warns.')).toEqual([]);
    expect(own('Talks may help Peru, in the author’s view.')).toEqual([]);
    expect(own('The court gave an opinion that states must prevent harm.')).toEqual([]);
    expect(own('I have stopped counting.')).toEqual([]);
    expect(own('Peru must explain itself.')).not.toEqual([]);
  });
});

describe('the date of a position', () => {
  it.each([
    ['Peru bought tanks, according to a 2024 paper.', undefined],
    ['Peru bought tanks, the 2024 paper says.', undefined],
    ['A survey of 2024 by a bank found that Peru bought tanks.', undefined],
    ['Peru bought tanks, as an article of early 2023 tells.', undefined],
    ['Peru bought tanks in 2022, the 2024 paper says.', '2022'],
    ['Peru warned of drought in its 2024 report.', '2024'],
  ])('%s', (sentence, date) => expect(analysisOf([sentence]).positions[0]?.date).toBe(date));
});
