import type { Quotation } from './quotation.ts';
import { sentenceSpans } from './sentence.ts';
import type { Span } from './span.ts';

/** A verbatim stretch of a quotation: its answering sentence, or the words around it. Offsets into the document's text. */
type Piece = Span & { readonly role: 'answer' | 'text' };

/** A quotation cut to a budget: contiguous pieces in order, and whether words were left out before or after them. */
export type Excerpt = { readonly pieces: readonly Piece[]; readonly cutBefore: boolean; readonly cutAfter: boolean };

/** What a text costs of the budget: its length, its width on a terminal, its length once escaped. Longer texts cost more. */
export type Cost = (text: string) => number;

/** How far from the answer to look, as a multiple of the budget, which fills sooner: a paragraph of a megabyte is not read to its end. */
const REACH = 4;

const length: Cost = (text) => text.length;

/**
 * Cuts a quotation so that the costs of its pieces add up to `budget` at most. The answering sentence stays, and whole
 * sentences around it as far as they fit; a sentence that alone exceeds the budget is cut after a word.
 */
export function excerpt(quotation: Quotation, budget: number, cost: Cost = length): Excerpt {
  const { text, start: origin } = quotation;
  const answer = { start: quotation.answer.start - origin, end: quotation.answer.end - origin };
  const costOf = (piece: Span) => cost(text.slice(piece.start, piece.end));
  const fits = (span: Span) => split(span, answer).reduce((sum, piece) => sum + costOf(piece), 0) <= budget;
  const whole = { start: 0, end: text.length };
  const kept =
    text.length <= REACH * budget && fits(whole)
      ? whole
      : fits(answer)
        ? grow(text, answer, REACH * budget, fits)
        : { start: answer.start, end: answer.start + beginning(text.slice(answer.start, answer.end), budget, cost) };
  return {
    pieces: split(kept, answer).map(({ start, end, role }) => ({ start: start + origin, end: end + origin, role })),
    cutBefore: text.slice(0, kept.start).trim() !== '',
    cutAfter: text.slice(kept.end).trim() !== '',
  };
}

/** The parts of a span before, in and after the answer, without empty ones. */
function split(span: Span, answer: Span): Piece[] {
  const pieces: Piece[] = [
    { start: span.start, end: answer.start, role: 'text' },
    { start: answer.start, end: Math.min(answer.end, span.end), role: 'answer' },
    { start: answer.end, end: span.end, role: 'text' },
  ];
  return pieces.filter(({ start, end }) => start < end);
}

/** Widens the answer by one sentence before, then one after, and so on, each side until its next sentence does not fit. */
function grow(text: string, answer: Span, reach: number, fits: (span: Span) => boolean): Span {
  const from = Math.max(0, answer.start - reach);
  const to = Math.min(text.length, answer.end + reach);
  const starts = sentenceSpans(text.slice(from, answer.start))
    .map(({ start }) => from + start)
    .reverse();
  const ends = sentenceSpans(text.slice(answer.end, to)).map(({ end }) => answer.end + end);
  let span = answer;
  for (let side = starts; starts.length + ends.length > 0; side = side === starts ? ends : starts) {
    const edge = side.shift();
    if (edge === undefined) continue;
    const wider = side === starts ? { start: edge, end: span.end } : { start: span.start, end: edge };
    if (fits(wider)) span = wider;
    else side.length = 0;
  }
  return span;
}

/** Length of the longest beginning of a text that the budget allows: up to a word's end, else a grapheme's, else a code point's. */
export function beginning(text: string, budget: number, cost: Cost = length): number {
  const near = text.slice(0, REACH * budget);
  if (near.length === text.length && cost(text) <= budget) return text.length;
  for (const endsIn of [wordEnds, graphemeEnds, codePointEnds]) {
    const ends = endsIn(near).filter((end) => end < near.length);
    const end = lastThat(ends, (candidate) => cost(near.slice(0, candidate)) <= budget);
    if (end !== undefined) return end;
  }
  return 0;
}

const words = new Intl.Segmenter('en', { granularity: 'word' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Scripts that put no space between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** Where a word ends and white space follows, or any word boundary in a script that has no white space. */
function wordEnds(text: string): number[] {
  return [...words.segment(text)]
    .map(({ index }) => index)
    .filter((at) => {
      const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2)];
      if (at === 0 || /[\s\p{Ps}\p{Pi}]$/u.test(before)) return false;
      return /^\s/u.test(after) || (UNSPACED.test(before) && !/^\p{P}/u.test(after));
    });
}

function graphemeEnds(text: string): number[] {
  return [...graphemes.segment(text)].map(({ index, segment }) => index + segment.length);
}

function codePointEnds(text: string): number[] {
  let end = 0;
  return Array.from(text, (codePoint) => (end += codePoint.length));
}

/** The last of the ascending numbers that holds, found by halving; what holds for one number holds for those below. */
function lastThat(ascending: readonly number[], holds: (candidate: number) => boolean): number | undefined {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ascending[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return ascending[low - 1];
}
