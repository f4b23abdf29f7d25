import { expect, test } from 'vitest';
import { type DigestSettings, weekdays } from '../../src/core/digest-settings.ts';
import { DAY, dailyDigest, imagined } from './imagined-channel.ts';
import { ledgerInMemory } from './ledger-in-memory.ts';
import { wallClockTimes } from './wall-clock.ts';

const timezones = `
  Asia/Tokyo America/New_York Europe/London Australia/Lord_Howe Asia/Kathmandu America/St_Johns Africa/Casablanca
  Pacific/Apia America/Nuuk Africa/Cairo America/Santiago America/Havana Asia/Beirut Asia/Gaza Pacific/Chatham
  Pacific/Kiritimati Pacific/Pago_Pago Pacific/Marquesas Asia/Kolkata Asia/Tehran Australia/Adelaide Australia/Eucla
  America/Sao_Paulo America/Los_Angeles America/Asuncion Antarctica/Troll Europe/Dublin Atlantic/Azores Africa/El_Aaiun
  UTC`
  .trim()
  .split(/\s+/u);
/** Times that clock changes skip and repeat in some of these, and some that they leave alone. */
const times = ['00:00', '02:15', '02:30', '08:00', '23:30'];
const sets: readonly DigestSettings['days'][] = [weekdays, weekdays.slice(0, 5), ['wed'], ['sat', 'sun']];

const from = Date.UTC(2026, 0, 1);
const until = Date.UTC(2027, 0, 1);
const day = (at: number) => new Date(at).toISOString().slice(0, 10);

/** By time of the day and time zone: the local days of the year, each with the moment at which a clock there first shows the time. */
const calendar = new Map(
  timezones.flatMap((timezone) =>
    times.map((at) => [
      `${at} ${timezone}`,
      wallClockTimes(at, timezone, day(from - 2 * DAY), day(until + 2 * DAY)).filter(
        (each) => each.at > from && each.at <= until,
      ),
    ]),
  ),
);

function expected({ at, timezone, days }: DigestSettings): readonly string[] {
  const all = calendar.get(`${at} ${timezone}`) ?? [];
  return all
    .filter(({ date }) => days.includes(weekdays[(new Date(date).getUTCDay() + 6) % 7] ?? 'mon'))
    .map(({ date, at: due }) => `${date} ${new Date(due).toISOString()}`);
}

test('a thousand digests in thirty time zones come on every one of their local days of a year, once and in time', async () => {
  const digests = Array.from({ length: 1000 }, (_, number): DigestSettings => {
    const timezone = timezones[number % timezones.length] ?? 'UTC';
    const at = times[Math.floor(number / timezones.length) % times.length] ?? '08:00';
    const days = sets[number % sets.length] ?? weekdays;
    return dailyDigest({ id: `digest-${number}`, channel: `${number}`, at, timezone, days, createdAt: from });
  });
  const clock = { now: from };
  const discord = imagined(ledgerInMemory(digests), clock);
  const bot = discord.process('one');
  for (let next = await bot.check(); next <= until; next = await bot.check()) clock.now = next;

  const posted = Map.groupBy(discord.messages, ({ where }) => where);
  const differing = digests.filter((digest) => {
    const shown = (posted.get(digest.channel) ?? []).map(
      ({ text, at }) => `${text.slice(-10)} ${new Date(at).toISOString()}`,
    );
    return JSON.stringify(shown) !== JSON.stringify(expected(digest));
  });
  expect(differing.map(({ at, timezone }) => `${timezone} ${at}`)).toEqual([]);
  expect(discord.messages.length).toBeGreaterThan(190_000);
}, 120_000);
