import Fuse from 'fuse.js';
import { editDistance } from '../core/edit-distance.ts';

/** A name that can be looked up; the lower its rank, the better it is as an answer. */
export type NameEntry = {
  readonly name: string;
  readonly folded: string;
  readonly actor: string;
  readonly rank: number;
};

/** A name that resembles what was typed, and by how many edits it differs. */
export type NearName = { readonly entry: NameEntry; readonly distance: number };

/** Names that share most letter pairs are compared; more cost time and bring nothing (bench: 10 to 60 ms for all 2,000). */
const SHORTLIST = 60;
/** Fuse compares 32 characters at a time; what is longer is a sentence, not a misspelt name. */
const LONGEST = 32;

/** Makes a search for names by likeness, best first: misspelt words, words in another order, both. */
export function createNearNames(entries: readonly NameEntry[]): (folded: string) => NearName[] {
  const byPair = new Map<string, number[]>();
  for (const [at, { folded }] of entries.entries()) {
    for (const pair of pairsOf(folded)) {
      const list = byPair.get(pair);
      if (list) list.push(at);
      else byPair.set(pair, [at]);
    }
  }
  return (typed) => {
    const wanted = typed.slice(0, LONGEST);
    const shared = new Map<number, number>();
    for (const pair of pairsOf(wanted))
      for (const at of byPair.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const likeness = ([at, count]: [number, number]) =>
      count / Math.max(4, wanted.length + (entries[at]?.folded.length ?? 0) - count);
    const shortlist = [...shared]
      .sort((a, b) => likeness(b) - likeness(a))
      .slice(0, SHORTLIST)
      .flatMap(([at]) => entries[at] ?? []);
    const options = { keys: ['folded'], includeScore: true, ignoreLocation: true, threshold: 0.5 };
    const found = [
      ...new Fuse(shortlist, options).search(wanted, { limit: 20 }),
      ...(wanted.includes(' ')
        ? new Fuse(shortlist, { ...options, useTokenSearch: true }).search(wanted, { limit: 10 })
        : []),
    ];
    return found
      .map(({ item, score = 1 }) => ({
        entry: item,
        score,
        distance: Math.min(editDistance(wanted, item.folded), editDistance(inOrder(wanted), inOrder(item.folded))),
      }))
      .sort((a, b) => a.distance - b.distance || a.entry.rank - b.entry.rank || a.score - b.score);
  };
}

/** The words of a folded name in alphabetical order. */
export function inOrder(folded: string): string {
  return folded.split(' ').sort().join(' ');
}

/** Pairs of neighbouring letters, and of letters with one between, so that a swap of two leaves most of them. */
function pairsOf(folded: string): Set<string> {
  const letters = Array.from(` ${folded} `);
  return new Set(
    letters.flatMap((letter, at) => [letter + (letters[at + 1] ?? ''), `${letter}_${letters[at + 2] ?? ''}`]),
  );
}
