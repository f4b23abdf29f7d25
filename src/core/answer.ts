import type { Quotation } from './quotation.ts';

/** A misspelling and the word of the documents that was searched instead. */
export type Correction = { readonly from: string; readonly to: string };

/** What was searched, for the honest line below every answer. */
type Searched = { readonly documents: number; readonly passages: number };

type Answered = {
  readonly question: string;
  readonly corrections: readonly Correction[];
  readonly searched: Searched;
};

export type Found = Answered & {
  readonly outcome: 'found';
  /** Calibrated probability, 0 to 1, that the documents answer the question. */
  readonly confidence: number;
  /** Best first, ten at most. */
  readonly quotations: readonly Quotation[];
};

/**
 * Why nothing is offered as an answer: `silent`: the nearest passages are too far from the question; `phrase`: a phrase
 * in quotation marks does not occur; `wordless`: the question has no word to search for.
 */
type Silence = 'silent' | 'phrase' | 'wordless';

export type NotFound = Answered & {
  readonly outcome: 'not-found';
  readonly reason: Silence;
  readonly confidence: number;
  /** Nearest passages, ten at most, which are not an answer. */
  readonly nearest: readonly Quotation[];
  /** Nearest headings with their documents, three at most. */
  readonly headings: readonly { readonly heading: string; readonly document: string; readonly title: string }[];
};

export type Answer = Found | NotFound;

/**
 * Confidence from which an answer is given. `npm run fit-confidence` prints what this and other values do on each labelled
 * collection: lower answers more of the freely worded questions, higher refuses more of those that only sound near.
 */
export const FOUND_AT = 0.5;

/** Quotations that a reply offers in all, and the part of the best score below which one is no more than a neighbour. */
export const OFFERED = 5;
const STRONG = 0.6;

/** The first `most` quotations, as far as they come near the best one. */
export function strongest(quotations: readonly Quotation[], most = OFFERED): readonly Quotation[] {
  const best = quotations[0]?.score ?? 0;
  const weak = quotations.findIndex(({ score }) => score < best * STRONG);
  return quotations.slice(0, weak < 0 ? most : Math.min(most, weak));
}

/** The sentence that stands where an answer would, for every kind of silence. */
export function explainSilence({ reason, searched }: NotFound): string {
  if (searched.documents === 0 && reason !== 'wordless')
    return 'There are no documents to search yet. They go into the folder of the documents, and are served about a second later.';
  const counted = `${count(searched.documents, 'document')}, ${count(searched.passages, 'passage')}`;
  switch (reason) {
    case 'silent':
      return `The documents do not say. Searched: ${counted}.`;
    case 'phrase':
      return `No document contains that phrase word for word. Searched: ${counted}. Without the quotation marks, the words are searched one by one.`;
    case 'wordless':
      return 'That question has no word to search for. Name what you want to know, for example a person, a country or a subject.';
  }
}

/** "1 document", "6 documents". */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
