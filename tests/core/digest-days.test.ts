import { expect, test } from 'vitest';
import { daysInWords, readDays } from '../../src/core/digest-days.ts';

test.each([
  ['weekdays', 'weekdays'],
  ['Every Day', 'every day'],
  ['weekend', 'weekends'],
  ['mon,wed,fri', 'Mon, Wed, Fri'],
  ['fri wed mon', 'Mon, Wed, Fri'],
  ['Mondays and Tuesdays', 'Mon, Tue'],
  ['monday to friday', 'weekdays'],
  ['sat–sun', 'weekends'],
  ['sun-thu', 'Mon, Tue, Wed, Thu, Sun'],
  ['weekdays, sat', 'Mon, Tue, Wed, Thu, Fri, Sat'],
  ['tues, thurs,', 'Tue, Thu'],
])('%j is understood as %s', (typed, words) => {
  expect(daysInWords(readDays(typed) ?? [])).toBe(words);
});

test.each(['blursday', 'm', '', ',', 'mon, someday', 'mon-', 'monk', 'mon-wed-fri'])('%j are no days', (typed) => {
  expect(readDays(typed)).toBeUndefined();
});
