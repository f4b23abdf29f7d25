import type { Client } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeliveryPart } from '../../../src/core/delivery.ts';
import type { Digest, DigestRequest } from '../../../src/core/digest.ts';
import type { DigestSettings } from '../../../src/core/digest-settings.ts';
import type { LoggedQuestion, Storage } from '../../../src/core/storage.ts';
import { createCompose } from '../../../src/discord/digest/compose.ts';
import { type StandIn, startStandIn } from '../../../src/playground/stand-in.ts';
import { clientOn } from '../../builders/client.ts';
import { memoryStorage } from '../../builders/storage.ts';
import { digestOf, questionOf } from '../../builders/stored.ts';

const NOW = Date.UTC(2026, 11, 1, 8);
const DATE = '2026-12-01';
const quiet: Digest = { date: DATE, focus: [], news: { all: 0, documents: [] }, shown: [] };
const full: Digest = { ...quiet, news: { all: 1, documents: [{ id: 'a', title: 'A new paper' }] }, shown: ['p1'] };

let standIn: StandIn;
let client: Client<true>;
let storage: Storage;
let settings: DigestSettings;
let requests: DigestRequest[];

beforeEach(async () => {
  standIn = await startStandIn();
  client = await clientOn(standIn);
  storage = await memoryStorage();
  requests = [];
  settings = digestOf({ guild: standIn.guilds[0]?.id ?? '', channel: idOf('briefings'), createdAt: NOW - 86_400_000 });
  await storage.digests.put(settings);
});
afterEach(async () => {
  await client.destroy();
  await standIn.stop();
  await storage.close();
});

const idOf = (name: string) => standIn.guilds[0]?.channels.find((each) => each.name === name)?.id ?? `no ${name}`;
const compose = (part: DeliveryPart, digest: Digest = full, over: Partial<DigestSettings> = {}) =>
  createCompose({
    client,
    storage,
    memory: { keep: async () => 'asked0000001' },
    deskOf: () => ({
      digest: (request) => {
        requests.push(request);
        return digest;
      },
      library: () => ({ documents: [], faults: [] }),
    }),
  })({ part, settings: { ...settings, ...over }, date: DATE, at: NOW, mark: 'row000000001' });
const asked = (question: string, channel: string, over: Partial<LoggedQuestion> = {}) =>
  storage.questions.log(
    questionOf({ guild: settings.guild, channel: idOf(channel), question, at: NOW - 1000, ...over }),
  );

test('a digest repeats only questions that everybody who reads it could have seen', async () => {
  await asked('asked in its own channel', 'briefings');
  await asked('asked where everybody reads', 'general');
  await asked('asked in a thread that everybody reads', 'fishing rights');
  await asked('asked among analysts', 'analysts');
  await asked('asked in a channel that is gone', 'nowhere');
  await asked('asked in private', 'general', { private: true });
  await asked('asked and not answered', 'general', { found: false });
  await compose('digest');
  expect(requests[0]?.questions.toSorted()).toEqual([
    'asked in a thread that everybody reads',
    'asked in its own channel',
    'asked where everybody reads',
  ]);
});

test('in a closed channel a digest repeats what was asked there too', async () => {
  await asked('asked among analysts', 'analysts');
  await compose('digest', full, { channel: idOf('analysts') });
  expect(requests[0]?.questions).toEqual(['asked among analysts']);
});

test('its message bears the mark of its row, and in a forum the day for a title', async () => {
  const composed = await compose('digest');
  expect(composed).toMatchObject({ message: { title: 'Tuesday 1 December' }, shown: ['p1'] });
  expect(JSON.stringify(composed)).toContain('"v1:digest-ask:row000000001"');
});

test('a day without anything to say is silent or one line, as it is set', async () => {
  expect(await compose('digest', quiet, { whenEmpty: 'silent' })).toEqual({ nothing: 'There was nothing to say.' });
  const line = await compose('digest', quiet, { whenEmpty: 'line' });
  expect(JSON.stringify(line)).toContain('nothing new');
  expect(JSON.stringify(line)).toContain('row000000001');
});

test('administrators get the questions since the last report that had no answer, save those asked in private', async () => {
  const key = { digest: settings.id, date: '2026-11-30', part: 'unanswered' } as const;
  await storage.deliveries.claim({ ...key, dueAt: 0 }, { owner: 'a', now: NOW - 9000, leaseMs: 1 });
  await storage.deliveries.end(key, 'a', { state: 'sent', sentAt: NOW - 5000, message: '1/2', shown: [] });
  await asked('told before', 'general', { found: false, at: NOW - 6000 });
  await asked('how deep is the strait', 'analysts', { found: false });
  await asked('asked in private', 'general', { found: false, private: true });
  await asked('this has an answer', 'general');
  const composed = JSON.stringify(await compose('unanswered'));
  expect(composed).toContain('how deep is the strait');
  expect(composed).toContain('row000000001');
  for (const other of ['told before', 'asked in private', 'this has an answer']) expect(composed).not.toContain(other);
});

test('where every question had its answer, there is no report', async () => {
  expect(await compose('unanswered')).toEqual({ nothing: 'No question had stayed without an answer.' });
});

test('the notice of a pause names server, channel, time, cause and remedy', async () => {
  const key = { digest: settings.id, date: '2026-11-30', part: 'digest' } as const;
  await storage.deliveries.claim({ ...key, dueAt: 0 }, { owner: 'a', now: NOW - 9000, leaseMs: 1 });
  await storage.deliveries.end(key, 'a', { state: 'failed', reason: 'In #briefings the bot lacks Send Messages.' });
  const composed = await compose('notice');
  expect('message' in composed ? composed.message.reply : composed).toMatchInlineSnapshot(`
    {
      "components": [
        {
          "components": [
            {
              "custom_id": "v1:digest-paused:row000000001",
              "disabled": true,
              "label": "Paused",
              "style": 2,
              "type": 2,
            },
          ],
          "type": 1,
        },
      ],
      "embeds": [
        {
          "color": 9080985,
          "description": "The digest for **#briefings** in **Policy team** (Mon, Fri 08:00 Asia/Tokyo) could not be posted on its last three days:
    > In #briefings the bot lacks Send Messages.
    It is posted no more until you have mended that and used \`/digest resume\` there.",
          "title": "A digest was paused",
        },
      ],
    }
  `);
});
