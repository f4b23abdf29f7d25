import { count } from './answer.ts';
import type { Digest } from './digest.ts';
import { fold } from './fold.ts';
import { localDate } from './local-date.ts';

const DAY = 86_400_000;
/** Days within which a weekday says which one is meant. */
const WEEK = 7;

/** "Tuesday 1 December · Japan, NATO": the day in the digest's language, and what it keeps to. */
export function headOf({ date, language, focus }: Pick<Digest, 'date' | 'language' | 'focus'>): string {
  return [dayInWords(date, language), ...(focus.length > 0 ? [focus.join(', ')] : [])].join(' · ');
}

/** "2 documents since Friday"; the zone tells which day `since` was. */
export function newsInWords({ news, date }: Pick<Digest, 'news' | 'date'>, timezone: string): string {
  const counted = count(news.all, 'document');
  if (news.since === undefined) return counted;
  const from = localDate(news.since, timezone);
  const days = (Date.parse(date) - Date.parse(from)) / DAY;
  if (days <= 0) return `${counted} today`;
  return `${counted} since ${inWords(from, 'en', days < WEEK ? { weekday: 'long' } : { day: 'numeric', month: 'long' })}`;
}

/** What there is to watch of an actor, in words that claim no more than the documents show. */
export function watchInWords({ change, topic, before, now }: NonNullable<Digest['watch']>): string {
  const dateOf = (line: (typeof now)[number] | undefined) => line?.quotation.date;
  switch (change) {
    case 'new-positions':
      return 'New since the last digest:';
    case 'other-stance':
      return `Another stance on “${topic}” in a document of ${dateOf(now[0])} than in one of ${dateOf(before)}.`;
    case 'newest': {
      const date = dateOf(now[0]);
      return date === undefined ? 'No new position; on record:' : `No new position; the latest, of ${date}:`;
    }
  }
}

/** What is said on a day with nothing to say. */
export function nothingToday(digest: Pick<Digest, 'date' | 'language' | 'focus'>): string {
  return `${headOf(digest)}: nothing new, and no position to show.`;
}

/** The same question in any spelling once, most asked first, with how often it was asked. */
export function tallyQuestions(questions: readonly string[]): { readonly question: string; readonly times: number }[] {
  return [...Map.groupBy(questions, (question) => fold(question) || question).values()]
    .map(([question = '', ...others]) => ({ question, times: 1 + others.length }))
    .sort((a, b) => b.times - a.times);
}

function dayInWords(date: string, language = 'en'): string {
  return inWords(date, language, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** English, where the language is none that the runtime knows. */
function inWords(date: string, language: string, parts: Intl.DateTimeFormatOptions): string {
  const known = /^[a-z]{2,3}$/u.test(language) && Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  // 'en' alone would put the month first, as in America.
  const locale = known && language !== 'en' ? language : 'en-GB';
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }).format(Date.parse(date));
}
