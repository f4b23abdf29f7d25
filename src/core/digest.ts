import type { Actor } from './actor.ts';
import type { Focus } from './digest-settings.ts';
import type { Cited } from './place.ts';
import type { Quotation } from './quotation.ts';
import type { Line } from './repeats.ts';

/** What a digest is made from. The same request over the same documents gives the same digest. */
export type DigestRequest = {
  /** Local day, '2026-12-01'. */
  readonly date: string;
  readonly focus: Focus;
  /** Only documents in this language. */
  readonly language?: string | undefined;
  /** When the last digest was posted, or this one was set up, Unix milliseconds; where left out, nothing is new. */
  readonly since?: number | undefined;
  /** When each document, by hash, was first served, Unix milliseconds. */
  readonly firstServed: ReadonlyMap<string, number>;
  /** Keys of what earlier digests showed, oldest first, once for each time. */
  readonly shown: readonly string[];
  /** What colleagues asked in public, newest first. */
  readonly questions: readonly string[];
};

/** A position that a digest shows, with who holds it. */
export type DigestPosition = { readonly actor: Actor; readonly line: Cited<Line> };

/** What a channel gets in the morning; parts that have nothing to say are left out. */
export type Digest = {
  readonly date: string;
  /** Names of what it keeps to, for its head: "Japan", "NATO", "trade". */
  readonly focus: readonly string[];
  /** Documents served since, newest first; `all` is how many there are, for there may be more than are listed. */
  readonly news: {
    readonly since?: number;
    readonly all: number;
    readonly documents: readonly { readonly id: string; readonly title: string; readonly date?: string }[];
  };
  readonly position?: DigestPosition;
  /** One actor, and what changed: positions in new documents, or a later stance beside an earlier one. */
  readonly watch?: {
    readonly actor: Actor;
    readonly change: 'new-positions' | 'other-stance' | 'newest';
    /** What it was before, where the stance changed. */
    readonly before?: Cited<Line>;
    readonly now: readonly Cited<Line>[];
  };
  readonly asked?: { readonly question: string; readonly quotation: Quotation };
  /** Keys of what it shows, for `shown` of later requests. */
  readonly shown: readonly string[];
};

/** Whether there is nothing new and nothing to show. */
export function isEmpty({ news, position, watch, asked }: Digest): boolean {
  return news.all === 0 && !position && !watch && !asked;
}
