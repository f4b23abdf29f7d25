import {
  type APIMessage,
  type APIThreadChannel,
  ChannelFlags,
  type Client,
  type ForumChannel,
  type MediaChannel,
  REST,
  Routes,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Obstacle, Place, Post, Poster } from '../../core/posting.ts';
import { loggable } from '../faults.ts';
import { assertWithinLimits } from '../limits.ts';
import type { Reply } from '../reply.ts';
import { createPace } from './pace.ts';
import { type Open, openPlace } from './place.ts';
import { obstacleOf, UNANSWERED } from './post-faults.ts';
import { readBack } from './read-back.ts';

/** A message as a channel gets it; in a forum it becomes a post of that title. */
export type Bulletin = { readonly title: string; readonly reply: Pick<Reply, 'embeds' | 'components'> };

/** Milliseconds after which sending is given up: long before somebody else may take the delivery for abandoned. */
const TO_SEND = 30_000;

/**
 * Milliseconds between two deliveries: 40 a second. Discord takes 50 requests a second from a bot; the client counts them
 * by whole seconds, so that it may send 100 around the turn of one, and repeats those that failed.
 */
const GAP = 25;

const FAULT = 'The message could not be sent. Whoever runs the bot finds the cause in its log.';

/** Posts through a client, and reads back what it posted. Faults of our own go to the log. */
export function createPoster(client: Client<true>, log: Logger): Poster<Bulletin> {
  // Posts of forums have no nonce, so that a request for one must not be repeated: it may have been taken the first time.
  const once = new REST({ ...client.rest.options, retries: 0 });
  const turn = createPace(GAP);

  /** Does something with a place where the bot may post; nothing comes back from it but an outcome. */
  async function reach<T>(place: Place, act: (open: Open, signal: AbortSignal) => Promise<T>): Promise<T | Obstacle> {
    await turn();
    const signal = AbortSignal.timeout(TO_SEND);
    try {
      const open = await openPlace(client, place);
      return 'reason' in open ? open : await act(open, signal);
    } catch (error) {
      if (signal.aborted) return { outcome: 'retry-later', reason: UNANSWERED };
      const obstacle = obstacleOf(error);
      if (!obstacle) log.error({ err: loggable(error) }, 'A digest could not be posted');
      return obstacle ?? { outcome: 'retry-later', reason: FAULT };
    }
  }

  async function send(open: Open, { title, reply }: Bulletin, mark: string, signal: AbortSignal): Promise<Post> {
    assertWithinLimits(reply);
    const message = { ...reply, allowed_mentions: { parse: [] } };
    signal.throwIfAborted();
    if (open.outcome === 'channel' && open.channel.isThreadOnly()) {
      const body = { name: title, ...tagsOf(open.channel), message };
      const request = once.setToken(client.token).post(Routes.threads(open.id), { body, signal });
      const { id } = (await request) as APIThreadChannel;
      return { outcome: 'posted', message: `${id}/${id}` };
    }
    // The client repeats what failed; with the nonce enforced, Discord posts it once.
    const body = { ...message, nonce: mark, enforce_nonce: true };
    const { id } = (await client.rest.post(Routes.channelMessages(open.id), { body, signal })) as APIMessage;
    return { outcome: 'posted', message: `${open.id}/${id}` };
  }

  return {
    post: (place, bulletin, mark) => reach(place, (open, signal) => send(open, bulletin, mark, signal)),
    look: (place, mark, since) => reach(place, (open) => readBack(client, open, mark, since)),
  };
}

/** A forum can demand a tag of every post; any will do. */
function tagsOf({ flags, availableTags }: ForumChannel | MediaChannel): { applied_tags?: string[] } {
  const tag = availableTags.find(({ moderated }) => !moderated);
  return flags.has(ChannelFlags.RequireTag) && tag ? { applied_tags: [tag.id] } : {};
}
