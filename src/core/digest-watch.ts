import type { Actor } from './actor.ts';
import { leaning } from './company.ts';
import type { Digest } from './digest.ts';
import { type DigestLine, linesInTurn } from './digest-line.ts';
import { inTurn, keyOf, type Turn } from './digest-rotation.ts';
import type { Document } from './document.ts';
import type { Cited } from './place.ts';
import { type Topic, topicOf } from './topic-lookup.ts';

type Watch = NonNullable<Digest['watch']>;
type WatchDeps = {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly documents: ReadonlyMap<string, Document>;
  readonly topics: readonly Topic[];
  readonly cited: (lines: readonly DigestLine[]) => readonly Cited<DigestLine>[];
};
type Shift = { readonly before: DigestLine; readonly now: DigestLine };

/** Whose turn it is to be watched, and the lines that show why. */
export type Watched = {
  readonly id: string;
  readonly change: Watch['change'];
  readonly shift: Shift | undefined;
  readonly lines: readonly DigestLine[];
};

/** Lines shown of an actor, at most. */
const SHOWN = { 'new-positions': 2, 'other-stance': 1, newest: 1 } as const satisfies Record<Watch['change'], number>;

/** Actors with several positions from which on the others are passed over. */
const ENOUGH = 3;

/** The key under which it is remembered that an actor was shown. */
export function watchKey(actor: string): string {
  return keyOf('w', actor);
}

/**
 * The actor to watch, by lines that are not told elsewhere, where it has such. One with positions in new documents goes before all others; otherwise everybody has a turn, at first
 * those whose stance is another in a later document than in an earlier one.
 */
export function watchedOf(
  deps: WatchDeps,
  lines: readonly DigestLine[],
  recent: ReadonlySet<string>,
  turn: Turn,
  told: ReadonlySet<string>,
): Watched | undefined {
  const candidates = [...Map.groupBy(lines, ({ actor }) => actor)].map(([id, all]): Watched & { own: number } => {
    const open = all.filter(({ key }) => !told.has(key));
    const own = open.length > 0 ? open : all;
    const fresh = own.filter(({ document }) => recent.has(document));
    if (fresh.length > 0) return { id, own: fresh.length, change: 'new-positions', shift: undefined, lines: fresh };
    const about = { id, own: own.length };
    const shift = shiftOf(deps, own);
    if (shift) return { ...about, change: 'other-stance', shift, lines: [shift.now] };
    return { ...about, change: 'newest', shift, lines: newest(deps, own) };
  });
  const { news = [], others = [] } = Object.groupBy(candidates, ({ change }) =>
    change === 'new-positions' ? 'news' : 'others',
  );
  // Of whom the documents have a single sentence, there is little to follow.
  const followed = others.filter(({ own }) => own > 1);
  const ordered = (some: typeof candidates) =>
    inTurn(
      some,
      ({ id }) => watchKey(id),
      turn,
      ({ shift, own }) => (shift ? 0 : own > 1 ? 1 : 2),
    );
  const all = [...ordered(news), ...ordered(followed.length >= ENOUGH ? followed : others)];
  return all.find(({ id, lines: own }) => deps.actors.has(id) && own.some((line) => deps.cited([line]).length > 0));
}

/** The lines without which there would be nothing to watch. */
export function neededBy({ shift, lines }: Watched): readonly DigestLine[] {
  return shift ? [shift.before, shift.now] : lines.length > 1 ? [] : lines;
}

/** What is shown of an actor to watch, without lines that the digest shows already; with the keys of what it is. */
export function showWatched(
  deps: WatchDeps,
  { id, change, shift, lines }: Watched,
  turn: Turn,
  already: ReadonlySet<string | undefined>,
): { readonly watch: Watch; readonly keys: readonly string[] } | undefined {
  const open = lines.filter(({ key }) => !already.has(key));
  const now = deps.cited([...linesInTurn(open, turn)].slice(0, SHOWN[change]));
  const [before] = shift ? deps.cited([shift.before]) : [];
  const actor = deps.actors.get(id);
  if (!actor || now.length === 0) return undefined;
  const keys = [...(before ? [before.key] : []), ...now.map(({ key }) => key)];
  if (!shift) return { watch: { actor, change, now }, keys };
  const topic = topicOf(deps.topics, shift.now.topic).name;
  return before && !already.has(before.key) ? { watch: { actor, change, topic, before, now }, keys } : undefined;
}

/** The positions in the documents of the latest date; all, where none is dated. */
function newest({ documents }: WatchDeps, lines: readonly DigestLine[]): readonly DigestLine[] {
  const dates = lines.map(({ document }) => dateOf(documents.get(document)) ?? '');
  const latest = dates.reduce((one, other) => (one > other ? one : other), '');
  return lines.filter((_, at) => dates[at] === latest);
}

/** For something in one document, against it in a later one on the same topic, or the other way round; the latest of these. */
function shiftOf({ documents }: WatchDeps, lines: readonly DigestLine[]): Shift | undefined {
  const leant = lines.flatMap((line) => {
    const [side, date] = [leaning(line), dateOf(documents.get(line.document))];
    return side === undefined || date === undefined ? [] : [{ line, side, date }];
  });
  let found: (Shift & { readonly date: string }) | undefined;
  for (const onTopic of Map.groupBy(leant, ({ line }) => line.topic).values()) {
    for (const later of onTopic) {
      if (found && later.date <= found.date) continue;
      const earlier = onTopic.filter(({ side, date }) => side !== later.side && isBefore(date, later.date));
      const before = earlier.reduce<(typeof earlier)[number] | undefined>(
        (one, other) => (one && one.date >= other.date ? one : other),
        undefined,
      );
      if (before) found = { before: before.line, now: later.line, date: later.date };
    }
  }
  return found;
}

/** A document's date where it can be compared: '2023', '2023-01', '2023-01-12'. */
function dateOf(document: Document | undefined): string | undefined {
  return /^\d{4}(?:-\d\d){0,2}$/u.exec(document?.date ?? '')?.[0];
}

/** Compares only as far as the coarser of the two goes. */
function isBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}
