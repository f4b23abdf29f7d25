import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { AddOutcome } from './core/added-document.ts';
import { count } from './core/answer.ts';
import type { Feed } from './core/feed.ts';
import { createFeeds, type Feeds } from './core/feeds.ts';
import type { Knowledge } from './core/knowledge.ts';
import type { Storage } from './core/storage.ts';
import { createFeedReader } from './feeds/feed-reader.ts';
import { createFetchArticle } from './feeds/fetch-article.ts';
import type { Kept, Shelf } from './feeds/keep-new.ts';
import type { Network } from './feeds/network.ts';
import { createPoliteFetch, type Limits } from './feeds/polite-fetch.ts';
import { createPoller } from './feeds/poller.ts';
import { createReadAside } from './feeds/read-aside.ts';

/** Tells whoever looks after a server that a feed was paused, or says that it could not be told yet. */
type Tell = (feed: Feed) => Promise<'told' | 'later'>;

export type OpenFeeds = {
  readonly feeds: Feeds;
  /** From now on, feeds are read when they are due. */
  readonly start: (tell: Tell) => void;
  /** To be called when the clock was moved by hand: feeds may be due. */
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
};

/**
 * Follows feeds, and keeps their articles as documents of the servers that follow them. `network` and `limits` are those
 * of the internet, save in tests.
 */
export function openFeeds({
  storage,
  knowledge,
  now,
  log,
  ...reach
}: {
  readonly storage: Storage;
  readonly knowledge: Knowledge;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly log: Logger;
  readonly network?: Network;
  readonly limits?: Limits;
}): OpenFeeds {
  const stopping = new AbortController();
  const { read, close } = createReadAside();
  const fetch = createPoliteFetch({ read, now, stopping: stopping.signal, ...reach });
  const reader = createFeedReader({ fetch, read });
  let tell: Tell = () => Promise.resolve('later');
  const poller = createPoller({
    storage,
    reader,
    fetchArticle: createFetchArticle(fetch),
    shelf: shelfOf(knowledge),
    tell: (feed) => tell(feed),
    now,
    log,
  });
  const feeds = createFeeds({
    storage,
    find: reader.find,
    now,
    newId: () => randomBytes(9).toString('base64url'),
    onDue: poller.wake,
  });
  return {
    feeds,
    start(how) {
      tell = how;
      poller.start();
    },
    wake: poller.wake,
    async stop() {
      stopping.abort(new Error('The bot is stopping'));
      await poller.stop();
      await close();
    },
  };
}

/** Articles become documents of the server, under the name of whoever had it follow the feed. */
function shelfOf(knowledge: Knowledge): Shelf {
  return {
    has: (guild, url) => knowledge.list(guild).some(({ document, stored }) => url === (document ?? stored.about).url),
    keep: async ({ guild, addedBy }, { name, bytes, details }) =>
      keptOf(await knowledge.add(guild, { name, bytes, by: addedBy, details })),
  };
}

function keptOf(added: AddOutcome): Kept {
  switch (added.outcome) {
    case 'added':
      return { outcome: 'kept' };
    case 'duplicate':
      return { outcome: 'present' };
    case 'unreadable':
      return { outcome: 'unreadable', words: added.fault.cause };
    case 'too-large':
      return { outcome: 'unreadable', words: 'It is larger than a document may be.' };
    case 'too-many':
      return full(`This server has ${count(added.most, 'document')}, as many as it may.`);
    case 'too-much':
      return full(
        `The documents of this server take ${Math.round(added.used / 2 ** 20)} MB, which leaves too little room.`,
      );
  }
}

function full(cause: string): Kept {
  return {
    outcome: 'full',
    words: `${cause} Remove some with /knowledge remove, and the rest follows within an hour.`,
  };
}
