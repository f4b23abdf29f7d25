import type { Actor, ActorLookup } from './actor.ts';
import { type Analysed, findingsOf, type Person } from './findings.ts';
import { fold } from './fold.ts';

type Known = Analysed & { readonly actors: ReadonlyMap<string, Actor> };

/** Everybody of whom something may be known: the actors that are listed, and the people whom documents alone name. */
export function everybody(deps: Known): ReadonlyMap<string, Actor> {
  const people = unlisted(deps).map(({ actor }) => [actor.id, actor] as const);
  return people.length > 0 ? new Map([...deps.actors, ...people]) : deps.actors;
}

/** The people whom documents alone name, each once. */
export function unlisted(deps: Known): Person[] {
  return [...findingsOf(deps).people.values()].filter(({ actor }) => !deps.actors.has(actor.id));
}

/** One of them by id. */
export function actorById(deps: Known, id: string): Actor | undefined {
  return deps.actors.get(id) ?? findingsOf(deps).people.get(id)?.actor;
}

/** Of these people, those whose whole name was typed, or the beginning of a word of it. */
export function findPeople(people: readonly Person[], typed: string) {
  const wanted = fold(typed);
  const those = (fits: (name: string) => boolean) =>
    wanted === '' ? [] : people.filter(({ names }) => names.some(fits)).map(({ actor }) => actor);
  return { exact: those((name) => name === wanted), partly: those((name) => ` ${name}`.includes(` ${wanted}`)) };
}

/** One is found; several are a question. */
export function lookupAmong(typed: string, found: readonly Actor[]): ActorLookup | undefined {
  const [only, ...others] = found;
  if (!only) return undefined;
  return others.length > 0
    ? { outcome: 'ambiguous', typed, candidates: found.slice(0, 5) }
    : { outcome: 'found', actor: only };
}
