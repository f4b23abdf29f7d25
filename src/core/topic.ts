import type { Actor } from './actor.ts';
import { directFirst } from './card.ts';
import { type Findings, findingsOf, type Held, type Read } from './findings.ts';
import { actorById } from './people.ts';
import type { Stance } from './position.ts';
import { type Line, withoutRepeats } from './repeats.ts';
import { findTopic, isOn, type Topic, type TopicDeps } from './topic-lookup.ts';

/** One actor's own positions on a topic, and how many it has of each stance. */
type TopicRow = {
  readonly actor: Actor;
  readonly lines: readonly Line[];
  readonly stances: Readonly<Partial<Record<Stance, number>>>;
};

export type TopicAnswer =
  /** Who holds what on a topic; the actor with most positions first. */
  | { readonly outcome: 'found'; readonly topic: Topic; readonly rows: readonly TopicRow[]; readonly read: Read }
  | { readonly outcome: 'no-position'; readonly topic: Topic; readonly read: Read }
  | { readonly outcome: 'unknown-topic'; readonly typed: string; readonly nearest: readonly Topic[] };

/** Shows who holds what on a topic, given by its key or name. */
export function topicOverview(deps: TopicDeps, typed: string): TopicAnswer {
  const found = findTopic(deps, typed);
  if (found.outcome === 'unknown') return { ...found, outcome: 'unknown-topic' };
  const findings = findingsOf(deps);
  return findings.once(`topic ${found.topic.key}`, () => describe(deps, findings, found.topic));
}

function describe(deps: TopicDeps, findings: Findings, topic: Topic): TopicAnswer {
  const own = positionsOn(deps, findings, topic).filter(({ kind }) => kind === 'own');
  const rows = [...Map.groupBy(own, ({ actor }) => actor)].flatMap(([id, positions]): TopicRow[] => {
    const actor = actorById(deps, id);
    if (!actor) return [];
    const lines = withoutRepeats(directFirst(positions));
    const stances = Map.groupBy(lines, ({ stance }) => stance);
    const counts = Object.fromEntries([...stances].map(([stance, { length }]) => [stance, length]));
    return [{ actor, lines, stances: counts }];
  });
  rows.sort((a, b) => b.lines.length - a.lines.length || (a.actor.name < b.actor.name ? -1 : 1));
  const about = { topic, read: findings.read };
  return rows.length > 0 ? { outcome: 'found', ...about, rows } : { outcome: 'no-position', ...about };
}

/** Where the topic is an actor: what all others hold in sentences that name it. */
function positionsOn(deps: TopicDeps, findings: Findings, topic: Topic): readonly Held[] {
  if (topic.actor === undefined) return findings.positionsOn(topic.key);
  const others = [...findings.actors.keys()].filter((id) => id !== topic.actor);
  return others.flatMap((id) => findings.positionsOf(id)).filter(isOn(deps, topic));
}
