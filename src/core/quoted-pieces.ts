import { type ComparedWord, comparedWords } from './compared-words.ts';
import type { Document } from './document.ts';
import { matchingRuns, type Run, type SourceWord, weightOf } from './matching-runs.ts';
import { sentenceSpans } from './sentence.ts';

/** A passage by its document and paragraph. */
export type PassagePlace = { readonly document: string; readonly paragraph: number };

/** Passages that may hold a text, likeliest first, `most` at most. */
export type PassagesLike = (text: string, most: number) => readonly PassagePlace[];

/** A stretch of a document around a passage, in words. */
export type Region = { readonly document: Document; readonly words: readonly SourceWord[] };

/** Words [from, to) of a quotation and where they stand; what lies between the runs differs. */
export type Piece = {
  readonly from: number;
  readonly to: number;
  readonly region: Region;
  readonly runs: readonly Run[];
};

/** Passages that are compared with a quotation. */
export const CANDIDATES = 12;
/** The share of words left over that must stand at another place for it to be a piece of its own. */
const SHARE = 0.7;
/**
 * Weight of such a piece, and how many words in it have so many letters or a digit. Less could stand anywhere: "at the same
 * time", "of the … in the".
 */
const TELLING = [
  { weight: 4, words: 2, letters: 5 },
  { weight: 5, words: 2, letters: 4 },
] as const;
/** Stretches of a quotation that are sought by themselves. */
const MOST_SOUGHT = 8;
/** Words of all regions together after which no further one is read. */
const MOST_WORDS = 40_000;
/** Words beyond the quotation's own number in which an altered one may still find its end. */
const SPARE = 12;

/** The region around each passage in which a quotation of so many words has room. */
export function regionsAt(
  documents: ReadonlyMap<string, Document>,
  places: readonly PassagePlace[],
  length: number,
): readonly Region[] {
  let words = 0;
  return places.flatMap(({ document: id, paragraph }) => {
    if (words > MOST_WORDS) return [];
    const document = documents.get(id);
    const at = document?.passages.findIndex((passage) => passage.paragraph === paragraph) ?? -1;
    if (!document || at < 0) return [];
    const region = { document, words: wordsAround(document, at, length + SPARE) };
    words += region.words.length;
    return [region];
  });
}

/** The places at which a quotation stands: the one that holds most of it, then those that hold what is left over. */
export function findPieces(
  quoted: readonly ComparedWord[],
  regions: readonly Region[],
  regionsFor: (from: number, to: number) => readonly Region[],
): readonly Piece[] {
  const main = bestPiece(quoted, [0, quoted.length], regions);
  if (!main) return [];
  let sought = 0;
  const limited = (from: number, to: number) => (++sought > MOST_SOUGHT ? [] : regionsFor(from, to));
  return [main, ...piecesLeft(quoted, main, [0, quoted.length], limited)].sort((a, b) => a.from - b.from);
}

/** Every place that holds the whole quotation in one run. */
export function wholePieces(quoted: readonly ComparedWord[], regions: readonly Region[]): Piece[] {
  const seen = new Set<string>();
  return regions.flatMap((region) => {
    const piece = bestPiece(quoted, [0, quoted.length], [region]);
    const [run, ...others] = piece?.runs ?? [];
    const key = `${region.document.id} ${region.words[run?.source ?? 0]?.start}`;
    if (!piece || run?.length !== quoted.length || others.length > 0 || seen.has(key)) return [];
    seen.add(key);
    return [piece];
  });
}

function piecesLeft(
  quoted: readonly ComparedWord[],
  { runs }: Piece,
  [from, to]: readonly [number, number],
  regionsFor: (from: number, to: number) => readonly Region[],
): Piece[] {
  const edges = [from, ...runs.flatMap((run) => [run.quoted, run.quoted + run.length]), to];
  const gaps = edges.flatMap((edge, at) => (at % 2 === 0 ? [[edge, edges[at + 1] ?? to] as const] : []));
  return gaps.flatMap((gap) => {
    if (!isTelling(quoted.slice(...gap))) return [];
    const piece = bestPiece(quoted, gap, regionsFor(...gap));
    if (!piece || !isTelling(held(quoted, piece))) return [];
    if (weightOf(quoted, piece.runs) < SHARE * weigh(quoted.slice(piece.from, piece.to))) return [];
    return [piece, ...piecesLeft(quoted, piece, gap, regionsFor)];
  });
}

function bestPiece(
  quoted: readonly ComparedWord[],
  [from, to]: readonly [number, number],
  regions: readonly Region[],
): Piece | undefined {
  let best: Piece | undefined;
  let most = 0;
  for (const region of regions) {
    const runs = matchingRuns(quoted.slice(from, to), region.words).map((run) => ({
      ...run,
      quoted: run.quoted + from,
    }));
    const [first, last] = [runs.at(0), runs.at(-1)];
    const weight = weightOf(quoted, runs);
    if (!first || !last || weight <= most) continue;
    most = weight;
    best = { from: first.quoted, to: last.quoted + last.length, region, runs };
    if (first.length === to - from) break;
  }
  return best;
}

function held(quoted: readonly ComparedWord[], { runs }: Piece): ComparedWord[] {
  return runs.flatMap((run) => quoted.slice(run.quoted, run.quoted + run.length));
}

function isTelling(words: readonly ComparedWord[]): boolean {
  const whole = weigh(words);
  return TELLING.some(({ weight, words: least, letters }) => {
    const telling = words.filter((word) => word.weight < 1 || word.key.length >= letters || /\p{N}/u.test(word.key));
    return whole >= weight && weigh(telling) >= least;
  });
}

/** How many words there are, those of scripts without spaces by halves. */
export function weigh(words: readonly ComparedWord[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}

/** The words of a passage, and of its neighbours as far as a quotation that begins or ends in it can reach. */
function wordsAround(document: Document, at: number, reach: number): SourceWord[] {
  const words = wordsOf(document, at);
  for (let [next, added] = [at + 1, 0]; added < reach && next < document.passages.length; next++) {
    const more = wordsOf(document, next);
    added += more.length;
    words.push(...more);
  }
  for (let [previous, added] = [at - 1, 0]; added < reach && previous >= 0; previous--) {
    const more = wordsOf(document, previous);
    added += more.length;
    words.unshift(...more);
  }
  return words;
}

function wordsOf({ text, passages }: Document, at: number): SourceWord[] {
  const { start = 0, end = 0 } = passages[at] ?? {};
  const passage = text.slice(start, end);
  const ends = sentenceSpans(passage).map((sentence) => start + sentence.end);
  let sentence = 0;
  return comparedWords(passage, start).map((word) => {
    while (word.start >= (ends[sentence] ?? Infinity)) sentence++;
    // Sentences are numbered by where they end, so that those of different passages differ.
    return Object.assign(word, { passage: at, sentence: ends[sentence] ?? end });
  });
}
