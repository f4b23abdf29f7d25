import type { Actor, ActorType } from '../core/actor.ts';
import type { ActorAnswer, Card } from '../core/card.ts';
import type { ComparisonAnswer } from '../core/comparison.ts';
import type { Desk } from '../core/desk.ts';
import type { Held } from '../core/findings.ts';
import { type Cited, type Place, wordsOf } from '../core/place.ts';
import type { PositionKind, Stance } from '../core/position.ts';
import type { Line } from '../core/repeats.ts';
import type { TopicAnswer } from '../core/topic.ts';
import type { Topic } from '../core/topic-lookup.ts';

/** A stretch of a document as programs read it: offsets count UTF-16 code units, `text` is what stands there. */
type PlaceRecord = {
  readonly document: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

/** A position as programs read it; the quotation is its sentence. */
export type PositionRecord = {
  readonly kind: PositionKind;
  readonly stance: Stance;
  readonly strength: 'direct' | 'weak';
  readonly topic: string;
  readonly date: string | null;
  readonly summary: string;
  readonly quotation: PlaceRecord & { readonly title: string };
};

export type ActorRecord = {
  readonly id: string;
  readonly name: string;
  readonly type: ActorType;
  readonly aliases: readonly string[];
};

/** A card as programs read it: every position, repetitions too, and one mention a paragraph. */
export type CardRecord = {
  readonly query: string;
  readonly actor: ActorRecord | null;
  readonly positions: readonly PositionRecord[];
  readonly mentions: readonly PlaceRecord[];
  /** Only where several can be meant, likeliest first. */
  readonly candidates?: readonly ActorRecord[];
  /** Only where nobody is: the nearest, best first. */
  readonly nearest?: readonly ActorRecord[];
  /** Only where the topic asked for is none: the nearest names. */
  readonly nearestTopics?: readonly string[];
};

/** The record of what the desk says of an actor. */
export function toCardRecord(query: string, answer: ActorAnswer, desk: Desk): CardRecord {
  const nothing = { positions: [], mentions: [] };
  switch (answer.outcome) {
    case 'found': {
      const positions = toPositionRecords(linesOf(answer), desk, answer.topics);
      return { query, actor: toActorRecord(answer.actor), positions, mentions: toPlaceRecords(answer.mentions, desk) };
    }
    case 'no-position':
      return {
        query,
        actor: toActorRecord(answer.actor),
        positions: [],
        mentions: toPlaceRecords(answer.mentions, desk),
      };
    case 'ambiguous':
      return { query, actor: null, ...nothing, candidates: answer.candidates.map(toActorRecord) };
    case 'unknown-actor':
      return { query, actor: null, ...nothing, nearest: answer.nearest.map(toActorRecord) };
    case 'unknown-topic':
      return {
        query,
        actor: toActorRecord(answer.actor),
        ...nothing,
        nearestTopics: namesOf(answer.nearest),
      };
  }
}

/** The record of a comparison: rows in its order, with every position of each actor. */
export function toComparisonRecord(query: readonly string[], answer: ComparisonAnswer, desk: Desk) {
  const { outcome } = answer;
  switch (answer.outcome) {
    case 'unclear':
      return { query, outcome, open: answer.open, options: answer.options.map((actors) => actors.map(toActorRecord)) };
    case 'same-actor':
      return { query, outcome, actors: [toActorRecord(answer.actor)] };
    case 'unknown-topic':
      return { query, outcome, actors: answer.actors.map(toActorRecord), nearestTopics: namesOf(answer.nearest) };
    case 'no-position':
      return { query, outcome, actors: answer.actors.map(toActorRecord), rows: [] };
    case 'found': {
      const rows = answer.rows.map(({ topic, agreement, cells }) => ({
        topic: topic.name,
        agreement,
        cells: cells.map(({ actor, lines }) => ({
          actor: actor.id,
          positions: toPositionRecords(lines, desk, [topic]),
        })),
      }));
      return { query, outcome, actors: answer.actors.map(toActorRecord), rows };
    }
  }
}

/** The record of a topic: who holds what, the actor with most positions first. */
export function toTopicRecord(query: string, answer: TopicAnswer, desk: Desk) {
  const { outcome } = answer;
  if (outcome === 'unknown-topic') return { query, outcome, nearestTopics: namesOf(answer.nearest) };
  if (outcome === 'no-position') return { query, outcome, topic: answer.topic.name, actors: [] };
  const { topic, rows } = answer;
  const topics = desk.suggestTopics('');
  return {
    query,
    outcome,
    topic: topic.name,
    actors: rows.map(({ actor, lines }) => ({
      actor: toActorRecord(actor),
      positions: toPositionRecords(lines, desk, topics),
    })),
  };
}

function namesOf(topics: readonly Topic[]): string[] {
  return topics.map(({ name }) => name);
}

function linesOf({ own, others, author }: Card): Line[] {
  return [...own.flatMap(({ lines }) => lines), ...others, ...author];
}

function toPositionRecords(lines: readonly Line[], desk: Desk, topics: readonly Topic[]): PositionRecord[] {
  const names = new Map(topics.map(({ key, name }) => [key, name]));
  const held = lines.flatMap(({ repeats, ...line }): Held[] => [line, ...repeats]);
  return desk.cited(held).map((position) => toPositionRecord(position, names.get(position.topic)));
}

/** The record of a position whose passage is verified; without a name, the topic is given by its key. */
export function toPositionRecord(position: Cited<Held>, topicName: string | undefined): PositionRecord {
  const { kind, stance, strength, topic, date = null, summary, quotation } = position;
  const { document, paragraph, start, end } = position;
  const place = { document, title: quotation.title, paragraph, start, end, text: wordsOf(position) };
  return { kind, stance, strength, topic: topicName ?? topic, date, summary, quotation: place };
}

function toPlaceRecords(places: readonly Place[], desk: Desk): PlaceRecord[] {
  return desk.cited(places).map((place) => {
    const { document, paragraph, start, end } = place;
    return { document, paragraph, start, end, text: wordsOf(place) };
  });
}

/** The record of an actor. */
export function toActorRecord({ id, name, type, aliases }: Actor): ActorRecord {
  return { id, name, type, aliases };
}
