import { type Actor, officesAt } from '../core/actor.ts';

/** What a document's actors are, and for whom its people speak. */
export type Voices = {
  readonly actorOf: (id: string) => Actor | undefined;
  /** The state whose capital that is. */
  readonly capitalOf: (city: string) => string | undefined;
  /** The one actor of the document whose name ends so: "the Commission". */
  readonly calledThe: (noun: string) => string | undefined;
  /** Notes for whom somebody speaks whose state stood in the sentence before. */
  readonly learn: (person: string, body: string) => void;
  readonly isLearned: (person: string) => boolean;
  readonly isUnplaced: (person: string) => boolean;
  readonly isPerson: (id: string) => boolean;
  readonly isState: (id: string) => boolean;
  /** The ids with the states and bodies for which the people among them speak. */
  readonly withStates: (ids: readonly string[]) => readonly string[];
};

/**
 * Knows for whom people speak in a document of that date. Where the date is not known, a person with several offices
 * speaks for those bodies that the document names.
 */
export function voicesOf(
  actors: ReadonlyMap<string, Actor>,
  named: ReadonlySet<string>,
  unplaced: ReadonlySet<string>,
  date?: string,
): Voices {
  const learned = new Map<string, string>();
  const states = (id: string): string[] => {
    const person = actors.get(id);
    if (person?.type !== 'person') return [];
    const body = learned.get(id);
    if (body !== undefined) return [body];
    const offices = officesAt(person, date);
    const bodies = [...new Set((offices.length > 0 ? offices : (person.speaksFor ?? [])).map(({ actor }) => actor))];
    return bodies.length < 2 ? bodies : bodies.filter((body) => named.has(body));
  };
  const capitals = new Map<string, string>();
  for (const { id, type, capitals: cities } of actors.values())
    if (type === 'state' || type === 'territory')
      for (const city of cities) if (!capitals.has(city)) capitals.set(city, id);
  return {
    calledThe: (noun) => {
      const fits = [...named].filter(
        (id) => actors.get(id)?.type !== 'person' && actors.get(id)?.name.toLowerCase().endsWith(` ${noun}`),
      );
      return fits.length === 1 ? fits[0] : undefined;
    },
    learn: (person, body) => void learned.set(person, body),
    isLearned: (person) => learned.has(person),
    isUnplaced: (person) => unplaced.has(person) && !learned.has(person),
    capitalOf: (city) => capitals.get(city),
    actorOf: (id) => actors.get(id),
    isPerson: (id) => actors.get(id)?.type === 'person',
    isState: (id) => /^(?:state|territory)$/u.test(actors.get(id)?.type ?? ''),
    withStates: (ids) => [...new Set(ids.flatMap((id) => [id, ...states(id)]))],
  };
}
