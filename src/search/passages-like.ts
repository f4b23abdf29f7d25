import { analyzerOf } from './analyzer.ts';
import { type Entry, inText, type PassageIndex, passageOf } from './passage-index.ts';
import { tokenize } from './tokenize.ts';

/**
 * Words up to which a text is short: many passages hold as many of them, so those are sought that hold it word for word, and
 * of so many others the ones that hold most pairs of its neighbours.
 */
const SHORT = 12;
const POOL = 100;
/** Part of the best passage's share from which another one is a candidate. */
const CANDIDATE = 0.5;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const BETWEEN = String.raw`[^\p{L}\p{N}]+`;

/**
 * The passages that may hold a text, likeliest first: a short text's that hold it word for word, then those that share most
 * of its rare words. Words are taken as they are written; nothing is read as a synonym or a misspelling.
 */
export function passagesLike(text: string, most: number, index: PassageIndex) {
  const shares = sharesOf(text, index);
  const words = text.match(WORD) ?? [];
  const likely =
    words.length > SHORT
      ? largest(shares, most)
      : [...wordForWord(words, shares, index), ...inPairs(text, largest(shares, POOL), index)];
  const found = [...new Set(likely)].slice(0, most);
  return found.map((number) => {
    const { document, passage } = index.entries[number] as Entry;
    return { document: document.id, paragraph: passage.paragraph };
  });
}

/**
 * What each passage shares with a text: the rarities of the words that both hold. Who holds every word shares `all` at
 * least; undefined where some word stands in no passage.
 */
type Shares = { readonly of: Float64Array; readonly all: number | undefined };

function sharesOf(text: string, index: PassageIndex): Shares {
  const { vocabulary, totals, entries } = index;
  const languages = vocabulary.languages();
  const worths = new Map<number, number>();
  const words = new Map(tokenize(text).map(({ surface, joined }) => [surface, joined === true]));
  let all: number | undefined = 0;
  for (const [surface, joined] of words) {
    const found = languages.map((language) => vocabulary.find(surface, language));
    const terms = found.filter((term) => term !== undefined);
    for (const term of terms) worths.set(term, vocabulary.rarity(term, totals.passages));
    const stops = languages.some(
      (language, at) => found[at] === undefined && analyzerOf(language)(surface) === undefined,
    );
    if (joined || stops || all === undefined) continue;
    all = terms.length === 0 ? undefined : all + Math.min(...terms.map((term) => worths.get(term) ?? 0));
  }
  const shares = new Float64Array(entries.length);
  for (const [term, worth] of worths) {
    const list = index.postingsOf(term);
    for (let at = 0; at < (list?.length ?? 0); at++) {
      const posting = list?.values[at] as number;
      const passage = passageOf(posting);
      if (inText(posting) > 0 && entries[passage] !== undefined) shares[passage] = (shares[passage] as number) + worth;
    }
  }
  return { of: shares, all };
}

/** Passages, headings too, that hold the words of a short text in this order with nothing but marks between them. */
function wordForWord(words: readonly string[], shares: Shares, index: PassageIndex): number[] {
  const { all } = shares;
  if (words.length === 0 || all === undefined) return [];
  const phrase = new RegExp(words.join(BETWEEN), 'iu');
  const found: number[] = [];
  // Sums of the same numbers in another order differ in their last digits.
  for (let passage = 0; passage < shares.of.length; passage++) {
    const held = index.entries[passage] !== undefined && (shares.of[passage] as number) >= all - 1e-6;
    if (held && phrase.test(index.textOf(passage))) found.push(passage);
  }
  return found;
}

/** The passages in another order: first those that hold most of the text's neighbouring words as neighbours, stop words aside. */
function inPairs(text: string, passages: readonly number[], index: PassageIndex): readonly number[] {
  const tokens = tokenize(text).filter(({ joined }) => !joined);
  const pairsIn = (language: string) => {
    const terms = tokens.flatMap(({ surface }) => index.vocabulary.find(surface, language) ?? []);
    return new Set(terms.slice(1).map((term, at) => pairOf(terms[at] ?? 0, term)));
  };
  const pairs = new Map(index.vocabulary.languages().map((language) => [language, pairsIn(language)]));
  const counts = new Map(
    passages.map((passage) => {
      const { document, from, to } = index.entries[passage] as Entry;
      const wanted = pairs.get(document.language);
      let count = 0;
      for (let at = from + 1; at < to; at++) if (wanted?.has(pairOf(index.termAt(at - 1), index.termAt(at)))) count++;
      return [passage, count];
    }),
  );
  return passages.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}

/** One number for two terms; where it stood for other ones too, the order would be a little worse. */
function pairOf(one: number, other: number): number {
  return one * 2 ** 21 + other;
}

/** The passages with the largest shares, largest first. */
function largest({ of: shares }: Shares, most: number): number[] {
  const best: number[] = [];
  for (let passage = 0; passage < shares.length; passage++) {
    const share = shares[passage] as number;
    const last = best[most - 1];
    if (share === 0 || (last !== undefined && share <= (shares[last] as number))) continue;
    let at = Math.min(best.length, most - 1);
    for (; at > 0 && (shares[best[at - 1] as number] as number) < share; at--) best[at] = best[at - 1] as number;
    best[at] = passage;
  }
  const least = CANDIDATE * (shares[best[0] ?? 0] ?? 0);
  return best.filter((passage) => (shares[passage] as number) >= least);
}
