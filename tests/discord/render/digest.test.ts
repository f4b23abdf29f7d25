import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Digest } from '../../../src/core/digest.ts';
import { stances } from '../../../src/core/position.ts';
import { unescapeText } from '../../../src/discord/escape.ts';
import { assertWithinLimits } from '../../../src/discord/limits.ts';
import { digestMark, renderDigest, renderEmptyDigest, renderUnanswered } from '../../../src/discord/render/digest.ts';
import type { Reply } from '../../../src/discord/reply.ts';
import { hostileText, quotations } from '../../builders/arbitrary.ts';
import { islandDesk } from '../../builders/island-world.ts';
import { actorOf } from '../../builders/positions.ts';
import { showReply } from '../../builders/show-reply.ts';

const options = { id: 'AbCdEfGhIjKl', timezone: 'Asia/Tokyo', asked: 'aBcDeFgHiJkL' };
const desk = islandDesk();
const [letter] = desk.library().documents.filter(({ id }) => id === 'letter.md');
const nothing: Digest = { date: '2026-12-01', focus: [], news: { all: 0, documents: [] }, shown: [] };

function digestOf(given: Partial<Parameters<typeof desk.digest>[0]> = {}): Digest {
  const focus = { actors: [], topics: [], tags: [] };
  return desk.digest({ date: '2026-12-01', focus, firstServed: new Map(), shown: [], questions: [], ...given });
}

test('a digest shows what is new, a position, an actor to watch and a question, each with its place', () => {
  const digest = digestOf({
    focus: { actors: ['orland', 'north-vesk'], topics: [], tags: [] },
    since: Date.parse('2026-11-27T09:00:00+09:00'),
    firstServed: new Map([[letter?.hash ?? '', Date.parse('2026-11-30T09:00:00Z')]]),
    questions: ['what does <@&1> say of the *ferry*?'],
  });
  expect(showReply(renderDigest(digest, options))).toMatchInlineSnapshot(`
    "=== Tuesday 1 December · Orland, North Vesk
    **NEW** · 1 document since Friday
    - Letter from Maren · 2025-02-01

    **POSITION OF THE DAY** · 🇴🇷 Orland *seeks* · Fishing rights
    > Orland wants to double its catch of herring by 2030.
    **1** · Yearbook of the sea · ¶ 1 · 2024 · [source](https://example.org/sea)

    **TO WATCH** · 🇳🇻 North Vesk
    New since the last digest:
    **2** *supports* · North Vesk supports the ferry.

    **ASKED** · what does \\<\\@&1> say of the \\*ferry\\*?
    > **Orland plans to open a ferry to North Vesk in May.**
    **3** · Letter from Maren · ¶ 1 · 2025-02-01
    --- quoted word for word
    [Ask] [Card of Orland] [Card of North Vesk] [Full answer]
    [Context 1] [Context 2] [Context 3]"
  `);
});

test('a stance that changed shows both, with the dates of their documents', () => {
  const { watch, ...digest } = digestOf();
  const [now] = watch?.now ?? [];
  if (!watch || !now) throw new Error('Nobody is watched');
  const before = { ...now, stance: 'opposes' as const, quotation: { ...now.quotation, date: '2021' } };
  const changed = { ...watch, change: 'other-stance' as const, topic: 'Ferries', before };
  expect(showReply(renderDigest({ ...digest, watch: changed }, options))).toContain(
    'Another stance on “Ferries” in a document of 2025-02-01 than in one of 2021.',
  );
});

test('the head names the day in the language of the digest, and what it keeps to', () => {
  const titleOf = (given: Partial<Digest>) => renderDigest({ ...nothing, ...given }, options).embeds[0]?.title;
  expect([
    titleOf({ focus: ['Japan', 'NATO'] }),
    titleOf({ language: 'de' }),
    titleOf({ language: 'ja' }),
    titleOf({ language: 'qqx' }),
    titleOf({ focus: ['*Ice* <@1>'] }),
  ]).toMatchInlineSnapshot(`
    [
      "Tuesday 1 December · Japan, NATO",
      "Dienstag, 1. Dezember",
      "12月1日火曜日",
      "Tuesday 1 December",
      "Tuesday 1 December · \\*Ice\\* \\<\\@1>",
    ]
  `);
});

test('the message is known again by the row of its delivery, and so are the line of an empty day and the report', () => {
  const replies = [
    renderDigest(digestOf(), options),
    renderEmptyDigest(nothing, options),
    renderUnanswered(['why?'], options),
  ];
  for (const reply of replies) expect(idsOf(reply)).toContain(digestMark(options.id));
  expect(idsOf(renderDigest(digestOf(), { ...options, asked: undefined })).join(' ')).not.toContain('digest-answer');
});

test('an empty day is one line', () => {
  expect(showReply(renderEmptyDigest({ ...nothing, focus: ['Japan'] }, options))).toMatchInlineSnapshot(`
    "Tuesday 1 December · Japan: nothing new, and no position to show.
    [Ask]"
  `);
});

test('questions that nobody could answer are counted, most asked first, and shown as text', () => {
  const questions = ['where is **the** fleet?', 'Who pays?', 'who PAYS', 'why\n# not?', '…'];
  expect(showReply(renderUnanswered(questions, options))).toMatchInlineSnapshot(`
    "=== Questions that the documents did not answer
    - Who pays? · 2 times
    - where is \\*\\*the\\*\\* fleet?
    - why # not?
    - …
    [Ask]"
  `);
  const many = Array.from({ length: 400 }, (_, at) => `${at} ${'*why* '.repeat(60)}`);
  const reply = renderUnanswered(many, options);
  assertWithinLimits(reply);
  expect(reply.embeds[0]?.description).toContain('-# and 385 more');
});

const actors = fc
  .tuple(hostileText(), fc.constantFrom('a', 'a-very-long-identifier-of-an-actor-that-goes-on', '三'))
  .map(([name, id]) => actorOf(id, name, { flag: '🇯🇵' }));
const lines = fc
  .record({
    quotation: quotations,
    stance: fc.constantFrom(...stances),
    topic: hostileText(),
    date: fc.option(hostileText(8), { nil: undefined }),
  })
  .map(({ date, quotation, ...rest }) => ({
    ...rest,
    ...(date === undefined ? {} : { date }),
    ...quotation.answer,
    quotation,
    actor: 'a',
    kind: 'own' as const,
    strength: 'direct' as const,
    document: quotation.document,
    paragraph: quotation.paragraph,
    summary: quotation.text,
    repeats: [],
  }));
const digests: fc.Arbitrary<Digest> = fc.record({
  date: fc.constantFrom('2026-12-01', '2024-02-29'),
  focus: fc.array(hostileText(), { maxLength: 30 }),
  news: fc.record({
    since: fc.integer({ min: 0, max: 2 ** 41 }),
    all: fc.nat({ max: 100_000 }),
    documents: fc.array(fc.record({ id: hostileText(), title: hostileText(), date: hostileText() }), { maxLength: 4 }),
  }),
  position: fc.record({ actor: actors, line: lines, topic: hostileText(), alone: fc.boolean() }),
  watch: fc.record({
    actor: actors,
    change: fc.constantFrom('new-positions', 'other-stance', 'newest'),
    topic: hostileText(),
    before: lines,
    now: fc.array(lines, { minLength: 1, maxLength: 2 }),
  }),
  asked: fc.record({ question: fc.oneof(hostileText(), fc.string({ maxLength: 6000 })), quotation: quotations }),
  shown: fc.constant([]),
});

test('whatever documents and people write, a digest keeps to all limits of Discord, and their marks are shown as text', () => {
  fc.assert(
    fc.property(digests, (digest) => {
      const reply = renderDigest(digest, options);
      assertWithinLimits(reply);
      const text = [reply.embeds[0]?.title ?? '', reply.embeds[0]?.description ?? ''].join('\n');
      // Apart from our own links, no mark that pings, hides or links is left unescaped.
      expect(text.length).toBeLessThanOrEqual(4000);
      const shown = text.replace(/\[source\]\([^)\s]*\)|\\[^\sA-Za-z0-9]/gu, '');
      expect(shown).not.toMatch(/<[@#:/]|<t:|@everyone|@here|\|\||~~|`/u);
    }),
    { numRuns: 300 },
  );
});

test('whatever was asked, a report keeps to all limits of Discord, one line a question', () => {
  fc.assert(
    fc.property(fc.array(hostileText(), { minLength: 1, maxLength: 60 }), (questions) => {
      const reply = renderUnanswered(questions, options);
      assertWithinLimits(reply);
      for (const line of reply.embeds[0]?.description?.split('\n') ?? []) expect(line).toMatch(/^(?:- |-# and )/u);
    }),
  );
});

test('a title and a question are read back as they were written', () => {
  const words = 'a_b *c* [d](https://evil.example) <@1> @everyone `e` ~~f~~';
  const digest = { ...nothing, news: { all: 1, documents: [{ id: 'x', title: words }] } };
  expect(unescapeText(renderDigest(digest, options).embeds[0]?.description ?? '')).toContain(`- ${words}`);
});

function idsOf({ components }: Reply): string[] {
  return components.flatMap((row) => row.components.map((component) => component.custom_id));
}
