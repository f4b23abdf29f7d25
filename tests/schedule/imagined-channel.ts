import { pino } from 'pino';
import type { DigestSettings } from '../../src/core/digest-settings.ts';
import type { Composing, Obstacle, Place, Poster } from '../../src/core/posting.ts';
import type { Storage } from '../../src/core/storage.ts';
import { type Alarm, createDigestDelivery } from '../../src/schedule/digest-delivery.ts';

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A daily digest at 08:00 in Tokyo, set up on the last day of November. */
export function dailyDigest(over: Partial<DigestSettings> = {}): DigestSettings {
  return {
    id: 'digest-00001',
    guild: 'guild',
    channel: 'briefing',
    at: '08:00',
    timezone: 'Asia/Tokyo',
    days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    focus: { actors: [], topics: [], tags: [] },
    whenEmpty: 'silent',
    catchUpHours: 6,
    createdBy: 'mara',
    createdAt: Date.parse('2026-11-30T12:00:00+09:00'),
    ...over,
  };
}

/** A moment of the clock in Tokyo, '12-01 08:00' of 2026. */
export function tokyo(time: string): number {
  return Date.parse(`2026-${time.replace(' ', 'T')}:00+09:00`);
}

/** A message as a channel shows it: where, and what was composed for which day and part. */
type Shown = { readonly where: string; readonly text: string; readonly mark: string; readonly at: number };

/**
 * A delivery over a storage and channels in memory, with a clock that is set by hand. `discord` is shared by all processes
 * that are started on it.
 */
export function imagined(storage: Pick<Storage, 'digests' | 'deliveries'>, clock: { now: number }) {
  const messages: Shown[] = [];
  let obstacle: ((place: Place) => Obstacle | undefined) | undefined;
  const where = (place: Place) => (place.kind === 'channel' ? place.channel : `@${place.user}`);

  const poster = (die: () => void): Poster<string> => ({
    async post(place, text, mark) {
      const against = obstacle?.(place);
      if (against) return against;
      messages.push({ where: where(place), text, mark, at: clock.now });
      die();
      return { outcome: 'posted', message: `${where(place)}/${messages.length}` };
    },
    async look(place, mark, since) {
      const at = messages.findIndex((each) => each.mark === mark && each.where === where(place) && each.at >= since);
      const found = messages[at];
      return found ? { outcome: 'found', message: `${found.where}/${at + 1}`, at: found.at } : { outcome: 'absent' };
    },
  });

  return {
    messages,
    /** What stands against posting from now on; nothing where left out. */
    obstruct: (against?: Obstacle | ((place: Place) => Obstacle | undefined)): void => {
      obstacle = typeof against === 'function' ? against : against && (() => against);
    },
    /** What the channels show, as "12-01 08:00 briefing: digest of 2026-12-01" in the time of Tokyo. */
    shown: () =>
      messages.map(({ where: channel, text, at }) => {
        const time = new Date(at + 9 * HOUR).toISOString().slice(5, 16).replace('T', ' ');
        return `${time} ${channel}: ${text}`;
      }),
    process(
      owner: string,
      over: {
        readonly compose?: (
          composing: Composing,
        ) => Promise<{ nothing: string } | { message: string; shown: string[] }>;
        /** Called between the message's arrival and its being recorded. */
        readonly afterPost?: () => void;
        readonly alarm?: Alarm;
      } = {},
    ) {
      return createDigestDelivery<string>({
        storage,
        compose:
          over.compose ?? (async ({ part, date }) => ({ message: `${part} of ${date}`, shown: [`${part} ${date}`] })),
        poster: poster(over.afterPost ?? (() => {})),
        now: () => clock.now,
        owner,
        log: pino({ level: 'silent' }),
        ...(over.alarm ? { alarm: over.alarm } : {}),
      });
    },
  };
}
