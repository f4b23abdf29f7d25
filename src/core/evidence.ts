import type { Correction } from './answer.ts';
import type { Span } from './span.ts';

/** A passage that the search ranked, by document id and paragraph number. Spans are offsets into the document's text. */
export type Hit = {
  readonly document: string;
  readonly paragraph: number;
  readonly answer: Span;
  /** Words of the answering sentence that matched; sought for the first five hits only. */
  readonly matches: readonly Span[];
  readonly score: number;
};

/** What the search found for one question, before anything is decided about it. */
export type Evidence = {
  /** Best first, ten at most, near-identical passages once. */
  readonly hits: readonly Hit[];
  /** Calibrated probability, 0 to 1, that the first hits answer the question. */
  readonly confidence: number;
  readonly corrections: readonly Correction[];
  /** True where the question has no word to search for. */
  readonly wordless: boolean;
  /** The phrase in quotation marks that no document contains, if there is one. */
  readonly missingPhrase?: string;
  /** Nearest headings, three at most. */
  readonly headings: readonly { readonly heading: string; readonly document: string }[];
};

/** Searches every document, or the one named. */
export type Search = (question: string, scope?: { readonly document?: string }) => Evidence;
