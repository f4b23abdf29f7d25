import { expect, test } from 'vitest';
import { weekdays } from '../../src/core/digest-settings.ts';
import { nextAt, nextOccurrence, occurrencesWithin } from '../../src/schedule/local-times.ts';
import { wallClockTimes } from './wall-clock.ts';

const HOUR = 3_600_000;
const every = (at: string, timezone: string) => ({ at, timezone, days: weekdays });
const moment = (iso: string) => Date.parse(iso);

/** "2026-10-04 15:30Z" for each occurrence: its local day, and when it comes. */
function shown(at: string, timezone: string, from: string, until: string): string[] {
  return occurrencesWithin(every(at, timezone), moment(from), moment(until)).map(
    ({ date, at: due }) => `${date} ${new Date(due).toISOString().slice(11, 16)}Z`,
  );
}

test.each([
  ['Australia/Lord_Howe, by half an hour', '02:15', 'Australia/Lord_Howe', '2026-10-04', '2026-10-02T16:00Z', '15:30Z'],
  ['America/St_Johns', '02:30', 'America/St_Johns', '2026-03-08', '2026-03-07T12:00Z', '05:30Z'],
  ['Africa/Casablanca, after Ramadan', '02:30', 'Africa/Casablanca', '2026-03-22', '2026-03-21T12:00Z', '02:00Z'],
  ['America/Santiago, at midnight', '00:00', 'America/Santiago', '2026-09-06', '2026-09-05T12:00Z', '04:00Z'],
  ['America/Nuuk, over midnight', '23:30', 'America/Nuuk', '2026-03-28', '2026-03-28T12:00Z', '01:00Z'],
])(
  'a time that a clock change skips comes at the first minute after it: %s',
  (_where, at, timezone, date, after, due) => {
    const next = nextOccurrence(every(at, timezone), moment(after));
    expect(`${next?.date} ${new Date(next?.at ?? 0).toISOString().slice(11, 16)}Z`).toBe(`${date} ${due}`);
  },
);

test.each([
  [
    'Australia/Lord_Howe',
    '01:45',
    '2026-04-04T00:00Z',
    '2026-04-06T00:00Z',
    ['2026-04-05 14:45Z', '2026-04-06 15:15Z'],
  ],
  ['America/New_York', '01:30', '2026-10-31T12:00Z', '2026-11-02T12:00Z', ['2026-11-01 05:30Z', '2026-11-02 06:30Z']],
  ['Africa/Casablanca', '02:30', '2026-02-14T12:00Z', '2026-02-16T12:00Z', ['2026-02-15 01:30Z', '2026-02-16 02:30Z']],
])('a time that comes twice in %s comes once', (timezone, at, from, until, expected) => {
  expect(shown(at, timezone, from, until)).toEqual(expected);
  // Asked between the two passes, the second is none.
  const first = nextAt(every(at, timezone), moment(from)) ?? 0;
  for (const minutes of [20, 45]) {
    expect(nextAt(every(at, timezone), first + (minutes / 60) * HOUR)).toBeGreaterThan(first + 20 * HOUR);
  }
});

test('a local day that never was has no digest', () => {
  expect(shown('08:00', 'Pacific/Apia', '2011-12-28T00:00Z', '2011-12-31T23:00Z')).toEqual([
    '2011-12-28 18:00Z',
    '2011-12-29 18:00Z',
    '2011-12-31 18:00Z',
    '2012-01-01 18:00Z',
  ]);
});

test('a digest of weekdays passes over the weekend where its people live, not where the bot runs', () => {
  const tokyo = { at: '08:00', timezone: 'Asia/Tokyo', days: weekdays.slice(0, 5) };
  // Friday 08:00 in Tokyo is Thursday 23:00 UTC.
  expect(nextAt(tokyo, moment('2026-12-03T23:00Z'))).toBe(moment('2026-12-06T23:00Z'));
  expect(nextOccurrence(tokyo, moment('2026-12-03T23:00Z'))?.date).toBe('2026-12-07');
});

test('a day that a clock change takes the end of keeps its weekday', () => {
  const saturdays = { at: '23:30', timezone: 'America/Nuuk', days: ['sat'] as const };
  expect(nextOccurrence(saturdays, moment('2026-03-26T00:00Z'))).toEqual({
    date: '2026-03-28',
    at: moment('2026-03-29T01:00Z'),
  });
});

test('without days there is no next time', () => {
  expect(nextAt({ at: '08:00', timezone: 'Asia/Tokyo', days: [] }, 0)).toBeUndefined();
});

test('every time of the day, around every clock change of 2026 in every time zone, is the one that the wall clock shows', () => {
  const differing: string[] = [];
  for (const timezone of Intl.supportedValuesOf('timeZone')) {
    for (const change of changesOf(timezone, 2026)) {
      const [from, until] = [change - 30 * HOUR, change + 54 * HOUR];
      const day = (at: number) => new Date(at).toISOString().slice(0, 10);
      for (const at of ['00:00', '01:30', '02:15', '08:00', '23:30']) {
        const expected = wallClockTimes(at, timezone, day(from - 48 * HOUR), day(until + 48 * HOUR));
        const within = expected.filter((each) => each.at > from && each.at <= until);
        const found = occurrencesWithin(every(at, timezone), from, until);
        if (JSON.stringify(found) !== JSON.stringify(within)) differing.push(`${timezone} ${at}`);
      }
    }
  }
  expect(differing).toEqual([]);
});

/** Days of a year at whose end the offset is another than at their beginning, as moments. */
function changesOf(timezone: string, year: number): number[] {
  const format = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' });
  const offset = (at: number) => format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value;
  const days = Array.from({ length: 366 }, (_, day) => Date.UTC(year, 0, 1 + day));
  return days.filter((day) => offset(day) !== offset(day + 24 * HOUR));
}
