import { describe, expect, test } from 'vitest';
import { type CheckedQuotation, checkQuotation, sourcesOf } from '../../src/core/quotation-check.ts';
import type { Difference } from '../../src/core/word-differences.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { deskOf, documentOf } from '../builders/document.ts';

const harbours = documentOf(
  [
    'Tern Harbour keeps eleven ferries, four of them built before 1990. The council does not want to sell any of them, because the winter service needs seven. Two were repaired last spring.',
    'A deeper quay was promised in 2019. It has not been dug, and the “temporary” jetty still stands.[3]',
    'Orlow’s lighthouse shines at -5 °C and burns 1,500 litres of oil a month.',
  ],
  { id: 'harbours.md', title: 'Harbours' },
);
const letter = documentOf(
  [
    'The jetty of Vesk was painted by its own fishermen. Every year they ask for a deeper basin.',
    'The temporary jetty still stands. Nobody repairs it in winter.',
  ],
  { id: 'letter.md', title: 'A letter' },
);
const hafen = documentOf(['Die Fähren fahren im Winter nicht, weil das Eis die Häfen schließt.'], {
  id: 'hafen.md',
  title: 'Häfen',
  language: 'de',
});
const gang = documentOf(['港口很旧，渡轮在冬天不开，因为冰封住了码头。灯塔每月烧掉一千五百升油。'], {
  id: 'gang.md',
  title: '港口',
  language: 'zh',
});
const desk = deskOf([harbours, letter, hafen, gang]);

/** The one verdict on a message, with what is marked as `wdiff` does it, and where it stands. */
function checked(message: string) {
  const { checked: all } = desk.checkQuotation(message);
  expect(all).toHaveLength(1);
  const [one] = all as [CheckedQuotation];
  const places = sourcesOf(one).map(({ document, paragraph }) => `${document} ${paragraph}`);
  return {
    verdict: one.verdict,
    places,
    marks: 'differences' in one ? one.differences.map(marked).join('') : undefined,
  };
}

function marked(difference: Difference): string {
  if (difference.kind === 'changed') return `${difference.before}[-${difference.from}-]{+${difference.to}+}`;
  const signs = { same: ['', ''], dropped: ['[-', '-]'], added: ['{+', '+}'], cut: ['[…', ']'], inserted: ['[', ']'] };
  const [open, close] = signs[difference.kind];
  return `${difference.before}${open}${difference.text}${close}`;
}

describe('verbatim is what has the same words in the same order', () => {
  test.for([
    ['as it stands', '“Two were repaired last spring.”'],
    ['other case and marks', '"two WERE   repaired\nlast spring"'],
    ['typographic apostrophes', "Orlow's lighthouse shines at -5 °C"],
    ['a word broken at the end of a line', 'because the winter ser-\nvice needs seven'],
    ['without the mark of a footnote', 'the "temporary" jetty still stands'],
    ['with it', 'the “temporary” jetty still stands.[3]'],
    ['over two sentences', 'built before 1990. The council does not want to sell'],
    ['over two paragraphs', 'Two were repaired last spring.\n\nA deeper quay was promised in 2019.'],
    ['with its own dots left over', '“… four of them built before 1990 …”'],
    ['with a capital changed', '“[F]our of them built before 1990”'],
    ['an accented language', 'Die Fähren fahren im Winter nicht'],
    ['a script without spaces', '“渡轮在冬天不开，因为冰封住了码头”'],
  ])('%s', ([, message = '']) => {
    expect(checked(message).verdict).toBe('verbatim');
  });

  test('an ellipsis stands for words of the same paragraph, in their order', () => {
    expect(checked('“Tern Harbour keeps eleven ferries […] the winter service needs seven”')).toMatchInlineSnapshot(`
      {
        "marks": "Tern Harbour keeps eleven ferries, […four of them built before 1990. The council does not want to sell any of them, because] the winter service needs seven",
        "places": [
          "harbours.md 1",
        ],
        "verdict": "verbatim",
      }
    `);
    expect(checked('“the winter service needs seven … Tern Harbour keeps eleven ferries”').verdict).toBe('merged');
    expect(checked('“Tern Harbour keeps eleven ferries … A deeper quay was promised”').verdict).toBe('merged');
  });

  test('brackets stand for a word that was put in, or in the place of others', () => {
    expect(checked('“[The ferries] were repaired last spring”').marks).toBe('[The ferries] were repaired last spring');
    expect(checked('“The council [of Tern] does not want to sell any [ferry]”')).toMatchObject({
      verdict: 'verbatim',
      marks: 'The council [of Tern] does not want to sell any [ferry]',
    });
  });

  test('a quotation that begins after “not”, or cuts it out, comes with a warning', () => {
    const warned = (message: string) => {
      const [one] = desk.checkQuotation(message).checked;
      return one?.verdict === 'verbatim' ? one.negation : one?.verdict;
    };
    expect(warned('“want to sell any of them, because the winter service needs seven”')).toEqual({
      word: 'not',
      at: 'before',
    });
    expect(warned('“The council does … want to sell any of them”')).toEqual({ word: 'not', at: 'cut' });
    expect(warned('“The council does not want to sell any”')).toBeUndefined();
    expect(warned('“and the temporary jetty still stands”')).toBeUndefined();
  });

  test('other punctuation is told, and so are other places', () => {
    const [one, other] = [
      'Tern Harbour keeps eleven ferries: four of them built before 1990',
      'temporary jetty still stands',
    ].map((message) => desk.checkQuotation(message).checked[0]);
    expect(one).toMatchObject({ verdict: 'verbatim', repunctuated: true, elsewhere: 0 });
    expect(other).toMatchObject({ verdict: 'verbatim', repunctuated: false, elsewhere: 1 });
  });
});

describe('altered is what has words added, dropped or changed, and each is marked', () => {
  test.for([
    ['a word changed', 'Tern Harbour keeps twelve ferries', 'Tern Harbour keeps [-eleven-]{+twelve+} ferries'],
    ['the first word changed', 'Both were repaired last spring', '[-Two-]{+Both+} were repaired last spring'],
    ['the last word changed', 'Two were repaired last autumn', 'Two were repaired last [-spring-]{+autumn+}'],
    ['“not” dropped', 'The council does want to sell any of them', 'The council does [-not-] want to sell any of them'],
    ['a word added', 'Two were quickly repaired last spring', 'Two were {+quickly+} repaired last spring'],
    [
      'two misspellings',
      'Tern Harbuor keeps elven ferries',
      'Tern [-Harbour-]{+Harbuor+} keeps [-eleven-]{+elven+} ferries',
    ],
    ['a sign lost', 'Orlow’s lighthouse shines at 5 °C', 'Orlow’s lighthouse shines at [--5-]{+5+} °C'],
    ['a number', 'burns 15,00 litres of oil a month', 'burns [-1,500-]{+15,00+} litres of oil a month'],
    [
      'a clause dropped without a mark',
      'The council does not want to sell, because the winter service needs seven',
      'The council does not want to sell [-any of them-], because the winter service needs seven',
    ],
    [
      'a bracket of the document changed',
      'Die Fähren fahren im Sommer nicht',
      'Die Fähren fahren im [-Winter-]{+Sommer+} nicht',
    ],
    ['a script without spaces', '渡轮在夏天不开，因为冰封住了码头', '渡轮在[-冬-]{+夏+}天不开，因为冰封住了码头'],
  ])('%s', ([, message = '', marks]) => {
    expect(checked(message)).toMatchObject({ verdict: 'altered', marks });
  });
});

test('merged is what has pieces of several places, each told with its own', () => {
  const [one] = desk.checkQuotation(
    '“Tern Harbour keeps eleven ferries. Every year they ask for a deeper basin.”',
  ).checked;
  expect(one).toMatchObject({
    verdict: 'merged',
    pieces: [
      { quoted: 'Tern Harbour keeps eleven ferries', exact: true, source: [{ document: 'harbours.md', paragraph: 1 }] },
      {
        quoted: 'Every year they ask for a deeper basin',
        exact: true,
        source: [{ document: 'letter.md', paragraph: 1 }],
      },
    ],
  });
});

test.for([
  'The parliament of Farhaven met twice in the old library.',
  'for the sake of the sea',
  '“zzz yyy xxx”',
  '图书馆里的人们都在读书',
])('what stands in no document is not found: %s', (message) => {
  expect(checked(message).verdict).toBe('not-found');
});

describe('of a message, that is checked which it quotes', () => {
  const verdicts = (message: string) =>
    desk.checkQuotation(message).checked.map(({ verdict, quoted }) => [verdict, quoted]);

  test('each quotation in marks by itself, and nothing else', () => {
    expect(
      verdicts('I read “Two were repaired last spring” and “Tern Harbour keeps nine ferries”, but who counts?'),
    ).toEqual([
      ['verbatim', 'Two were repaired last spring'],
      ['altered', 'Tern Harbour keeps nine ferries'],
    ]);
  });

  test('a block, or what a block of somebody else quotes', () => {
    expect(verdicts('Is this so?\n> Two were repaired last spring.\nHm.')).toEqual([
      ['verbatim', 'Two were repaired last spring.'],
    ]);
    expect(
      verdicts('> my grandmother always told us “Two were repaired last spring” at dinner, over and over\nreally?'),
    ).toEqual([['verbatim', 'Two were repaired last spring']]);
  });

  test('the whole of it where it is one quotation that has marks of its own', () => {
    expect(verdicts('It has not been dug, and the “temporary” jetty still stands.')).toHaveLength(1);
    expect(verdicts('It has not been dug, and the “temporary old” jetty still stands.')).toEqual([
      ['altered', 'It has not been dug, and the “temporary old” jetty still stands.'],
    ]);
  });

  test('its sentences where there are no marks and only some of them are quoted', () => {
    expect(
      verdicts(
        'I never liked boats much. The council does not want to sell any of them. What do you all think of that?',
      ),
    ).toEqual([['verbatim', 'The council does not want to sell any of them.']]);
  });

  test('a word or two in marks where that is all there is', () => {
    expect(verdicts('Everybody at my school calls the old pier “temporary” now.')).toEqual([['verbatim', 'temporary']]);
  });

  test('five quotations at most; the others are counted', () => {
    const { checked: all, more } = desk.checkQuotation('“Two were repaired last spring” '.repeat(7));
    expect([all.length, more]).toEqual([5, 2]);
  });

  test('nothing where there are no words', () => {
    expect(desk.checkQuotation(' … 👍 https://example.org/quay ')).toMatchObject({ checked: [], more: 0 });
  });
});

test('where a source cannot be verified at that moment, nothing is said of it', () => {
  const index = createSearch({ synonyms: [] });
  index.add(letter);
  const deps = { ...index, documents: new Map([[letter.id, letter]]), verified: () => [] };
  expect(checkQuotation(deps, 'The temporary jetty still stands').checked).toEqual([
    { quoted: 'The temporary jetty still stands', verdict: 'not-found', nearest: [] },
  ]);
});
