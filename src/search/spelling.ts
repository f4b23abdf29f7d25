import { type GrowingArray, growingArray, push } from './growing-array.ts';

/** Shortest word that is corrected at all, and shortest that may differ in two letters. */
const SHORTEST = 4;
const SHORTEST_FOR_TWO = 6;
/** Longest word that is corrected. */
const LONGEST = 40;
/** Candidates kept for a word, and what each is worth beside the word itself; measured, see docs/search.md. */
const CANDIDATES = 8;
const WORTH = [1, 0.9, 0.5] as const;
const OTHER_FIRST_LETTER = 0.9;

export type SpellingCandidate = { readonly word: number; readonly distance: number; readonly worth: number };

/** An index of the vocabulary by trigrams, for words that were misspelt. Words are numbered in the order they are added. */
export function createSpelling() {
  const words: string[] = [];
  const numbers = new Map<string, number>();
  const postings = new Map<string, GrowingArray>();
  let shared = new Uint8Array(1024);
  const sound = (word: number, sought: string) => {
    const candidate = words[word] as string;
    const distance = editDistance(sought, candidate, sought.length >= SHORTEST_FOR_TWO ? 2 : 1);
    if (distance === undefined || distance === 0) return undefined;
    return { word, distance, worth: (WORTH[distance] ?? 0) * (candidate[0] === sought[0] ? 1 : OTHER_FIRST_LETTER) };
  };
  return {
    numberOf: (word: string) => numbers.get(word),
    add(word: string): void {
      const number = words.push(word) - 1;
      numbers.set(word, number);
      if (word.length < SHORTEST - 1) return;
      for (const trigram of trigrams(word)) {
        let list = postings.get(trigram);
        if (!list) postings.set(trigram, (list = growingArray(1)));
        push(list, number);
      }
    },
    /** Vocabulary words one edit away, two for words of six letters or more, best first; `frequency` breaks ties. */
    candidates(sought: string, frequency: (word: number) => number): SpellingCandidate[] {
      if (sought.length < SHORTEST || sought.length > LONGEST || /\p{N}/u.test(sought)) return [];
      if (shared.length < words.length) shared = new Uint8Array(words.length * 2);
      // Neighbours swapped in a short word can leave no trigram in common.
      const touched = swapped(sought).flatMap((word) => numbers.get(word) ?? []);
      for (const word of touched) shared[word] = sought.length;
      const grams = trigrams(sought);
      for (const trigram of grams) {
        const list = postings.get(trigram);
        if (!list) continue;
        for (let i = 0; i < list.length; i++) {
          const word = list.values[i] as number;
          if (shared[word] === 0) touched.push(word);
          shared[word] = (shared[word] as number) + 1;
        }
      }
      // An edit spoils three trigrams at the most, a swap of neighbours four; 1 keeps short words in.
      const least = Math.max(1, grams.length - (sought.length >= SHORTEST_FOR_TWO ? 7 : 4));
      const found: SpellingCandidate[] = [];
      for (const word of touched) {
        const enough = (shared[word] as number) >= least;
        shared[word] = 0;
        if (!enough || Math.abs((words[word] as string).length - sought.length) > 2) continue;
        const candidate = frequency(word) > 0 ? sound(word, sought) : undefined;
        if (candidate) found.push(candidate);
      }
      return found
        .sort((a, b) => b.worth - a.worth || frequency(b.word) - frequency(a.word) || a.word - b.word)
        .slice(0, CANDIDATES);
    },
  };
}

/** A short word with each pair of neighbours swapped; nothing for a longer one, where trigrams find them. */
function swapped(word: string): string[] {
  if (word.length > SHORTEST + 1) return [];
  return Array.from(
    { length: word.length - 1 },
    (_, at) => `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`,
  ).filter((other) => other !== word);
}

/** Distinct trigrams of a word with its beginning and end marked. */
function trigrams(word: string): string[] {
  const padded = `^${word}$`;
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3));
  return [...grams];
}

const rows = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];

/**
 * Edits (insertion, deletion, replacement, swap of neighbours; optimal string alignment) between two words, or undefined
 * above `most` or for words of more than 60 letters.
 */
export function editDistance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most || a.length > 60 || b.length > 60) return undefined;
  let [before, previous, current] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (previous[j] as number) + 1,
        (current[j - 1] as number) + 1,
        (previous[j - 1] as number) + (same ? 0 : 1),
      );
      const swapped = a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (i > 1 && j > 1 && swapped) cost = Math.min(cost, (before[j - 2] as number) + 1);
      current[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return undefined;
    [before, previous, current] = [previous, current, before];
  }
  const distance = previous[b.length] as number;
  return distance <= most ? distance : undefined;
}
