import { describe, expect, it } from 'vitest';
import { analysisOf } from './read-positions.ts';

const first = (sentence: string) => analysisOf([sentence]).positions.findLast(({ kind }) => kind === 'own');

describe('a summary', () => {
  it.each([
    ['drops what leads in', 'In a speech on Monday, Japan rejected the plan.', 'Japan rejected the plan.'],
    ['drops brackets', 'Japan rejected the plan (its third) at once.', 'Japan rejected the plan … at once.'],
    ['drops relative clauses', 'Japan, which pays most, rejected the plan.', 'Japan … rejected the plan.'],
    ['keeps “not”', 'Without a vote, Japan will not sign.', 'Without a vote, Japan will not sign.'],
    ['keeps “if”', 'If asked, Japan supports the plan.', 'If asked, Japan supports the plan.'],
    ['keeps “unless”', 'Unless Fiji agrees, Japan opposes the plan.', 'Unless Fiji agrees, Japan opposes the plan.'],
    ['keeps “only”', 'Japan (the only buyer) rejected the plan.', 'Japan (the only buyer) rejected the plan.'],
    ['keeps “may”', 'Japan, which may leave, rejected the plan.', 'Japan, which may leave, rejected the plan.'],
    ['keeps who says it', 'As Tokyo said, Japan rejected the plan.', 'As Tokyo said, Japan rejected the plan.'],
  ])('%s', (_, sentence, summary) => expect(first(sentence)?.summary).toBe(summary));

  it('is made of the sentence’s own words, in order', () => {
    const sentence = 'However, on Monday, Japan (with Fiji), which had waited, rejected the plan, as expected.';
    let at = 0;
    for (const piece of first(sentence)?.summary.split(' … ') ?? []) {
      expect(sentence.indexOf(piece, at)).toBeGreaterThanOrEqual(at);
      at = sentence.indexOf(piece, at) + piece.length;
    }
  });
});

describe('a date', () => {
  it.each([
    ['Japan signed on 28 December.', '28 December'],
    ['Japan signed on 3 May 2021.', '3 May 2021'],
    ['Japan signed in August.', 'August'],
    ['Japan signed in 2022.', '2022'],
    ['Japan signed in March 2024.', 'March 2024'],
    ['Japan wants forty ships by 2031.', undefined],
    ['Japan sold the ships, as may be known.', undefined],
  ])('%s %s', (sentence, date) => expect(first(sentence)?.date).toBe(date));
});
