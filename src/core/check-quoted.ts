import { type ComparedWord, comparedWords, joinBroken } from './compared-words.ts';
import type { Document } from './document.ts';
import { isNegation } from './negation.ts';
import { type Quotation, quote } from './quotation.ts';
import {
  CANDIDATES,
  findPieces,
  type PassagePlace,
  type PassagesLike,
  type Piece,
  regionsAt,
  weigh,
  wholePieces,
} from './quoted-pieces.ts';
import { type Difference, differencesOf, isHonest } from './word-differences.ts';

/** A piece of a quotation and where it stands: the passage, or those that it runs through; `answer` is the part quoted. */
type SourcedPiece = { readonly quoted: string; readonly exact: boolean; readonly source: readonly Quotation[] };

/**
 * What became of a quotation. `verbatim`: its words stand in the document in this order, save what an ellipsis or
 * brackets own up to. `altered`: words were added, dropped or changed. `merged`: pieces of it stand at several places.
 */
export type Verdict = {
  /** The part of the quotation's words, 0 to 1, that the documents hold. */
  readonly held: number;
} & (
  | {
      readonly verdict: 'verbatim';
      readonly source: readonly Quotation[];
      /** How many other places hold it too. */
      readonly elsewhere: number;
      readonly differences: readonly Difference[];
      /** Whether the punctuation between its words is another. */
      readonly repunctuated: boolean;
      /** A word that denies and was left out, right before the quotation or in one of its cuts. */
      readonly negation?: { readonly word: string; readonly at: 'before' | 'cut' };
    }
  | { readonly verdict: 'altered'; readonly source: readonly Quotation[]; readonly differences: readonly Difference[] }
  | { readonly verdict: 'merged'; readonly pieces: readonly SourcedPiece[] }
);

export type CompareDeps = {
  readonly documents: ReadonlyMap<string, Document>;
  readonly passagesLike: PassagesLike;
};

/** Part of a quotation that must stand in a document, or it is no quotation of it: less suffices where so many words stand in one run. */
const SHARE = { least: 0.5, run: 4, otherwise: 0.7 } as const;
/** What a misspelt word counts of the word that it stands for. */
const MISSPELT = 0.7;
/** Marks that belong to the word before them. */
const CLOSING = /^["'”’»)\]]{0,2}[.!?。！？]?["'”’»]{0,2}/u;
/** Words before a quotation among which one that denies belongs to it. */
const BEFORE = 3;

/** The verdict where a quotation, or most of it, stands in or around these passages; `undefined` where it does not. */
export function checkQuoted(deps: CompareDeps, text: string, places: readonly PassagePlace[]): Verdict | undefined {
  const split = comparedWords(text);
  const regions = regionsAt(deps.documents, places, split.length);
  const known = new Set(regions.flatMap(({ words }) => words.map(({ key }) => key)));
  const quoted = joinBroken(split, (key) => known.has(key));
  const pieces = findPieces(quoted, regions, (from, to) => {
    const part = textOf(text, quoted, from, to);
    return regionsAt(deps.documents, deps.passagesLike(part, CANDIDATES), to - from);
  });
  const [only, ...others] = pieces;
  if (!only) return undefined;
  const compared = pieces.map((piece) => {
    const { from, to } = others.length > 0 ? piece : { from: 0, to: quoted.length };
    const runs = piece.runs.map((run) => ({ ...run, quoted: run.quoted - from }));
    const { document, words: source } = piece.region;
    const words = quoted.slice(from, to);
    return {
      piece,
      differences: differencesOf({ quotedText: text, quoted: words, sourceText: document.text, source }, runs),
    };
  });
  const own = weigh(quoted.filter(({ bracketed }) => !bracketed));
  const all = compared.flatMap(({ differences }) => differences);
  const held = Math.min(1, weightHeld(all) / own);
  if (!(held >= (longestRun(all) < SHARE.run ? SHARE.otherwise : SHARE.least))) return undefined;
  if (others.length > 0)
    return {
      held,
      verdict: 'merged',
      pieces: compared.map(({ piece, differences }) => ({
        quoted: textOf(text, quoted, piece.from, piece.to),
        exact: isHonest(differences),
        source: sourceOf(piece),
      })),
    };
  const differences = compared[0]?.differences ?? [];
  const source = sourceOf(only);
  if (!isHonest(differences)) return { held, verdict: 'altered', source, differences };
  const negation = negationLeftOut(only, differences);
  return {
    held,
    verdict: 'verbatim',
    source,
    elsewhere: Math.max(0, wholePieces(quoted, regions).length - 1),
    differences,
    repunctuated: isRepunctuated(text, quoted, only),
    ...(negation ? { negation } : {}),
  };
}

function textOf(text: string, words: readonly ComparedWord[], from: number, to: number): string {
  return text.slice(words[from]?.start, words[to - 1]?.end);
}

function weightHeld(differences: readonly Difference[]): number {
  return differences.reduce((sum, difference) => {
    if (difference.kind === 'same') return sum + weigh(comparedWords(difference.text));
    return difference.kind === 'changed' && difference.misspelt
      ? sum + MISSPELT * weigh(comparedWords(difference.to))
      : sum;
  }, 0);
}

function longestRun(differences: readonly Difference[]): number {
  return Math.max(0, ...differences.map((one) => (one.kind === 'same' ? weigh(comparedWords(one.text)) : 0)));
}

/** The passages that a piece runs through, each with the part of it that is quoted and the marks that close it. */
function sourceOf({ region: { document, words }, runs }: Piece): Quotation[] {
  const last = runs.at(-1);
  const range = words.slice(runs[0]?.source, (last?.source ?? 0) + (last?.length ?? 0));
  return [...Map.groupBy(range, ({ passage }) => passage)].flatMap(([at, inside]) => {
    const passage = document.passages[at];
    const [first, final] = [inside.at(0), inside.at(-1)];
    if (!passage || !first || !final) return [];
    const [closing = ''] = CLOSING.exec(document.text.slice(final.end, passage.end)) ?? [];
    const answer = { start: first.start, end: final.end + closing.length };
    return [quote(document, passage, { answer, matches: [], score: 0 })];
  });
}

/** Finds the word that turns the sense: "not" before a quotation that begins after it, or under an ellipsis. */
function negationLeftOut({ region: { document, words }, runs }: Piece, differences: readonly Difference[]) {
  const cut = differences
    .filter(({ kind }) => kind === 'cut')
    .flatMap((difference) => ('text' in difference ? comparedWords(difference.text) : []));
  const inCut = cut.find(({ key }) => isNegation(key));
  if (inCut) return { word: inCut.key, at: 'cut' } as const;
  const start = runs[0]?.source ?? 0;
  const first = words[start];
  for (let at = start - 1; at >= Math.max(0, start - BEFORE); at--) {
    const word = words[at];
    if (!word || word.sentence !== first?.sentence) return undefined;
    // Another clause is denied there.
    if (/[,;:()]/u.test(document.text.slice(word.end, words[at + 1]?.start))) return undefined;
    if (isNegation(word.key) && words[at + 1]?.key !== 'only')
      return { word: document.text.slice(word.start, word.end), at: 'before' } as const;
  }
  return undefined;
}

function isRepunctuated(
  text: string,
  quoted: readonly ComparedWord[],
  { region: { document, words }, runs }: Piece,
): boolean {
  return runs.some((run) =>
    Array.from({ length: run.length - 1 }, (_, at) => at).some((at) => {
      const [q, s] = [run.quoted + at, run.source + at];
      const own = text.slice(quoted[q]?.end, quoted[q + 1]?.start);
      return marksIn(own) !== marksIn(document.text.slice(words[s]?.end, words[s + 1]?.start));
    }),
  );
}

/** Punctuation without quotation marks, brackets, ellipses, links and marks of Markdown; every dash is one. */
function marksIn(between: string): string {
  return between
    .normalize('NFKC')
    .replace(/\]\([^()\s]*\)|\[\d{1,3}\]|\.{3,}/gu, '')
    .replace(/[\s"'“”„«»‘’‚‹›「」『』…[\]*_~`\\|#>]/gu, '')
    .replace(/[\u2010-\u2015\u2212]|--/gu, '-');
}
