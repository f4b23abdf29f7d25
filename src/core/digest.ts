import type { Actor } from './actor.ts';
import { type Answer, strongest } from './answer.ts';
import { ALONE, type DigestLine, linesInTurn } from './digest-line.ts';
import { inTurn, keyOf, type Turn } from './digest-rotation.ts';
import { type Scope, scopeOf } from './digest-scope.ts';
import type { Focus } from './digest-settings.ts';
import { neededBy, showWatched, type Watched, watchedOf, watchKey } from './digest-watch.ts';
import { focusNames } from './focus.ts';
import { fold } from './fold.ts';
import { everybody } from './people.ts';
import type { Cited } from './place.ts';
import type { Quotation } from './quotation.ts';
import type { Line } from './repeats.ts';
import type { TopicDeps } from './topic-lookup.ts';

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
type DigestPosition = {
  readonly actor: Actor;
  readonly line: Cited<Line>;
  /** Name of its topic, where topics.yaml has it. */
  readonly topic?: string;
  /** Whether its sentence makes sense without those around it. */
  readonly alone: boolean;
};

/** What a channel gets in the morning; parts that have nothing to say are left out. */
export type Digest = {
  readonly date: string;
  /** The language of the documents that it keeps to. */
  readonly language?: string;
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
    /** What it was before, and on which topic, where the stance changed. */
    readonly before?: Cited<Line>;
    readonly topic?: string;
    readonly now: readonly Cited<Line>[];
  };
  readonly asked?: { readonly question: string; readonly quotation: Quotation };
  /** Keys of what it shows, for `shown` of later requests. */
  readonly shown: readonly string[];
};

/** What a digest is put together with; both leave only what is verbatim at this moment. */
type DigestDeps = TopicDeps & {
  readonly ask: (request: { readonly question: string }) => Answer;
  readonly cited: (lines: readonly DigestLine[]) => readonly Cited<DigestLine>[];
};

/** New documents that are listed by name. */
const LISTED = 4;

/** Puts together the digest of a day. Nothing in it comes again before all others of its kind have come. */
export function composeDigest(deps: DigestDeps, request: DigestRequest): Digest {
  const { date, focus, language, since } = request;
  const scope = scopeOf(deps, request);
  const fresh = newDocuments(scope, request);
  const recent = new Set(fresh.map(({ id }) => id));
  const actors = everybody(deps);
  const asked = askedOf(deps, scope, request);
  const told = new Set(asked ? keysWithin(asked.quotation, scope) : []);
  const watched = watchedOf({ ...deps, actors }, watchable(actors, scope, request), recent, request, told);
  const line = lineOf(deps, scope, request, watched, told);
  const position = line && positionOf({ ...deps, actors }, line);
  const shown = watched && showWatched({ ...deps, actors }, watched, request, new Set([line?.key, ...told]));
  return {
    date,
    ...(language === undefined ? {} : { language }),
    focus: focusNames(deps, focus),
    news: {
      ...(since === undefined ? {} : { since }),
      all: fresh.length,
      documents: fresh.slice(0, LISTED).map(({ id, title, date: dated }) => ({
        id,
        title,
        ...(dated === undefined ? {} : { date: dated }),
      })),
    },
    ...(position ? { position } : {}),
    ...(shown ? { watch: shown.watch } : {}),
    ...(asked ? { asked } : {}),
    shown: [
      ...told,
      ...(shown ? [watchKey(shown.watch.actor.id), ...shown.keys] : []),
      ...(line ? [line.key] : []),
      ...(asked ? [questionKey(asked.question)] : []),
    ],
  };
}

function newDocuments({ documents }: Scope, { since, firstServed }: DigestRequest) {
  const servedAt = ({ hash }: { readonly hash: string }) => firstServed.get(hash) ?? 0;
  return documents
    .filter((document) => since !== undefined && servedAt(document) > since)
    .sort((a, b) => servedAt(b) - servedAt(a) || order(b.date ?? '', a.date ?? '') || order(a.title, b.title));
}

/** The line whose turn it is: one that no other part tells or needs, where there is one. */
function lineOf(
  deps: DigestDeps,
  { lines }: Scope,
  turn: Turn,
  watched: Watched | undefined,
  told: ReadonlySet<string>,
): Cited<DigestLine> | undefined {
  const needed = new Set([...told, ...(watched ? neededBy(watched) : []).map(({ key }) => key)]);
  const last = turn.shown.findLast((key) => key.startsWith('p:'));
  const before = lines.filter(({ key }) => key === last).map(({ actor }) => actor);
  const heard = new Set([watched?.id, ...before]);
  const others = lines.filter(({ key }) => !needed.has(key));
  for (const candidates of [others, lines]) {
    for (const candidate of linesInTurn(candidates, turn, heard)) {
      const [line] = deps.cited([candidate]);
      if (line) return line;
    }
  }
  return undefined;
}

function positionOf({ actors, topics }: DigestDeps, line: Cited<DigestLine>): DigestPosition | undefined {
  const actor = actors.get(line.actor);
  const topic = topics.find(({ key }) => key === line.topic);
  return actor && { actor, line, ...(topic ? { topic: topic.name } : {}), alone: line.rough < ALONE };
}

/** Lines of states and organisations, and of people who were asked for; all, where there are no such. */
function watchable(
  actors: ReadonlyMap<string, Actor>,
  { lines }: Scope,
  { focus }: DigestRequest,
): readonly DigestLine[] {
  const bodies = lines.filter(({ actor: id }) => actors.get(id)?.type !== 'person' || focus.actors.includes(id));
  return bodies.length > 0 ? bodies : lines;
}

/** A question that was not shown before and that the documents answer now, with the best quotation within the scope. */
function askedOf(deps: DigestDeps, { holds }: Scope, { questions, ...turn }: DigestRequest): Digest['asked'] {
  const before = new Set(turn.shown);
  const fresh = new Map(questions.map((question) => [questionKey(question), question]));
  const open = [...fresh].filter(([key]) => !before.has(key)).map(([, question]) => question);
  for (const question of inTurn(open, questionKey, turn)) {
    const answer = deps.ask({ question });
    const quotation = answer.outcome === 'found' ? strongest(answer.quotations).find(holds) : undefined;
    if (quotation) return { question, quotation };
  }
  return undefined;
}

/** Keys of the positions that a quotation's answering sentence shows. */
function keysWithin({ document, answer }: Quotation, { lines }: Scope): string[] {
  const within = lines.filter(
    (line) => line.document === document && line.start < answer.end && line.end > answer.start,
  );
  return within.map(({ key }) => key);
}

function questionKey(question: string): string {
  return keyOf('q', fold(question));
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether there is nothing new and nothing to show. */
export function isEmpty({ news, position, watch, asked }: Digest): boolean {
  return news.all === 0 && !position && !watch && !asked;
}
