import type { Feed } from '../../core/feed.ts';
import type { Poster } from '../../core/posting.ts';
import type { Storage } from '../../core/storage.ts';
import type { Bulletin } from '../digest/poster.ts';
import { renderFeedNotice } from '../render/feeds.ts';

/**
 * Tells the channel for administrators of a server's digests that a feed was paused. Where there is no such channel, or
 * the bot cannot post in it, `/knowledge feed list` has to do.
 */
export function createFeedNotice({
  storage,
  poster,
}: {
  readonly storage: Pick<Storage, 'digests'>;
  readonly poster: Pick<Poster<Bulletin>, 'post'>;
}): (feed: Feed) => Promise<'told' | 'later'> {
  return async (feed) => {
    const { id, guild } = feed;
    const digests = await storage.digests.list(guild);
    const channel = digests.map(({ adminChannel }) => adminChannel).find((each) => each !== undefined);
    if (channel === undefined) return 'told';
    const bulletin = { title: 'A feed was paused', reply: renderFeedNotice(feed) };
    const post = await poster.post({ kind: 'channel', guild, channel }, bulletin, `${id}-paused`);
    return post.outcome === 'retry-later' ? 'later' : 'told';
  };
}
