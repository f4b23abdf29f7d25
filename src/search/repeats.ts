import type { Entry, PassageIndex } from './passage-index.ts';
import type { Ranked } from './rank.ts';

/** Share of their words that two passages must have in common to count as the same text (Jaccard). */
const SAME = 0.9;

/** The first `most` passages of a ranking, leaving out those that say again what a better one says. */
export function withoutRepeats(ranked: readonly Ranked[], most: number, index: PassageIndex): Ranked[] {
  const kept: { ranked: Ranked; answer: string }[] = [];
  const read = new Map<number, ReadonlySet<number>>();
  const termsOf = (passage: number) => {
    const terms = read.get(passage) ?? index.termsOf(passage);
    read.set(passage, terms);
    return terms;
  };
  const isSame = (one: number, other: number) => {
    const lengths = [index.lengths.values[one] as number, index.lengths.values[other] as number];
    // Most pairs are told apart by their length and their first and last words, before all are compared.
    if (Math.min(...lengths) < SAME * Math.max(...lengths)) return false;
    const [a, b] = [index.entries[one] as Entry, index.entries[other] as Entry];
    const alike =
      index.termAt(a.from + 1) === index.termAt(b.from + 1) || index.termAt(a.to - 1) === index.termAt(b.to - 1);
    return alike && overlap(termsOf(one), termsOf(other)) >= SAME;
  };
  for (const candidate of ranked) {
    if (kept.length === most) break;
    const answer = index.sentenceText(candidate.passage, candidate.sentence);
    const repeats = kept.some((other) => other.answer === answer || isSame(other.ranked.passage, candidate.passage));
    if (!repeats) kept.push({ ranked: candidate, answer });
  }
  return kept.map((one) => one.ranked);
}

/** Common terms over all terms (Jaccard), 0 to 1. */
function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0;
  for (const term of a) if (b.has(term)) common++;
  return common / (a.size + b.size - common);
}
