export const actorTypes = ['state', 'territory', 'organisation', 'bloc', 'movement', 'person'] as const;
export type ActorType = (typeof actorTypes)[number];

/** An office in which a person speaks for an actor; dates as '2022', '2022-05' or '2022-05-10', both included. */
export type Office = {
  readonly actor: string;
  readonly role: string;
  readonly from?: string;
  readonly until?: string;
};

/** Somebody who holds positions: a state, an organisation, a group of states, a movement or a person. */
export type Actor = {
  /** Short slug: 'south-korea', 'nato', 'kishida-fumio'. */
  readonly id: string;
  readonly name: string;
  readonly type: ActorType;
  /** Other names and abbreviations, official name first. */
  readonly aliases: readonly string[];
  /** Adjectives and nouns of the people. */
  readonly demonyms: readonly string[];
  /** Cities that can stand for the government. */
  readonly capitals: readonly string[];
  /** Buildings, offices and bodies that always stand for the actor. */
  readonly metonyms: readonly string[];
  /** Emoji. */
  readonly flag?: string;
  /** The body whose organ this is. */
  readonly partOf?: string;
  /** For persons: in whose name they speak, and when. */
  readonly speaksFor?: readonly Office[];
};

/** The offices a person holds on a date ('2023', '2023-01-12'), or all of them where no date is known. */
export function officesAt(person: Actor, date?: string): readonly Office[] {
  const offices = person.speaksFor ?? [];
  if (date === undefined) return offices;
  return offices.filter(({ from, until }) => !(startsAfter(from, date) || endsBefore(until, date)));
}

/** Compares only as far as the coarser of the two dates goes: '2022' does not end before '2022-05-10'. */
const shorten = (one: string, other: string) => one.slice(0, Math.min(one.length, other.length));
const startsAfter = (from: string | undefined, date: string) =>
  from !== undefined && shorten(from, date) > shorten(date, from);
const endsBefore = (until: string | undefined, date: string) =>
  until !== undefined && shorten(until, date) < shorten(date, until);

/** Who was meant by what somebody typed. */
export type ActorLookup =
  | { readonly outcome: 'found'; readonly actor: Actor }
  /** Several are possible, likeliest first; ask which. */
  | { readonly outcome: 'ambiguous'; readonly typed: string; readonly candidates: readonly Actor[] }
  /** Nobody; the nearest, best first, five at most. */
  | { readonly outcome: 'unknown'; readonly typed: string; readonly nearest: readonly Actor[] };

/** An actor for autocomplete, with the name that matched what was typed. */
export type ActorSuggestion = { readonly actor: Actor; readonly matched: string };

/** Other names to show, official ones first, then the capital that can stand for the government. */
export function otherNames({ name, aliases, capitals }: Actor): readonly string[] {
  return [...new Set([...aliases.slice(0, 3), ...capitals.slice(0, 1)])].filter((other) => other !== name);
}

/** The flag and the name: "🇯🇵 Japan". */
export function titleOf({ flag, name }: Actor): string {
  return flag === undefined ? name : `${flag} ${name}`;
}
