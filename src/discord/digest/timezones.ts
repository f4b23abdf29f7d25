import Fuse from 'fuse.js';
import { cities, populous, renamed } from './timezone-names.ts';

/** Which time zone somebody meant; the nearest ones are best first, five at most. */
export type TimezoneReading =
  | { readonly outcome: 'read'; readonly timezone: string }
  /** Several go by that name, or none does. */
  | { readonly outcome: 'ambiguous' | 'unknown'; readonly nearest: readonly string[] };

/** A time zone by all that people call it, folded: cities, countries, "japan standard time", "jst". */
type Known = { readonly timezone: string; readonly names: readonly string[] };

const NEAREST = 5;
/** Of something longer, no more is compared. */
const LONGEST = 40;
/** Middles of winter and summer, for the names of both: "Eastern Standard Time", "Eastern Daylight Time". */
const SEASONS = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)];
const UTC = ['utc', 'gmt', 'z', 'etc/utc', 'etc/gmt', 'zulu'];

/** Reads a time zone by its IANA name, or by a city, a country or an abbreviation that means one alone. */
export function readTimezone(typed: string, at: number): TimezoneReading {
  const wanted = fold(typed);
  if (UTC.includes(wanted)) return { outcome: 'read', timezone: 'UTC' };
  const byName = wanted.includes('/') ? officialName(typed.trim().replace(/\s+/gu, '_')) : undefined;
  if (byName !== undefined) return { outcome: 'read', timezone: byName };
  const bearers = byPeople().filter(({ names }) => names.includes(wanted));
  const [only, ...others] = bearers.map(({ timezone }) => timezone);
  if (only === undefined) return { outcome: 'unknown', nearest: suggestTimezones(typed, NEAREST, at) };
  if (others.length === 0) return { outcome: 'read', timezone: only };
  return { outcome: 'ambiguous', nearest: [only, ...others].slice(0, NEAREST) };
}

/**
 * Time zones for what has been typed so far, best first: also for "UTC+9", by what their clocks show at a moment (Unix
 * milliseconds). Those of many people where nothing was typed.
 */
export function suggestTimezones(typed: string, limit: number, at: number): readonly string[] {
  const wanted = fold(typed);
  if (wanted === '') return populous.slice(0, limit);
  const offset = /^(?:utc|gmt)? ?([+-]) ?0?(\d+(?::[0-5]\d)?)$/u.exec(wanted.replace(/:00$/u, ''));
  const found = offset
    ? byPeople().filter(({ timezone }) => offsetAt(timezone, at) === `UTC${offset[1]}${offset[2]}`)
    : resembling(wanted, limit);
  return [...new Set(found.map(({ timezone }) => timezone))].slice(0, limit);
}

/** Those that bear a name, then those with one that begins so, or has a word that does; else those with one like it. */
function resembling(wanted: string, limit: number): readonly Known[] {
  const those = (fits: (name: string) => boolean) => byPeople().filter(({ names }) => names.some(fits));
  const found = [
    ...those((name) => name === wanted),
    ...those((name) => name.startsWith(wanted)),
    ...those((name) => name.includes(` ${wanted}`) || name.includes(`/${wanted}`)),
  ];
  const alike = () => fuse().search(wanted.slice(0, LONGEST), { limit });
  return found.length > 0 ? found : alike().map(({ item }) => item);
}

/** "UTC+9", "UTC+5:45", "UTC+0": how far a time zone is ahead at a moment (Unix milliseconds). */
export function offsetAt(timezone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'shortOffset' }).formatToParts(at);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') ?? '';
  return `UTC${offset || '+0'}`;
}

/** The name of IANA for a time zone given in any case or by an earlier name. */
function officialName(name: string): string | undefined {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return renamed[timeZone] ?? timeZone;
  } catch {
    return undefined;
  }
}

/** All time zones, those of many people first. */
const byPeople = once((): readonly Known[] => {
  const countries = countriesByTimezone();
  const all = Intl.supportedValuesOf('timeZone').map((listed): Known => {
    const timezone = renamed[listed] ?? listed;
    const city = timezone.split('/').at(-1) ?? '';
    const others = Object.entries(cities).filter(([, zone]) => zone === timezone);
    const names = [timezone, city, listed.split('/').at(-1) ?? '', ...others.map(([name]) => name)];
    return {
      timezone,
      names: [...new Set([...names, ...longNames(listed), ...(countries.get(listed) ?? [])].map(fold))],
    };
  });
  return all.sort((a, b) => rankOf(a) - rankOf(b));
});

const fuse = once(
  () => new Fuse(byPeople(), { keys: ['names'], threshold: 0.35, ignoreLocation: true, minMatchCharLength: 2 }),
);

function rankOf({ timezone }: Known): number {
  const at = populous.indexOf(timezone);
  return at < 0 ? populous.length : at;
}

/** "Japan Standard Time" and its initials. */
function longNames(timezone: string): readonly string[] {
  const format = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'long' });
  const names = SEASONS.map((at) => format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '');
  return names
    .filter((name) => name.endsWith('Time'))
    .flatMap((name) => [name, name.replace(/(\p{L})\p{L}*[\s-]*/gu, '$1'), ...shortened(name)]);
}

/** Where "Standard" is left out of the usual initials: CET, EET, WET. */
function shortened(name: string): readonly string[] {
  const match = /^(\w)\w+ European Standard Time$/u.exec(name);
  return match ? [`${match[1]}ET`] : [];
}

function countriesByTimezone(): ReadonlyMap<string, readonly string[]> {
  const nameOf = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const countries = new Map<string, string[]>();
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = nameOf.of(code);
    if (name === undefined) continue;
    // Node 24 has this method, which the language level of the types has not.
    const locale = new Intl.Locale(`und-${code}`) as Intl.Locale & { getTimeZones(): string[] | undefined };
    for (const timezone of locale.getTimeZones() ?? [])
      countries.set(timezone, [...(countries.get(timezone) ?? []), name]);
  }
  return countries;
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[_.\s]+/gu, ' ')
    .trim();
}

/** Makes a value when it is first asked for: the list of time zones takes 0.2 s. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
