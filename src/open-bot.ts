import { randomBytes, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { ChannelScopes } from './core/channel-scopes.ts';
import { createDigests } from './core/digests.ts';
import type { Knowledge } from './core/knowledge.ts';
import type { Memory } from './core/memory.ts';
import type { Storage } from './core/storage.ts';
import { channelLine } from './discord/channel-line.ts';
import { createCompose } from './discord/digest/compose.ts';
import { createPoster } from './discord/digest/poster.ts';
import { createFeedNotice } from './discord/feed/notice.ts';
import { type Bot, type BotOptions, startBot } from './discord/start-bot.ts';
import type { Desks } from './open-desks.ts';
import { openFeeds } from './open-feeds.ts';
import { createDigestDelivery, type DigestDelivery } from './schedule/digest-delivery.ts';
import { nextAt } from './schedule/local-times.ts';

export type OpenBot = {
  readonly stop: () => Promise<void>;
  /** To be called when the clock was moved by hand: digests and feeds may be due. */
  readonly wake: () => void;
};

/**
 * Logs the bot in, over the documents of `desks` and what `storage` keeps, posts digests at their times and follows
 * feeds; `now` is in Unix milliseconds. Throws what `startBot` throws.
 */
export async function openBot({
  desks,
  storage,
  memory,
  knowledge,
  scopes,
  now,
  ...options
}: Omit<BotOptions, 'servicesFor'> & {
  readonly desks: Desks;
  readonly storage: Storage;
  readonly memory: Memory;
  readonly knowledge: Knowledge;
  readonly scopes: ChannelScopes;
  readonly now: () => number;
  readonly log: Logger;
}): Promise<OpenBot> {
  const { log } = options;
  // Somebody may use /digest in the moment before the bot is ready to post.
  const ready = Promise.withResolvers<DigestDelivery>();
  const started = Promise.withResolvers<Bot['client']>();
  const deskOf = async ({ guild, channel }: { readonly guild: string; readonly channel: string }) => {
    const channels = (await channelLine(await started.promise, channel)) ?? [channel];
    return desks.deskFor(scopes.scopeAt({ guild, channels }));
  };
  const digests = createDigests({
    storage,
    deskOf,
    now,
    newId: () => randomBytes(9).toString('base64url'),
    nextAt,
    deliverNow: async (settings) => (await ready.promise).deliverNow(settings),
    onChange: () => void ready.promise.then((delivery) => delivery.wake()),
  });
  const following = openFeeds({ storage, knowledge, now, log });
  const { feeds } = following;
  const bot = await startBot({
    ...options,
    servicesFor: (at) => ({ desk: desks.deskFor(scopes.scopeAt(at)), memory, digests, knowledge, scopes, feeds }),
  });
  const { client } = bot;
  started.resolve(client);
  const poster = createPoster(client, log);
  const delivery = createDigestDelivery({
    storage,
    compose: createCompose({ client, storage, memory, deskOf }),
    poster,
    now,
    owner: randomUUID(),
    log,
  });
  // What is served from now on is new to the digests that are posted later.
  await storage.documents.firstServed(
    desks.documents().map(({ hash }) => hash),
    now(),
  );
  ready.resolve(delivery);
  delivery.start();
  following.start(createFeedNotice({ storage, poster }));
  return {
    wake() {
      delivery.wake();
      following.wake();
    },
    async stop() {
      await following.stop();
      await delivery.stop();
      await bot.stop();
    },
  };
}
