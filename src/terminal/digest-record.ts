import type { Digest } from '../core/digest.ts';
import type { Held } from '../core/findings.ts';
import type { Cited } from '../core/place.ts';
import type { Topic } from '../core/topic-lookup.ts';
import { type ActorRecord, type PositionRecord, toActorRecord, toPositionRecord } from './position-record.ts';
import { type QuotationRecord, toQuotationRecord } from './record.ts';

/** A digest as programs read it; a part without anything to say is `null`. */
export type DigestRecord = {
  readonly date: string;
  readonly focus: readonly string[];
  readonly language: string | null;
  readonly news: {
    readonly all: number;
    readonly documents: readonly { readonly document: string; readonly title: string; readonly date: string | null }[];
  };
  readonly position: (PositionRecord & { readonly actor: ActorRecord }) | null;
  readonly watch: {
    readonly actor: ActorRecord;
    readonly change: 'new-positions' | 'other-stance' | 'newest';
    readonly before: PositionRecord | null;
    readonly now: readonly PositionRecord[];
  } | null;
  readonly asked: { readonly question: string; readonly quotation: QuotationRecord } | null;
};

/** The record of a digest; the topics are those that have names. */
export function toDigestRecord(
  { date, focus, language, news, position, watch, asked }: Digest,
  topics: readonly Topic[],
): DigestRecord {
  const names = new Map(topics.map(({ key, name }) => [key, name]));
  const record = (line: Cited<Held>) => toPositionRecord(line, names.get(line.topic));
  return {
    date,
    focus,
    language: language ?? null,
    news: {
      all: news.all,
      documents: news.documents.map(({ id, title, date: dated }) => ({ document: id, title, date: dated ?? null })),
    },
    position: position ? { actor: toActorRecord(position.actor), ...record(position.line) } : null,
    watch: watch
      ? {
          actor: toActorRecord(watch.actor),
          change: watch.change,
          before: watch.before ? record(watch.before) : null,
          now: watch.now.map(record),
        }
      : null,
    asked: asked ? { question: asked.question, quotation: toQuotationRecord(asked.quotation) } : null,
  };
}
