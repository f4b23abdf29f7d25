import { daysInWords, readDays } from '../../core/digest-days.ts';
import { choiceName } from '../choice-name.ts';
import type { Choice, Services, Typed } from '../command.ts';
import { LIMITS } from '../limits.ts';
import { digestChoices } from './choose.ts';
import { languageChoices } from './languages.ts';
import { offsetAt, suggestTimezones } from './timezones.ts';

const DAYS = ['weekdays', 'every day', 'weekends', 'mon,wed,fri', 'sun-thu'];

/** Choices for the options of `/digest`. */
export async function digestOptionChoices(typed: Typed, services: Services): Promise<readonly Choice[]> {
  const { text, option, guild } = typed;
  switch (option) {
    case 'timezone':
      return timezoneChoices(text, Date.now());
    case 'days':
      return daysChoices(text);
    case 'focus':
      return focusChoices(text, services);
    case 'language':
      return languageChoices(text, services.desk);
    default:
      return guild === null ? [] : digestChoices(text, guild, services, typed.channelName);
  }
}

/** Time zones with their offset and the time there now. */
function timezoneChoices(typed: string, at: number): readonly Choice[] {
  return suggestTimezones(typed, LIMITS.choices, at).map((timezone) => {
    const time = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, timeStyle: 'short' }).format(at);
    return { name: `${timezone} · ${offsetAt(timezone, at)} · now ${time}`, value: timezone };
  });
}

function daysChoices(typed: string): readonly Choice[] {
  const days = readDays(typed);
  const read = days ? [daysInWords(days)] : [];
  const usual = DAYS.filter((each) => each.startsWith(typed.trim().toLowerCase()));
  return [...new Set([...read, ...usual])].map((each) => ({ name: each, value: each }));
}

/** Completions of the last name; those that Discord has no room for are left out. */
function focusChoices(typed: string, { desk }: Services): readonly Choice[] {
  return desk
    .suggestFocus(typed, LIMITS.choices)
    .filter((offer) => offer.typed.length <= LIMITS.choiceValue)
    .map((offer) => ({ name: choiceName(offer.name), value: offer.typed }));
}
