import { analyzerOf, fold } from './analyzer.ts';
import { backgroundOf } from './background.ts';
import { growingArray, push } from './growing-array.ts';
import { createSpelling } from './spelling.ts';

/** Stands for a stop word where a term's number is expected. */
export const STOP = 0xffffffff;

/** Passages of ordinary language that every index is taken to hold besides its own. */
const BACKGROUND = 25;

/** Numbers the terms of an index and remembers the words that led to them, for spelling and for showing. */
export function createVocabulary() {
  const ids = new Map<string, number>();
  const surfaces = new Map<string, Map<string, number>>();
  const wordTerms = growingArray(1024);
  const shown: string[] = [];
  const spelling = createSpelling();
  /** Passages that hold each term in their text or the titles above it. */
  const frequencies = growingArray(1024);
  /** Per term, how often it was seen in lower case, and how often capitalised inside a sentence. */
  const lower = growingArray(1024);
  const capital = growingArray(1024);

  /** Probability that a passage of any text holds the term, in 1/65,536. */
  const priors = growingArray(1024);

  const idOf = (term: string) => {
    let id = ids.get(term);
    if (id === undefined) {
      id = ids.size;
      ids.set(term, id);
      push(frequencies, 0);
      push(priors, 0);
      push(lower, 0);
      push(capital, 0);
    }
    return id;
  };
  const learn = (surface: string, language: string): number => {
    const term = analyzerOf(language)(surface);
    if (term === undefined) return STOP;
    const id = idOf(term);
    const prior = Math.round(65536 * backgroundOf(language, analyzerOf(language)).share(term));
    priors.values[id] = Math.max(priors.values[id] as number, prior);
    const word = fold(surface);
    if (spelling.numberOf(word) === undefined) {
      push(wordTerms, id);
      shown.push(surface);
      spelling.add(word);
    }
    return id;
  };
  return {
    languages: () => [...surfaces.keys()],
    /** The number of the term that a word of a document has, or `STOP`. */
    termOf(surface: string, language: string): number {
      let known = surfaces.get(language);
      if (!known) surfaces.set(language, (known = new Map()));
      let id = known.get(surface);
      // Joined or cut words are slices of the whole document's text; the copy lets the document go when it is removed.
      if (id === undefined) known.set(` ${surface}`.slice(1), (id = learn(surface, language)));
      return id;
    },
    idOf,
    /** The number of a word's term in a language, if the index has ever held it and it is no stop word. */
    find(surface: string, language: string): number | undefined {
      const known = surfaces.get(language)?.get(surface);
      if (known !== undefined) return known === STOP ? undefined : known;
      const term = analyzerOf(language)(surface);
      return term === undefined ? undefined : ids.get(term);
    },
    /** Notes how a word is written; the first word of a sentence tells nothing by its capital. */
    see(id: number, capitalised: boolean, first: boolean): void {
      if (!capitalised) lower.values[id] = (lower.values[id] as number) + 1;
      else if (!first) capital.values[id] = (capital.values[id] as number) + 1;
    },
    /** Whether the documents write the term with a capital, by and large. */
    isName: (id: number) =>
      (capital.values[id] as number) > 0 && (capital.values[id] as number) >= (lower.values[id] as number),
    /** Counts a passage in or out that holds the term. */
    count(id: number, difference: 1 | -1): void {
      frequencies.values[id] = (frequencies.values[id] as number) + difference;
    },
    /**
     * Inverse document frequency in nats, ln(1 + (N − n + ½) / (n + ½)) as in Lucene, over the index's passages together
     * with `BACKGROUND` passages of ordinary language; a term never seen is held by none.
     */
    rarity(id: number | undefined, passages: number): number {
      const held =
        id === undefined
          ? 0
          : (frequencies.values[id] as number) + BACKGROUND * ((priors.values[id] as number) / 65536);
      return Math.log(1 + (passages + BACKGROUND - held + 0.5) / (held + 0.5));
    },
    frequencyOf: (id: number) => frequencies.values[id] as number,
    /** Words like a misspelt one, best first: those that some passage still holds, and those in `also`. */
    spell: (word: string, also: ReadonlySet<number>) => {
      const termOfWord = (number: number) => wordTerms.values[number] as number;
      const frequency = (number: number) =>
        Math.max(frequencies.values[termOfWord(number)] as number, also.has(termOfWord(number)) ? 1 : 0);
      return spelling.candidates(word, frequency).map(({ word: number, worth }) => {
        const term = termOfWord(number);
        const written = shown[number] as string;
        return {
          term,
          worth,
          shown: (lower.values[term] as number) > (capital.values[term] as number) ? written.toLowerCase() : written,
        };
      });
    },
  };
}
