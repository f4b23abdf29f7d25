import { clearTimeout, setTimeout } from 'node:timers';
import { type Client, SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';

type Connections = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

/** Longer than a connection needs to close, and to come back. */
const PATIENCE_MS = 1500;
const ATTEMPTS = 4;

/**
 * Options of a client, and what ends it for good. Destroyed between identify and READY, a connection of @discordjs/ws 1.2
 * neither says that it is down nor stays down: half a second later it comes back, and then has to wait before it may
 * identify again. In that time it can be destroyed.
 */
export function createEnd(): { readonly ws: WebSocketOptions; readonly end: (client: Client) => Promise<void> } {
  let connections: Connections | undefined;

  async function isOver(destroyed: unknown): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const patience = setTimeout(() => resolve(false), PATIENCE_MS);
    return Promise.race([Promise.resolve(destroyed).then(() => true), promise]).finally(() => clearTimeout(patience));
  }

  return {
    ws: {
      buildStrategy: (manager) => {
        connections = manager;
        return new SimpleShardingStrategy(manager);
      },
    },
    async end(client) {
      let over = await isOver(client.destroy());
      for (let attempt = 1; !over && attempt < ATTEMPTS; attempt += 1) over = await isOver(connections?.destroy());
    },
  };
}
