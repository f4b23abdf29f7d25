import { expect, test } from 'vitest';
import type { Post } from '../../src/core/posting.ts';
import { createFeedNotice } from '../../src/discord/feed/notice.ts';
import { assertWithinLimits } from '../../src/discord/limits.ts';
import { renderFeeds, renderFollowed } from '../../src/discord/render/feeds.ts';
import { memoryStorage } from '../builders/storage.ts';
import { digestOf, feedOf } from '../builders/stored.ts';

const gone = feedOf({
  failing: { since: 1000, times: 1, words: 'news.example says that this address is gone for good (410).' },
  paused: { why: 'gone', since: Date.UTC(2026, 10, 2), told: false },
});

async function notice(post: Post, adminChannel?: string) {
  const storage = await memoryStorage();
  await storage.digests.put(digestOf());
  if (adminChannel !== undefined) await storage.digests.put(digestOf({ id: 'digest-00002', adminChannel }));
  await storage.digests.put(digestOf({ id: 'digest-00003', guild: 'island', adminChannel: 'elsewhere' }));
  const posted: string[] = [];
  const tell = createFeedNotice({
    storage,
    poster: {
      async post(place, { reply }, mark) {
        posted.push(`${JSON.stringify(place)} ${mark}\n${reply.embeds[0]?.title}\n${reply.embeds[0]?.description}`);
        return post;
      },
    },
  });
  const outcome = await tell(gone);
  await storage.close();
  return { outcome, posted };
}

test('that a feed was paused is told where the server’s administrators read', async () => {
  const { outcome, posted } = await notice({ outcome: 'posted', message: '1/2' }, 'staff');
  expect(outcome).toBe('told');
  expect(posted.join().replaceAll('\\', '')).toMatchInlineSnapshot(`
    "{"kind":"channel","guild":"harbour","channel":"staff"} feed-0000001-paused
    A feed was paused
    **Harbour news** · [source](https://news.example/feed.xml)
    **Paused** since <t:1793577600:D>. news.example says that this address is gone for good (410). \`/knowledge feed add\` with its address takes it up again, \`/knowledge feed remove\` removes it."
  `);
});

test('where a server has no such place, nobody is told but those who list the feeds', async () => {
  expect(await notice({ outcome: 'posted', message: '1/2' })).toEqual({ outcome: 'told', posted: [] });
});

test.each([
  ['retry-later', 'later'],
  ['cannot-post', 'told'],
] as const)('where posting fails with %s, it counts as %s', async (outcome, counts) => {
  expect((await notice({ outcome, reason: 'x' }, 'staff')).outcome).toBe(counts);
});

const longest = 'ゆ*_`'.repeat(80);

test('25 feeds with long names and faults fit into messages', () => {
  const feeds = Array.from({ length: 25 }, (_, at) =>
    feedOf({
      id: `feed-${at}`,
      title: longest,
      url: `https://news.example/${'a'.repeat(250)}`,
      tags: [longest, longest],
      failing: { since: 1, times: 9, words: longest.repeat(3) },
      paused: { why: 'failing', since: 2, told: true },
      leftOut: { entries: 9, words: longest.repeat(3) },
    }),
  );
  const replies = renderFeeds(feeds);
  for (const reply of replies) assertWithinLimits(reply);
  const text = replies.flatMap(({ embeds }) => embeds.map(({ description }) => description)).join('\n');
  expect(text.match(/^- \*\*/gmu)).toHaveLength(25);
});

test('what is found at an address fits into a message, whatever it is called', () => {
  const entries = Array.from({ length: 500 }, (_, at) => ({ key: String(at), title: longest, date: '2026-11-02' }));
  const content = { format: 'atom', title: longest, entries } as const;
  const reply = renderFollowed({
    outcome: 'followed',
    feed: feedOf({ title: longest }),
    found: { url: 'https://news.example/', content, onPage: true },
  });
  assertWithinLimits(reply);
  expect(reply.embeds[0]?.description).toContain('500 entries');
  expect(reply.embeds[0]?.description).toContain('being the newest');
});
