import { Cron } from 'croner';
import { type DigestSettings, weekdays } from '../core/digest-settings.ts';
import { localTime } from '../core/local-date.ts';

/** The times for which a digest is set. */
export type Times = Pick<DigestSettings, 'at' | 'timezone' | 'days'>;

/** A moment (Unix milliseconds) at which a digest is due, and the local day that it is the digest of. */
export type Occurrence = { readonly at: number; readonly date: string };

/** A time of the day in a time zone, with what was found last: many digests ask for the same. */
type Daily = { readonly cron: Cron; readonly found: { readonly since: number; readonly next: Occurrence }[] };

const DAY = 86_400_000;
/** A week and a day, so that digests of one weekday find what those of every day have asked for. */
const REMEMBERED = 8;
const known = new Map<string, Daily>();

/** The moment after `after` at which a digest is due next; `undefined` where it has no days. */
export function nextAt(times: Times, after: number): number | undefined {
  return nextOccurrence(times, after)?.at;
}

/** The first occurrence after a moment. */
export function nextOccurrence(times: Times, after: number): Occurrence | undefined {
  if (times.days.length === 0) return undefined;
  let next = nextDaily(times, after);
  while (next && !times.days.includes(weekdayOf(next.date))) next = nextDaily(times, next.at);
  return next;
}

/** The occurrences after one moment up to another, that one included. */
export function occurrencesWithin(times: Times, after: number, until: number): readonly Occurrence[] {
  const found: Occurrence[] = [];
  let next = nextOccurrence(times, after);
  while (next && next.at <= until) {
    found.push(next);
    next = nextOccurrence(times, next.at);
  }
  return found;
}

/** The first time after a moment at which the clock shows the time of the day, whatever the weekday. */
function nextDaily({ at, timezone }: Times, after: number): Occurrence | undefined {
  const key = `${at} ${timezone}`;
  const { cron, found } = known.get(key) ?? { cron: cronAt(at, timezone), found: [] };
  known.set(key, { cron, found });
  const remembered = found.find(({ since, next }) => since <= after && after < next.at);
  const next = remembered?.next ?? findNext(cron, { at, timezone }, after);
  if (next && !remembered) found.push({ since: after, next });
  if (found.length > REMEMBERED) found.shift();
  return next;
}

/**
 * Croner gives a time that comes twice once, and moves one that a clock change skips to the first minute after it, but
 * only within the same day: where the change leads over midnight (America/Nuuk in March: 23:00 becomes 00:00) it leaves
 * the day out, which is put in here.
 */
function findNext(cron: Cron, times: Pick<Times, 'at' | 'timezone'>, after: number): Occurrence | undefined {
  const run = cron.nextRun(new Date(after))?.getTime();
  if (run === undefined) return undefined;
  const { date } = localTime(run, times.timezone);
  const wall = localTime(after, times.timezone);
  const due = wall.time < times.at ? wall.date : dayAfter(wall.date);
  const leftOut = due < date ? leftOutBetween(times.timezone, due, date) : [];
  return leftOut.find((each) => each.at > after) ?? { at: run, date };
}

/** Days from one to before another that have no such time: each is due as the next one begins. Days that do not exist are none. */
function leftOutBetween(timezone: string, first: string, until: string): readonly Occurrence[] {
  const midnights = cronAt('00:00', timezone);
  const begun: Occurrence[] = [];
  let start = midnights.nextRun(new Date(Date.parse(first) - 2 * DAY));
  while (start && (begun.at(-1)?.date ?? '') < until) {
    begun.push({ at: start.getTime(), date: localTime(start.getTime(), timezone).date });
    start = midnights.nextRun(start);
  }
  return begun.flatMap(({ date }, index) => {
    const next = begun[index + 1];
    return next && date >= first && date < until ? [{ at: next.at, date }] : [];
  });
}

function cronAt(at: string, timezone: string): Cron {
  const [hour, minute] = at.split(':').map(Number);
  return new Cron(`${minute} ${hour} * * *`, { timezone, paused: true });
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);
}

function weekdayOf(date: string) {
  // Of the days that `Date` counts from Sunday, ours begin with Monday.
  return weekdays[(new Date(date).getUTCDay() + 6) % 7] as (typeof weekdays)[number];
}
