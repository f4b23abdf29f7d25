import type { Actor } from './actor.ts';
import { chosen, resolveActor, suggestActors } from './actor-choice.ts';
import type { Focus } from './digest-settings.ts';
import { listed } from './explain-absence.ts';
import { findingsOf } from './findings.ts';
import { fold } from './fold.ts';
import { actorById } from './people.ts';
import { bears, findTopic, likenessOf, suggestTopics, type Topic, type TopicDeps, topicOf } from './topic-lookup.ts';

/** What can stand in a focus: `typed` means this and nothing else when it is read again. */
export type FocusOffer = { readonly name: string; readonly typed: string };

/**
 * A name that cannot be kept to, with what can, best first. `unknown`: nothing bears it; `ambiguous`: several do; `silent`:
 * it is known, but no document names it or speaks on it.
 */
export type UnclearFocus = {
  readonly typed: string;
  readonly why: 'unknown' | 'ambiguous' | 'silent';
  readonly nearest: readonly FocusOffer[];
};

/** What was meant by a focus as somebody typed it; nothing is left out silently. */
export type FocusReading =
  | { readonly outcome: 'read'; readonly focus: Focus }
  | { readonly outcome: 'unclear'; readonly unclear: readonly UnclearFocus[] };

type Meant = { readonly kind: keyof Focus; readonly key: string } | ({ readonly kind: 'unclear' } & UnclearFocus);

const NEAREST = 5;
/** Likeness (0 to 1) from which a tag is taken for a misspelling of what was typed, and from which it is offered. */
const MISSPELT = 0.8;
const OFFERED = 0.3;
/** What is typed is repeated this far. */
const REPEATED = 60;

/**
 * Reads names with commas between them: actors, topics and tags of documents, each in any spelling. Where one word is
 * several of these, it is the actor before the topic before the tag.
 */
export function readFocus(deps: TopicDeps, typed: string): FocusReading {
  const names = typed.split(/[,;、，؛،\n]/u).map((name) => name.trim());
  const meant = names.filter((name) => name !== '').map((name) => meantBy(deps, name));
  const unclear = meant.flatMap((each) => (each.kind === 'unclear' ? [each] : []));
  if (unclear.length > 0)
    return { outcome: 'unclear', unclear: unclear.map(({ typed, why, nearest }) => ({ typed, why, nearest })) };
  const keys = (kind: keyof Focus) => [...new Set(meant.flatMap((each) => (each.kind === kind ? [each.key] : [])))];
  return { outcome: 'read', focus: { actors: keys('actors'), topics: keys('topics'), tags: keys('tags') } };
}

/** The names of what a focus keeps to, as shown: "Japan", "Sanctions"; none where it keeps to everything. */
export function focusNames(deps: TopicDeps, { actors, topics, tags }: Focus): string[] {
  return [
    ...actors.map((id) => actorById(deps, id)?.name ?? id),
    ...topics.map((key) => topicOf(deps.topics, key).name),
    ...tags,
  ];
}

/** A sentence for each name that is unclear, with what would do instead; what would do for several is told once. */
export function explainUnclearFocus(unclear: readonly UnclearFocus[]): string {
  const sentences = unclear.map((each) => ({ ...each, offer: namesOf(each) }));
  return sentences
    .map(({ offer, ...each }, at) => explain(each, sentences[at + 1]?.offer === offer ? '' : offer))
    .join(' ');
}

/** Names for the last one being typed, best first; `typed` is the whole focus with it. */
export function suggestFocus(deps: TopicDeps, typed: string, limit = 25): FocusOffer[] {
  const cut = typed.lastIndexOf(',') + 1;
  const [before, last] = [typed.slice(0, cut), typed.slice(cut).trim()];
  const kept = before === '' ? [] : before.split(',').map((name) => name.trim());
  const taken = new Set(kept.map(fold));
  const shown = kept.filter((name) => name !== '').map((name) => nameOf(deps, name));
  return offers(deps, last)
    .filter(({ name, typed: one }) => !taken.has(fold(name)) && !taken.has(fold(one)))
    .slice(0, limit)
    .map((offer) => ({
      name: [...shown, offer.name].join(', '),
      typed: [...kept.filter((name) => name !== ''), offer.typed].join(', '),
    }));
}

function meantBy(deps: TopicDeps, typed: string): Meant {
  const wanted = fold(typed);
  const lookup = resolveActor(deps, typed);
  const found = findTopic(deps, typed);
  const topic = found.outcome === 'found' && found.topic.actor === undefined ? found.topic : undefined;
  const actor = lookup.outcome === 'found' ? lookup.actor : undefined;
  const tags = tagsOf(deps);
  if (actor && (typed === chosen(actor) || bears(actor, wanted))) return asActor(deps, actor);
  if (topic && [topic.key, topic.name].some((name) => fold(name) === wanted)) return asTopic(deps, topic);
  const tag = tags.find((each) => fold(each) === wanted);
  if (tag !== undefined) return { kind: 'tags', key: tag };
  if (actor) return asActor(deps, actor);
  if (lookup.outcome === 'ambiguous')
    return { kind: 'unclear', typed, why: 'ambiguous', nearest: lookup.candidates.map(offerOf) };
  if (topic) return asTopic(deps, topic);
  const [likely] = likeTags(tags, wanted, MISSPELT);
  if (likely !== undefined) return { kind: 'tags', key: likely };
  const alike = nearest(deps, wanted, [
    ...(lookup.outcome === 'unknown' ? lookup.nearest : []),
    ...(found.outcome === 'unknown' ? found.nearest.filter((each) => each.actor === undefined) : []),
    ...tags,
  ]);
  return { kind: 'unclear', typed, why: 'unknown', nearest: alike.length > 0 ? alike : spokenOf(deps) };
}

/** What resembles a folded name most; actors, topics and tags of which the documents say something. */
function nearest(deps: TopicDeps, wanted: string, all: readonly (Actor | Topic | string)[]): FocusOffer[] {
  const { named, topics } = findingsOf(deps);
  const ranked = all.flatMap((one) => {
    if (typeof one === 'string') return { offer: tagOffer(one), names: [one] };
    if ('key' in one) return topics.has(one.key) ? { offer: topicOffer(one), names: [one.name, one.key] } : [];
    return named.has(one.id) ? { offer: offerOf(one), names: [one.name, ...one.aliases, ...one.demonyms] } : [];
  });
  const likeness = (names: readonly string[]) => Math.max(...names.map((name) => likenessOf(fold(name), wanted)));
  const near = ranked
    .map(({ offer, names }) => ({ offer, likeness: likeness(names) }))
    .filter((each) => each.likeness >= OFFERED)
    .sort((a, b) => b.likeness - a.likeness);
  return distinct(near.map(({ offer }) => offer)).slice(0, NEAREST);
}

function asActor(deps: TopicDeps, actor: Actor): Meant {
  const { named, actors, read } = findingsOf(deps);
  if (read.waiting === 0 && !named.has(actor.id) && !actors.has(actor.id))
    return { kind: 'unclear', typed: actor.name, why: 'silent', nearest: spokenOf(deps) };
  return { kind: 'actors', key: actor.id };
}

function asTopic(deps: TopicDeps, topic: Topic): Meant {
  const { topics, read } = findingsOf(deps);
  if (read.waiting === 0 && !topics.has(topic.key))
    return { kind: 'unclear', typed: topic.name, why: 'silent', nearest: spokenOf(deps) };
  return { kind: 'topics', key: topic.key };
}

function explain({ typed, why }: UnclearFocus, offer: string): string {
  const points = Array.from(typed);
  const name = `“${points.length > REPEATED ? `${points.slice(0, REPEATED).join('')}…` : typed}”`;
  const remedy = offer === '' ? '' : ` Try ${offer}.`;
  switch (why) {
    case 'ambiguous':
      return `${name} can be several.${remedy}`;
    case 'silent':
      return `No document says anything of ${name}.${remedy}`;
    case 'unknown':
      return `${name} is no actor, topic or tag of the documents.${remedy}`;
  }
}

function namesOf({ nearest: offered }: UnclearFocus): string {
  const names = offered.map(({ name }) => name);
  return listed(names, 'or');
}

/** Everything that begins with what was typed or resembles it; what the documents speak of most, where nothing was. */
function offers(deps: TopicDeps, typed: string): FocusOffer[] {
  const { named, topics } = findingsOf(deps);
  const actors = suggestActors(deps, typed).filter(({ actor }) => named.has(actor.id));
  const spoken = suggestTopics(deps, typed).filter(({ key, actor }) => actor === undefined && topics.has(key));
  const tags = typed === '' ? tagsOf(deps) : likeTags(tagsOf(deps), fold(typed), OFFERED);
  const all = [
    ...actors.map(({ actor, choice }) => ({ name: actor.name, typed: choice.includes(',') ? chosen(actor) : choice })),
    ...spoken.map(topicOffer),
    ...tags.filter((tag) => !tag.includes(',')).map(tagOffer),
  ];
  return distinct(all);
}

function distinct(offered: readonly FocusOffer[]): FocusOffer[] {
  const seen = new Set<string>();
  return offered.filter(({ name }) => !seen.has(fold(name)) && seen.add(fold(name)));
}

/** Whom and what the documents speak of most. */
function spokenOf(deps: TopicDeps): FocusOffer[] {
  const all = offers(deps, '');
  const actors = new Set([...deps.actors.values()].map(({ name }) => name));
  const { some = [], others = [] } = Object.groupBy(all, ({ name }) => (actors.has(name) ? 'some' : 'others'));
  return [...some.slice(0, NEAREST - 2), ...others].slice(0, NEAREST);
}

function tagsOf({ documents }: TopicDeps): string[] {
  const all = [...documents.values()].flatMap(({ tags }) => tags);
  return [...new Map(all.map((tag) => [fold(tag), tag])).values()];
}

function likeTags(tags: readonly string[], wanted: string, least: number): string[] {
  return tags
    .map((tag) => ({ tag, likeness: likenessOf(fold(tag), wanted) }))
    .filter(({ likeness }) => likeness >= least)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ tag }) => tag);
}

function offerOf(actor: Actor): FocusOffer {
  return { name: actor.name, typed: actor.name.includes(',') ? chosen(actor) : actor.name };
}

function topicOffer({ key, name }: Topic): FocusOffer {
  return { name, typed: name.includes(',') ? key : name };
}

function tagOffer(tag: string): FocusOffer {
  return { name: tag, typed: tag };
}

function nameOf(deps: TopicDeps, typed: string): string {
  const lookup = resolveActor(deps, typed);
  return lookup.outcome === 'found' && typed === chosen(lookup.actor) ? lookup.actor.name : typed;
}
