import { beforeEach, expect, test } from 'vitest';
import type { Storage } from '../../src/core/storage.ts';
import { memoryStorage } from '../builders/storage.ts';
import { dailyDigest, imagined, MINUTE, tokyo } from './imagined-channel.ts';

let storage: Storage;
let clock: { now: number };
let discord: ReturnType<typeof imagined>;
let bot: ReturnType<typeof discord.process>;

beforeEach(async () => {
  storage = await memoryStorage();
  clock = { now: tokyo('11-30 12:00') };
  discord = imagined(storage, clock);
  bot = discord.process('one');
  return () => storage.close();
});

const cannotPost = { outcome: 'cannot-post', reason: 'The channel was deleted.' } as const;
const unreachable = { outcome: 'retry-later', reason: 'Discord could not be reached.' } as const;

/** Lets time pass as the alarm does, from one moment at which something is due to the next. */
async function live(until: number): Promise<void> {
  for (let next = await bot.check(); next <= until; next = await bot.check()) clock.now = Math.max(clock.now, next);
  clock.now = until;
}

/** Nobody is there to keep the time; then the bot starts. */
async function sleep(until: number): Promise<void> {
  clock.now = until;
  bot = discord.process(`started ${until}`);
  await bot.check();
}

/** "2026-12-01 digest sent", with the reason where there is one, oldest first. */
async function ledger(id = 'digest-00001'): Promise<string[]> {
  const rows = await storage.deliveries.list(id, 100);
  return rows
    .toReversed()
    .map(({ date, part, state, reason }) => [date, part, state, reason].filter(Boolean).join(' '));
}

test('a digest is posted at its time, once for each local day', async () => {
  await storage.digests.put(dailyDigest());
  await live(tokyo('12-03 12:00'));
  expect(discord.shown()).toEqual([
    '12-01 08:00 briefing: digest of 2026-12-01',
    '12-02 08:00 briefing: digest of 2026-12-02',
    '12-03 08:00 briefing: digest of 2026-12-03',
  ]);
  expect(await storage.deliveries.find({ digest: 'digest-00001', date: '2026-12-02', part: 'digest' })).toMatchObject({
    state: 'sent',
    message: 'briefing/2',
    sentAt: tokyo('12-02 08:00'),
    shown: ['digest 2026-12-02'],
  });
});

test('a digest set up at ten for eight o’clock starts tomorrow', async () => {
  await storage.digests.put(dailyDigest({ createdAt: tokyo('12-01 10:00') }));
  clock.now = tokyo('12-01 10:00');
  expect(await bot.check()).toBeGreaterThan(clock.now);
  await live(tokyo('12-02 09:00'));
  expect(discord.shown()).toEqual(['12-02 08:00 briefing: digest of 2026-12-02']);
});

test('one that was missed is caught up once within its hours, and told as missed where it is too late', async () => {
  await storage.digests.put(dailyDigest());
  await sleep(tokyo('12-01 13:59'));
  expect(discord.shown()).toEqual(['12-01 13:59 briefing: digest of 2026-12-01']);
  await sleep(tokyo('12-02 14:00'));
  expect(discord.messages.length).toBe(1);
  expect(await ledger()).toEqual([
    '2026-12-01 digest sent',
    '2026-12-02 digest skipped The bot was not running at that time, nor within the hours for catching up.',
  ]);
});

test('after an outage of days one digest comes, and every missed one is told', async () => {
  await storage.digests.put(dailyDigest());
  await sleep(tokyo('12-09 09:00'));
  await live(tokyo('12-09 20:00'));
  expect(discord.shown()).toEqual(['12-09 09:00 briefing: digest of 2026-12-09']);
  expect((await ledger()).map((row) => row.slice(0, 25))).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((day) => `2026-12-0${day} digest skipped`),
    '2026-12-09 digest sent',
  ]);
});

test('catching up ends with the local day, save for some minutes after a digest that is set for its end', async () => {
  await storage.digests.put(dailyDigest({ at: '23:59', catchUpHours: 24 }));
  await sleep(tokyo('12-01 00:10'));
  expect(discord.shown()).toEqual(['12-01 00:10 briefing: digest of 2026-11-30']);
  await sleep(tokyo('12-02 00:13'));
  await sleep(tokyo('12-03 00:14'));
  expect((await ledger()).map((row) => row.slice(0, 25))).toEqual([
    '2026-11-30 digest sent',
    '2026-12-01 digest sent',
    '2026-12-02 digest skipped',
  ]);
});

test('what cannot be posted now is tried again at growing intervals until it can', async () => {
  await storage.digests.put(dailyDigest());
  discord.obstruct(unreachable);
  await live(tokyo('12-01 09:30'));
  expect(await storage.deliveries.find({ digest: 'digest-00001', date: '2026-12-01', part: 'digest' })).toMatchObject({
    state: 'failed',
    reason: 'Discord could not be reached.',
    // After 1, 2, 4, 8, 16 and 30 minutes.
    attempts: 7,
    retryAt: tokyo('12-01 09:31'),
  });
  discord.obstruct();
  await live(tokyo('12-01 12:00'));
  expect(discord.shown()).toEqual(['12-01 09:31 briefing: digest of 2026-12-01']);
});

test('what could not be posted all day is told with its reason, and the next day begins anew', async () => {
  await storage.digests.put(dailyDigest({ catchUpHours: 1 }));
  discord.obstruct(unreachable);
  await live(tokyo('12-01 12:00'));
  discord.obstruct();
  await live(tokyo('12-02 12:00'));
  expect(await ledger()).toEqual(['2026-12-01 digest skipped Discord could not be reached.', '2026-12-02 digest sent']);
});

test('a process that dies after sending has sent: the next one finds the message and records it', async () => {
  await storage.digests.put(dailyDigest());
  clock.now = tokyo('12-01 08:00');
  const dying = discord.process('dying', {
    afterPost() {
      throw new Error('power cut');
    },
  });
  await dying.check();
  clock.now += 5 * MINUTE;
  await discord.process('next').check();
  expect(discord.messages.length).toBe(1);
  expect(await storage.deliveries.find({ digest: 'digest-00001', date: '2026-12-01', part: 'digest' })).toMatchObject({
    state: 'sent',
    owner: 'next',
    message: 'briefing/1',
    sentAt: tokyo('12-01 08:00'),
    shown: ['digest 2026-12-01'],
  });
});

test('what a dead process claimed and did not send is sent by the next after two minutes', async () => {
  await storage.digests.put(dailyDigest());
  clock.now = tokyo('12-01 08:00');
  const key = { digest: 'digest-00001', date: '2026-12-01', part: 'digest' } as const;
  await storage.deliveries.claim({ ...key, dueAt: clock.now }, { owner: 'dead', now: clock.now, leaseMs: 1 });
  clock.now += MINUTE;
  expect(await bot.check()).toBe(tokyo('12-01 08:02'));
  expect(discord.messages).toEqual([]);
  await live(tokyo('12-01 09:00'));
  expect(discord.shown()).toEqual(['12-01 08:02 briefing: digest of 2026-12-01']);
});

test('a process that was held up too long does not send what another may have taken', async () => {
  await storage.digests.put(dailyDigest());
  clock.now = tokyo('12-01 08:00');
  const slow = discord.process('slow', {
    async compose() {
      clock.now += 10 * MINUTE;
      await bot.check();
      return { message: 'from the slow one', shown: [] };
    },
  });
  await slow.check();
  expect(discord.shown()).toEqual(['12-01 08:10 briefing: digest of 2026-12-01']);
});

test('two processes on one storage post once', async () => {
  await storage.digests.put(dailyDigest());
  clock.now = tokyo('12-01 08:00');
  const other = discord.process('two');
  await Promise.all([bot.check(), other.check(), bot.check(), other.check()]);
  expect(discord.shown()).toEqual(['12-01 08:00 briefing: digest of 2026-12-01']);
});

test('a digest that cannot be posted for three days is paused, and its administrators are told once', async () => {
  await storage.digests.put(dailyDigest({ adminChannel: 'admins' }));
  discord.obstruct((place) => (place.kind === 'channel' && place.channel === 'briefing' ? cannotPost : undefined));
  await live(tokyo('12-20 12:00'));
  const told = discord.shown().filter((message) => message.includes('notice'));
  expect(told).toEqual(
    ['12-03 14:00 admins: notice of 2026-12-03'].map(() =>
      expect.stringMatching(/^12-03 1[34]:\d\d admins: notice of 2026-12-03$/u),
    ),
  );
  expect((await storage.digests.find('digest-00001'))?.paused).toMatchObject({ why: 'cannot-post' });
  expect((await ledger()).filter((row) => row.includes(' digest ')).slice(2, 5)).toEqual([
    '2026-12-03 digest failed The channel was deleted.',
    '2026-12-04 digest skipped It was paused.',
    '2026-12-05 digest skipped It was paused.',
  ]);
});

test('where administrators have no channel, or it is gone too, the one who set it up is told', async () => {
  await storage.digests.put(dailyDigest({ adminChannel: 'admins' }));
  discord.obstruct((place) => (place.kind === 'channel' ? cannotPost : undefined));
  await live(tokyo('12-10 12:00'));
  expect(discord.shown()).toEqual([expect.stringMatching(/^12-03 1[34]:\d\d @mara: notice of 2026-12-03$/u)]);
});

test('a day on which it could be posted begins the count of days anew', async () => {
  await storage.digests.put(dailyDigest({ catchUpHours: 1 }));
  const reachable = [true, false, false, true, false, false, true];
  for (const [day, can] of reachable.entries()) {
    discord.obstruct(can ? undefined : cannotPost);
    await live(tokyo(`12-0${day + 1} 12:00`));
  }
  expect((await storage.digests.find('digest-00001'))?.paused).toBeUndefined();
  expect(discord.messages.length).toBe(3);
});

test('days on which Discord itself cannot be reached pause nothing', async () => {
  await storage.digests.put(dailyDigest());
  discord.obstruct(unreachable);
  await live(tokyo('12-09 12:00'));
  expect((await storage.digests.find('digest-00001'))?.paused).toBeUndefined();
});

test('a paused digest is not posted, and what it missed is not caught up when it goes on', async () => {
  const digest = dailyDigest();
  await storage.digests.put({ ...digest, paused: { since: tokyo('11-30 20:00'), why: 'asked' } });
  await live(tokyo('12-02 09:00'));
  await storage.digests.put(digest);
  bot.wake();
  await live(tokyo('12-03 09:00'));
  expect(discord.shown()).toEqual(['12-03 08:00 briefing: digest of 2026-12-03']);
  expect((await ledger()).slice(0, 2)).toEqual([
    '2026-12-01 digest skipped It was paused.',
    '2026-12-02 digest skipped It was paused.',
  ]);
});

test('a digest whose time is changed keeps to the new one from then on', async () => {
  await storage.digests.put(dailyDigest({ at: '18:00' }));
  await live(tokyo('12-01 10:00'));
  await storage.digests.put(dailyDigest({ at: '09:00', changedAt: clock.now }));
  bot.wake();
  await live(tokyo('12-02 20:00'));
  expect(discord.shown().at(-1)).toBe('12-02 09:00 briefing: digest of 2026-12-02');
  expect(discord.messages.length).toBe(2);
});

test('a removed digest is posted no more', async () => {
  await storage.digests.put(dailyDigest());
  await live(tokyo('12-01 12:00'));
  await storage.digests.remove('digest-00001');
  bot.wake();
  await live(tokyo('12-05 12:00'));
  expect(discord.messages.length).toBe(1);
});

test('administrators get the questions without an answer as a message of its own, from one of their digests', async () => {
  await storage.digests.put(dailyDigest({ adminChannel: 'admins' }));
  await storage.digests.put(
    dailyDigest({ id: 'digest-00002', channel: 'other', adminChannel: 'admins', createdAt: tokyo('11-30 13:00') }),
  );
  await live(tokyo('12-01 12:00'));
  expect(discord.shown().sort()).toEqual([
    '12-01 08:00 admins: unanswered of 2026-12-01',
    '12-01 08:00 briefing: digest of 2026-12-01',
    '12-01 08:00 other: digest of 2026-12-01',
  ]);
});

test('a day without anything to say is told as such', async () => {
  bot = discord.process('silent', { compose: async () => ({ nothing: 'There was nothing to say.' }) });
  await storage.digests.put(dailyDigest());
  await live(tokyo('12-01 12:00'));
  expect(discord.messages).toEqual([]);
  expect(await ledger()).toEqual(['2026-12-01 digest skipped There was nothing to say.']);
});

test('a digest that cannot be put together fails by itself, and the others are posted', async () => {
  bot = discord.process('one', {
    async compose({ settings, date }) {
      if (settings.id === 'digest-00001') throw new Error('a fault');
      return { message: `digest of ${date}`, shown: [] };
    },
  });
  await storage.digests.put(dailyDigest());
  await storage.digests.put(dailyDigest({ id: 'digest-00002', channel: 'other' }));
  await live(tokyo('12-01 08:00'));
  expect(discord.shown()).toEqual(['12-01 08:00 other: digest of 2026-12-01']);
  expect(await ledger()).toEqual([
    '2026-12-01 digest failed It could not be put together. Whoever runs the bot finds the cause in its log.',
  ]);
});

test('today’s digest posted by hand is not posted again at its time, nor by hand', async () => {
  const digest = dailyDigest();
  await storage.digests.put(digest);
  clock.now = tokyo('12-01 06:00');
  expect(await bot.deliverNow(digest)).toEqual({ outcome: 'posted', message: 'briefing/1' });
  await live(tokyo('12-01 12:00'));
  expect(await bot.deliverNow(digest)).toEqual({
    outcome: 'posted-before',
    message: 'briefing/1',
    sentAt: tokyo('12-01 06:00'),
  });
  await live(tokyo('12-02 12:00'));
  expect(discord.shown()).toEqual([
    '12-01 06:00 briefing: digest of 2026-12-01',
    '12-02 08:00 briefing: digest of 2026-12-02',
  ]);
});

test('by hand a digest is posted too where it was missed, failed or paused', async () => {
  const digest = dailyDigest({ paused: { since: tokyo('11-30 13:00'), why: 'asked' } });
  await storage.digests.put(digest);
  await live(tokyo('12-01 15:00'));
  expect(await bot.deliverNow(digest)).toMatchObject({ outcome: 'posted' });
  clock.now = tokyo('12-02 15:00');
  discord.obstruct(cannotPost);
  expect(await bot.deliverNow(digest)).toEqual({ outcome: 'failed', reason: 'The channel was deleted.' });
  discord.obstruct();
  expect(await bot.deliverNow(digest)).toMatchObject({ outcome: 'posted' });
  expect(discord.messages.length).toBe(2);
});

test('by hand an empty digest says so, and may still have something to say at its time', async () => {
  let empty = true;
  bot = discord.process('one', {
    compose: async ({ date }) => (empty ? { nothing: 'Nothing.' } : { message: `digest of ${date}`, shown: [] }),
  });
  await storage.digests.put(dailyDigest());
  clock.now = tokyo('12-01 06:00');
  expect(await bot.deliverNow(dailyDigest())).toEqual({ outcome: 'empty' });
  empty = false;
  await live(tokyo('12-01 12:00'));
  expect(discord.messages.length).toBe(1);
});

test('one alarm at most is set, for a minute at most, and a moved clock is noticed when told', async () => {
  await storage.digests.put(dailyDigest());
  const alarms: { ms: number; ring: () => void }[] = [];
  const started = discord.process('started', {
    alarm(ms, ring) {
      const alarm = { ms, ring };
      alarms.push(alarm);
      return () => void alarms.splice(alarms.indexOf(alarm), alarms.includes(alarm) ? 1 : 0);
    },
  });
  started.start();
  await expect.poll(() => alarms.map(({ ms }) => ms)).toEqual([MINUTE]);
  clock.now = tokyo('12-01 08:30');
  started.wake();
  await expect.poll(() => discord.messages.length).toBe(1);
  clock.now = tokyo('12-02 07:59') + 30_000;
  await expect.poll(() => alarms.length).toBe(1);
  alarms.pop()?.ring();
  await expect.poll(() => alarms.map(({ ms }) => ms)).toEqual([30_000]);
  await started.stop();
  expect(alarms).toEqual([]);
});

test('stopping waits for what is being sent, and begins nothing more', async () => {
  const waiting: (() => void)[] = [];
  const started = discord.process('started', {
    compose: async ({ date }) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return { message: `digest of ${date}`, shown: [] };
    },
  });
  for (let number = 10; number < 60; number += 1) await storage.digests.put(dailyDigest({ id: `digest-000${number}` }));
  clock.now = tokyo('12-01 08:00');
  started.start();
  await expect.poll(() => waiting.length).toBe(20);
  const stopped = started.stop();
  for (const go of waiting) go();
  await stopped;
  expect(discord.messages.length).toBe(20);
  expect((await storage.deliveries.open()).length).toBe(0);
});
