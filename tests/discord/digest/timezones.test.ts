import { expect, test } from 'vitest';
import { offsetAt, readTimezone, suggestTimezones } from '../../../src/discord/digest/timezones.ts';

const winter = Date.UTC(2026, 10, 23);
const summer = Date.UTC(2026, 6, 1);

test.each([
  ['Asia/Tokyo', 'Asia/Tokyo'],
  ['asia/tokyo', 'Asia/Tokyo'],
  ['tokyo', 'Asia/Tokyo'],
  ['JST', 'Asia/Tokyo'],
  ['Japan', 'Asia/Tokyo'],
  ['Kathmandu', 'Asia/Kathmandu'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['new york', 'America/New_York'],
  ['America/New York', 'America/New_York'],
  ['US/Eastern', 'America/New_York'],
  ['St. John’s', 'America/St_Johns'],
  ['Zürich', 'Europe/Zurich'],
  ['Kiev', 'Europe/Kyiv'],
  ['Beijing', 'Asia/Shanghai'],
  ['gmt', 'UTC'],
])('%j means %s', (typed, timezone) => {
  expect(readTimezone(typed, winter)).toEqual({ outcome: 'read', timezone });
});

test.each([
  ['Tokio', 'Asia/Tokyo'],
  ['Londn', 'Europe/London'],
  ['berln', 'Europe/Berlin'],
])('the misspelt %j is offered as %s, not taken for it', (typed, timezone) => {
  expect(readTimezone(typed, winter)).toMatchObject({
    outcome: 'unknown',
    nearest: expect.arrayContaining([timezone]),
  });
});

test.each([
  ['EST', ['America/New_York', 'America/Toronto']],
  ['CET', ['Europe/Paris', 'Europe/Berlin']],
  ['IST', ['Asia/Kolkata', 'Asia/Jerusalem']],
])('what %s stands for is asked, since it is several', (typed, offered) => {
  const reading = readTimezone(typed, winter);
  expect(reading).toMatchObject({ outcome: 'ambiguous', nearest: expect.arrayContaining(offered) });
});

test.each(['Mars/Phobos', 'xyzzy', '', '東京', 'a'.repeat(6000)])('%.20j is no time zone', (typed) => {
  expect(readTimezone(typed, winter).outcome).toBe('unknown');
});

test('an offset offers the time zones whose clocks are so far ahead at that time', () => {
  expect(suggestTimezones('UTC+9', 25, winter)).toContain('Asia/Tokyo');
  expect(suggestTimezones('+5:45', 25, winter)).toEqual(['Asia/Kathmandu']);
  expect(suggestTimezones('GMT+01:00', 25, winter)).toContain('Europe/Paris');
  expect(suggestTimezones('GMT+01:00', 25, summer)).not.toContain('Europe/Paris');
});

test('time zones are offered by a part of a name, those of many people first', () => {
  expect(suggestTimezones('tok', 25, winter)[0]).toBe('Asia/Tokyo');
  expect(suggestTimezones('united', 3, winter)).toEqual(['Europe/London', 'America/New_York', 'America/Chicago']);
  expect(suggestTimezones('', 25, winter)).toHaveLength(25);
});

test('every time zone that the runtime lists can be chosen by its name', () => {
  const unread = Intl.supportedValuesOf('timeZone').filter((name) => readTimezone(name, winter).outcome !== 'read');
  expect(unread).toEqual([]);
});

test.each([
  ['Asia/Tokyo', 'UTC+9'],
  ['Asia/Kathmandu', 'UTC+5:45'],
  ['America/St_Johns', 'UTC-3:30'],
  ['Europe/London', 'UTC+0'],
  ['UTC', 'UTC+0'],
])('the clocks of %s show %s in winter', (timezone, offset) => {
  expect(offsetAt(timezone, winter)).toBe(offset);
});
