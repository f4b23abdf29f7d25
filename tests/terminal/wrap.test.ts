import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth, wrap } from '../../src/terminal/wrap.ts';

const linesOf = (text: string, width: number) => wrap(text, width).map(({ start, end }) => text.slice(start, end));

describe('the width of text on a terminal', () => {
  test.each([
    ['Tomahawk', 8],
    ['東京', 4],
    ['한국', 4],
    ['ｶﾅ', 2],
    ['🇯🇵', 2],
    ['👩‍👩‍👧', 2],
    ['e\u0301', 1],
    ['\u200b', 0],
    ['', 0],
  ])('“%s” takes %i columns', (text, width) => expect(textWidth(text)).toBe(width));
});

describe('wrapping', () => {
  test('lines are cut after words', () =>
    expect(linesOf('The alliance met in Madrid in June.', 12)).toEqual([
      'The alliance',
      'met in',
      'Madrid in',
      'June.',
    ]));

  test('a word longer than the line is cut inside', () =>
    expect(linesOf('ab cdefghij', 4)).toEqual(['ab', 'cdef', 'ghij']));

  test('Japanese is cut between characters, never before a closing mark', () =>
    expect(linesOf('日本は会議に参加。次も', 8)).toEqual(['日本は会', '議に参', '加。次も']));

  test('line feeds of the text stay', () => expect(linesOf('- one\n\n- two', 80)).toEqual(['- one', '', '- two']));

  test('a pipe has no width, so nothing is cut', () =>
    expect(linesOf('a '.repeat(500).trim(), Infinity)).toHaveLength(1));

  test('whatever the text, only white space is lost and no line is wider than asked', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 20 }), (raw, width) => {
        const text = raw.replaceAll('\t', ' ');
        const lines = linesOf(text, width);
        expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      }),
    ));
});
