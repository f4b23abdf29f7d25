import { type Entry, inText, inTitles, type PassageIndex, passageOf, SENTENCE } from './passage-index.ts';
import type { Group } from './question.ts';

/** BM25 term saturation (0 to 3) and length normalisation (0 to 1); Robertson and Zaragoza 2009. Flat top, see docs/search.md. */
const K1 = 1;
const B = 0.6;
/** What a word in the title or a heading is worth beside one in the text (BM25F). */
const TITLE = 1;
/** Passages whose sentences are looked at, and what the best sentence is worth beside the passage. */
const RESCORED = 40;
const BEST_SENTENCE = 0.6;
/** What a word in the sentence before is worth. */
const SENTENCE_BEFORE = 0.5;

export type Ranked = {
  readonly passage: number;
  readonly score: number;
  /** Index of the best sentence among the passage's sentences. */
  readonly sentence: number;
  /** What each group of the question finds in the passage and in that sentence, 0 to 1 (its best alternative's worth). */
  readonly inPassage: Float32Array;
  readonly inSentence: Float32Array;
};

/** What a sentence gains beyond its words, as a share of the question's whole weight, `MOST_BONUS` at the most. */
export const MOST_BONUS = 0.15;
export type SentenceBonus = (passage: number, sentence: number) => number;

/** Which passages take part: those of a kind, and of these what `accepts` lets through. */
export type Within = { readonly kind: number; readonly accepts?: (passage: number) => boolean };

export type Ranker = ReturnType<typeof createRanker>;

/** Ranks passages for the groups of a question; one scratch space serves all questions. */
export function createRanker(index: PassageIndex) {
  let scores = new Float64Array(0);
  let bests = new Float64Array(0);
  const touched: number[] = [];

  /** Adds a group to the scores: the best of its alternatives in each passage; `grows` lets passages in that had none. */
  const addGroup = (group: Group, { kind, accepts }: Within, grows: boolean): void => {
    const held: number[] = [];
    const kinds = index.kinds.values;
    const lengths = index.lengths.values;
    const average = index.totals.length / Math.max(1, index.totals.passages);
    for (const { term, worth } of group.alternatives) {
      const list = index.postingsOf(term);
      if (!list) continue;
      const value = worth * valueOf(term, group, index) * (K1 + 1);
      const { values, length } = list;
      for (let i = 0; i < length; i++) {
        const posting = values[i] as number;
        const passage = passageOf(posting);
        if (scores[passage] === 0) {
          if (!grows || kinds[passage] !== kind || accepts?.(passage) === false) continue;
        }
        const frequency =
          inText(posting) / (1 - B + (B * (lengths[passage] as number)) / average) + TITLE * inTitles(posting);
        const gain = (value * frequency) / (frequency + K1);
        const best = bests[passage] as number;
        if (best === 0) held.push(passage);
        if (gain > best) bests[passage] = gain;
      }
    }
    for (const passage of held) {
      if (scores[passage] === 0) touched.push(passage);
      scores[passage] = (scores[passage] as number) + (bests[passage] as number);
      bests[passage] = 0;
    }
  };

  return (groups: readonly Group[], within: Within, bonus: SentenceBonus): Ranked[] => {
    if (scores.length < index.entries.length) {
      scores = new Float64Array(index.entries.length * 2);
      bests = new Float64Array(index.entries.length * 2);
    }
    // Weightiest first, so that the common words at the end need only look at passages already found: a passage that holds
    // nothing but those can no longer come among the best (Turtle and Flood 1995, "term-at-a-time with quitting").
    const byWeight = groups.map((group) => ({ group, most: most(group, index) })).sort((a, b) => b.most - a.most);
    let left = byWeight.reduce((sum, one) => sum + one.most, 0);
    for (const one of byWeight) {
      const least = touched.length > RESCORED ? highest(touched, scores, RESCORED).least : 0;
      addGroup(one.group, within, left >= least);
      left -= one.most;
    }
    const worths = worthsOf(groups);
    const ranked = highest(touched, scores, RESCORED).passages.map((passage) =>
      readPassage(passage, scores[passage] as number, groups, worths, index, bonus),
    );
    for (const passage of touched) scores[passage] = 0;
    touched.length = 0;
    return ranked.sort((a, b) => b.score - a.score || a.passage - b.passage);
  };
}

/** A term's weight in a group: no alternative counts as rarer than the word it stands for. */
function valueOf(term: number, group: Group, { vocabulary, totals }: PassageIndex): number {
  const idf = vocabulary.rarity(term, totals.passages);
  return group.weight * (group.known ? Math.min(Math.max(idf, group.least), group.idf) : idf);
}

/** What a group can add to a passage's score at the most: BM25 approaches K1 + 1 as a word is repeated. */
function most(group: Group, index: PassageIndex): number {
  return Math.max(0, ...group.alternatives.map(({ term, worth }) => worth * valueOf(term, group, index) * (K1 + 1)));
}

/** The `count` passages with the highest scores, best first, ties to the earlier one; `least` is the lowest of their scores. */
function highest(
  passages: readonly number[],
  scores: Float64Array,
  count: number,
): { passages: number[]; least: number } {
  const value = (passage: number) => scores[passage] as number;
  const best: number[] = [];
  let least = 0;
  for (const passage of passages) {
    const score = value(passage);
    if (best.length === count && score < least) continue;
    let at = best.length;
    while (at > 0 && isBefore(passage, score, best[at - 1] as number, value(best[at - 1] as number))) at--;
    best.splice(at, 0, passage);
    if (best.length > count) best.pop();
    least = value(best.at(-1) as number);
  }
  return { passages: best, least };
}

function isBefore(one: number, score: number, other: number, otherScore: number): boolean {
  return score > otherScore || (score === otherScore && one < other);
}

/** For each term, the groups for which it stands and what it is worth there. */
type Worths = ReadonlyMap<number, readonly { readonly group: number; readonly worth: number }[]>;

function worthsOf(groups: readonly Group[]): Worths {
  const worths = new Map<number, { group: number; worth: number }[]>();
  for (const [group, { alternatives }] of groups.entries()) {
    for (const { term, worth } of alternatives) {
      const known = worths.get(term);
      if (known) known.push({ group, worth });
      else worths.set(term, [{ group, worth }]);
    }
  }
  return worths;
}

/** Adds to a passage's score what its best sentence holds. */
function readPassage(
  passage: number,
  score: number,
  groups: readonly Group[],
  worths: Worths,
  index: PassageIndex,
  bonus: SentenceBonus,
): Ranked {
  const held = heldBySentences(passage, groups.length, worths, index);
  const weights = groups.map(({ weight, idf }) => weight * idf);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const inPassage = new Float32Array(groups.length);
  let sentence = 0;
  let highest = 0;
  for (let number = 0; number * groups.length < held.length; number++) {
    let value = 0;
    for (let at = 0; at < weights.length; at++) {
      const here = held[number * groups.length + at] as number;
      const before = number > 0 ? (held[(number - 1) * groups.length + at] as number) : 0;
      if (here > (inPassage[at] as number)) inPassage[at] = here;
      value += (weights[at] as number) * Math.max(here, SENTENCE_BEFORE * before);
    }
    // Looking into the text is the dearest step: only where it can change the outcome.
    if (value > 0 && value + whole * MOST_BONUS > highest) value += whole * bonus(passage, number);
    if (value > highest) {
      highest = value;
      sentence = number;
    }
  }
  const inSentence = held.slice(sentence * groups.length, (sentence + 1) * groups.length);
  return { passage, score: score + BEST_SENTENCE * highest, sentence, inPassage, inSentence };
}

/** What each sentence of a passage holds of each group, one sentence after the other. */
function heldBySentences(
  passage: number,
  groups: number,
  worths: Worths,
  { entries, termAt }: PassageIndex,
): Float32Array {
  const { from, to, sentenceCount } = entries[passage] as Entry;
  const held = new Float32Array(sentenceCount * groups);
  let start = -groups;
  for (let at = from; at < to; at++) {
    const term = termAt(at);
    if (term === SENTENCE) {
      start += groups;
      continue;
    }
    const found = worths.get(term);
    if (!found) continue;
    for (const { group, worth } of found) if (worth > (held[start + group] as number)) held[start + group] = worth;
  }
  return held;
}
