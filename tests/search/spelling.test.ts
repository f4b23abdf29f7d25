import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSpelling, editDistance } from '../../src/search/spelling.ts';

/** Optimal string alignment as the textbook has it: the whole table, no bound. */
function wholeTable(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      (table[i] as number[])[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}

const few = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '港'), maxLength: 12 });

test('the distance between two words is the textbook one, or undefined above the bound', () => {
  fc.assert(
    fc.property(few, few, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
      const distance = wholeTable(a, b);
      expect(editDistance(a, b, most)).toBe(distance <= most ? distance : undefined);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['harbour', 'harbour', 0],
  ['harbour', 'harbor', 1],
  ['harbour', 'hrabour', 1],
  ['harbour', 'harbxur', 1],
  ['harbour', 'hrabuor', 2],
  ['harbour', 'hxxbxur', undefined],
])('“%s” and “%s” are %s edits apart', (a, b, distance) => {
  expect(editDistance(a, b, 2)).toBe(distance);
});

/** What a vocabulary offers for a misspelt word, best first; the number behind a word is how often it occurs. */
function offered(sought: string, vocabulary: Readonly<Record<string, number>>): string[] {
  const spelling = createSpelling();
  const words = Object.keys(vocabulary);
  for (const word of words) spelling.add(word);
  return spelling.candidates(sought, (word) => vocabulary[words[word] ?? ''] ?? 0).map(({ word }) => words[word] ?? '');
}

describe('for a misspelt word', () => {
  test('the words one edit away come before those two edits away', () => {
    expect(offered('lanterm', { latent: 9, lantern: 1, lanterns: 1 })).toEqual(['lantern', 'lanterns']);
  });

  test('a short word finds its letters in the right order, though no three of them stand together', () => {
    expect(offered('ntao', { nato: 3, tango: 1 })).toEqual(['nato']);
  });

  test('one that begins with the same letter comes first, then the more frequent one', () => {
    expect(offered('bollart', { dollart: 90, bollard: 1 })).toEqual(['bollard', 'dollart']);
    expect(offered('beacin', { beacon: 1, beacan: 7 })).toEqual(['beacan', 'beacon']);
  });

  test('words of four and five letters may differ in one letter, longer ones in two', () => {
    expect(offered('buoj', { buoy: 1 })).toEqual(['buoy']);
    expect(offered('ferxx', { ferry: 1 })).toEqual([]);
    expect(offered('anchxx', { anchor: 1 })).toEqual(['anchor']);
    expect(offered('ancxxx', { anchor: 1 })).toEqual([]);
  });

  test('words of fewer than four letters, numbers and names with numbers are left as they are', () => {
    expect(offered('net', { nets: 1, neat: 1 })).toEqual([]);
    expect(offered('1987', { '1988': 1, '19877': 1 })).toEqual([]);
    expect(offered('fleet4', { fleet5: 1 })).toEqual([]);
  });

  test('a word that no passage holds any more is not offered', () => {
    expect(offered('lanterm', { lantern: 0 })).toEqual([]);
  });

  test('eight words are offered at the most', () => {
    const near = Object.fromEntries(Array.from('abcdefghijkl').map((letter) => [`lanter${letter}`, 1]));
    expect(offered('lanterz', near)).toHaveLength(8);
  });

  test('a word of 100,000 letters has no candidates and is none', () => {
    const long = 'x'.repeat(100_000);
    expect(offered(long, { [long]: 1, lantern: 1 })).toEqual([]);
    expect(offered('lanterm', { [long]: 1, lantern: 1 })).toEqual(['lantern']);
    expect(editDistance(long, `${long}x`, 2)).toBeUndefined();
  });
});

test('any word of six letters or more is found again after one edit', () => {
  const letter = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz'));
  const word = fc.string({ unit: letter, minLength: 6, maxLength: 14 });
  fc.assert(
    fc.property(
      word,
      fc.nat(),
      fc.constantFrom('swap', 'drop', 'add', 'replace'),
      letter,
      (right, place, edit, other) => {
        const at = place % right.length;
        const [head, tail] = [right.slice(0, at), right.slice(at)];
        const wrong = {
          swap: head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2),
          drop: head + tail.slice(1),
          add: head + other + tail,
          replace: head + other + tail.slice(1),
        }[edit];
        fc.pre(wrong !== right);
        expect(offered(wrong, { [right]: 1, quayside: 3, moorings: 2 })).toContain(right);
      },
    ),
    { numRuns: 500 },
  );
});
