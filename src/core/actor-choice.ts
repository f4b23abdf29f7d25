import type { Actor, ActorLookup, ActorSuggestion } from './actor.ts';
import { type Analysed, findingsOf, type Person } from './findings.ts';
import { actorById, findPeople, lookupAmong, unlisted } from './people.ts';

/** Who there is, and who is meant by a name. */
export type ActorDeps = {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly findActor: (typed: string) => ActorLookup;
  /** Best first. */
  readonly suggestActors: (typed: string, limit?: number) => readonly ActorSuggestion[];
};

/** An actor for autocomplete: the name that matched, and the `choice` that means this actor and no other. */
export type ActorOffer = ActorSuggestion & { readonly choice: string };

/** Stands before an actor's id where the reader chose it instead of typing a name. */
const CHOSEN = 'id:';

/** An actor as the desk's capabilities take it, where no question is open any more about who is meant. */
export function chosen({ id }: Pick<Actor, 'id'>): string {
  return CHOSEN + id;
}

/** Who is meant by a name as typed, or by what `chosen` made of an actor. */
export function resolveActor(
  deps: Pick<ActorDeps, 'actors' | 'findActor'> & Analysed,
  named: string,
  known: readonly Person[] = unlisted(deps),
): ActorLookup {
  const id = named.startsWith(CHOSEN) ? named.slice(CHOSEN.length) : undefined;
  const actor = id === undefined ? undefined : actorById(deps, id);
  if (actor) return { outcome: 'found', actor };
  const people = findPeople(known, named);
  const exact = lookupAmong(named, people.exact);
  if (exact) return exact;
  const listed = deps.findActor(id ?? named);
  return (listed.outcome === 'unknown' ? lookupAmong(named, people.partly) : undefined) ?? listed;
}

/**
 * Actors for what has been typed so far, best first: an exact name, then those that the documents name, then the rest.
 * Where nothing was typed, those with most positions.
 */
export function suggestActors(deps: ActorDeps & Analysed, typed: string, limit = 25): ActorOffer[] {
  if (typed.trim() === '') {
    const findings = findingsOf(deps);
    return findings.once(`suggest ${limit}`, () => offer(deps, typed, limit));
  }
  return offer(deps, typed, limit);
}

function offer(deps: ActorDeps & Analysed, typed: string, limit: number): ActorOffer[] {
  const known = unlisted(deps);
  const offered = typed.trim() === '' ? mostHeard(deps, limit) : ranked(deps, typed, known, limit);
  const all = offered.length > 0 || typed.trim() !== '' ? offered : deps.suggestActors('', limit);
  return all.map((suggestion) => ({ ...suggestion, choice: choiceOf(deps, suggestion.actor, known) }));
}

function mostHeard(deps: ActorDeps & Analysed, limit: number): ActorSuggestion[] {
  const heard = [...findingsOf(deps).actors.keys()].flatMap((id) => actorById(deps, id) ?? []);
  return heard.slice(0, limit).map((actor) => ({ actor, matched: actor.name }));
}

function ranked(
  deps: ActorDeps & Analysed,
  typed: string,
  people: readonly Person[],
  limit: number,
): readonly ActorSuggestion[] {
  const alone = findPeople(people, typed).partly.map((actor) => ({ actor, matched: actor.name }));
  const [best, ...others] = [...deps.suggestActors(typed, limit), ...alone];
  if (!best) return [];
  const exact = best.matched.toLowerCase() === typed.trim().toLowerCase();
  const rest = exact ? others : [best, ...others];
  const { named } = findingsOf(deps);
  const known = Map.groupBy(rest, ({ actor }) => named.has(actor.id));
  return [...(exact ? [best] : []), ...(known.get(true) ?? []), ...(known.get(false) ?? [])].slice(0, limit);
}

/** The name, which people see in the command that they sent, unless it could mean another actor too. */
function choiceOf(deps: ActorDeps & Analysed, actor: Actor, known: readonly Person[]): string {
  const lookup = resolveActor(deps, actor.name, known);
  return lookup.outcome === 'found' && lookup.actor.id === actor.id ? actor.name : chosen(actor);
}
