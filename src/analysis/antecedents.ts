import type { Voices } from './voices.ts';

const PERSONS =
  /^(?:he|she|president|minister|chancellor|premier|leader|official|king|secretary|spokesman|spokeswoman|spokesperson|envoy|diplomat|ambassador|general|emir)$/u;
const BODIES =
  /^(?:bloc|alliance|union|organisation|organization|grouping|commission|council|coalition|body|group|agency|forum|association|federation|court|secretary-general)$/u;
const STATES =
  /^(?:country|government|state|kingdom|republic|island|nation|regime|administration|parliament|ministry|archipelago|junta|emirate|monarchy|cabinet|navy|army|military|authorities)$/u;

/** Who "it", "he" or "the bloc" is among those who held the last position; nobody where the kinds do not agree. */
export function resolve(word: string, candidates: readonly string[], voices: Voices): readonly string[] {
  const people = candidates.filter(voices.isPerson);
  const bodies = candidates.filter((id) => !voices.isPerson(id));
  const typed = (...types: string[]) => bodies.filter((id) => types.includes(voices.actorOf(id)?.type ?? ''));
  if (PERSONS.test(word)) {
    if (people.length > 0) return voices.withStates(people.slice(0, 1));
    return /^(?:he|she)$/u.test(word) || bodies.length !== 1 ? [] : bodies;
  }
  if (word === 'they' || word === 'both' || word === 'each') return candidates;
  if (BODIES.test(word)) return one(typed('organisation', 'bloc', 'movement'));
  if (STATES.test(word)) return one(typed('state', 'territory'));
  return one(bodies);
}

/** Where two are meant "it" is neither; an organ and its body are one. */
function one(ids: readonly string[]): readonly string[] {
  return ids.length <= 2 ? ids : [];
}
