import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Analysis, Position } from '../../../src/core/position.ts';
import { stances } from '../../../src/core/position.ts';
import { replyWithCard } from '../../../src/discord/actor-card.ts';
import { replyWithComparison } from '../../../src/discord/actor-comparison.ts';
import { sections } from '../../../src/discord/card-pages.ts';
import { unescapeText } from '../../../src/discord/escape.ts';
import { assertWithinLimits } from '../../../src/discord/limits.ts';
import { renderSummary } from '../../../src/discord/render/line.ts';
import { showTopic } from '../../../src/discord/topic-overview.ts';
import { hostileText } from '../../builders/arbitrary.ts';
import { deskOf, documentOf } from '../../builders/document.ts';
import { actorOf, analysisDeps } from '../../builders/positions.ts';

const visible = hostileText(12).filter((text) => text.trim() !== '');
const given = fc.record({
  names: fc.tuple(visible, visible, visible),
  aliases: fc.array(hostileText(20), { maxLength: 8 }),
  paragraphs: fc.array(visible, { minLength: 1, maxLength: 12 }),
  long: fc.constantFrom(1, 3, 60),
  topics: fc.array(visible, { minLength: 1, maxLength: 40 }),
  held: fc.array(
    fc.record({
      actor: fc.nat({ max: 2 }),
      by: fc.option(fc.nat({ max: 2 }), { nil: undefined }),
      at: fc.nat({ max: 11 }),
      topic: fc.nat({ max: 39 }),
      kind: fc.constantFrom('own' as const, 'own' as const, 'others' as const, 'author' as const),
      stance: fc.constantFrom(...stances),
      strength: fc.constantFrom('direct' as const, 'weak' as const),
      date: fc.option(hostileText(8), { nil: undefined }),
    }),
    { maxLength: 60 },
  ),
});

function worldOf({
  names,
  aliases,
  paragraphs,
  long,
  topics,
  held,
}: typeof given extends fc.Arbitrary<infer T> ? T : never) {
  const document = documentOf(paragraphs.map((text) => text.repeat(long)));
  const ids = ['one', 'a-very-long-identifier-of-an-actor-that-goes-on', '三'];
  const actors = ids.map((id, at) => actorOf(id, names[at] ?? '', { aliases, flag: '🇯🇵' }));
  const positions = held.map(({ actor, by, at, topic, date, ...rest }): Position => {
    const passage = document.passages[at % document.passages.length] ?? { start: 0, end: 1, paragraph: 1 };
    const { start, end, paragraph } = passage;
    return {
      ...rest,
      actor: ids[actor] ?? '',
      topic: topics[topic % topics.length] ?? '',
      start,
      end,
      paragraph,
      summary: document.text.slice(start, end),
      ...(date === undefined ? {} : { date }),
      ...(by === undefined ? {} : { by: ids[by] ?? '' }),
    };
  });
  const mentions = document.passages.flatMap(({ start, paragraph }) =>
    ids.map((actor) => ({ actor, start, end: start + 1, paragraph })),
  );
  const analysis: Analysis = { hash: document.hash, positions, mentions, people: [] };
  const analyses = new Map([[document.id, analysis]]);
  return deskOf([document], { analysis: analysisDeps(actors, analyses, [{ key: 'one', name: topics[0] ?? '' }]) });
}

test('whatever documents and people hold, every page of every card, comparison and topic keeps to all limits', async () => {
  await fc.assert(
    fc.asyncProperty(given, fc.nat({ max: 9 }), fc.constantFrom('none', 'offered'), async (world, page, sharing) => {
      const desk = worldOf(world);
      for (const section of sections)
        for (const topic of [undefined, world.topics[0]])
          assertWithinLimits(replyWithCard(desk, { actor: 'id:one', topic }, { section, page, sharing }));
      const second = 'id:a-very-long-identifier-of-an-actor-that-goes-on';
      for (const actors of [
        ['id:one', second],
        ['id:one', second, 'id:三'],
        ['id:one', 'nobody'],
        ['id:one', 'id:one'],
      ])
        for (const topic of [undefined, world.topics[0]])
          assertWithinLimits(await replyWithComparison(desk, { actors, topic }, { page: page + 1, sharing }));
      for (const topic of world.topics.slice(0, 3))
        assertWithinLimits(await showTopic(desk, { topic, page: page + 1, sharing }));
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('whatever a summary says, its reader sees its words, to the end or to a mark that it was cut', () => {
  fc.assert(
    fc.property(visible, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 20, max: 700 }), (text, times, limit) => {
      const summary = text.repeat(times);
      const shown = renderSummary(summary, limit);
      expect(shown.length).toBeLessThanOrEqual(limit);
      const whole = summary.replace(/\s+/gu, ' ').trim();
      const seen = unescapeText(shown.replace(/ \[…\]$/u, ''));
      // Brackets of a document are escaped, so that a bare one at the end is the mark.
      if (shown.endsWith(' […]')) expect(whole.startsWith(seen)).toBe(true);
      else expect(seen).toBe(whole);
    }),
  );
});
