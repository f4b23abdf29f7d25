/** What decides the order: the local day, and the keys that were shown before, oldest first. */
export type Turn = { readonly date: string; readonly shown: readonly string[] };

/**
 * Candidates in the order of their turn: those never shown, lower `rank` first and then by a hash of date and key; after
 * them those that were, longest ago first. So nothing comes again before all others have come.
 */
export function* inTurn<T>(
  candidates: readonly T[],
  keyOf: (candidate: T) => string,
  { date, shown }: Turn,
  rank: (candidate: T) => number = () => 0,
): Generator<T, void> {
  const last = new Map(shown.map((key, at) => [key, at]));
  const unseen = candidates.filter((candidate) => !last.has(keyOf(candidate)));
  const ranks = [...Map.groupBy(unseen, rank)].sort(([one], [other]) => one - other);
  for (const [, equal] of ranks) {
    const lots = equal.map((candidate) => ({ candidate, lot: hash32(`${date} ${keyOf(candidate)}`, 0) }));
    for (const { candidate } of lots.sort((a, b) => a.lot - b.lot)) yield candidate;
  }
  const lastOf = (candidate: T) => last.get(keyOf(candidate)) ?? 0;
  const seen = candidates.filter((candidate) => last.has(keyOf(candidate)));
  yield* seen.sort((a, b) => lastOf(a) - lastOf(b));
}

/** A short key for what a text says: 64 bits as letters and digits. */
export function keyOf(kind: string, text: string): string {
  return `${kind}:${hash32(text, 1).toString(36)}${hash32(text, 2).toString(36)}`;
}

/** FNV-1a (Fowler, Noll and Vo, 32 bits) finished as in MurmurHash3 (Appleby), for FNV mixes the last letters little. */
function hash32(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
