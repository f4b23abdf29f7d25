import type { Actor } from './actor.ts';
import { resolveActor } from './actor-choice.ts';
import { type Company, companyOf } from './company.ts';
import { type Findings, findingsOf, type Held, type Read } from './findings.ts';
import type { Place } from './place.ts';
import type { Stance } from './position.ts';
import { type Line, withoutRepeats } from './repeats.ts';
import { findTopic, isOn, type Topic, type TopicDeps, topicOf } from './topic-lookup.ts';

/** What an analyst asks of an actor, in this order, and the stances that answer it. */
const concerns = {
  wants: ['seeks', 'plans'],
  says: ['supports', 'states'],
  did: ['did'],
  limits: ['constrained'],
  'red lines': ['opposes', 'warns'],
} as const satisfies Record<string, readonly Stance[]>;
export type Concern = keyof typeof concerns;

type About = {
  readonly actor: Actor;
  readonly topic?: Topic;
  readonly read: Read;
  readonly mentions: readonly Place[];
};

/** Everything that the documents say of an actor; the same thing said twice is one line. */
export type Card = About & {
  readonly outcome: 'found';
  /** The actor's own positions by concern, direct ones first; concerns without any are left out. */
  readonly own: readonly { readonly concern: Concern; readonly lines: readonly Line[] }[];
  /** What others say of it or do to it. */
  readonly others: readonly Line[];
  /** What the documents' authors advise it. */
  readonly author: readonly Line[];
  readonly company: Company;
  /** All its topics, most spoken of first, whatever topic the card is about. */
  readonly topics: readonly Topic[];
};

/** The topic is what was asked for, for when it is clear who is meant. */
type Unresolved = { readonly typed: string; readonly topic?: Topic };

export type ActorAnswer =
  | Card
  /** The actor is known, but holds no position (on the topic); `topics` are those on which it does. */
  | (About & { readonly outcome: 'no-position'; readonly topics: readonly Topic[] })
  | (Unresolved & { readonly outcome: 'unknown-actor'; readonly nearest: readonly Actor[] })
  | (Unresolved & { readonly outcome: 'ambiguous'; readonly candidates: readonly Actor[] })
  | {
      readonly outcome: 'unknown-topic';
      readonly actor: Actor;
      readonly typed: string;
      readonly nearest: readonly Topic[];
    };

/** What is asked: a name as typed (or `chosen`), and a topic by key or name. */
export type ActorRequest = { readonly actor: string; readonly topic?: string | undefined };

/** Puts together what the documents say of an actor. */
export function actorCard(deps: TopicDeps, { actor: named, topic: wanted }: ActorRequest): ActorAnswer {
  const lookup = resolveActor(deps, named);
  const found = wanted === undefined ? undefined : findTopic(deps, wanted);
  const asked = found?.outcome === 'found' ? { topic: found.topic } : {};
  if (lookup.outcome === 'ambiguous') return { ...lookup, ...asked };
  if (lookup.outcome === 'unknown') return { ...lookup, ...asked, outcome: 'unknown-actor' };
  const { actor } = lookup;
  if (found?.outcome === 'unknown') return { ...found, outcome: 'unknown-topic', actor };
  const findings = findingsOf(deps);
  const topic = found?.topic;
  return findings.once(`card ${actor.id} ${topic?.key ?? ''}`, () => describe(deps, findings, actor, topic));
}

function describe(deps: TopicDeps, findings: Findings, actor: Actor, topic: Topic | undefined): ActorAnswer {
  const positions = findings.positionsOf(actor.id);
  const topics = [...Map.groupBy(positions, ({ topic: key }) => key)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([key]) => topicOf(deps.topics, key));
  const mentions = findings.mentionsOf(actor.id);
  const about = { actor, ...(topic ? { topic } : {}), read: findings.read, mentions, topics };
  const chosen = topic ? positions.filter(isOn(deps, topic)) : positions;
  if (chosen.length === 0) return { outcome: 'no-position', ...about };
  const lines = withoutRepeats(directFirst(chosen));
  const own = lines.filter(({ kind }) => kind === 'own');
  return {
    outcome: 'found',
    ...about,
    own: (Object.keys(concerns) as Concern[])
      .map((concern) => ({
        concern,
        lines: own.filter(({ stance }) => (concerns[concern] as readonly Stance[]).includes(stance)),
      }))
      .filter((group) => group.lines.length > 0),
    others: lines.filter(({ kind }) => kind === 'others'),
    author: lines.filter(({ kind }) => kind === 'author'),
    company: companyOf(deps, actor, own),
  };
}

/** Direct evidence before weak; otherwise as findings come, newest documents first, then as they stand in the text. */
export function directFirst(positions: readonly Held[]): Held[] {
  const { direct = [], weak = [] } = Object.groupBy(positions, ({ strength }) => strength);
  return [...direct, ...weak];
}
