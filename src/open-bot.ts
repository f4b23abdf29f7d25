import { randomBytes, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { createDigests } from './core/digests.ts';
import type { Memory } from './core/memory.ts';
import type { Storage } from './core/storage.ts';
import { createCompose } from './discord/digest/compose.ts';
import { createPoster } from './discord/digest/poster.ts';
import { type BotOptions, startBot } from './discord/start-bot.ts';
import type { Desks } from './open-desks.ts';
import { createDigestDelivery, type DigestDelivery } from './schedule/digest-delivery.ts';
import { nextAt } from './schedule/local-times.ts';

export type OpenBot = {
  readonly stop: () => Promise<void>;
  /** To be called when the clock was moved by hand: digests may be due. */
  readonly wake: () => void;
};

/**
 * Logs the bot in, over the documents of `desks` and what `storage` keeps, and posts digests at their times; `now` is in
 * Unix milliseconds. Throws what `startBot` throws.
 */
export async function openBot({
  desks,
  storage,
  memory,
  now,
  ...options
}: Omit<BotOptions, 'servicesFor'> & {
  readonly desks: Desks;
  readonly storage: Storage;
  readonly memory: Memory;
  readonly now: () => number;
  readonly log: Logger;
}): Promise<OpenBot> {
  const { log } = options;
  // Somebody may use /digest in the moment before the bot is ready to post.
  const ready = Promise.withResolvers<DigestDelivery>();
  const deskOf = ({ guild }: { readonly guild?: string | undefined }) => desks.deskFor({ guild, tags: [] });
  const digests = createDigests({
    storage,
    deskOf,
    now,
    newId: () => randomBytes(9).toString('base64url'),
    nextAt,
    deliverNow: async (settings) => (await ready.promise).deliverNow(settings),
    onChange: () => void ready.promise.then((delivery) => delivery.wake()),
  });
  const servicesFor: BotOptions['servicesFor'] = (at) => ({ desk: deskOf(at), memory, digests });
  const bot = await startBot({ ...options, servicesFor });
  const { client } = bot;
  const delivery = createDigestDelivery({
    storage,
    compose: createCompose({ client, storage, memory, deskOf }),
    poster: createPoster(client, log),
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
  return {
    wake: delivery.wake,
    async stop() {
      await delivery.stop();
      await bot.stop();
    },
  };
}
