import { type CompareDeps, checkQuoted, type Verdict } from './check-quoted.ts';
import { comparedWords } from './compared-words.ts';
import type { Search } from './evidence.ts';
import { cite } from './place.ts';
import type { Quotation } from './quotation.ts';
import { hasBlock, quotationsIn, sentencesIn, wholeOf, wordsIn } from './quotation-marks.ts';
import { CANDIDATES, weigh } from './quoted-pieces.ts';

/** A quotation with its verdict; `not-found` comes with the nearest passage, which holds other words. */
export type CheckedQuotation = { readonly quoted: string } & (
  | Verdict
  | { readonly verdict: 'not-found'; readonly nearest: readonly Quotation[] }
);

/** The quotations of a message, each with its verdict; none where the message has no words. */
export type QuotationCheck = {
  readonly checked: readonly CheckedQuotation[];
  /** How many more there are. */
  readonly more: number;
  readonly searched: { readonly documents: number; readonly passages: number };
};

type Deps = CompareDeps & {
  readonly search: Search;
  readonly verified: (quotations: readonly Quotation[]) => readonly Quotation[];
};

/** Quotations of one message that are checked. */
const MOST = 5;
/** Part of a message without quotation marks that must stand in the documents for it to be one quotation. */
const ALL_BUT = 0.75;
/** Confidence of the search below which the nearest passage is none that anybody would want to see. */
const NEAR = 0.25;
/** Words of a quotation that are searched for as a question is. */
const SOUGHT = 8;
/** Words from which a sentence of such a message is checked by itself, and how many of them are. */
const SENTENCE = 6;
const MOST_SENTENCES = 20;
/** Words from which a part of a message is worth checking: fewer stand anywhere. */
const WORTH_CHECKING = 3;

/**
 * Checks what a message quotes: what stands in quotation marks or in a block of its own; the whole message where it has
 * neither, or where it stands in a document as it is; its sentences where it has neither and is found nowhere as a whole.
 */
export function checkQuotation(deps: Deps, message: string): QuotationCheck {
  const passages = [...deps.documents.values()].reduce((sum, document) => sum + document.passages.length, 0);
  return { ...checkMessage(deps, message), searched: { documents: deps.documents.size, passages } };
}

function checkMessage(deps: Deps, message: string): Omit<QuotationCheck, 'searched'> {
  if (wordsIn(message) === 0) return { checked: [], more: 0 };
  const quotations = quotationsIn(message);
  const long = quotations.filter(isWorthChecking);
  if (long.length > 0 && hasBlock(message)) return checkMarked(deps, long);
  const whole = checkOne(deps, wholeOf(message));
  if (isQuotation(whole, long)) return { checked: [whole], more: 0 };
  if (long.length > 0) return checkMarked(deps, long);
  const sentences = sentencesIn(message);
  const parts =
    sentences.length > 1 ? sentences.filter((one) => weightOf(one) >= SENTENCE).slice(0, MOST_SENTENCES) : [];
  const found = parts.flatMap((one) => find(deps, one) ?? []).filter(({ held }) => held >= ALL_BUT);
  if (found.length > 0) return { checked: found.slice(0, MOST), more: Math.max(0, found.length - MOST) };
  // A word or two in quotation marks is all that such a message quotes.
  return whole.verdict === 'not-found' && quotations.length > 0
    ? checkMarked(deps, quotations)
    : { checked: [whole], more: 0 };
}

/** Checks what is marked as a quotation; of a block that stands in no document, such as a message, what it quotes itself. */
function checkMarked(deps: Deps, quotations: readonly string[]): Omit<QuotationCheck, 'searched'> {
  const checked = quotations.slice(0, MOST).flatMap((text) => {
    const one = checkOne(deps, text);
    const inner = one.verdict === 'not-found' ? quotationsIn(text).filter(isWorthChecking) : [];
    return inner.length > 0 ? inner.slice(0, MOST).map((each) => checkOne(deps, each)) : [one];
  });
  const more = Math.max(0, quotations.length - MOST) + Math.max(0, checked.length - MOST);
  return { checked: checked.slice(0, MOST), more };
}

function checkOne(deps: Deps, quoted: string): CheckedQuotation {
  const found = find(deps, quoted);
  if (found) return found;
  // The search reads misspelt words, and so finds what has hardly a word in common with its source.
  const { hits, confidence } = deps.search(quoted.slice(0, comparedWords(quoted)[SOUGHT]?.start));
  const misspelt = checkQuoted(deps, quoted, hits);
  if (misspelt && isVerified(deps, misspelt)) return { quoted, ...misspelt };
  const places = hits
    .slice(0, confidence < NEAR ? 0 : 1)
    .map(({ document, paragraph, answer }) => ({ document, paragraph, ...answer }));
  const nearest = cite(deps.documents, places).map(({ quotation }) => quotation);
  return { quoted, verdict: 'not-found', nearest: deps.verified(nearest) };
}

/** The verdict on what stands in a document, by its words as they are written. */
function find(deps: Deps, quoted: string): ({ readonly quoted: string } & Verdict) | undefined {
  const found = checkQuoted(deps, quoted, deps.passagesLike(quoted, CANDIDATES));
  return found && isVerified(deps, found) ? { quoted, ...found } : undefined;
}

/** A verdict is worth no more than its sources: where one has just changed, nothing is said. */
function isVerified({ verified }: Deps, found: Verdict): boolean {
  const sources = sourcesOf(found);
  return verified(sources).length === sources.length;
}

/** Every passage that a verdict rests on, in order. */
export function sourcesOf(checked: Verdict | CheckedQuotation): readonly Quotation[] {
  switch (checked.verdict) {
    case 'verbatim':
    case 'altered':
      return checked.source;
    case 'merged':
      return checked.pieces.flatMap(({ source }) => source);
    case 'not-found':
      return [];
  }
}

/**
 * Whether a message is one quotation as a whole, with hardly a word of its author's: the documents hold nearly all of it,
 * and well beyond what it marks, which is then what the documents quote themselves.
 */
function isQuotation(whole: CheckedQuotation, marked: readonly string[]): boolean {
  if (whole.verdict === 'not-found' || whole.held < ALL_BUT) return false;
  const beyond = whole.held * weightOf(whole.quoted) - marked.reduce((sum, text) => sum + weightOf(text), 0);
  return marked.length === 0 || beyond >= WORTH_CHECKING;
}

function isWorthChecking(text: string): boolean {
  return weightOf(text) >= WORTH_CHECKING;
}

function weightOf(text: string): number {
  return weigh(comparedWords(text));
}
