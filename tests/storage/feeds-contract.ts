import { describe, expect, onTestFinished, test } from 'vitest';
import { feedOf } from '../builders/stored.ts';
import type { Subject } from './deliveries-contract.ts';

/** What every implementation of the port `Storage` must do with feeds. */
export function feedsContract(name: string, { open }: Subject): void {
  const opened = async () => {
    const storage = await open();
    onTestFinished(() => storage.close());
    return storage.feeds;
  };

  describe(`${name}: feeds`, () => {
    test('a feed is found again as it was, with everything that may be left out', async () => {
      const feeds = await opened();
      const whole = feedOf({
        readAt: 5,
        tried: { entry: 2 },
        failing: { since: 3, times: 2, words: "“it's” gone" },
        paused: { why: 'gone', since: 4, told: true },
        leftOut: { entries: 1, words: '日本' },
      });
      expect(await feeds.add(whole)).toBe(true);
      const { nextAt: _, ...never } = feedOf({ id: 'feed-0000002', url: 'https://news.example/other', addedAt: 2000 });
      expect(await feeds.add(never)).toBe(true);
      expect(await feeds.list('harbour')).toEqual([whole, never]);
      expect(await feeds.list('island')).toEqual([]);
    });

    test('a server follows an address once; another server may follow it too', async () => {
      const feeds = await opened();
      expect(await feeds.add(feedOf())).toBe(true);
      expect(await feeds.add(feedOf({ id: 'feed-0000002', title: 'Again' }))).toBe(false);
      expect(await feeds.add(feedOf({ id: 'feed-0000003', guild: 'island' }))).toBe(true);
      expect(await feeds.list('harbour')).toEqual([feedOf()]);
    });

    test('those whose time has come are due, those that wait longest first', async () => {
      const feeds = await opened();
      for (const nextAt of [30, 10, 20, undefined]) {
        const { nextAt: _, ...rest } = feedOf({ id: `at-${nextAt}`, url: `https://news.example/${nextAt}` });
        await feeds.add(nextAt === undefined ? rest : { ...rest, nextAt });
      }
      const due = async (now: number, most: number) => (await feeds.due(now, most)).map(({ id }) => id);
      expect(await due(9, 9)).toEqual([]);
      expect(await due(20, 9)).toEqual(['at-10', 'at-20']);
      expect(await due(99, 9)).toEqual(['at-10', 'at-20', 'at-30']);
      expect(await due(99, 1)).toEqual(['at-10']);
    });

    test('of several who would look at one, one does', async () => {
      const feeds = await opened();
      await feeds.add(feedOf({ nextAt: 10 }));
      const [feed] = await feeds.due(10, 1);
      if (!feed) throw new Error('Nothing is due');
      const claims = await Promise.all([feeds.claim(feed, 50), feeds.claim(feed, 60), feeds.claim(feed, 70)]);
      expect(claims).toEqual([true, false, false]);
      expect(await feeds.due(49, 9)).toEqual([]);
      expect((await feeds.due(50, 9))[0]?.nextAt).toBe(50);
    });

    test('what is recorded takes the place of what was; nothing is recorded of one that is gone', async () => {
      const feeds = await opened();
      await feeds.add(feedOf());
      const { nextAt: _, ...never } = feedOf({ title: 'New name', seen: ['x'] });
      expect(await feeds.update(never)).toBe(true);
      expect(await feeds.list('harbour')).toEqual([never]);
      expect(await feeds.remove('island', never.id)).toBe(false);
      expect(await feeds.remove('harbour', never.id)).toBe(true);
      expect(await feeds.remove('harbour', never.id)).toBe(false);
      expect(await feeds.update(never)).toBe(false);
      expect(await feeds.list('harbour')).toEqual([]);
    });
  });
}
