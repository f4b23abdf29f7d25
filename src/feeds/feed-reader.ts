import type { FeedContent, Validators } from '../core/feed.ts';
import type { FoundFeed } from '../core/feeds.ts';
import { UserError } from '../core/user-error.ts';
import { isPassing } from './faults.ts';
import type { PoliteFetch } from './polite-fetch.ts';
import type { ReadAside } from './read-aside.ts';
import type { FeedReading } from './read-feed.ts';

/** Bytes of a feed. */
const MOST_BYTES = 5 * 2 ** 20;
const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.5, */*;q=0.1';

export type FeedAnswer =
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'read'; readonly content: FeedContent; readonly validators: Validators };

export type FeedReader = ReturnType<typeof createFeedReader>;

/** Fetches feeds and reads them. Whatever keeps a feed from being read is a `UserError` in words for people. */
export function createFeedReader({ fetch, read }: { readonly fetch: PoliteFetch; readonly read: ReadAside['read'] }) {
  async function look(address: string, validators: Validators = {}) {
    const fetched = await fetch(address, { accept: ACCEPT, mostBytes: MOST_BYTES, validators });
    if (fetched.outcome === 'unchanged') return fetched;
    const { body: bytes, type, url } = fetched;
    const reading = await read('feed', { bytes, type, url: url.href });
    // What takes longer to read than it may was made to, or is damaged beyond use.
    return { ...fetched, reading: reading ?? ({ outcome: 'broken' } as const) };
  }

  return {
    /** Finds the feed at an address; of a page, the feed that the page names. */
    find: (address: string): Promise<FoundFeed> =>
      withRemedy(async () => {
        const first = await look(address);
        if (first.outcome === 'unchanged') throw notAFeed(address, 'other');
        const { reading, url } = first;
        if (reading.outcome === 'feed') return { url: url.href, content: reading, onPage: false };
        const [named] = reading.outcome === 'page' ? reading.feeds : [];
        if (named === undefined) throw notAFeed(url.href, reading.outcome);
        const second = await look(named);
        if (second.outcome === 'unchanged' || second.reading.outcome !== 'feed') throw notAFeed(named, 'broken');
        return { url: second.url.href, content: second.reading, onPage: true };
      }),
    /** The feed at its own address, unless it is as it was when the server gave `validators`. */
    read: async (address: string, validators: Validators): Promise<FeedAnswer> => {
      const answer = await look(address, validators);
      if (answer.outcome === 'unchanged') return answer;
      if (answer.reading.outcome !== 'feed') throw notAFeed(address, answer.reading.outcome);
      return { outcome: 'read', content: answer.reading, validators: answer.validators };
    },
  };
}

/** Somebody who waits for the outcome is told what to do about what may pass. */
async function withRemedy<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof UserError) || !isPassing(error)) throw error;
    throw new UserError(error.code, `${error.message} Try again later.`, { cause: error });
  }
}

function notAFeed(address: string, outcome: FeedReading['outcome']): UserError {
  const { host } = new URL(address);
  if (outcome === 'broken')
    return new UserError('feed-broken', `What ${host} sends begins like a feed, but is damaged.`);
  if (outcome === 'page')
    return new UserError(
      'not-a-feed',
      `This is a page of ${host}, and it names no feed. Look on it for a link called RSS, Atom or Feed, and give its address.`,
    );
  return new UserError(
    'not-a-feed',
    `What ${host} sends is neither a feed (RSS, Atom, JSON Feed) nor a page that names one.`,
  );
}
