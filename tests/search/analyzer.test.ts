import { describe, expect, test } from 'vitest';
import { analyzerOf, fold } from '../../src/search/analyzer.ts';

/** Whether two words of a language find each other. */
function same(language: string, a: string, b: string): boolean {
  const term = analyzerOf(language)(a);
  return term !== undefined && term === analyzerOf(language)(b);
}

test.each([
  ['en', 'guarantees', 'guarantee'],
  ['en', 'Harbours', 'harbour'],
  ['en', 'Café', 'cafe\u0301'],
  ['en', 'ﬁnance', 'finance'],
  ['en', 'Ｐｉｅｒ', 'pier'],
  ['en', '1,500', '1500'],
  ['en', 'U.S.', 'US'],
  ['de', 'Häfen', 'Hafen'],
  ['de', 'GRÖSSE', 'Größe'],
  ['de', 'Lotsen', 'Lotse'],
  ['en', 'Weißsee', 'Weisssee'],
  ['fr', 'navires', 'navire'],
  ['es', 'barcos', 'barco'],
  ['ru', 'корабли', 'корабль'],
  ['tr', 'İskele', 'iskele'],
  ['ar', 'مهمٌّ', 'مهم'],
  ['el', 'λιμάνια', 'λιμάνι'],
  ['uk', 'кораблями', 'кораблі'],
  ['xx', 'harbourmaster', 'harbourmistress'],
])('%s: “%s” finds “%s”', (language, a, b) => {
  expect(same(language, a, b)).toBe(true);
});

test.each([
  ['en', 'cooperation', 'operation'],
  ['en', '2.7', '27'],
  ['en', '1,500', '1,5'],
  ['en', 'AP4', 'AP5'],
  ['el', 'λιμάνι', 'πλοίο'],
  ['hi', 'कल', 'कला'],
  ['ko', '항구', '항만'],
  ['zh', '港口', '港'],
])('%s: “%s” does not find “%s”', (language, a, b) => {
  expect(analyzerOf(language)(a)).toBeDefined();
  expect(same(language, a, b)).toBe(false);
});

describe('words that carry no meaning', () => {
  test.each([
    ['en', 'the Which would t'],
    ['de', 'der Die und über'],
    ['fr', 'le qu l d et'],
    ['es', 'el la y'],
    ['ru', 'и на'],
    ['ja', 'は の'],
  ])('%s: “%s” are passed over', (language, words) => {
    expect(words.split(' ').filter((word) => analyzerOf(language)(word) !== undefined)).toEqual([]);
  });

  test('in a language without a list nothing is passed over but what an apostrophe leaves behind', () => {
    expect(['the', 'der', 'на', 'l'].map((word) => analyzerOf('xx')(word))).toEqual(['the', 'der', 'на', undefined]);
  });

  test('English keeps words that longer lists throw away', () => {
    expect(['state', 'against', 'same', 'first', 'between'].map((word) => analyzerOf('en')(word))).not.toContain(
      undefined,
    );
  });
});

describe('capitals that spell a common word', () => {
  test.each(['US', 'WHO', 'IT', 'U.S.'])('“%s” is a name, and another one than the word', (name) => {
    expect(analyzerOf('en')(name)).toMatch(/^\^/u);
    expect(analyzerOf('en')(name.replaceAll('.', '').toLowerCase())).toBeUndefined();
  });

  test('a capital at the beginning of a sentence makes no name', () => {
    expect(['Us', 'Who', 'It', 'A', 'I'].map((word) => analyzerOf('en')(word))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test('accents fold where they are spelling, and stay where they are letters', () => {
  expect(fold('Reykjavík')).toBe('reykjavik');
  expect(fold('ドイツ')).toBe('ドイツ');
  expect(fold('กำลัง')).toBe(fold('กำลัง'.normalize('NFD')));
  expect(fold('किला')).not.toBe(fold('कल'));
});
