import type { ChatInputCommandInteraction } from 'discord.js';
import { readClockTime } from '../../core/clock-time.ts';
import type { Desk } from '../../core/desk.ts';
import { readDays } from '../../core/digest-days.ts';
import { type DigestSettings, weekdays } from '../../core/digest-settings.ts';
import type { DigestWish } from '../../core/digests.ts';
import { explainUnclearFocus } from '../../core/focus.ts';
import { languageName } from '../render/digest-settings.ts';
import { libraryLanguages, readLanguage } from './languages.ts';
import { readTimezone } from './timezones.ts';

/** A part of what was entered: what it means, or what is wrong with it. */
type Part<Value> = { readonly value: Value } | { readonly fault: string };

/** What somebody wants set, or a sentence for each option that cannot be read. */
export type WishReading =
  | { readonly outcome: 'read'; readonly wish: DigestWish }
  | { readonly outcome: 'unclear'; readonly faults: readonly string[] };

type Given = {
  readonly options: ChatInputCommandInteraction['options'];
  readonly desk: Pick<Desk, 'library' | 'readFocus'>;
  /** When the command was used, Unix milliseconds. */
  readonly now: number;
  /** What is changed, and stays where an option is left out. */
  readonly former: DigestSettings | undefined;
};

const EVERYTHING = { actors: [], topics: [], tags: [] };
const CATCH_UP_HOURS = 6;
/** What was typed is repeated this far. */
const REPEATED = 60;

/** Reads the options of `/digest set`, all of them, so that somebody who made two mistakes is told of both at once. */
export function readWish({ options, desk, now, former }: Given): WishReading {
  const text = (name: string) => options.getString(name)?.trim() || undefined;
  const faults: string[] = [];
  const read = <Value>(part: Part<Value>, otherwise: Value): Value => {
    if ('value' in part) return part.value;
    faults.push(part.fault);
    return otherwise;
  };
  const at = read(timeOf(text('at') ?? ''), '');
  const timezone = read(timezoneOf(text('timezone') ?? '', now), '');
  const days = read(daysOf(text('days'), former), []);
  const focus = read(focusOf(text('focus'), desk, former), EVERYTHING);
  const language = read(languageOf(text('language'), desk, former), undefined);
  const adminChannel = options.getChannel('admin-channel')?.id ?? former?.adminChannel;
  const whenEmpty = options.getString('empty-days') ?? former?.whenEmpty;
  const wish: DigestWish = {
    channel: options.getChannel('channel', true).id,
    at,
    timezone,
    days,
    focus,
    ...(language === undefined ? {} : { language }),
    whenEmpty: whenEmpty === 'line' ? 'line' : 'silent',
    catchUpHours: options.getInteger('catch-up') ?? former?.catchUpHours ?? CATCH_UP_HOURS,
    ...(adminChannel === undefined ? {} : { adminChannel }),
  };
  return faults.length > 0 ? { outcome: 'unclear', faults } : { outcome: 'read', wish };
}

function timeOf(typed: string): Part<string> {
  const value = readClockTime(typed);
  if (value !== undefined) return { value };
  return {
    fault: `at: “${repeated(typed)}” is no time of the day. Write it as 08:00, 8:30 or 8am; the last one is 23:59.`,
  };
}

function timezoneOf(typed: string, now: number): Part<string> {
  const reading = readTimezone(typed, now);
  if (reading.outcome === 'read') return { value: reading.timezone };
  const names = reading.nearest.join(', ');
  if (reading.outcome === 'ambiguous')
    return { fault: `timezone: “${repeated(typed)}” can be several. Take the one you mean: ${names}.` };
  const remedy = names === '' ? 'Name a city, such as Tokyo, or take one from the list.' : `Did you mean ${names}?`;
  return { fault: `timezone: “${repeated(typed)}” is no time zone. ${remedy}` };
}

function daysOf(typed: string | undefined, former: DigestSettings | undefined): Part<DigestWish['days']> {
  if (typed === undefined) return { value: former?.days ?? weekdays.slice(0, 5) };
  const value = readDays(typed);
  if (value) return { value };
  return {
    fault: `days: “${repeated(typed)}” are no days. Write weekdays, every day, weekends, or a list such as mon,wed,fri.`,
  };
}

function focusOf(
  typed: string | undefined,
  desk: Given['desk'],
  former: DigestSettings | undefined,
): Part<DigestWish['focus']> {
  if (typed === undefined) return { value: former?.focus ?? EVERYTHING };
  if (['everything', 'all', '*'].includes(typed.toLowerCase())) return { value: EVERYTHING };
  const reading = desk.readFocus(typed);
  return reading.outcome === 'read'
    ? { value: reading.focus }
    : { fault: `focus: ${explainUnclearFocus(reading.unclear)}` };
}

function languageOf(
  typed: string | undefined,
  desk: Given['desk'],
  former: DigestSettings | undefined,
): Part<string | undefined> {
  if (typed === undefined) return { value: former?.language };
  const read = readLanguage(typed, desk);
  if (read) return { value: read.language };
  const there = libraryLanguages(desk).map(languageName).join(', ');
  return { fault: `language: no document is in “${repeated(typed)}”. There is ${there || 'none yet'}.` };
}

function repeated(typed: string): string {
  const points = Array.from(typed);
  return points.length > REPEATED ? `${points.slice(0, REPEATED).join('')}…` : typed;
}
