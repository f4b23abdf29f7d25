import type { Delivery } from '../../core/delivery.ts';
import { daysInWords } from '../../core/digest-days.ts';
import type { DigestSettings } from '../../core/digest-settings.ts';
import type { DigestState } from '../../core/digests.ts';
import { linkTo } from '../../core/posting.ts';
import { escapeLine, escapeText } from '../escape.ts';

/** What the rendering of a digest's settings needs to know of its server; `focus` gives names. */
export type Around = {
  /** Name of a channel or thread; `undefined` where it is gone, or hidden from the bot. */
  readonly channelName: (id: string) => string | undefined;
  readonly focusNames: (focus: DigestSettings['focus']) => readonly string[];
  /** How far ahead of UTC a time zone is now: "UTC+9". */
  readonly offset: (timezone: string) => string;
};

const LENGTH = { focus: 300, reason: 300, name: 60 } as const;
/** Missed days that are told one by one. */
const MISSED = 7;

/** "#briefing", as a link that leads there. */
export function channelLink(id: string, { channelName }: Around): string {
  return channelName(id) !== undefined ? `<#${id}>` : 'a channel that is gone';
}

/** "weekdays 08:00 Asia/Tokyo". */
export function timesInWords({ at, timezone, days }: DigestSettings): string {
  return `${daysInWords(days)} ${at} ${timezone}`;
}

/** A digest in plain words, for a list to choose from: "#briefing · weekdays 08:00 Asia/Tokyo · Japan, NATO". */
export function digestInWords(settings: DigestSettings, around: Omit<Around, 'offset'>): string {
  const name = around.channelName(settings.channel);
  const parts = [name === undefined ? 'channel gone' : `#${name}`, timesInWords(settings), focusOf(settings, around)];
  return [...parts, settings.paused ? 'paused' : undefined].filter((part) => part !== undefined).join(' · ');
}

/** A line of `/digest list`. */
export function renderDigestLine({ settings, next }: DigestState, around: Around): string {
  const focus = focusOf(settings, around);
  const parts = [
    channelLink(settings.channel, around),
    timesInWords(settings),
    focus === undefined ? undefined : escapeLine(focus, LENGTH.focus),
    settings.paused ? '**paused**' : next === undefined ? undefined : `next <t:${seconds(next)}:R>`,
  ];
  return `- ${parts.filter((part) => part !== undefined).join(' · ')}`;
}

/** What is set, line by line. */
export function renderSettings(settings: DigestSettings, around: Around): string {
  const { at, timezone, days, language, whenEmpty, catchUpHours, adminChannel } = settings;
  const focus = focusOf(settings, around);
  const late = catchUpHours === 0 ? 'not posted later' : `posted up to ${catchUpHours} h later, on the same day`;
  const told =
    adminChannel === undefined
      ? 'no channel; faults are told to whoever set it up'
      : `${channelLink(adminChannel, around)} gets faults and unanswered questions`;
  return [
    `**When** ${daysInWords(days)} at ${at}, ${timezone === 'UTC' ? 'UTC' : `${timezone} (${around.offset(timezone)})`}`,
    `**Focus** ${focus === undefined ? 'everything' : escapeLine(focus, LENGTH.focus)}`,
    ...(language === undefined ? [] : [`**Language** documents in ${languageName(language)} only`]),
    `**Empty days** ${whenEmpty === 'silent' ? 'nothing is posted' : 'one line is posted'}`,
    `**If missed** ${late}`,
    `**Administrators** ${told}`,
  ].join('\n');
}

/** `Tuesday 24 November, 08:00 in Tokyo · <t:…:F> for you`. */
export function renderMoment(at: number, timezone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  const part = (wanted: string) => format.formatToParts(at).find(({ type }) => type === wanted)?.value ?? '';
  const day = `${part('weekday')} ${part('day')} ${part('month')}, ${part('hour')}:${part('minute')}`;
  const place = timezone.split('/').at(-1)?.replaceAll('_', ' ');
  return `${day} ${place === 'UTC' ? 'UTC' : `in ${place}`} · your time <t:${seconds(at)}:F>, <t:${seconds(at)}:R>`;
}

/** How a digest has fared: when it was posted last and comes next, why it is paused, and what was missed. */
export function renderStatus(
  { missed, ...state }: DigestState & { readonly missed: readonly Delivery[] },
  around: Around,
): string {
  const { settings, next, last } = state;
  const posted =
    last === undefined
      ? 'not yet'
      : `<t:${seconds(last.sentAt ?? last.dueAt)}:F>${last.message === undefined ? '' : ` · ${messageLink(settings, last.message)}`}`;
  const more = missed.length - MISSED;
  return [
    `**Digest** in ${channelLink(settings.channel, around)}`,
    ...(settings.paused ? [`**Paused** ${pauseInWords(settings, missed)}`] : []),
    `**Last posted** ${posted}`,
    ...(next === undefined ? [] : [`**Next** ${renderMoment(next, settings.timezone)}`]),
    '',
    renderSettings(settings, around),
    ...(missed.length > 0
      ? ['', '**Not posted in the last 14 days**', ...missed.slice(0, MISSED).map(missInWords)]
      : []),
    ...(more > 0 ? [`-# and ${more} more`] : []),
  ].join('\n');
}

/** A link to a message by the ids of its channel and itself, '112233/445566'. */
export function messageLink({ guild }: DigestSettings, message: string): string {
  return `[open](${linkTo(guild, message)})`;
}

/** "English", for a language's tag. */
export function languageName(language: string): string {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }).of(language) ?? language;
}

function pauseInWords({ paused }: DigestSettings, missed: readonly Delivery[]): string {
  if (!paused) return '';
  const since = `since <t:${seconds(paused.since)}:D>`;
  const reason = missed.find(({ state }) => state === 'failed')?.reason;
  if (paused.why === 'asked') return `${since}. \`/digest resume\` starts it again.`;
  const why = reason === undefined ? '' : ` ${escapeLine(reason, LENGTH.reason)}`;
  return `${since}: it could not be posted for three days.${why} Mend that, then use \`/digest resume\`.`;
}

/** "- Mon 16 Nov: missing permission …, tried 3 times". */
function missInWords({ date, state, reason, attempts, retryAt }: Delivery): string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' });
  const why =
    state === 'claimed'
      ? 'being posted, or the bot was stopped while it was'
      : escapeText((reason ?? 'no reason was kept').slice(0, LENGTH.reason));
  const again = state === 'failed' && retryAt !== undefined ? ` Next try <t:${seconds(retryAt)}:R>.` : '';
  const tries = attempts > 1 ? ` (tried ${attempts} times)` : '';
  return `- ${day.format(Date.parse(date)).replace(',', '')}: ${why}${tries}${again}`;
}

function focusOf({ focus }: DigestSettings, { focusNames }: Pick<Around, 'focusNames'>): string | undefined {
  const names = focusNames(focus);
  return names.length === 0 ? undefined : names.join(', ');
}

function seconds(at: number): number {
  return Math.floor(at / 1000);
}
