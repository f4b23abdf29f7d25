import { onTestFinished } from 'vitest';
import type { Feed } from '../../src/core/feed.ts';
import { createFeeds } from '../../src/core/feeds.ts';
import { createFeedReader } from '../../src/feeds/feed-reader.ts';
import { type Article, createFetchArticle } from '../../src/feeds/fetch-article.ts';
import type { Kept } from '../../src/feeds/keep-new.ts';
import { createPoller } from '../../src/feeds/poller.ts';
import { readableLog } from '../builders/log.ts';
import { memoryStorage } from '../builders/storage.ts';
import { fetchFrom, localWeb, type Page, readHere } from './local-web.ts';

/** Monday 2 November 2026, noon. */
export const NOON = Date.UTC(2026, 10, 2, 12);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A server that follows feeds of a local web, with a shelf that shows what was kept, and time that passes when it is told to. */
export async function following(pages: Record<string, Page> = {}) {
  const web = await localWeb(pages);
  const storage = await memoryStorage();
  const clock = { now: NOON };
  const now = () => clock.now;
  const { log, entries } = readableLog();
  const kept: Article[] = [];
  const told: Feed[] = [];
  /** What the server says to the next articles; those without are kept. */
  const answers: Kept[] = [];
  const telling: { outcome: 'told' | 'later' } = { outcome: 'told' };
  const stopping = new AbortController();
  const fetch = fetchFrom(web, { now, stopping: stopping.signal });
  const reader = createFeedReader({ fetch, read: readHere });
  const poller = createPoller({
    storage,
    reader,
    fetchArticle: createFetchArticle(fetch),
    shelf: {
      has: (_guild, url) => kept.some(({ details }) => details.url === url),
      async keep(_feed, article) {
        const answer = answers.shift() ?? { outcome: 'kept' };
        if (answer.outcome === 'kept') kept.push(article);
        return answer;
      },
    },
    tell: async (feed) => {
      told.push(feed);
      return telling.outcome;
    },
    now,
    log,
    alarm: () => () => {},
  });
  let made = 0;
  const feeds = createFeeds({
    storage,
    find: reader.find,
    now,
    newId: () => `feed-${String((made += 1)).padStart(7, '0')}`,
    onDue: poller.wake,
  });
  onTestFinished(async () => {
    stopping.abort(new Error('Stopped'));
    await poller.stop();
    await storage.close();
  });
  poller.start();
  return {
    web,
    storage,
    clock,
    log: entries,
    kept,
    told,
    answers,
    telling,
    feeds,
    poller,
    stopping,
    /** Follows an address, and waits until what is new there was looked through. */
    async follow(path: string, guild = 'harbour') {
      const outcome = await feeds.follow({ address: web.at(path), tags: [] }, { guild, user: 'jun' });
      await poller.idle();
      return outcome;
    },
    /** Lets time pass, from one moment at which the bot looks to the next. */
    async pass(ms: number) {
      const end = clock.now + ms;
      while (clock.now < end) {
        clock.now = Math.min(end, clock.now + HOUR / 2);
        poller.wake();
        await poller.idle();
      }
    },
    /** The titles of what was kept. */
    titles: () => kept.map(({ details }) => details.title),
    /** The one feed there is. */
    async feed(): Promise<Feed> {
      const [feed, ...others] = await storage.feeds.list('harbour');
      if (!feed || others.length > 0) throw new Error('There is not one feed');
      return feed;
    },
  };
}
