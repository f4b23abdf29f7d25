import type { Actor } from './actor.ts';
import { type ActorDeps, chosen, resolveActor, suggestActors } from './actor-choice.ts';
import { type Analysed, findingsOf, type Held } from './findings.ts';
import { fold } from './fold.ts';
import type { Mention } from './position.ts';

/**
 * A subject on which positions are held: an entry of topics.yaml, the key noun of positions that fit none, or an actor
 * whom they name.
 */
export type Topic = {
  readonly key: string;
  readonly name: string;
  /** Where the subject is an actor: its id. */
  readonly actor?: string;
  /** Words by which topics.yaml recognises it; `*` at the end stands for any ending. */
  readonly words?: readonly string[];
};

/** What was meant by the topic that somebody typed; the nearest ones are best first, five at most. */
export type TopicLookup =
  | { readonly outcome: 'found'; readonly topic: Topic }
  | { readonly outcome: 'unknown'; readonly typed: string; readonly nearest: readonly Topic[] };

/** The topics of topics.yaml, the actors, and the documents with their analyses, which bring key nouns of their own. */
export type TopicDeps = ActorDeps & Analysed & { readonly topics: readonly Topic[] };

const NEAREST = 5;
/** Likeness (0 to 1) from which a name is taken for a misspelling of what was typed, and from which it is offered. */
const MISSPELT = 0.72;
const OFFERED = 0.25;
/** Actors that are offered as a topic. */
const ACTORS = 3;

export function topicOf(topics: readonly Topic[], key: string): Topic {
  return topics.find((topic) => topic.key === key) ?? { key, name: sentenceCase(key.replaceAll('-', ' ')) };
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Every topic, those with most positions first; those that nobody speaks on come last. */
function allTopics(deps: TopicDeps): Topic[] {
  const keys = [...findingsOf(deps).topics.keys()];
  const spoken = new Set(keys);
  return [...keys.map((key) => topicOf(deps.topics, key)), ...deps.topics.filter(({ key }) => !spoken.has(key))];
}

/** Whether a position is on a topic: it was found to be about it, or its sentence names the actor that is the topic. */
export function isOn({ analyses }: Analysed, { key, actor }: Topic): (position: Held) => boolean {
  if (actor === undefined) return ({ topic }) => topic === key;
  // A long document has thousands of mentions; its positions are compared with those of the one actor alone.
  const places = new Map<string, readonly Mention[]>();
  return ({ document, start, end }) => {
    const known = places.get(document);
    const own = known ?? (analyses.get(document)?.mentions ?? []).filter((mention) => mention.actor === actor);
    if (!known) places.set(document, own);
    return own.some((mention) => start <= mention.start && mention.end <= end);
  };
}

/** Finds a topic by its key or name, by some of its words, by a misspelling, or by an actor's name. */
export function findTopic(deps: TopicDeps, typed: string): TopicLookup {
  const topics = allTopics(deps);
  const wanted = fold(typed);
  const equal = topics.find(({ key }) => key === typed) ?? topics.find((topic) => namesOf(topic).includes(wanted));
  if (equal) return { outcome: 'found', topic: equal };
  const ranked = rank(topics, wanted);
  const [best, next] = ranked;
  const clear = best && best.likeness >= MISSPELT && best.likeness > (next?.likeness ?? 0);
  if (clear) return { outcome: 'found', topic: best.topic };
  const lookup = resolveActor(deps, typed);
  const actor = lookup.outcome === 'found' ? aboutActor(lookup.actor) : undefined;
  if (actor && lookup.outcome === 'found' && (actor.key === typed || bears(lookup.actor, wanted)))
    return { outcome: 'found', topic: actor };
  const near = ranked.filter(({ likeness }) => likeness >= OFFERED).map(({ topic }) => topic);
  const actors = lookup.outcome === 'ambiguous' ? lookup.candidates.map(aboutActor) : actor ? [actor] : [];
  return { outcome: 'unknown', typed, nearest: [...actors, ...near].slice(0, NEAREST) };
}

function aboutActor(actor: Actor): Topic {
  return { key: chosen(actor), name: actor.name, actor: actor.id };
}

/** Whether a folded name is one of the actor's, spelt right. */
export function bears({ name, aliases, demonyms, capitals, metonyms }: Actor, wanted: string): boolean {
  const bare = wanted.replace(/^the /u, '');
  return [name, ...aliases, ...demonyms, ...capitals, ...metonyms].some((one) => fold(one) === bare);
}

/**
 * Topics for what has been typed so far, best first, with the actors whom the documents name by a name that begins so;
 * all topics, most spoken of first, where nothing was typed.
 */
export function suggestTopics(deps: TopicDeps, typed: string): Topic[] {
  const wanted = fold(typed);
  const topics = allTopics(deps);
  if (wanted === '') return topics;
  const { named } = findingsOf(deps);
  const actors = suggestActors(deps, typed, ACTORS)
    .filter(({ actor, matched }) => named.has(actor.id) && fold(matched).startsWith(wanted))
    .map(({ actor }) => aboutActor(actor));
  const offered = Map.groupBy(rank(topics, wanted), ({ likeness }) =>
    likeness >= MISSPELT ? 'likely' : likeness >= OFFERED ? 'possible' : 'none',
  );
  const those = (how: 'likely' | 'possible') => (offered.get(how) ?? []).map(({ topic }) => topic);
  return [...those('likely'), ...actors, ...those('possible')];
}

function rank(topics: readonly Topic[], wanted: string): { topic: Topic; likeness: number }[] {
  return topics
    .map((topic) => ({
      topic,
      likeness: Math.max(byWord(topic, wanted), ...namesOf(topic).map((name) => likenessOf(name, wanted))),
    }))
    .sort((a, b) => b.likeness - a.likeness);
}

/** 1 for equal names, near 1 for a beginning, a little less for a later word; else the share of letter pairs in common. */
export function likenessOf(name: string, wanted: string): number {
  if (name === wanted) return 1;
  if (wanted !== '' && name.startsWith(wanted)) return 0.95;
  if (wanted !== '' && ` ${name}`.includes(` ${wanted}`)) return 0.9;
  const [a, b] = [pairsOf(name), pairsOf(wanted)];
  const common = [...a].filter((pair) => b.has(pair)).length;
  return (2 * common) / Math.max(1, a.size + b.size);
}

/** A word of topics.yaml leads to its topic, but a topic of that very name goes before. */
function byWord({ words = [] }: Topic, wanted: string): number {
  const fits = words.some((word) =>
    word.endsWith('*') ? wanted !== '' && wanted.startsWith(fold(word)) : fold(word) === wanted,
  );
  return fits ? 0.85 : 0;
}

function pairsOf(text: string): Set<string> {
  const padded = Array.from(` ${text} `);
  return new Set(padded.slice(1).map((letter, at) => `${padded[at]}${letter}`));
}

function namesOf({ key, name }: Topic): string[] {
  return [fold(name), fold(key)];
}
