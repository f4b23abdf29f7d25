import { type Weekday, weekdays } from './digest-settings.ts';

const working = weekdays.slice(0, 5);
const weekend = weekdays.slice(5);

/** Sets of days that have a name of their own, by all the names that people use. */
const NAMED: readonly (readonly [readonly Weekday[], readonly string[]])[] = [
  [working, ['weekdays', 'weekday', 'working days', 'workdays', 'business days']],
  [weekdays, ['every day', 'everyday', 'daily', 'all', 'all days']],
  [weekend, ['weekends', 'weekend']],
];

/**
 * Days of the week as somebody typed them, in the week's order: "weekdays", "mon,wed,fri", "Sunday to Thursday";
 * `undefined` where a word of it is no day.
 */
export function readDays(typed: string): readonly Weekday[] | undefined {
  const plain = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' ');
  const parts = plain
    .replace(/\s*(?:-|–|\bto\b|\buntil\b)\s*/gu, '-')
    .split(/[,;/&]|\band\b|\s(?=\p{L})/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const named = namedDays(plain);
  if (named || parts.length === 0) return named;
  const read = parts.map((part) => namedDays(part) ?? rangeOf(part));
  const days = new Set(read.flatMap((each) => each ?? []));
  return read.includes(undefined) ? undefined : weekdays.filter((day) => days.has(day));
}

function namedDays(words: string): readonly Weekday[] | undefined {
  return NAMED.find(([, names]) => names.includes(words))?.[0];
}

/** One day, or from one to another, past Sunday where need be. */
function rangeOf(part: string): readonly Weekday[] | undefined {
  const ends = part.split('-').map(dayAt);
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined || ends.length > 2) return undefined;
  const length = ((last - first + weekdays.length) % weekdays.length) + 1;
  return [...weekdays, ...weekdays].slice(first, first + length);
}

function dayAt(word: string): number | undefined {
  const at = weekdays.findIndex((day) => word.startsWith(day) && FULL[day].startsWith(word.replace(/s$/u, '')));
  return at < 0 ? undefined : at;
}

const FULL: Readonly<Record<Weekday, string>> = {
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
};

/** "weekdays", "every day", "weekends", or "Mon, Wed, Fri". */
export function daysInWords(days: readonly Weekday[]): string {
  const same = ([set]: (typeof NAMED)[number]) => set.length === days.length && set.every((day) => days.includes(day));
  const named = NAMED.find(same)?.[1][0];
  if (named !== undefined) return named;
  const ordered = weekdays.filter((day) => days.includes(day));
  return ordered.map((day) => day.charAt(0).toUpperCase() + day.slice(1)).join(', ');
}
