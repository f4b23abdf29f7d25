import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shippedKnowledge } from '../../src/config.ts';
import type { Desk } from '../../src/core/desk.ts';
import { replyWithCard } from '../../src/discord/actor-card.ts';
import { replyWithComparison } from '../../src/discord/actor-comparison.ts';
import type { Reply } from '../../src/discord/reply.ts';
import { openDesk } from '../../src/open-desk.ts';
import { showReply } from '../builders/show-reply.ts';

const page = { page: 0, sharing: 'none' } as const;
let data: string;
let desk: Desk;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'attache-data-'));
  const log = pino({ level: 'silent' });
  desk = await openDesk({ knowledge: shippedKnowledge, data, log, analysis: 'awaited' });
});
afterAll(() => rm(data, { recursive: true }));

test.each(['South Korea', 'Japan', 'NATO', 'China'])(
  'the card of %s over the briefs reads as reviewed',
  async (actor) => {
    await matches(actor, replyWithCard(desk, { actor, topic: undefined }, { section: 'own', ...page }));
  },
);

test('the comparison of Japan and South Korea over the briefs reads as reviewed, and so does its picture', async () => {
  await matches('Japan and South Korea', await replyWithComparison(desk, { actors: ['Japan', 'South Korea'] }, page));
});

/** Compares what a reader sees with the file of that name; the lists below it follow from other tests. */
async function matches(name: string, reply: Reply): Promise<void> {
  const shown = showReply(reply).replaceAll(/\n<.*>$/gmu, '');
  const pictures = (reply.files ?? []).map(({ description }) => `Picture: ${description}`);
  const file = name.toLowerCase().replaceAll(' ', '-');
  await expect(`${[shown, ...pictures].join('\n')}\n`).toMatchFileSnapshot(`cards-of-the-briefs/${file}.txt`);
}
