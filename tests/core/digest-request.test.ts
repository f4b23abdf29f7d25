import { expect, test } from 'vitest';
import { digestRequest } from '../../src/core/digest-request.ts';
import type { LoggedQuestion } from '../../src/core/storage.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { storageOver } from '../../src/storage/sqlite-storage.ts';
import { settingsOf } from '../builders/digests.ts';
import { islandDesk } from '../builders/island-world.ts';

/** Monday 23 November 2026, 23:30 in Tokyo. */
const NOW = Date.UTC(2026, 10, 23, 14, 30);
const DAY = 86_400_000;

const settings = settingsOf({ createdAt: NOW - 20 * DAY });

function storageWith(...asked: readonly Partial<LoggedQuestion>[]) {
  const storage = storageOver(openDatabase(':memory:'));
  const usual = {
    guild: '1',
    channel: '2',
    user: '3',
    question: 'how deep?',
    found: true,
    private: false,
    at: NOW - DAY,
  };
  const ready = Promise.all(asked.map((each) => storage.questions.log({ ...usual, ...each })));
  return { storage, ready };
}

async function questions(asked: readonly Partial<LoggedQuestion>[], isOpen?: (channel: string) => boolean) {
  const { storage, ready } = storageWith(...asked);
  await ready;
  const deps = { storage, desk: islandDesk(), ...(isOpen ? { isOpen } : {}) };
  return (await digestRequest(deps, settings, NOW)).questions;
}

test('what was asked in public and answered from all documents may come in a digest, newest first and once', async () => {
  expect(
    await questions([
      { question: 'older?', at: NOW - 2 * DAY },
      { question: 'newer?', at: NOW - DAY },
      { question: 'older?', at: NOW - 3 * DAY },
    ]),
  ).toEqual(['newer?', 'older?']);
});

test.each<[string, Partial<LoggedQuestion>]>([
  ['in private', { private: true }],
  ['without an answer', { found: false }],
  ['of one document', { document: 'letter.md' }],
  ['in another server', { guild: '9' }],
  ['in another channel', { channel: '9' }],
  ['long ago', { at: NOW - 15 * DAY }],
])('what was asked %s does not', async (_, asked) => {
  expect(await questions([asked])).toEqual([]);
});

test('what was asked in a channel that all readers of the digest could read may', async () => {
  const asked = [
    { channel: '8', question: 'open?' },
    { channel: '9', question: 'closed?' },
  ];
  expect(await questions(asked, (channel) => channel === '8')).toEqual(['open?']);
});

test('a digest is of the local day, and knows when the last one was posted and what all of them showed, oldest first', async () => {
  const { storage } = storageWith();
  await storage.digests.put(settings);
  const request = () => digestRequest({ storage, desk: islandDesk() }, settings, NOW);
  expect(await request()).toMatchObject({ date: '2026-11-23', since: settings.createdAt, shown: [] });
  for (const [date, shown] of [
    ['2026-11-19', ['a', 'b']],
    ['2026-11-20', ['c']],
  ] as const) {
    const key = { digest: settings.id, date, part: 'digest' } as const;
    await storage.deliveries.claim({ ...key, dueAt: 1 }, { owner: 'p', now: 1, leaseMs: 1 });
    await storage.deliveries.end(key, 'p', { state: 'sent', sentAt: Date.parse(date), message: '1/2', shown });
  }
  expect(await request()).toMatchObject({ since: Date.parse('2026-11-20'), shown: ['a', 'b', 'c'] });
});

test('every document has the time at which it was first served', async () => {
  const { storage } = storageWith();
  const desk = islandDesk();
  const [first, ...others] = desk.library().documents.map(({ hash }) => hash);
  await storage.documents.firstServed([first ?? ''], NOW - DAY);
  const { firstServed } = await digestRequest({ storage, desk }, settings, NOW);
  expect([...firstServed]).toEqual(expect.arrayContaining([[first, NOW - DAY], ...others.map((hash) => [hash, NOW])]));
});
