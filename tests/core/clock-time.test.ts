import { expect, test } from 'vitest';
import { readClockTime } from '../../src/core/clock-time.ts';

test.each([
  ['08:00', '08:00'],
  ['8:00', '08:00'],
  ['8', '08:00'],
  ['8am', '08:00'],
  ['8 AM', '08:00'],
  ['8:30 p.m.', '20:30'],
  ['12am', '00:00'],
  ['12 pm', '12:00'],
  ['20.15', '20:15'],
  ['8h30', '08:30'],
  ['0800', '08:00'],
  ['０８：００', '08:00'],
  ['midnight', '00:00'],
])('%j is understood as %s', (typed, time) => {
  expect(readClockTime(typed)).toBe(time);
});

test.each(['25:00', '24:00', '8:60', '13pm', '0pm', '2360', '8:0', 'eight', '', '08:00 JST', '-8'])(
  '%j is no time of the day',
  (typed) => {
    expect(readClockTime(typed)).toBeUndefined();
  },
);
