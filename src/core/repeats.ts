import type { Held } from './findings.ts';

/** A position as a card shows it, with the places that say nearly the same. */
export type Line = Held & { readonly repeats: readonly Held[] };

/** Share of their words that two summaries have in common to count as the same (Jaccard, 0 to 1). */
const SAME = 0.8;
/** Fewer words than these have to be equal, for each of them weighs. */
const ENOUGH = 8;
/** Lines that each further one is compared with word by word; beyond, only equal words are noticed, in linear time. */
const COMPARED = 200;
/** Words that turn a statement into another one, as numbers and names do: lines that differ in one are not the same. */
const TELLING =
  /^(?:not?|never|none|nor|neither|without|hardly|barely|scarcely|unless|if|whether|only|may|might|can|cannot|could|should|would|must|will|won|t|from|against|before|after|more|less|\p{N}.*|\p{Lu}.*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|first|second|third)$/u;

type Candidate = { readonly held: Held; readonly words: ReadonlySet<string>; readonly repeats: Held[] };

/** Puts positions that say nearly the same with the same stance on one line, that of the first. */
export function withoutRepeats(positions: readonly Held[]): Line[] {
  const lines: Candidate[] = [];
  const bySummary = new Map<string, Candidate[]>();
  for (const held of positions) {
    const equal = bySummary.get(held.summary);
    const known = equal?.find((line) => line.held.stance === held.stance && line.held.kind === held.kind);
    if (known) {
      known.repeats.push(held);
      continue;
    }
    const candidate = { held, words: new Set(held.summary.match(/[\p{L}\p{N}]+/gu)), repeats: [] };
    const same = lines.slice(0, COMPARED).find((line) => isSame(line, candidate));
    if (same) same.repeats.push(held);
    else lines.push(candidate);
    if (equal) equal.push(same ?? candidate);
    else bySummary.set(held.summary, [same ?? candidate]);
  }
  return lines.map(({ held, repeats }) => ({ ...held, repeats }));
}

function isSame(one: Candidate, other: Candidate): boolean {
  if (one.held.stance !== other.held.stance || one.held.kind !== other.held.kind) return false;
  const [a, b] = [one.words, other.words];
  if (Math.min(a.size, b.size) < Math.max(ENOUGH, SAME * Math.max(a.size, b.size))) return false;
  const both = [...a].filter((word) => b.has(word));
  const apart = [...[...a].filter((word) => !b.has(word)), ...[...b].filter((word) => !a.has(word))];
  if (both.length / (both.length + apart.length) < SAME || apart.some((word) => TELLING.test(word))) return false;
  return both.join(' ') === [...b].filter((word) => a.has(word)).join(' ');
}
