import { DAILY_ENTRIES, type Feed } from '../core/feed.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Time for which a feed may fail before it is looked at no more. */
const PATIENCE = 3 * DAY;

/** Documents that may still be kept of a feed today. */
export function leftToday({ kept }: Feed, now: number): number {
  return kept.day === dayOf(now) ? Math.max(0, DAILY_ENTRIES - kept.today) : DAILY_ENTRIES;
}

/** A feed of which one more document was kept. */
export function afterKeeping(feed: Feed, now: number): Feed {
  const day = dayOf(now);
  const { total, today, day: last } = feed.kept;
  return { ...feed, kept: { total: total + 1, day, today: last === day ? today + 1 : 1 } };
}

/** A feed that was read: looked at again in an hour, or on the next day where today's documents are all kept. */
export function afterReading(feed: Feed, now: number): Feed {
  const { failing: _, ...sound } = feed;
  return { ...sound, readAt: now, nextAt: leftToday(feed, now) > 0 ? now + HOUR : (Math.floor(now / DAY) + 1) * DAY };
}

/**
 * A feed that could not be read: looked at again in an hour, and after each further time in twice as long, up to a day.
 * One that is gone for good, or has failed for three days, is paused.
 */
export function afterFailing(
  feed: Feed,
  { code, message: words }: { readonly code: string; readonly message: string },
  now: number,
): Feed {
  const since = feed.failing?.since ?? now;
  const times = (feed.failing?.times ?? 0) + 1;
  const failing = { since, times, words };
  const why = code === 'gone' ? 'gone' : now - since >= PATIENCE ? 'failing' : undefined;
  // Due at once, so that whoever looks after the server is told.
  if (why !== undefined) return { ...feed, failing, paused: { why, since: now, told: false }, nextAt: now };
  return { ...feed, failing, nextAt: now + Math.min(DAY, HOUR * 2 ** (times - 1)) };
}

/** A pause of which whoever looks after the server was told, or is to be told in an hour. */
export function afterTelling(feed: Feed, outcome: 'told' | 'later', now: number): Feed {
  const { nextAt: _, paused, ...rest } = feed;
  if (outcome === 'later' || !paused) return { ...feed, nextAt: now + HOUR };
  return { ...rest, paused: { ...paused, told: true } };
}

function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}
