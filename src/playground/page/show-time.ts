import type { TimeStyle } from './markdown-inline.ts';

const LOCALE = 'en-GB';
const FORMATS: Readonly<Record<Exclude<TimeStyle, 'R'>, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};
/** Seconds of each unit, largest first. */
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;
const DAY_MS = 86_400_000;
/** The last second that a date can hold. */
const LAST = 8_640_000_000_000;

/** A moment in Unix seconds as Discord's `<t:…>` shows it; `now` is in Unix ms. */
export function showTime(seconds: number, style: TimeStyle, now: number): string {
  if (Math.abs(seconds) > LAST) return 'Invalid Date';
  if (style !== 'R') return new Intl.DateTimeFormat(LOCALE, FORMATS[style]).format(seconds * 1000);
  const apart = seconds - Math.round(now / 1000);
  const [unit, size] = UNITS.find(([, size]) => Math.abs(apart) >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' }).format(Math.trunc(apart / size), unit);
}

/** The same for a machine; empty where it is no date. */
export function showMoment(seconds: number): string {
  return Math.abs(seconds) > LAST ? '' : new Date(seconds * 1000).toISOString();
}

/** When a message was written, as it stands beside its author. `now` is in Unix ms. */
export function showPosted(timestamp: string, now: number): string {
  const time = new Date(timestamp);
  const clock = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short' }).format(time);
  if (sameDay(time.getTime(), now)) return clock;
  if (sameDay(time.getTime(), now - DAY_MS)) return `Yesterday at ${clock}`;
  return `${new Intl.DateTimeFormat(LOCALE, { dateStyle: 'short' }).format(time)}, ${clock}`;
}

/** A day as it stands between messages of two days. */
export function showDay(timestamp: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long' }).format(new Date(timestamp));
}

export function sameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** Milliseconds from `now` to the next time it is `hour` o'clock here. */
export function untilHour(hour: number, now: number): number {
  const next = new Date(now);
  next.setHours(hour, 0, 0, 0);
  if (next.getTime() <= now) next.setDate(next.getDate() + 1);
  return next.getTime() - now;
}

/** A moment as an input of date and time takes it, in the zone of this machine. */
export function forInput(now: number): string {
  const local = new Date(now - new Date(now).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
