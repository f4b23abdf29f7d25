import { expect, test } from 'vitest';
import { replyWithCard } from '../../../src/discord/actor-card.ts';
import type { Section } from '../../../src/discord/card-pages.ts';
import type { Sharing } from '../../../src/discord/sharing.ts';
import { islandDesk } from '../../builders/island-world.ts';
import { showReply } from '../../builders/show-reply.ts';

const desk = islandDesk();
const card = (
  actor: string,
  { topic, section = 'own', sharing = 'none' }: { topic?: string; section?: Section; sharing?: Sharing } = {},
) => showReply(replyWithCard(desk, { actor, topic }, { section, page: 0, sharing }));

test('a card answers what an actor wants, says, did, is held back by and opposes, each line in the words of a document', () => {
  expect(card('orland')).toMatchInlineSnapshot(`
    "=== 🇴🇷 Orland
    -# also: Republic of Orland, Maren · state · named in 6 passages of 2 documents

    **WANTS**
    **1** *plans* · Orland plans to open a ferry to North Vesk in May.
    **2** *seeks* · Orland wants to double its catch of herring by 2030.
    **3** *plans* · It may join the Tide League, but only if the quota falls. · *weaker evidence*

    **DID**
    **4** *did* · Orland has not signed the fishing treaty.

    **LIMITS**
    **5** *constrained* · Its budget leaves no room … boats · *weaker evidence*

    **RED LINES**
    **6** *opposes* · Orland opposes any quota below nine tonnes.

    **NAMED BESIDE IT**
    Where it supports, seeks or plans: North Vesk (1), Tide League (1)
    --- What these 2 documents say; not all there is.
    [Quotation 1] [Quotation 2] [Quotation 3] [Quotation 4] [Quotation 5]
    [Quotation 6]
    [What others say (1)] [What authors advise (1)] [Mentions (6)]
    <Topic: All topics, Fishing rights, Boats, Ferries, Membership, Trust>
    <Compare with: 🇳🇻 North Vesk, Ida Hale>"
  `);
});

test('a card on one topic shows that topic alone', () => {
  expect(card('orland', { topic: 'fishing rights' })).toMatchInlineSnapshot(`
    "=== 🇴🇷 Orland · Fishing rights
    -# also: Republic of Orland, Maren · state · named in 6 passages of 2 documents

    **WANTS**
    **1** *seeks* · Orland wants to double its catch of herring by 2030.

    **DID**
    **2** *did* · Orland has not signed the fishing treaty.

    **RED LINES**
    **3** *opposes* · Orland opposes any quota below nine tonnes.
    --- What these 2 documents say; not all there is.
    [Quotation 1] [Quotation 2] [Quotation 3]
    [Mentions (6)]
    <Topic: All topics, *Fishing rights*, Boats, Ferries, Membership, Trust>
    <Compare with: 🇳🇻 North Vesk, Ida Hale>"
  `);
});

test('what others say, and what authors advise, stand on pages of their own, labelled', () => {
  expect(card('orland', { section: 'others' })).toMatchInlineSnapshot(`
    "=== 🇴🇷 Orland
    -# also: Republic of Orland, Maren · state · named in 6 passages of 2 documents

    **WHAT OTHERS SAY OF IT, OR DO TO IT**
    **1** South Vesk *opposes* · South Vesk says Orland has broken its word.
    --- What these 2 documents say; not all there is.
    [Quotation 1]
    [Own positions] [What authors advise (1)] [Mentions (6)]
    <Topic: All topics, Fishing rights, Boats, Ferries, Membership, Trust>
    <Compare with: 🇳🇻 North Vesk, Ida Hale>"
  `);
  expect(card('orland', { section: 'author' })).toMatchInlineSnapshot(`
    "=== 🇴🇷 Orland
    -# also: Republic of Orland, Maren · state · named in 6 passages of 2 documents

    **WHAT THE AUTHORS ADVISE IT**
    **1** *seeks* · This yearbook finds that Orland should sell its \\*old\\* boats.
    --- What these 2 documents say; not all there is.
    [Quotation 1]
    [Own positions] [What others say (1)] [Mentions (6)]
    <Topic: All topics, Fishing rights, Boats, Ferries, Membership, Trust>
    <Compare with: 🇳🇻 North Vesk, Ida Hale>"
  `);
});

test('mentions show where else the actor is named', () => {
  expect(card('orland', { section: 'mentions' })).toMatchInlineSnapshot(`
    "=== 🇴🇷 Orland
    **NAMED IN** 6 passages of 2 documents

    > Orland plans to open a ferry to North Vesk in May.
    **1** · Letter from Maren · ¶ 1 · 2025-02-01

    > Orland wants to double its catch of herring by 2030. It may join the Tide League, but only if the quota falls.
    **2** · Yearbook of the sea · ¶ 1 · 2024 · [source](https://example.org/sea)

    > Orland has not signed the fishing treaty. Its budget leaves no room for new boats.
    **3** · Yearbook of the sea · ¶ 2 · 2024 · [source](https://example.org/sea)

    > Orland opposes any quota below nine tonnes. Ida Hale praised the Tide League in Maren.
    **4** · Yearbook of the sea · ¶ 3 · 2024 · [source](https://example.org/sea)

    > North Vesk opposes a larger catch for Orland. South Vesk says Orland has broken its word.
    **5** · Yearbook of the sea · ¶ 4 · 2024 · [source](https://example.org/sea)
    --- What these 2 documents say; not all there is. Page 1 of 2
    [Quotation 1] [Quotation 2] [Quotation 3] [Quotation 4] [Quotation 5]
    [Next] [Own positions] [What others say (1)] [What authors advise (1)]
    <Topic: All topics, Fishing rights, Boats, Ferries, Membership, Trust>
    <Compare with: 🇳🇻 North Vesk, Ida Hale>"
  `);
});

test('a private card can be shown to everyone', () => {
  expect(card('north vesk', { sharing: 'offered' })).toMatchInlineSnapshot(`
    "=== 🇳🇻 North Vesk
    -# state · named in 3 passages of 2 documents

    **SAYS**
    **1** *supports* · North Vesk supports the ferry.

    **RED LINES**
    **2** *opposes* · North Vesk opposes a larger catch for Orland.

    **NAMED BESIDE IT**
    Where it opposes or warns: Orland (1)
    --- What these 2 documents say; not all there is.
    [Quotation 1] [Quotation 2] [Show everyone]
    [Mentions (3)]
    <Topic: All topics, Ferries, Fishing rights>
    <Compare with: 🇴🇷 Orland, Ida Hale>"
  `);
});

test('a name that can mean several asks which one', () => {
  expect(card('vesk')).toMatchInlineSnapshot(`
    "“vesk” can be several. Which one?
    [🇳🇻 North Vesk] [South Vesk]"
  `);
});

test('an unknown actor, an unknown topic and an actor without positions are answered with a way on', () => {
  expect(card('tidelegue')).toMatchInlineSnapshot(`
    "It is not clear who is meant by “tidelegue”. Did you mean one of these?
    [Tide League]"
  `);
  expect(card('xyz')).toMatchInlineSnapshot(
    `"It is not clear who is meant by “xyz”. Try another spelling; names are added in actors.yaml."`,
  );
  expect(card('orland', { topic: 'ferrys and boats' })).toMatchInlineSnapshot(`
    "There is no topic “ferrys and boats”. Did you mean one of these?
    [Boats] [Ferries]"
  `);
  expect(card('quiet rock')).toMatchInlineSnapshot(`
    "=== Quiet Rock
    No position of Quiet Rock was found. It is named in 1 passage of 1 document.

    **NAMED IN** 1 passage of 1 document

    > Quiet Rock was seen from the ferry. North Vesk supports the ferry.
    **1** · Letter from Maren · ¶ 2 · 2025-02-01
    --- What these 2 documents say; not all there is.
    [Quotation 1]"
  `);
  expect(card('north vesk', { topic: 'nuclear weapons' })).toMatchInlineSnapshot(`
    "=== 🇳🇻 North Vesk · Nuclear weapons
    No position of North Vesk on “Nuclear weapons” was found. It is named in 3 passages of 2 documents.

    **NAMED IN** 3 passages of 2 documents

    > Orland plans to open a ferry to North Vesk in May.
    **1** · Letter from Maren · ¶ 1 · 2025-02-01

    > Quiet Rock was seen from the ferry. North Vesk supports the ferry.
    **2** · Letter from Maren · ¶ 2 · 2025-02-01

    > North Vesk opposes a larger catch for Orland. South Vesk says Orland has broken its word.
    **3** · Yearbook of the sea · ¶ 4 · 2024 · [source](https://example.org/sea)
    --- What these 2 documents say; not all there is.
    [Quotation 1] [Quotation 2] [Quotation 3] [Ferries] [Fishing rights]"
  `);
  expect(card('farhaven')).toMatchInlineSnapshot(`"No document names Farhaven. Searched: 2 documents."`);
});
