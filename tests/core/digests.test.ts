import { expect, test } from 'vitest';
import type { DigestSettings } from '../../src/core/digest-settings.ts';
import { type DigestWish, MOST_DIGESTS } from '../../src/core/digests.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { storageOver } from '../../src/storage/sqlite-storage.ts';
import { digestsOf } from '../builders/digests.ts';
import { islandDesk } from '../builders/island-world.ts';

/** Monday 23 November 2026, 09:30 in Tokyo. */
const MONDAY = Date.UTC(2026, 10, 23, 0, 30);
const DAY = 86_400_000;
const mara = { guild: 'g1', user: 'mara' };

const wish: DigestWish = {
  channel: 'c1',
  at: '08:00',
  timezone: 'Asia/Tokyo',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  focus: { actors: ['orland'], topics: [], tags: [] },
  whenEmpty: 'silent',
  catchUpHours: 6,
};

/** Digests of a moment that can be moved, over an empty storage. */
function world() {
  const clock = { now: MONDAY };
  const storage = storageOver(openDatabase(':memory:'));
  let changes = 0;
  const digests = digestsOf(islandDesk(), { storage, now: () => clock.now, onChange: () => void (changes += 1) });
  const set = async (given: Partial<DigestWish> = {}, by = mara, former?: DigestSettings) => {
    const outcome = await digests.set({ ...wish, ...given }, by, former);
    if (outcome.outcome !== 'set') throw new Error(outcome.outcome);
    return outcome;
  };
  const deliver = async ({ id }: DigestSettings, date: string, sent: boolean) => {
    const key = { digest: id, date, part: 'digest' } as const;
    await storage.deliveries.claim({ ...key, dueAt: clock.now }, { owner: 'p', now: clock.now, leaseMs: 1 });
    const how = sent
      ? ({ state: 'sent', sentAt: clock.now, message: '1/2', shown: ['a'] } as const)
      : ({ state: 'failed', reason: 'The channel was deleted.' } as const);
    await storage.deliveries.end(key, 'p', how);
  };
  return { clock, storage, digests, set, deliver, changes: () => changes };
}

test('a digest that is set comes at its next time', async () => {
  const { set, digests, changes } = world();
  const { settings, next, changed } = await set();
  expect(new Date(next ?? 0).toISOString()).toBe('2026-11-23T23:00:00.000Z');
  expect(changed).toBe(false);
  expect(settings).toMatchObject({ ...wish, guild: 'g1', createdBy: 'mara', createdAt: MONDAY });
  expect(await digests.list('g1')).toEqual([settings]);
  expect(changes()).toBe(1);
});

test('what is sent twice is set once', async () => {
  const { set, digests } = world();
  await set();
  expect((await set({ catchUpHours: 2 })).changed).toBe(true);
  expect(await digests.list('g1')).toMatchObject([{ catchUpHours: 2 }]);
  await set({ at: '18:00' });
  await set({ focus: { actors: [], topics: [], tags: [] } });
  expect(await digests.list('g1')).toHaveLength(3);
});

test('a change keeps who set it up and when, and tells when its times were changed', async () => {
  const { set, clock } = world();
  const { settings } = await set();
  clock.now += DAY;
  const moved = await set({ channel: 'c2' }, { guild: 'g1', user: 'jun' }, settings);
  expect(moved.settings).toEqual({ ...settings, channel: 'c2' });
  const later = await set({ at: '09:00' }, mara, moved.settings);
  expect(later.settings).toMatchObject({ id: settings.id, createdBy: 'mara', changedAt: MONDAY + DAY });
  expect((await set({ at: '09:00', catchUpHours: 1 }, mara, later.settings)).settings.changedAt).toBe(MONDAY + DAY);
});

test('a server has as many digests as a list of Discord has room for', async () => {
  const { set, digests } = world();
  for (let hour = 0; hour < MOST_DIGESTS; hour += 1) await set({ channel: `c${hour}` });
  expect(await digests.set({ ...wish, channel: 'one more' }, mara)).toEqual({ outcome: 'too-many', most: 25 });
  expect(await digests.set({ ...wish, channel: 'one more' }, { ...mara, guild: 'g2' })).toMatchObject({
    outcome: 'set',
  });
});

test('a server finds its own digests and no other’s', async () => {
  const { set, digests } = world();
  const { settings } = await set();
  expect(await digests.find('g1', settings.id)).toEqual(settings);
  expect(await digests.find('g2', settings.id)).toBeUndefined();
  expect(await digests.states('g2')).toEqual([]);
});

test('a paused digest comes no more until it is resumed', async () => {
  const { set, digests } = world();
  const { settings } = await set();
  expect(await digests.pause(settings)).toBe(true);
  const [paused] = await digests.list('g1');
  expect(paused?.paused).toEqual({ since: MONDAY, why: 'asked' });
  expect(await digests.pause(paused ?? settings)).toBe(false);
  expect((await digests.states('g1'))[0]).not.toHaveProperty('next');
  expect(await digests.resume(paused ?? settings)).toMatchObject({ resumed: true, next: expect.any(Number) });
  expect(await digests.list('g1')).toEqual([settings]);
  expect(await digests.resume(settings)).toMatchObject({ resumed: false });
});

test('a change ends a pause for what could not be posted, and no pause that somebody asked for', async () => {
  const { set, digests, storage } = world();
  const { settings } = await set();
  await digests.pause(settings);
  const [asked] = await digests.list('g1');
  expect(await set({ channel: 'c2' }, mara, asked)).toMatchObject({
    resumed: false,
    settings: { paused: { why: 'asked' } },
  });
  const stuck: DigestSettings = { ...settings, paused: { since: MONDAY, why: 'cannot-post' } };
  await storage.digests.put(stuck);
  const mended = await set({ channel: 'c3' }, mara, stuck);
  expect(mended.resumed).toBe(true);
  expect(mended.settings).not.toHaveProperty('paused');
});

test('the status tells what was posted last and every miss of the last fourteen days', async () => {
  const { set, digests, deliver, clock } = world();
  const { settings } = await set();
  await deliver(settings, '2026-11-23', false);
  clock.now += 18 * DAY;
  await deliver(settings, '2026-12-10', true);
  await deliver(settings, '2026-12-11', false);
  const status = await digests.status(settings);
  expect(status.last).toMatchObject({ date: '2026-12-10', message: '1/2', sentAt: clock.now });
  expect(status.missed).toMatchObject([{ date: '2026-12-11', state: 'failed', reason: 'The channel was deleted.' }]);
});

test('one that was posted before its time is today’s, and the next one is tomorrow’s', async () => {
  const { set, digests, deliver } = world();
  const { settings } = await set({ at: '18:00' });
  expect((await digests.states('g1'))[0]?.next).toBe(Date.UTC(2026, 10, 23, 9));
  await deliver(settings, '2026-11-23', true);
  expect((await digests.states('g1'))[0]?.next).toBe(Date.UTC(2026, 10, 24, 9));
  expect((await digests.preview(settings)).date).toBe('2026-11-24');
});

test('a digest that is removed is gone with its history', async () => {
  const { set, digests, deliver, storage } = world();
  const { settings } = await set();
  await deliver(settings, '2026-11-23', true);
  expect(await digests.remove(settings)).toBe(true);
  expect(await digests.list('g1')).toEqual([]);
  expect(await storage.deliveries.list(settings.id, 10)).toEqual([]);
  expect(await digests.remove(settings)).toBe(false);
});

test('the preview is the digest of the next day on which it comes, and leaves no trace', async () => {
  const { set, digests, storage } = world();
  const { settings } = await set();
  const preview = await digests.preview(settings);
  expect(preview).toMatchObject({ date: '2026-11-24', focus: ['Orland'], position: { actor: { name: 'Orland' } } });
  expect(await digests.preview(settings)).toEqual(preview);
  expect(await storage.deliveries.list(settings.id, 10)).toEqual([]);
});
