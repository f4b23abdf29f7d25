import type { Document } from '../core/document.ts';
import type { Passage } from '../core/passage.ts';
import { sentenceSpans } from '../core/sentence.ts';
import type { Span } from '../core/span.ts';
import { analyzerOf } from './analyzer.ts';
import { type GrowingArray, growingArray, push } from './growing-array.ts';
import { type CompiledSynonyms, compileSynonyms, phrasesIn, type Synonyms } from './synonyms.ts';
import { eachToken, type Token, tokenize } from './tokenize.ts';
import { createVocabulary, STOP } from './vocabulary.ts';

/** Stands before each sentence in a passage's sequence of terms. */
export const SENTENCE = 0xfffffffe;
/** What a passage is to the search. */
const REMOVED = 0;
export const QUOTABLE = 1;
export const HEADING = 2;
/** A posting packs the passage's number (24 bits) with occurrences in its text (6 bits) and in titles above it (2 bits). */
const MOST_IN_TEXT = 63;
const MOST_IN_TITLES = 3;
export const passageOf = (posting: number) => posting >>> 8;
export const inText = (posting: number) => (posting >>> 2) & MOST_IN_TEXT;
export const inTitles = (posting: number) => posting & MOST_IN_TITLES;

export type Entry = {
  readonly document: Document;
  readonly passage: Passage;
  /** Where the passage's terms stand in `sequence`. */
  readonly from: number;
  readonly to: number;
  /** Where the bounds of its sentences stand in `boundaries`. */
  readonly sentences: number;
  readonly sentenceCount: number;
};

export type PassageIndex = ReturnType<typeof createPassageIndex>;

/** An inverted index of passages by terms, to which documents are added and from which they are removed one by one. */
export function createPassageIndex(synonyms: Synonyms) {
  const vocabulary = createVocabulary();
  const postings: GrowingArray[] = [];
  const sequence = growingArray(4096);
  const boundaries = growingArray(4096);
  const entries: (Entry | undefined)[] = [];
  /** Words of each passage that are no stop words. */
  const lengths = growingArray(1024);
  const kinds = growingArray(1024);
  const numbersOf = new Map<string, readonly number[]>();
  const compiled = new Map<string, CompiledSynonyms>();
  const totals = { passages: 0, length: 0, removed: 0 };

  const synonymsOf = (language: string) => {
    let known = compiled.get(language);
    if (!known) {
      known = compileSynonyms(synonyms, (surface) => vocabulary.termOf(surface, language), vocabulary.idOf);
      compiled.set(language, known);
    }
    return known;
  };
  /** The terms of one sentence or title, with those that phrases emit. */
  const terms = (tokens: readonly Token[], language: string, see: boolean): number[] => {
    const ids: number[] = [];
    const whole: number[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const { surface, joined } = tokens[at] as Token;
      const id = vocabulary.termOf(surface, language);
      if (id === STOP) continue;
      if (joined) {
        whole.push(id);
        continue;
      }
      if (see) vocabulary.see(id, isCapital(surface), at === 0);
      ids.push(id);
    }
    for (const { emits } of phrasesIn(synonymsOf(language), ids)) whole.push(emits);
    for (const id of whole) ids.push(id);
    return ids;
  };
  /** The distinct terms of the document's title and of the headings above a passage; `known` spares repeats. */
  const titleTerms = (document: Document, passage: Passage, known: Map<string, readonly number[]>): number[] => {
    const above = passage.kind === 'heading' ? [] : [document.title, ...passage.headings];
    const ids = above.flatMap((title) => {
      const found = known.get(title) ?? terms(tokenize(title), document.language, false);
      known.set(title, found);
      return found;
    });
    return [...new Set(ids)];
  };
  /** The distinct terms of a passage's text. */
  const termsOf = (passage: number): ReadonlySet<number> => {
    const { from, to } = entries[passage] as Entry;
    const held = new Set(sequence.values.subarray(from, to));
    held.delete(SENTENCE);
    return held;
  };
  /** A sentence of a passage as offsets into the document's text. */
  const sentenceOf = (passage: number, sentence: number): Span => {
    const {
      passage: { start },
      sentences,
    } = entries[passage] as Entry;
    const at = sentences + 2 * sentence;
    return { start: start + (boundaries.values[at] as number), end: start + (boundaries.values[at + 1] as number) };
  };
  /** Occurrences of each term in the passage that is being added, packed as in a posting; `counted` lists the terms. */
  let occurrences = new Uint8Array(4096);
  const counted: number[] = [];
  const countTerm = (id: number, more: number, limit: number) => {
    if (id >= occurrences.length) {
      const grown = new Uint8Array(id * 2);
      grown.set(occurrences);
      occurrences = grown;
    }
    const count = occurrences[id] as number;
    if (count === 0) counted.push(id);
    if ((count & limit) !== limit) occurrences[id] = count + more;
  };
  const addPassage = (document: Document, passage: Passage, titles: readonly number[]): number => {
    const number = entries.length;
    const from = sequence.length;
    const sentences = boundaries.length;
    let length = 0;
    const text = document.text.slice(passage.start, passage.end);
    const spans = sentenceSpans(text);
    for (const [at, tokens] of tokensOf(text, spans).entries()) {
      push(sequence, SENTENCE);
      push(boundaries, spans[at]?.start ?? 0);
      push(boundaries, spans[at]?.end ?? 0);
      for (const id of terms(tokens, document.language, passage.kind !== 'heading')) {
        push(sequence, id);
        length++;
        countTerm(id, 4, MOST_IN_TEXT << 2);
      }
    }
    for (const id of titles) countTerm(id, 1, MOST_IN_TITLES);
    for (const id of counted) {
      push((postings[id] ??= growingArray(1)), number * 256 + (occurrences[id] as number));
      vocabulary.count(id, 1);
      occurrences[id] = 0;
    }
    counted.length = 0;
    push(kinds, passage.kind === 'heading' ? HEADING : QUOTABLE);
    entries.push({ document, passage, from, to: sequence.length, sentences, sentenceCount: spans.length });
    push(lengths, length);
    totals.passages++;
    totals.length += length;
    return number;
  };
  return {
    vocabulary,
    totals: totals as Readonly<typeof totals>,
    entries: entries as readonly (Entry | undefined)[],
    synonymsOf,
    postingsOf: (term: number): Readonly<GrowingArray> | undefined => postings[term],
    lengths: lengths as Readonly<GrowingArray>,
    kinds: kinds as Readonly<GrowingArray>,
    termAt: (position: number) => sequence.values[position] as number,
    /** The distinct terms of the titles above a passage. */
    titlesOf(passage: number): readonly number[] {
      const entry = entries[passage] as Entry;
      return titleTerms(entry.document, entry.passage, new Map());
    },
    termsOf,
    /** The passages that can hold a phrase: those that hold its rarest word, or all where it has stop words only. */
    candidatesFor(phrase: string): ReadonlySet<number> {
      const lists = vocabulary.languages().flatMap((language) => {
        const found = tokenize(phrase).filter(
          ({ joined, surface }) => !joined && analyzerOf(language)(surface) !== undefined,
        );
        if (found.length === 0) return [...entries.keys()];
        const terms = found.map(({ surface }) => vocabulary.find(surface, language));
        const held = terms.map((term) => (term === undefined ? undefined : postings[term]));
        const rarest = held.reduce((a, b) => ((a?.length ?? 0) <= (b?.length ?? 0) ? a : b));
        return rarest ? Array.from(rarest.values.subarray(0, rarest.length), passageOf) : [];
      });
      return new Set(lists);
    },
    textOf(passage: number): string {
      const { document, passage: span } = entries[passage] as Entry;
      return document.text.slice(span.start, span.end);
    },
    sentenceText(passage: number, sentence: number): string {
      const { start, end } = sentenceOf(passage, sentence);
      return (entries[passage] as Entry).document.text.slice(start, end);
    },
    sentenceOf,
    add(document: Document): void {
      const known = new Map<string, readonly number[]>();
      numbersOf.set(
        document.id,
        document.passages.map((passage) => addPassage(document, passage, titleTerms(document, passage, known))),
      );
    },
    remove(id: string): void {
      const known = new Map<string, readonly number[]>();
      for (const number of numbersOf.get(id) ?? []) {
        const { document, passage } = entries[number] as Entry;
        const held = new Set([...termsOf(number), ...titleTerms(document, passage, known)]);
        for (const term of held) vocabulary.count(term, -1);
        totals.passages--;
        totals.removed++;
        totals.length -= lengths.values[number] as number;
        kinds.values[number] = REMOVED;
        entries[number] = undefined;
      }
      numbersOf.delete(id);
    },
  };
}

/** Whether a word begins with a capital; ASCII, by far the most, is told without a regular expression. */
function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word);
}

/** The tokens of each sentence. */
function tokensOf(text: string, sentences: readonly Span[]): Token[][] {
  const found: Token[][] = sentences.map(() => []);
  let at = 0;
  eachToken(text, (token) => {
    while (at < sentences.length - 1 && token.start >= (sentences[at]?.end ?? 0)) at++;
    found[at]?.push(token);
  });
  return found;
}
