import { FIGURES, TIMES } from './expectation.ts';
import type { Meeting } from './meeting.ts';
import type { PassageIndex } from './passage-index.ts';
import type { Group } from './question.ts';
import type { Ranked } from './rank.ts';

/**
 * What is measured of the best passage to tell an answer from a mere neighbour; shares are of the question's weight
 * (inverse document frequencies), 0 to 1.
 */
export type Features = {
  /** Share of the question that the passage holds, its titles included. */
  readonly passage: number;
  /** Share that its best sentence holds. */
  readonly sentence: number;
  /** Share of the heaviest word that is missing. */
  readonly missing: number;
  /** Share of words that no document holds, in any spelling or by any synonym. */
  readonly unknown: number;
  /** 1 where a name of the question is missing from the passage and its titles. */
  readonly nameMissing: number;
  /** 1 where a name of the question is missing from the best sentence. */
  readonly nameApart: number;
  /** 1 where no document holds a name of the question. */
  readonly nameUnknown: number;
  /** 1 where the question asks for a figure and the best sentence has none. */
  readonly uncounted: number;
  /** 1 where it asks for a time and the sentence has none. */
  readonly undated: number;
  /** 1 where it asks for a name, a place or a reason and the best sentence shows none. */
  readonly unnamed: number;
  /** Lead over the next passage as a share of the score. */
  readonly lead: number;
  /** Score over the question's weight. */
  readonly score: number;
};

/** Logistic weights, fitted by bench/fit-confidence.ts on its labelled questions; run it again after any change to the ranking. */
const WEIGHTS: Readonly<Record<keyof Features, number>> = {
  passage: 2.31,
  sentence: -4.75,
  missing: -3.13,
  unknown: 0.49,
  nameMissing: -0.74,
  nameApart: -1.31,
  nameUnknown: -1.12,
  uncounted: -4.29,
  undated: -2.28,
  unnamed: -1.21,
  lead: 0.9,
  score: 3.39,
};
const INTERCEPT = -0.37;

/** Measures the first passage of a ranking; `meeting` tells what kind of thing the question asks for, if its words do. */
export function featuresOf(
  groups: readonly Group[],
  ranked: readonly Ranked[],
  index: PassageIndex,
  meeting: Meeting | undefined,
): Features {
  const [first, second] = ranked;
  const weights = groups.map(({ weight, idf }) => weight * idf);
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const share = (held: (at: number) => number) =>
    weights.reduce((sum, weight, at) => sum + weight * held(at), 0) / whole;
  const titles = new Set(first ? index.titlesOf(first.passage) : []);
  const inTitles = (at: number) => groups[at]?.alternatives.some(({ term }) => titles.has(term)) ?? false;
  const held = (at: number) => Math.max(first?.inPassage[at] ?? 0, inTitles(at) ? 1 : 0);
  const met = first !== undefined && meeting !== undefined && meeting.meets(first.passage, first.sentence);
  const asksFigure = meeting !== undefined && FIGURES.has(meeting.expectation);
  const asksTime = meeting !== undefined && TIMES.has(meeting.expectation);
  return {
    passage: share(held),
    sentence: share((at) => first?.inSentence[at] ?? 0),
    missing: Math.max(0, ...weights.map((weight, at) => (held(at) === 0 ? weight : 0))) / whole,
    unknown: share((at) => (groups[at]?.alternatives.length === 0 ? 1 : 0)),
    nameMissing: groups.some(({ isName }, at) => isName && held(at) === 0) ? 1 : 0,
    nameApart: groups.some(({ isName }, at) => isName && (first?.inSentence[at] ?? 0) === 0) ? 1 : 0,
    nameUnknown: groups.some(({ isName, alternatives }) => isName && alternatives.length === 0) ? 1 : 0,
    uncounted: asksFigure && !met ? 1 : 0,
    undated: asksTime && !met ? 1 : 0,
    unnamed: meeting !== undefined && !asksFigure && !asksTime && !met ? 1 : 0,
    lead: first ? (first.score - (second?.score ?? 0)) / first.score : 0,
    score: (first?.score ?? 0) / whole,
  };
}

/** The probability, 0 to 1, that the first passage answers the question. */
export function confidenceOf(features: Features): number {
  const sum = Object.entries(features).reduce(
    (total, [name, value]) => total + WEIGHTS[name as keyof Features] * value,
    INTERCEPT,
  );
  return 1 / (1 + Math.exp(-sum));
}
