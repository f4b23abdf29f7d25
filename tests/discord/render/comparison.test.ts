import { expect, test } from 'vitest';
import { replyWithComparison } from '../../../src/discord/actor-comparison.ts';
import { islandDesk } from '../../builders/island-world.ts';
import { showReply } from '../../builders/show-reply.ts';

const desk = islandDesk();
const compare = async (actors: string[], topic?: string) =>
  showReply(await replyWithComparison(desk, { actors, topic }, { page: 0, sharing: 'none' }));

test('actors stand side by side: opposed stances first, then where both speak, then where one does', async () => {
  expect(await compare(['orland', 'north vesk'])).toMatchInlineSnapshot(`
    "=== 🇴🇷 Orland – 🇳🇻 North Vesk
    -# 2 actors on 4 topics: opposed stances on 1, both speak on 1, only one on 2
    ## Fishing rights
    *opposed stances: one for, one against*
    | 🇴🇷 Orland (1 of 3)
    **1** *seeks* · Orland wants to double its catch of herring by 2030.
    | 🇳🇻 North Vesk
    **2** *opposes* · North Vesk opposes a larger catch for Orland.
    ## Ferries
    *both speak*
    | 🇴🇷 Orland
    **3** *plans* · Orland plans to open a ferry to North Vesk in May.
    | 🇳🇻 North Vesk
    **4** *supports* · North Vesk supports the ferry.
    ## Membership
    *only Orland speaks*
    | 🇴🇷 Orland
    **5** *plans* · It may join the Tide League, but only if the quota falls. · *weaker evidence*
    | 🇳🇻 North Vesk
    *silent*
    ## Boats
    *only Orland speaks*
    | 🇴🇷 Orland
    **6** *constrained* · Its budget leaves no room … boats · *weaker evidence*
    | 🇳🇻 North Vesk
    *silent*
    --- What these 2 documents say; not all there is.
    [Quotation 1] [Quotation 2] [Quotation 3] [Quotation 4] [Quotation 5]
    [Quotation 6]
    [Card: Orland] [Card: North Vesk]
    <Topic: All topics, Fishing rights, Ferries, Membership, Boats>"
  `);
});

test('three actors on one topic have room for more than one line each', async () => {
  expect(await compare(['orland', 'north vesk', 'tide league'], 'fishing rights')).toMatchInlineSnapshot(`
    "=== 🇴🇷 Orland – 🇳🇻 North Vesk – Tide League · Fishing rights
    -# 3 actors on 1 topic: opposed stances on 1
    ## Fishing rights
    *opposed stances: one for, one against*
    | 🇴🇷 Orland (2 of 3)
    **1** *seeks* · Orland wants to double its catch of herring by 2030.
    **2** *did* · Orland has not signed the fishing treaty.
    | 🇳🇻 North Vesk
    **3** *opposes* · North Vesk opposes a larger catch for Orland.
    | Tide League
    *silent*
    --- What these 2 documents say; not all there is.
    [Quotation 1] [Quotation 2] [Quotation 3]
    [Card: Orland] [Card: North Vesk] [Card: Tide League]
    <Topic: All topics, *Fishing rights*>"
  `);
});

test('names that are not clear are offered as comparisons to choose from', async () => {
  expect(await compare(['vesk', 'tidelegue'])).toMatchInlineSnapshot(`
    "It is not clear who is meant by “vesk” and “tidelegue”. Did you mean one of these?
    [North Vesk and Tide League] [South Vesk and Tide League]"
  `);
});

test('the same actor twice, a topic on which both are silent, and a topic that is none, are answered with a way on', async () => {
  expect(await compare(['orland', 'Orland'])).toMatchInlineSnapshot(`
    "Both names mean Orland. Name a second actor to compare it with.
    [Card: Orland]"
  `);
  expect(await compare(['south vesk', 'north vesk'], 'nuclear weapons')).toMatchInlineSnapshot(`
    "No position of South Vesk or North Vesk on “Nuclear weapons” was found. Searched: 2 documents.
    [All topics]"
  `);
  expect(await compare(['south vesk', 'north vesk'], 'fishery')).toMatchInlineSnapshot(`
    "=== South Vesk – 🇳🇻 North Vesk · Fishing rights
    -# 2 actors on 1 topic: only one on 1
    ## Fishing rights
    *only North Vesk speaks*
    | South Vesk
    *silent*
    | 🇳🇻 North Vesk
    **1** *opposes* · North Vesk opposes a larger catch for Orland.
    --- What these 2 documents say; not all there is.
    [Quotation 1]
    [Card: South Vesk] [Card: North Vesk]
    <Topic: All topics, *Fishing rights*>"
  `);
});
