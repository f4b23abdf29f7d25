import { expect, test } from 'vitest';
import type { DigestRequest } from '../../../src/core/digest.ts';
import { toDigestRecord } from '../../../src/terminal/digest-record.ts';
import { renderDigest } from '../../../src/terminal/render/digest.ts';
import { islandDesk } from '../../builders/island-world.ts';

const desk = islandDesk();
const plain = { width: 80, colour: false };
const request: DigestRequest = {
  date: '2026-12-01',
  focus: { actors: ['orland', 'north-vesk'], topics: [], tags: [] },
  firstServed: new Map(),
  shown: [],
  questions: ['what of the ferry \u001b[2J?'],
};

test('a digest fits the terminal, and what nobody can see in it is made visible', () => {
  const shown = renderDigest(desk.digest(request), plain);
  expect(shown).toMatchInlineSnapshot(`
    "Tuesday 1 December · Orland, North Vesk

    POSITION OF THE DAY · 🇴🇷 Orland seeks · Fishing rights
    ┃ Orland wants to double its catch of herring by 2030.
      Yearbook of the sea · ¶ 1 · 2024 · yearbook.md
      https://example.org/sea

    TO WATCH · 🇴🇷 Orland
    No new position; the latest, of 2024:
     1 opposes · Orland opposes any quota below nine tonnes.
       Yearbook of the sea · ¶ 3 · 2024 · yearbook.md

    ASKED · what of the ferry <U+001B>[2J?
    ┃ Orland plans to open a ferry to North Vesk in May.
      Letter from Maren · ¶ 1 · 2025-02-01 · letter.md

    Quoted word for word."
  `);
});

test('its record has every part', () => {
  const { position, watch, asked, ...rest } = toDigestRecord(desk.digest(request), desk.suggestTopics(''));
  expect(rest).toEqual({
    date: '2026-12-01',
    focus: ['Orland', 'North Vesk'],
    language: null,
    news: { all: 0, documents: [] },
  });
  expect(position).toMatchObject({ kind: 'own', quotation: { paragraph: expect.any(Number) } });
  expect(watch).toMatchObject({ change: 'newest', before: null, now: [{ quotation: { title: expect.any(String) } }] });
  expect(asked).toMatchObject({ quotation: { document: 'letter.md' } });
  const nothing = { ...request, focus: { actors: [], topics: ['warheads'], tags: [] }, language: 'de' };
  expect(toDigestRecord(desk.digest(nothing), [])).toMatchObject({
    language: 'de',
    position: null,
    watch: null,
    asked: null,
  });
});
