import { type Actor, type ActorLookup, type ActorSuggestion, actorTypes } from '../core/actor.ts';
import { editDistance } from '../core/edit-distance.ts';
import type { Gazetteer } from './gazetteer.ts';
import { namesIn } from './language-names.ts';
import { findMentions } from './mentions.ts';
import { createNearNames, inOrder, type NameEntry } from './near-names.ts';
import { foldName } from './tokens.ts';

export type ActorFinder = {
  /** Finds the actor of a name, a misspelling, a capital, a code, or a country's name in another language. */
  readonly find: (typed: string) => ActorLookup;
  /** Actors for what has been typed so far: exact and beginning names first, then later words, then similar names. */
  readonly suggest: (typed: string, limit?: number) => readonly ActorSuggestion[];
};

/** How much a kind of name weighs against another actor's same name: "au" is the African Union before Australia's code. */
const RANK = { name: 0, alias: 1, demonym: 2, metonym: 3, capital: 4, surname: 5, spelling: 6 } as const;
/** Languages whose names for countries are understood. */
const LANGUAGES =
  'ar bg bn ca cs da de el es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv sw th tr uk ur vi zh-Hans zh-Hant'.split(
    ' ',
  );
const NEAREST = 5;
/** What is typed is cut here; no name is longer. */
const LONGEST = 100;

/** Prepares lookup and autocomplete over a gazetteer; foreign names and the fuzzy index are made on first use. */
export function createActorFinder(gazetteer: Gazetteer): ActorFinder {
  const entries = [...gazetteer.actors.values()].flatMap(entriesOf);
  for (const { name, actor } of gazetteer.spellings)
    entries.push({ name, folded: foldName(name), actor, rank: RANK.spelling });
  const exact = group(entries, ({ folded }) => folded);
  const unordered = group(entries, ({ folded }) => inOrder(folded));
  const foreign = once(() => group(foreignNames(gazetteer), ({ folded }) => folded));
  const near = once(() => {
    const names = entries.filter(({ rank, folded }) => rank < RANK.spelling && folded.length > 2);
    const asked = [...gazetteer.ambiguous.keys()].map((folded) => ({
      name: folded,
      folded,
      actor: '',
      rank: RANK.name,
    }));
    return createNearNames([...distinct(names), ...asked]);
  });

  return { find, suggest };

  function find(typed: string): ActorLookup {
    const folded = foldName(typed.slice(0, LONGEST).normalize('NFKC')).replace(/^the /u, '').replace(/ s$/u, '');
    if (folded === '') return { outcome: 'unknown', typed, nearest: [] };
    const asked = gazetteer.ambiguous.get(folded);
    if (asked) return answer(asked);
    for (const look of [() => exact.get(folded), () => foreign().get(folded), () => unordered.get(inOrder(folded))]) {
      const ids = best(look());
      if (ids.length > 0) return answer(ids);
    }
    const mentioned = [
      ...new Set(findMentions(typed.slice(0, LONGEST).toLowerCase(), gazetteer).map(({ actor }) => actor)),
    ];
    if (mentioned.length > 0 && mentioned.length <= NEAREST) return answer(mentioned);
    return fuzzy(folded);

    function answer(ids: readonly string[]): ActorLookup {
      const actors = actorsOf(ids);
      const [only] = actors;
      return only && actors.length === 1
        ? { outcome: 'found', actor: only }
        : { outcome: 'ambiguous', typed, candidates: actors };
    }

    function fuzzy(wanted: string): ActorLookup {
      const names = near()(wanted);
      const close = names.filter(
        ({ distance, entry }) => distance <= allowance(Math.min(wanted.length, entry.folded.length)),
      );
      const least = Math.min(...close.map(({ distance }) => distance));
      const nearest = close.filter(({ distance }) => distance === least).map(({ entry }) => entry);
      const ids = nearest.flatMap(({ actor, folded: name }) =>
        actor === '' ? (gazetteer.ambiguous.get(name) ?? []) : [actor],
      );
      const chosen = [...new Set(ids)];
      if (chosen.length > 0 && chosen.length <= NEAREST) return answer(chosen);
      return { outcome: 'unknown', typed, nearest: actorsOf(names.map(({ entry }) => entry.actor)).slice(0, NEAREST) };
    }
  }

  function suggest(typed: string, limit = 25): readonly ActorSuggestion[] {
    const folded = foldName(typed.slice(0, LONGEST).normalize('NFKC')).replace(/^the /u, '');
    const chosen = new Map<string, ActorSuggestion>();
    const add = (id: string, matched?: string) => {
      const actor = gazetteer.actors.get(id);
      if (actor && !chosen.has(id)) chosen.set(id, { actor, matched: matched ?? actor.name });
    };
    if (folded === '') for (const { id, type } of gazetteer.actors.values()) if (type !== 'territory') add(id);
    if (folded === '') return [...chosen.values()].slice(0, limit);
    const ranked = entries
      .flatMap((entry) => ({ entry, step: stepOf(entry, folded) }))
      .filter(({ step }) => step < NEVER);
    ranked.sort(
      (a, b) =>
        a.step - b.step ||
        a.entry.rank - b.entry.rank ||
        weight(a.entry) - weight(b.entry) ||
        a.entry.folded.length - b.entry.folded.length ||
        (a.entry.folded < b.entry.folded ? -1 : 1),
    );
    const asked = [...gazetteer.ambiguous]
      .filter(([name]) => folded.length > 2 && name.startsWith(folded))
      .flatMap(([, ids]) => ids);
    for (const { entry, step } of ranked) if (step === 0) add(entry.actor, entry.name);
    for (const id of asked) add(id);
    for (const { entry } of ranked) add(entry.actor, entry.name);
    if (chosen.size < NEAREST) {
      for (const [name, found] of foreign())
        if (name.startsWith(folded)) for (const entry of found) add(entry.actor, entry.name);
    }
    // Codes are Latin and named in full only; a native spelling may be just begun.
    if (chosen.size < NEAREST && !/^[\p{sc=Latn}\s]/u.test(folded)) {
      for (const { rank, folded: name, actor, name: shown } of entries)
        if (rank === RANK.spelling && name.startsWith(folded)) add(actor, shown);
    }
    if (chosen.size === 0 && folded.length === 3) {
      const [first, second, third] = folded;
      const swapped = [`${second}${first}${third}`, `${first}${third}${second}`];
      const meant = entries.filter(
        ({ rank, folded: name }) => rank <= RANK.alias && swapped.some((typo) => name.startsWith(typo)),
      );
      for (const { actor, name } of meant.sort((a, b) => weight(a) - weight(b) || a.rank - b.rank)) add(actor, name);
    }
    if (chosen.size < NEAREST && folded.length > 3) for (const entry of alike(folded)) add(entry.actor, entry.name);
    return [...chosen.values()].slice(0, limit);
  }

  /** Names whose beginning is what was typed, but for a slip. */
  function alike(folded: string): NameEntry[] {
    const slip = Math.max(1, allowance(folded.length));
    return near()(folded).flatMap(({ entry, distance }) =>
      Math.min(distance, editDistance(folded, entry.folded.slice(0, folded.length))) <= slip ? [entry] : [],
    );
  }

  /** States before organisations before people, where all else is equal. */
  function weight({ actor }: NameEntry): number {
    return (
      actorTypes.indexOf(gazetteer.actors.get(actor)?.type ?? 'person') +
      (gazetteer.actors.get(actor)?.type === 'territory' ? actorTypes.length : 0)
    );
  }

  function actorsOf(ids: readonly string[]): Actor[] {
    return [...new Set(ids)].flatMap((id) => gazetteer.actors.get(id) ?? []);
  }
}

function entriesOf(actor: Actor): NameEntry[] {
  const named = (rank: number) => (name: string) => ({ name, folded: foldName(name), actor: actor.id, rank });
  const surname = actor.type === 'person' ? [surnameOf(actor)] : [];
  return [
    named(RANK.name)(actor.name),
    ...actor.aliases.map(named(RANK.alias)),
    ...actor.demonyms.map(named(RANK.demonym)),
    ...actor.metonyms.map(named(RANK.metonym)),
    ...actor.capitals.map(named(RANK.capital)),
    ...surname.map(named(RANK.surname)),
  ].filter(({ folded }) => folded !== '');
}

/** A person's id begins with the surname: 'kishida-fumio', 'xi-jinping'. */
function surnameOf({ id, name }: Actor): string {
  return name.split(' ').find((word) => foldName(word).replaceAll(' ', '-') === id.split('-')[0]) ?? '';
}

function foreignNames(gazetteer: Gazetteer): NameEntry[] {
  return LANGUAGES.flatMap((language) => namesIn(gazetteer, language)).map(({ name, actor }) => ({
    name,
    folded: foldName(name),
    actor,
    rank: RANK.spelling,
  }));
}

const NEVER = 9;

/** Better beginnings come first: the whole name, the start of the name, of another name, of a later word. */
function stepOf({ folded, rank }: NameEntry, typed: string): number {
  if (folded === typed) return rank === RANK.spelling ? 3 : 0;
  if (rank === RANK.spelling) return typed.length > 1 && folded.startsWith(typed) ? 5 : NEVER;
  if (folded.startsWith(typed)) return rank === RANK.name ? 1 : rank < RANK.surname && rank !== RANK.metonym ? 2 : 3;
  return folded.includes(` ${typed}`) ? 4 : NEVER;
}

/** Edits by which a name may differ and still be taken for it: none below four letters. */
function allowance(length: number): number {
  if (length < 4) return 0;
  return length < 7 ? 1 : length < 12 ? 2 : 3;
}

function best(entries: readonly NameEntry[] = []): string[] {
  const least = Math.min(...entries.map(({ rank }) => rank));
  return [...new Set(entries.filter(({ rank }) => rank === least).map(({ actor }) => actor))];
}

function distinct(entries: readonly NameEntry[]): NameEntry[] {
  return [...new Map(entries.map((entry) => [`${entry.folded}|${entry.actor}`, entry])).values()];
}

function group(entries: readonly NameEntry[], keyOf: (entry: NameEntry) => string): Map<string, NameEntry[]> {
  return Map.groupBy(entries, keyOf);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
