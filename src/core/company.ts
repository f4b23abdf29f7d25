import type { Actor } from './actor.ts';
import { type Analysed, type Held, namedIn } from './findings.ts';
import { actorById } from './people.ts';
import type { Stance } from './position.ts';

/** Another actor, and in how many positions it is named. */
export type Companion = { readonly actor: Actor; readonly positions: number };

/**
 * With whom an actor stands, as far as sentences show it: who is named in what it supports, seeks or plans, and who in
 * what it opposes or warns of. To be named in such a sentence is no alliance; the sentence has to be read.
 */
export type Company = { readonly favours: readonly Companion[]; readonly objects: readonly Companion[] };

const FAVOURS: readonly Stance[] = ['supports', 'seeks', 'plans'];
const OBJECTS: readonly Stance[] = ['opposes', 'warns'];

/** Whether a position is for or against something; deeds, statements and constraints are neither. */
export function leaning({ stance }: { readonly stance: Stance }): 'favours' | 'objects' | undefined {
  if (FAVOURS.includes(stance)) return 'favours';
  return OBJECTS.includes(stance) ? 'objects' : undefined;
}

/** Counts the actors beside one in its own positions; its organs and those who speak for it are not company. */
export function companyOf(
  deps: Analysed & { readonly actors: ReadonlyMap<string, Actor> },
  actor: Actor,
  own: readonly Held[],
): Company {
  const count = (side: 'favours' | 'objects'): Companion[] => {
    const named = own.filter((position) => leaning(position) === side).flatMap((position) => namedIn(deps, position));
    return [...Map.groupBy(named, (id) => id)]
      .flatMap(([id, { length }]) => {
        const other = actorById(deps, id);
        return other && !belongs(other, actor) && !belongs(actor, other) ? [{ actor: other, positions: length }] : [];
      })
      .sort((a, b) => b.positions - a.positions || (a.actor.name < b.actor.name ? -1 : 1));
  };
  return { favours: count('favours'), objects: count('objects') };
}

function belongs(one: Actor, other: Actor): boolean {
  return (
    one.id === other.id || one.partOf === other.id || (one.speaksFor ?? []).some(({ actor }) => actor === other.id)
  );
}
