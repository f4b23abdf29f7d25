import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neutralise, toJson } from '../../src/terminal/neutralise.ts';

test('a sequence that would recolour or clear the terminal is shown instead of obeyed', () =>
  expect(neutralise('\u001b[2J red \u009b31m')).toBe('<U+001B>[2J red <U+009B>31m'));

test('an override of the reading direction is shown', () => expect(neutralise('a\u202eb')).toBe('a<U+202E>b'));

test('a carriage return cannot write over a line', () => expect(neutralise('safe\rfake')).toBe('safe<U+000D>fake'));

test('line feeds, tabs, accents, emoji and right-to-left scripts stay as they are', () => {
  const text = 'a\n\tb é 👩‍👩‍👧 العربية\u200f 日本';
  expect(neutralise(text)).toBe(text);
});

test('JSON holds nothing that a terminal obeys and parses to the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = toJson({ text });
      expect(json).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
      expect(JSON.parse(json)).toEqual({ text });
    }),
  );
  expect(toJson('\u009b31m \u202e')).toBe('"\\u009b31m \\u202e"');
});
