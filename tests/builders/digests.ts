import type { Desk } from '../../src/core/desk.ts';
import type { DigestSettings } from '../../src/core/digest-settings.ts';
import { createDigests, type DigestDeps } from '../../src/core/digests.ts';
import { nextAt } from '../../src/schedule/local-times.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { storageOver } from '../../src/storage/sqlite-storage.ts';

/** A digest as somebody set it up, in a server with the id '1'. */
export function settingsOf(given: Partial<DigestSettings> = {}): DigestSettings {
  return {
    id: 'AAAAAAAAAAAA',
    guild: '1',
    channel: '2',
    at: '08:00',
    timezone: 'Asia/Tokyo',
    days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    focus: { actors: [], topics: [], tags: [] },
    whenEmpty: 'silent',
    catchUpHours: 6,
    createdBy: '3',
    createdAt: Date.UTC(2026, 10, 1),
    ...given,
  };
}

/** The digests of all servers over a storage that nothing outlives; posting one at once finds that it has nothing to say. */
export function digestsOf(desk: Desk, given: Partial<DigestDeps> = {}) {
  let made = 0;
  return createDigests({
    storage: storageOver(openDatabase(':memory:')),
    deskOf: () => desk,
    now: Date.now,
    newId: () => `digest-${String((made += 1)).padStart(5, '0')}`,
    nextAt,
    deliverNow: () => Promise.resolve({ outcome: 'empty' }),
    onChange: () => {},
    ...given,
  });
}
