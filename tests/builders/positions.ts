import type { Actor, ActorLookup } from '../../src/core/actor.ts';
import type { Deps } from '../../src/core/desk.ts';
import type { Document } from '../../src/core/document.ts';
import type { Analysis, Position } from '../../src/core/position.ts';
import type { Topic } from '../../src/core/topic-lookup.ts';

/** An actor of a region that does not exist, or any other. */
export function actorOf(id: string, name: string, given: Partial<Actor> = {}): Actor {
  return { id, name, type: 'state', aliases: [], demonyms: [], capitals: [], metonyms: [], ...given };
}

/** A position as a test writes it: the words of the document that show it, and what is found in them. */
export type Given = Partial<Omit<Position, 'start' | 'end' | 'paragraph'>> &
  Pick<Position, 'actor' | 'stance'> & { readonly words: string };

/** The analysis of a document: positions by the words that show them, mentions wherever a name stands in the text. */
export function analysisOf(
  document: Document,
  { positions = [], names = {} }: { positions?: readonly Given[]; names?: Readonly<Record<string, string>> },
): Analysis {
  const paragraphAt = (offset: number) =>
    document.passages.find(({ start, end }) => start <= offset && offset < end)?.paragraph ?? 0;
  return {
    hash: document.hash,
    positions: positions.map(({ words, ...given }) => {
      const start = document.text.indexOf(words);
      if (start < 0) throw new Error(`The document does not say “${words}”`);
      const defaults = { kind: 'own', strength: 'direct', topic: 'trade', summary: words } as const;
      return { ...defaults, ...given, start, end: start + words.length, paragraph: paragraphAt(start) };
    }),
    people: [],
    mentions: Object.entries(names)
      .flatMap(([name, actor]) =>
        [...document.text.matchAll(new RegExp(`\\b${name}\\b`, 'gu'))].map(({ index }) => ({
          actor,
          start: index,
          end: index + name.length,
          paragraph: paragraphAt(index),
        })),
      )
      .sort((a, b) => a.start - b.start),
  };
}

/** What a desk needs of an analysis; names are found as written, by their beginning, or not at all. */
export function analysisDeps(
  actors: readonly Actor[] = [],
  analyses: ReadonlyMap<string, Analysis> = new Map(),
  topics: readonly Topic[] = [],
): Pick<Deps, 'actors' | 'analyses' | 'topics' | 'findActor' | 'suggestActors' | 'namesIn'> {
  const folded = (name: string) => name.toLowerCase();
  const named = (typed: string, fits: (name: string, typed: string) => boolean) =>
    actors.filter(({ name, aliases }) => [name, ...aliases].some((each) => fits(folded(each), folded(typed))));
  const findActor = (typed: string): ActorLookup => {
    const exact = named(typed, (name, wanted) => name === wanted);
    const inside = named(typed, (name, wanted) => name.split(' ').includes(wanted));
    const [only, ...others] = exact.length > 0 ? exact : inside;
    if (only) {
      return others.length > 0
        ? { outcome: 'ambiguous', typed, candidates: [only, ...others] }
        : { outcome: 'found', actor: only };
    }
    return { outcome: 'unknown', typed, nearest: named(typed, (name, wanted) => name[0] === wanted[0]).slice(0, 5) };
  };
  return {
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    analyses,
    topics,
    findActor,
    namesIn: (text) =>
      actors.flatMap(({ id, name, aliases }) =>
        [name, ...aliases].flatMap((each) =>
          [...text.matchAll(new RegExp(each, 'gu'))].map(({ index }) => ({
            actor: id,
            start: index,
            end: index + each.length,
          })),
        ),
      ),
    suggestActors: (typed, limit = 25) =>
      named(typed, (name, wanted) => name.startsWith(wanted))
        .slice(0, limit)
        .map((actor) => ({ actor, matched: actor.name })),
  };
}
