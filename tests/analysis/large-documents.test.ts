import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceSpans } from '../../src/core/sentence.ts';
import { analysisOf } from './read-positions.ts';

describe('odd documents', () => {
  it.each([
    ['a list of names without an end', 'Japan, '.repeat(20_000)],
    ['brackets that never close', 'Japan (says '.repeat(5_000)],
    ['quotation marks in heaps', 'Japan said “no” '.repeat(5_000)],
    ['many short sentences', 'Japan wants peace. '.repeat(3_000)],
    ['titles in heaps', 'Foreign Minister Ana '.repeat(3_000)],
    ['nothing', ''],
    ['marks alone', '“”()—,;:.?!'.repeat(100)],
  ])('%s', (_, text) => expect(() => analysisOf([text])).not.toThrow());

  it('every position lies on one sentence of its paragraph, and its summary is made of it', () => {
    const words =
      'Japan,NATO,France,the,government,said,that,it,wants,not,to,may,sign,“,”,(,),—,:,if,which,by,was,of,and,its,plan,condemned,.,?'.split(
        ',',
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words, ','), { maxLength: 40 }), (chosen) => {
        const text = chosen.join(' ');
        const spans = sentenceSpans(text).map(({ start, end }) => `${start}-${end}`);
        for (const { start, end, summary } of analysisOf([text]).positions) {
          expect(spans).toContain(`${start}-${end}`);
          let at = start;
          for (const piece of summary.split(' … ')) {
            const found = text.indexOf(piece, at);
            expect(found).toBeGreaterThanOrEqual(at);
            at = found + piece.length;
          }
          expect(at).toBeLessThanOrEqual(end);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the same document gives the same analysis', () => {
    const text = 'Norway said that Mali wants aid. It opposes the plan of Chad.';
    expect(analysisOf([text])).toEqual(analysisOf([text]));
  });
});
