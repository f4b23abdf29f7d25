import { expect, test } from 'vitest';
import { showTopic } from '../../../src/discord/topic-overview.ts';
import { islandDesk } from '../../builders/island-world.ts';
import { showReply } from '../../builders/show-reply.ts';

const desk = islandDesk();
const topic = async (typed: string) => showReply(await showTopic(desk, { topic: typed, page: 0, sharing: 'none' }));

test('a topic shows who holds what, actor by actor', async () => {
  expect(await topic('fishing rights')).toMatchInlineSnapshot(`
    "=== Fishing rights
    -# 2 actors, 4 positions: seeks 1 · did 1 · opposes 2

    **🇴🇷 Orland**
    **1** *seeks* · Orland wants to double its catch of herring by 2030.
    **2** *did* · Orland has not signed the fishing treaty.
    **3** *opposes* · Orland opposes any quota below nine tonnes.

    **🇳🇻 North Vesk**
    **4** *opposes* · North Vesk opposes a larger catch for Orland.
    --- What these 2 documents say; not all there is.
    [Quotation 1] [Quotation 2] [Quotation 3] [Quotation 4]
    <Card of: 🇴🇷 Orland, 🇳🇻 North Vesk>"
  `);
});

test('a topic is found by a word of topics.yaml, by a misspelling, and by a key noun of the documents', async () => {
  expect(await topic('herring')).toMatch(/^=== Fishing rights/u);
  expect(await topic('fishin rigths')).toMatch(/^=== Fishing rights/u);
  expect(await topic('Membership')).toMatch(/^=== Membership/u);
});

test('a topic on which nobody speaks, and one that is none, are answered with a way on', async () => {
  expect(await topic('nuclear weapons')).toMatchInlineSnapshot(
    `"Nobody was found to hold a position on “Nuclear weapons”. Searched: 2 documents."`,
  );
  expect(await topic('ferry boat rights')).toMatchInlineSnapshot(`
    "There is no topic “ferry boat rights”. Did you mean one of these?
    [Boats] [Fishing rights] [Ferries]"
  `);
});
