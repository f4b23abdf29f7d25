import { expect, test } from 'vitest';
import { renderCard } from '../../../src/terminal/render/card.ts';
import { renderComparison } from '../../../src/terminal/render/comparison.ts';
import { renderTopic } from '../../../src/terminal/render/topic.ts';
import { islandDesk } from '../../builders/island-world.ts';

const desk = islandDesk();
const look = { width: 80, colour: false };

test('a card shows each line with its place, and where else the actor is named', () => {
  expect(renderCard(desk.actor({ actor: 'orland' }), desk, look)).toMatchInlineSnapshot(`
    "🇴🇷 Orland
    also: Republic of Orland, Maren · state · named in 6 passages of 2 documents

    WANTS
     1 plans · Orland plans to open a ferry to North Vesk in May. · May
       Letter from Maren · ¶ 1 · 2025-02-01 · letter.md
     2 seeks · Orland wants to double its catch of herring by 2030. · 2030
       Yearbook of the sea · ¶ 1 · 2024 · yearbook.md
     3 plans · It may join the Tide League, but only if the quota falls. · weaker
       evidence
       Yearbook of the sea · ¶ 1 · 2024 · yearbook.md

    DID
     4 did · Orland has not signed the fishing treaty.
       Yearbook of the sea · ¶ 2 · 2024 · yearbook.md

    LIMITS
     5 constrained · Its budget leaves no room … boats · weaker evidence
       Yearbook of the sea · ¶ 2 · 2024 · yearbook.md

    RED LINES
     6 opposes · Orland opposes any quota below nine tonnes.
       Yearbook of the sea · ¶ 3 · 2024 · yearbook.md

    NAMED BESIDE IT
       where it supports, seeks or plans: North Vesk 1 · Tide League 1

    WHAT OTHERS SAY OF IT, OR DO TO IT
     7 South Vesk opposes · South Vesk says Orland has broken its word.
       Yearbook of the sea · ¶ 4 · 2024 · yearbook.md

    WHAT THE AUTHORS ADVISE IT
     8 seeks · This yearbook finds that Orland should sell its *old* boats.
       Yearbook of the sea · ¶ 5 · 2024 · yearbook.md

    NAMED IN
       Letter from Maren ¶ 1
       Yearbook of the sea ¶ 1, 2, 3, 4, 5

    What these 2 documents say; not all there is."
  `);
});

test('a comparison shows a block a topic, opposed stances first', () => {
  expect(renderComparison(desk.compare({ actors: ['orland', 'north vesk'] }), desk, look)).toMatchInlineSnapshot(`
    "🇴🇷 Orland – 🇳🇻 North Vesk

    FISHING RIGHTS · opposed stances: one for, one against
    Orland (2 of 3)
     1 seeks · Orland wants to double its catch of herring by 2030. · 2030
       Yearbook of the sea · ¶ 1 · 2024 · yearbook.md
     2 did · Orland has not signed the fishing treaty.
       Yearbook of the sea · ¶ 2 · 2024 · yearbook.md
    North Vesk
     3 opposes · North Vesk opposes a larger catch for Orland.
       Yearbook of the sea · ¶ 4 · 2024 · yearbook.md

    FERRIES · more than one speaks
    Orland
     4 plans · Orland plans to open a ferry to North Vesk in May. · May
       Letter from Maren · ¶ 1 · 2025-02-01 · letter.md
    North Vesk
     5 supports · North Vesk supports the ferry.
       Letter from Maren · ¶ 2 · 2025-02-01 · letter.md

    MEMBERSHIP · only one speaks
    Orland
     6 plans · It may join the Tide League, but only if the quota falls. · weaker
       evidence
       Yearbook of the sea · ¶ 1 · 2024 · yearbook.md
    North Vesk: silent

    BOATS · only one speaks
    Orland
     7 constrained · Its budget leaves no room … boats · weaker evidence
       Yearbook of the sea · ¶ 2 · 2024 · yearbook.md
    North Vesk: silent

    What these 2 documents say; not all there is."
  `);
});

test('a topic shows who holds what', () => {
  expect(renderTopic(desk.topic('ferries'), desk, look)).toMatchInlineSnapshot(`
    "Ferries

    🇳🇻 North Vesk · supports 1
     1 supports · North Vesk supports the ferry.
       Letter from Maren · ¶ 2 · 2025-02-01 · letter.md

    🇴🇷 Orland · plans 1
     2 plans · Orland plans to open a ferry to North Vesk in May. · May
       Letter from Maren · ¶ 1 · 2025-02-01 · letter.md

    What these 2 documents say; not all there is."
  `);
});

test('what is not clear is answered with names to choose from', () => {
  expect(renderCard(desk.actor({ actor: 'vesk' }), desk, look)).toMatchInlineSnapshot(`
    "“vesk” can be several. Which one?
    · North Vesk
    · South Vesk"
  `);
  expect(renderCard(desk.actor({ actor: 'tidelegue' }), desk, look)).toMatchInlineSnapshot(`
    "It is not clear who is meant by “tidelegue”. Did you mean one of these?
    · Tide League"
  `);
  expect(renderComparison(desk.compare({ actors: ['vesk', 'orland'] }), desk, look)).toMatchInlineSnapshot(`
    "It is not clear who is meant by “vesk”. Did you mean one of these?
    · North Vesk and Orland
    · South Vesk and Orland"
  `);
  expect(renderTopic(desk.topic('ferry boat rights'), desk, look)).toMatchInlineSnapshot(`
    "There is no topic “ferry boat rights”. Did you mean one of these?
    · Boats
    · Fishing rights
    · Ferries"
  `);
  expect(renderCard(desk.actor({ actor: 'quiet rock' }), desk, look)).toMatchInlineSnapshot(`
    "No position of Quiet Rock was found. It is named in 1 passage of 1 document.

    NAMED IN
       Letter from Maren ¶ 2"
  `);
});
