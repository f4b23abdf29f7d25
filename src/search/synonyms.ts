import { tokenize } from './tokenize.ts';
import { STOP } from './vocabulary.ts';

/**
 * Words that find each other. `same`: names of one thing, worth as much as the word itself; otherwise words near in
 * meaning, worth less. Each may consist of several words.
 */
export type Synonyms = readonly { readonly same: boolean; readonly words: readonly string[] }[];

/** A run of terms that is indexed as one term, `emits`, besides its words; `same` where it is one of several names. */
type Phrase = {
  readonly terms: readonly number[];
  readonly emits: number;
  readonly same: boolean;
  readonly isName: boolean;
};

export type CompiledSynonyms = {
  /** Phrases by their first term, longest first. */
  readonly phrases: ReadonlyMap<number, readonly Phrase[]>;
  /** For a term, emitted or not, the terms near in meaning. */
  readonly related: ReadonlyMap<number, ReadonlySet<number>>;
  /** All terms that are part of a phrase, and those of them that are part of a name with a capital. */
  readonly worded: ReadonlySet<number>;
  readonly named: ReadonlySet<number>;
};

/**
 * Brings synonyms into numbered terms: `termOf` numbers the term of a word as written (`STOP` for a stop word), `idOf`
 * one that stands for a whole phrase.
 */
export function compileSynonyms(
  synonyms: Synonyms,
  termOf: (surface: string) => number,
  idOf: (term: string) => number,
): CompiledSynonyms {
  const phrases = new Map<number, Phrase[]>();
  const related = new Map<number, Set<number>>();
  const emitted = new Map<string, number>();
  const analyze = (words: string) =>
    tokenize(words).flatMap(({ surface, joined }) => {
      const term = joined ? STOP : termOf(surface);
      return term === STOP ? [] : [term];
    });
  const worded = new Set<number>();
  const named = new Set<number>();
  const emit = (terms: readonly number[], name: string, emits = idOf(name)): number => {
    const key = terms.join(' ');
    const known = emitted.get(key);
    if (known !== undefined) return known;
    const same = name.startsWith('=');
    const phrase = { terms, emits, same, isName: same && /^.\p{Lu}/u.test(name) };
    for (const term of terms) {
      worded.add(term);
      if (phrase.isName) named.add(term);
    }
    const first = phrase.terms[0] as number;
    const others = phrases.get(first) ?? [];
    phrases.set(
      first,
      [...others, phrase].sort((a, b) => b.terms.length - a.terms.length),
    );
    emitted.set(key, phrase.emits);
    return phrase.emits;
  };
  for (const { words } of synonyms.filter(({ same }) => same)) {
    const all = words.map(analyze).filter((terms) => terms.length > 0);
    // A later group that shares a name with an earlier one adds to it.
    const earlier = all.map((terms) => emitted.get(terms.join(' '))).find((id) => id !== undefined);
    for (const terms of all) emit(terms, `=${words[0]}`, earlier);
  }
  for (const { words } of synonyms.filter(({ same }) => !same)) {
    const ids = words.map(analyze).flatMap((terms) => {
      const [only, second] = terms;
      if (only === undefined) return [];
      return emitted.get(terms.join(' ')) ?? (second === undefined ? only : emit(terms, `~${terms.join(' ')}`));
    });
    for (const id of ids) {
      const near = related.get(id) ?? new Set();
      for (const other of ids) if (other !== id) near.add(other);
      related.set(id, near);
    }
  }
  return { phrases, related, worded, named };
}

/** A phrase found in a run of terms, from position `at`. */
export type FoundPhrase = Phrase & { readonly at: number };

/**
 * The phrases in a run of terms, from left to right, the longest first, none overlapping; those that `isKnown` accepts
 * come before longer ones that it does not.
 */
export function phrasesIn(
  { phrases }: CompiledSynonyms,
  terms: readonly number[],
  isKnown: (emits: number) => boolean = () => true,
): FoundPhrase[] {
  const found: FoundPhrase[] = [];
  for (let at = 0; at < terms.length; at++) {
    const candidates = phrases
      .get(terms[at] as number)
      ?.filter((one) => one.terms.every((term, offset) => terms[at + offset] === term));
    const phrase = candidates?.find(({ emits }) => isKnown(emits)) ?? candidates?.[0];
    if (!phrase) continue;
    found.push({ ...phrase, at });
    at += phrase.terms.length - 1;
  }
  return found;
}
