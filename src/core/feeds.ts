import type { Feed, FeedContent } from './feed.ts';
import type { Storage } from './storage.ts';

/** Feeds of one server: a list of Discord has room for as many. */
const MOST_FEEDS = 25;

/** A feed as it was found at an address, or on the page at that address. */
export type FoundFeed = { readonly url: string; readonly content: FeedContent; readonly onPage: boolean };

export type FeedDeps = {
  readonly storage: Pick<Storage, 'feeds'>;
  /** Finds the feed at an address as somebody typed it; throws `UserError` where there is none. */
  readonly find: (address: string) => Promise<FoundFeed>;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** 12 characters of base64url. */
  readonly newId: () => string;
  /** Called when a feed is due that was not before. */
  readonly onDue: () => void;
};

export type FollowOutcome =
  /** `resumed`: it was followed before, and had been paused. */
  | { readonly outcome: 'followed' | 'resumed'; readonly feed: Feed; readonly found: FoundFeed }
  | { readonly outcome: 'known'; readonly feed: Feed }
  | { readonly outcome: 'too-many'; readonly most: number };

export type Feeds = ReturnType<typeof createFeeds>;

/** The feeds that servers follow. Every method looks in the server that it is given and in no other. */
export function createFeeds({ storage, find, now, newId, onDue }: FeedDeps) {
  const { feeds } = storage;

  /** Takes up a feed again that was paused; it is looked at once more, as if it had never failed. */
  async function resume(feed: Feed): Promise<Feed> {
    const { paused: _, failing: __, ...sound } = feed;
    const resumed = { ...sound, nextAt: now() };
    await feeds.update(resumed);
    return resumed;
  }

  return {
    /** Follows the feed at an address from now on; throws `UserError` where no feed can be read there. */
    async follow(
      { address, tags }: { readonly address: string; readonly tags: readonly string[] },
      by: { readonly guild: string; readonly user: string },
    ): Promise<FollowOutcome> {
      if ((await feeds.list(by.guild)).length >= MOST_FEEDS) return { outcome: 'too-many', most: MOST_FEEDS };
      const found = await find(address);
      const feed: Feed = {
        id: newId(),
        guild: by.guild,
        url: found.url,
        title: found.content.title,
        addedBy: by.user,
        addedAt: now(),
        tags,
        validators: {},
        seen: [],
        tried: {},
        nextAt: now(),
        kept: { total: 0, day: '', today: 0 },
      };
      const added = await feeds.add(feed);
      const known = added ? undefined : (await feeds.list(by.guild)).find(({ url }) => url === found.url);
      if (known && !known.paused) return { outcome: 'known', feed: known };
      const followed = known ? await resume(known) : feed;
      onDue();
      return { outcome: known ? 'resumed' : 'followed', feed: followed, found };
    },
    /** A server's feeds, oldest first. */
    list: (guild: string): Promise<readonly Feed[]> => feeds.list(guild),
    /** Follows a feed no more, and gives it as it was; what was kept of it stays. */
    async remove(guild: string, id: string): Promise<Feed | undefined> {
      const feed = (await feeds.list(guild)).find((each) => each.id === id);
      return feed && (await feeds.remove(guild, id)) ? feed : undefined;
    },
  };
}
