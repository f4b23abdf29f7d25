import type { Actor } from '../core/actor.ts';
import type { ActorEntry, ActorsFault, ActorsFile } from './actors-file.ts';
import { type Country, entryOf } from './countries.ts';
import { addName, createTrie, isAbbreviation, type MentionKind, type NameTrie, type Sense } from './name-trie.ts';
import { foldName } from './tokens.ts';

/** Everything known about names: the actors, and the names that find them in a text. */
export type Gazetteer = {
  /** By id; countries first, then the files' order. */
  readonly actors: ReadonlyMap<string, Actor>;
  readonly names: NameTrie;
  /** Folded names that are people's names and common words too. */
  readonly guarded: ReadonlySet<string>;
  /** Ids of actors with a short name that is a compass word ("the North"): it counts where all of them are named. */
  readonly compass: readonly string[];
  /** Folded name -> candidates, likeliest first. */
  readonly ambiguous: ReadonlyMap<string, readonly string[]>;
  /** Spellings that people may type: codes, native names and short names, each with its actor. */
  readonly spellings: readonly { readonly name: string; readonly actor: string }[];
  /** ISO codes of countries -> id, for names in other languages. */
  readonly codes: ReadonlyMap<string, string>;
  /** References to actors that do not exist, and new actors without name or type. */
  readonly faults: readonly ActorsFault[];
};

const COMPASS = new Set(['north', 'south', 'east', 'west']);

/**
 * Puts countries and files of actors together; a later file adds to and overrides earlier ones. What refers to an
 * unknown actor is left out and named in `faults`.
 */
export function createGazetteer({
  countries,
  actors: files,
}: {
  countries: readonly Country[];
  actors: readonly ActorsFile[];
}): Gazetteer {
  const faults: ActorsFault[] = [];
  const entries = new Map<string, ActorEntry>(countries.map((country) => [country.id, entryOf(country)]));
  for (const file of files) {
    for (const entry of file.actors) {
      const old = entries.get(entry.id);
      if (!old && (entry.name === undefined || entry.type === undefined)) {
        faults.push({
          path: file.path,
          line: entry.line ?? 1,
          cause: `“${entry.id}” is a new actor without ${entry.name === undefined ? 'a name' : 'a type'}.`,
          remedy: 'Add it, or correct the id to that of an actor that exists.',
        });
      } else entries.set(entry.id, old ? merge(old, entry) : entry);
    }
  }
  const known = (path: string, line: number, what: string, ids: readonly string[]) =>
    ids.filter((id) => {
      if (!entries.has(id))
        faults.push({
          path,
          line,
          cause: `${what} refers to “${id}”, which is no actor.`,
          remedy: 'Correct the id, or add the actor.',
        });
      return entries.has(id);
    });
  for (const file of files) {
    for (const { id, line = 1, speaksFor = [], partOf } of file.actors) {
      known(file.path, line, `“${id}”`, [
        ...speaksFor.map(({ actor }) => actor),
        ...(partOf === undefined ? [] : [partOf]),
      ]);
    }
  }
  const names = createTrie();
  const ambiguous = new Map<string, readonly string[]>();
  for (const file of files) {
    for (const alias of file.places.flatMap(plurals)) addName(names, { kind: 'place', alias, actors: [] });
    for (const [alias, ids] of file.together)
      addName(names, {
        kind: 'together',
        alias,
        actors: known(file.path, file.lines.get(alias) ?? 1, `“${alias}”`, ids),
      });
    for (const [alias, ids] of file.ambiguous)
      ambiguous.set(foldName(alias), known(file.path, file.lines.get(alias) ?? 1, `“${alias}”`, ids));
  }
  for (const entry of entries.values())
    for (const sense of sensesOf(entry)) if (!shared(entry, sense, ambiguous)) addName(names, sense);
  for (const file of files) {
    for (const [alias, ids] of file.ambiguous)
      addName(names, { kind: 'ambiguous', alias, actors: ids, like: kindAmong(alias, ids, entries) });
  }
  return {
    actors: new Map([...entries.values()].map((entry) => [entry.id, actorOf(entry, entries)])),
    names,
    guarded: new Set(files.flatMap(({ guarded }) => guarded.map(foldName))),
    compass: [...entries.values()]
      .filter(({ short = [] }) => short.some((name) => COMPASS.has(foldName(name))))
      .map(({ id }) => id),
    ambiguous,
    spellings: [
      ...countries.flatMap(({ id, code, code3, others = [] }) =>
        [code, code3, ...others].map((name) => ({ name, actor: id })),
      ),
      ...[...entries.values()].flatMap(({ id, short = [] }) =>
        short.filter((name) => !COMPASS.has(foldName(name))).map((name) => ({ name, actor: id })),
      ),
    ],
    codes: new Map(countries.map(({ code, id }) => [code, id])),
    faults,
  };
}

function merge(old: ActorEntry, added: ActorEntry): ActorEntry {
  const gone = new Set(added.without);
  const both = (key: 'aliases' | 'demonyms' | 'capitals' | 'metonyms' | 'short' | 'prefixes') => ({
    [key]: [...new Set([...(old[key] ?? []), ...(added[key] ?? [])])].filter((name) => !gone.has(name)),
  });
  return {
    ...old,
    ...added,
    ...both('aliases'),
    ...both('demonyms'),
    ...both('capitals'),
    ...both('metonyms'),
    ...both('short'),
    ...both('prefixes'),
    speaksFor: added.speaksFor ?? old.speaksFor ?? [],
  };
}

function actorOf(entry: ActorEntry, entries: ReadonlyMap<string, ActorEntry>): Actor {
  const offices = (entry.speaksFor ?? []).filter(({ actor }) => entries.has(actor));
  return {
    id: entry.id,
    name: entry.name ?? entry.id,
    type: entry.type ?? 'organisation',
    aliases: (entry.aliases ?? []).filter((alias) => !alias.includes('*')),
    demonyms: entry.demonyms ?? [],
    capitals: entry.capitals ?? [],
    metonyms: entry.metonyms ?? [],
    ...(entry.flag === undefined ? {} : { flag: entry.flag }),
    ...(entry.partOf !== undefined && entries.has(entry.partOf) ? { partOf: entry.partOf } : {}),
    ...(offices.length > 0 ? { speaksFor: offices } : {}),
  };
}

function sensesOf(entry: ActorEntry): Sense[] {
  const person = entry.type === 'person';
  const sense =
    (kind: Sense['kind']) =>
    (alias: string): Sense => ({ kind, alias, actors: [entry.id] });
  const written = [entry.name ?? '', ...(entry.aliases ?? [])].flatMap(variants);
  const { surname } = entry;
  const reversed =
    surname === undefined || !entry.name?.endsWith(` ${surname}`)
      ? []
      : [`${surname} ${entry.name.slice(0, -surname.length - 1)}`];
  return [
    ...[...written, ...(person ? reversed : [])].map((alias) =>
      sense(person ? 'person' : isAbbreviation(alias) ? 'abbreviation' : 'name')(alias),
    ),
    ...(entry.demonyms ?? []).flatMap(plurals).map(sense('demonym')),
    ...(entry.metonyms ?? []).map(sense('metonym')),
    ...(entry.prefixes ?? []).map(sense('prefix')),
    ...(entry.capitals ?? []).map(sense('capital')),
    ...(entry.short ?? []).map(sense('short')),
    ...(surname === undefined ? [] : [{ ...sense('surname')(surname), wellKnown: entry.wellKnown === true }]),
  ];
}

/** "Saint Lucia" is also written "St Lucia"; "Bosnia and Herzegovina" with an ampersand. */
function variants(name: string): string[] {
  const saint = name.startsWith('Saint ') ? [name.replace(/^Saint /u, 'St ')] : [];
  const joined = / and /u.test(name) ? [name.replaceAll(' and ', ' & ')] : [];
  return [name, ...saint, ...joined].filter((alias) => alias !== '');
}

function plurals(demonym: string): string[] {
  return /(?:ese|ish|ch|sh|s|x|z|men|ic|man)$/u.test(demonym) ? [demonym] : [demonym, `${demonym}s`];
}

/** Whether another actor's sense must give way to the candidates of an ambiguous name ("Congo", "Guinea" but its own). */
function shared(entry: ActorEntry, sense: Sense, ambiguous: ReadonlyMap<string, readonly string[]>): boolean {
  return ambiguous.has(foldName(sense.alias)) && sense.alias !== entry.name;
}

function kindAmong(alias: string, ids: readonly string[], entries: ReadonlyMap<string, ActorEntry>): MentionKind {
  const holds = (key: 'demonyms' | 'capitals' | 'short') => ids.some((id) => entries.get(id)?.[key]?.includes(alias));
  if (holds('capitals')) return 'capital';
  if (holds('short')) return 'short';
  return holds('demonyms') || /(?:an|ese)$/u.test(alias) ? 'demonym' : 'name';
}
