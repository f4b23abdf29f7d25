import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../src/search/tokenize.ts';

/** The words of a text; a compound written with hyphens also counts as one word, shown with a plus. */
function words(text: string): string {
  return tokenize(text)
    .map(({ surface, joined }) => (joined ? `+${surface}` : surface))
    .join(' ');
}

test.each([
  ['Seoul’s pier', 'Seoul s pier'],
  ["Seoul's pier", 'Seoul s pier'],
  ['l’État', 'l État'],
  ['the U.S. and the U.S.A.', 'the U.S. and the U.S.A.'],
  ['1,500 boats, 2.7%', '1,500 boats 2.7'],
  ['the 50th of the F35A', 'the 50th of the F35A'],
  ['🚢 ship 👩‍🚀 🇯🇵', 'ship'],
  ['cafe\u0301', 'cafe\u0301'],
  ['', ''],
  [' …—!? ', ''],
])('“%s” is read as the words “%s”', (text, read) => {
  expect(words(text)).toBe(read);
});

describe('a compound with hyphens', () => {
  test.each([
    ['cyber-security', 'cyber security +cybersecurity'],
    ['cyber\u2011security', 'cyber security +cybersecurity'],
    ['FA-50', 'FA 50 +FA50'],
    ['rules-based-order', 'rules based +rulesbased order +rulesbasedorder'],
  ])('“%s” is its parts and one word', (text, read) => {
    expect(words(text)).toBe(read);
  });

  test.each([
    ['co-operation', '+cooperation'],
    ['anti-ship', '+antiship'],
  ])('“%s” is one word only, for its prefix turns the rest into another word', (text, read) => {
    expect(words(text)).toBe(read);
  });

  test('a dash between words joins nothing', () => {
    expect(words('pier – boat - rope — net')).toBe('pier boat rope net');
  });
});

describe('scripts without spaces', () => {
  test('Chinese and Japanese are read as characters and pairs of them', () => {
    expect(words('港口很深')).toBe('港 港口 口 口很 很 很深 深');
    expect(words('船がある')).toBe('船 船が が があ あ ある る');
  });

  test('a Latin name inside Japanese stays whole', () => {
    expect(words('NATOと船')).toBe('NATO と と船 船');
  });

  test('Korean words lose their particle and are read as pairs of syllables', () => {
    expect(words('항구는 항구에서 항구')).toBe('항구 항구 항구');
    expect(words('등대지기가')).toBe('등대 대지 지기');
  });

  test('Thai is cut into words', () => {
    expect(words('เรือใหญ่')).toBe('เรือ ใหญ่');
  });

  test('Arabic is read word by word', () => {
    expect(words('قال الوزير.')).toBe('قال الوزير');
  });
});

test('any text: words come in order and stand where they say', { timeout: 30_000 }, () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('co-op', 'U.S.', '1,500', '港口', '항구는', 'เรือใหญ่', "'", '-', '\u2011', ' ', 'e\u0301', '👩‍🚀'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      let before = 0;
      for (const { start, end, surface, joined } of tokenize(text)) {
        if (joined) expect(text.slice(start, end).replaceAll(/[-\u2010\u2011]/gu, '')).toBe(surface);
        else {
          expect(text.slice(start, end)).toBe(surface);
          expect(start).toBeGreaterThanOrEqual(before);
          before = start;
        }
      }
    }),
    { numRuns: 150 },
  );
});
