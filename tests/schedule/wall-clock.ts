import type { Occurrence } from '../../src/schedule/local-times.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * When a time of the day comes on each local day from one to another, worked out from the clock on the wall alone: the
 * first moment that shows the day and the time, or where none does the first minute that shows a later one. Days that no
 * clock ever shows are left out.
 */
export function wallClockTimes(at: string, timezone: string, from: string, to: string): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (let day = Date.parse(from); day <= Date.parse(to); day += DAY) {
    const date = new Date(day).toISOString().slice(0, 10);
    const moment = momentOf(Date.parse(`${date}T${at}Z`), timezone);
    if (moment !== undefined) found.push({ at: moment, date });
  }
  return found;
}

/** `wall` is a date and time of the wall clock, counted as if it were UTC. */
function momentOf(wall: number, timezone: string): number | undefined {
  const shown = (moment: number) => shownAt(moment, timezone);
  const offsets = [-DAY, DAY].map((around) => shown(wall + around) - (wall + around));
  const fitting = offsets.map((offset) => wall - offset).filter((moment) => shown(moment) === wall);
  if (fitting.length > 0) return Math.min(...fitting);
  // The clock skips it. Before the change `wall` lies ahead of what is shown, after it behind.
  let [before, after] = [wall - Math.max(...offsets) - HOUR, wall - Math.min(...offsets) + HOUR];
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / MINUTE / 2) * MINUTE;
    if (shown(middle) > wall) after = middle;
    else before = middle;
  }
  const wholeDaySkipped = Math.floor(shown(before) / DAY) < Math.floor(wall / DAY) && shown(after) >= ceilDay(wall);
  return wholeDaySkipped ? undefined : after;
}

function ceilDay(wall: number): number {
  return Math.floor(wall / DAY + 1) * DAY;
}

function shownAt(moment: number, timezone: string): number {
  const format =
    formats.get(timezone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timezone, format);
  return Date.parse(`${format.format(moment).replace(' ', 'T')}Z`);
}
