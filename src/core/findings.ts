import type { Actor } from './actor.ts';
import type { Document } from './document.ts';
import { fold } from './fold.ts';
import type { Place } from './place.ts';
import type { Analysis, Position } from './position.ts';

/** A position with the document in which it was found. */
export type Held = Position & Place;

/** What was read so far: documents with an analysis, and those that still wait for theirs. */
export type Read = { readonly documents: number; readonly waiting: number };

/** Somebody whom documents alone name, with the folded forms of the name. */
export type Person = { readonly actor: Actor; readonly names: readonly string[] };

/** The documents and what the analysis found in them, by document id; both are live. */
export type Analysed = {
  readonly documents: ReadonlyMap<string, Document>;
  readonly analyses: ReadonlyMap<string, Analysis>;
};

type Listed<T> = ReadonlyMap<string, readonly T[]>;

/** One document's findings by what they are looked up by. */
type Index = {
  readonly byActor: Listed<Held>;
  readonly byTopic: Listed<Held>;
  /** One a paragraph. */
  readonly mentions: Listed<Place>;
  readonly people: readonly Person[];
};

/** All findings at one moment, newest documents first. Numbers of positions count own ones, most first. */
export type Findings = {
  readonly read: Read;
  /** Everything that is held by an actor or said of it. */
  readonly positionsOf: (actor: string) => readonly Held[];
  /** Every position on a topic, whoever holds it. */
  readonly positionsOn: (topic: string) => readonly Held[];
  /** A place for each paragraph that names the actor. */
  readonly mentionsOf: (actor: string) => readonly Place[];
  readonly actors: ReadonlyMap<string, number>;
  readonly topics: ReadonlyMap<string, number>;
  /** Ids of all who are named. */
  readonly named: ReadonlySet<string>;
  /** By id. */
  readonly people: ReadonlyMap<string, Person>;
  /** Makes something of the findings once, for as long as they stay as they are. */
  readonly once: <T>(key: string, make: () => T) => T;
};

/** Results kept by `once`; the oldest go. */
const KEPT = 200;

const indexes = new WeakMap<Analysis, { readonly document: string; readonly index: Index }>();
const latest = new WeakMap<
  Analysed['analyses'],
  { readonly of: readonly Entry[]; readonly waiting: number; readonly findings: Findings }
>();

type Entry = readonly [document: Document, analysis: Analysis];

/** The findings as they are now; put together again only where a document or an analysis has changed. */
export function findingsOf({ documents, analyses }: Analysed): Findings {
  // The offsets of an analysis of another version of the document would point at wrong words.
  const now: Entry[] = [];
  for (const [id, analysis] of analyses) {
    const document = documents.get(id);
    if (document?.hash === analysis.hash) now.push([document, analysis]);
  }
  const waiting = documents.size - now.length;
  const before = latest.get(analyses);
  const same =
    before?.of.length === now.length &&
    before.waiting === waiting &&
    before.of.every(([document, analysis], at) => now[at]?.[0] === document && now[at]?.[1] === analysis);
  if (same) return before.findings;
  const findings = gather(now, waiting);
  latest.set(analyses, { of: now, waiting, findings });
  return findings;
}

/** Actors that are named in a sentence, each once. */
export function namedIn({ analyses }: Analysed, { document, start, end }: Place): string[] {
  const mentions = analyses.get(document)?.mentions ?? [];
  return [...new Set(mentions.filter((one) => start <= one.start && one.end <= end).map(({ actor }) => actor))];
}

function gather(entries: readonly Entry[], waiting: number): Findings {
  const newestFirst = entries.toSorted(([a], [b]) => compare(b.date ?? '', a.date ?? '') || compare(a.id, b.id));
  const all = newestFirst.map(([{ id }, analysis]) => indexOf(id, analysis));
  const kept = new Map<string, unknown>();
  const once = <T>(key: string, make: () => T): T => {
    if (!kept.has(key)) {
      const [oldest] = kept.keys();
      if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
      kept.set(key, make());
    }
    return kept.get(key) as T;
  };
  const people = new Map<string, Person>();
  for (const person of all.flatMap((index) => index.people))
    if (!people.has(person.actor.id)) people.set(person.actor.id, person);
  return {
    read: { documents: entries.length, waiting },
    positionsOf: (actor) => all.flatMap(({ byActor }) => byActor.get(actor) ?? []),
    positionsOn: (topic) => all.flatMap(({ byTopic }) => byTopic.get(topic) ?? []),
    mentionsOf: (actor) => all.flatMap(({ mentions }) => mentions.get(actor) ?? []),
    actors: tally(all.map(({ byActor }) => byActor)),
    topics: tally(all.map(({ byTopic }) => byTopic)),
    named: new Set(all.flatMap(({ mentions }) => [...mentions.keys()])),
    people,
    once,
  };
}

function indexOf(document: string, analysis: Analysis): Index {
  const known = indexes.get(analysis);
  if (known?.document === document) return known.index;
  const held = analysis.positions
    .map((position): Held => ({ ...position, document }))
    .sort((a, b) => a.start - b.start);
  const places = Map.groupBy(
    analysis.mentions.map((mention) => ({ ...mention, document })),
    ({ actor }) => actor,
  );
  const index = {
    byActor: Map.groupBy(held, ({ actor }) => actor),
    byTopic: Map.groupBy(held, ({ topic }) => topic),
    mentions: new Map([...places].map(([actor, list]) => [actor, onePerParagraph(list)])),
    people: analysis.people.map((actor) => ({ actor, names: [actor.name, ...actor.aliases].map(fold) })),
  };
  indexes.set(analysis, { document, index });
  return index;
}

function onePerParagraph(places: readonly Place[]): Place[] {
  const seen = new Set<number>();
  return places.filter(({ paragraph }) => !seen.has(paragraph) && seen.add(paragraph));
}

function tally(lists: readonly Listed<Held>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) {
    for (const [key, held] of list) {
      const own = held.reduce((sum, { kind }) => sum + (kind === 'own' ? 1 : 0), 0);
      counts.set(key, (counts.get(key) ?? 0) + own);
    }
  }
  return new Map([...counts].sort(([a, most], [b, more]) => more - most || compare(a, b)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
