import { Client, Events, GatewayIntentBits, type RESTGetCurrentApplicationResult, Routes } from 'discord.js';
import type { Logger } from 'pino';
import type { AnyCommand, Services } from './command.ts';
import { explainConnection, gatewayRefused } from './connection-faults.ts';
import { createDispatch } from './dispatch.ts';
import { loggable } from './faults.ts';
import { registerCommands } from './register-commands.ts';

export type BotOptions = {
  readonly token: string;
  /** REST base up to what precedes `/v10`; Discord's own where left out. The gateway follows from it. */
  readonly apiUrl?: string | undefined;
  /** Registers the commands in this server only. */
  readonly guildId?: string | undefined;
  readonly services: Services;
  readonly log: Logger;
  readonly commands: readonly AnyCommand[];
};

export type Bot = { readonly client: Client<true>; readonly stop: () => Promise<void> };

/**
 * Registers the commands, logs in and serves; resolves when the client is ready. Throws `UserError` 'invalid-token',
 * 'gateway-refused', 'discord-unreachable' or 'guild-unreachable', and leaves nothing running.
 */
export async function startBot({ token, apiUrl, guildId, services, log, commands }: BotOptions): Promise<Bot> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    ...restOptions(apiUrl),
  });
  const dispatch = createDispatch({ commands, services, log });
  client.on(Events.InteractionCreate, (interaction) => void dispatch(interaction));
  logEvents(client, log);
  try {
    client.rest.setToken(token);
    // Before the gateway, of whose log-ins a bot has 1,000 a day: a wrong token is noticed here.
    const { id } = (await client.rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
    const outcome = await registerCommands({ rest: client.rest, applicationId: id, guildId, commands });
    log.info({ outcome, commands: commands.length }, 'Commands are registered');
    const ready = await logIn(client, token);
    ready.on(Events.ShardDisconnect, ({ code }) => {
      log.fatal({ code }, gatewayRefused(code).message);
      void ready.destroy();
    });
    log.info({ bot: ready.user.tag, guilds: ready.guilds.cache.size }, 'The bot is ready');
    return { client: ready, stop: () => ready.destroy() };
  } catch (error) {
    await client.destroy();
    throw explainConnection(error, apiUrl);
  }
}

/** Options of a REST client for a base given with or without a slash at its end. */
export function restOptions(apiUrl: string | undefined) {
  return apiUrl === undefined ? {} : { rest: { api: apiUrl.replace(/\/+$/u, '') } };
}

/** Rejects on a connection that is refused or fails, which the client itself would retry or keep silent about. */
function logIn(client: Client, token: string): Promise<Client<true>> {
  return new Promise((resolve, reject) => {
    client.once(Events.ClientReady, resolve);
    client.once(Events.ShardDisconnect, ({ code }) => reject(gatewayRefused(code)));
    client.once(Events.ShardError, reject);
    client.login(token).catch(reject);
  });
}

function logEvents(client: Client, log: Logger): void {
  client.on(Events.Error, (error) => log.error({ err: loggable(error) }, 'The client failed'));
  client.on(Events.ShardError, (error) => log.warn({ err: loggable(error) }, 'The connection to Discord failed'));
  client.on(Events.ShardReconnecting, () => log.info({}, 'Connecting to Discord again'));
  client.on(Events.ShardResume, () => log.info({}, 'Connected to Discord again'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'The client warns'));
  client.rest.on('rateLimited', ({ route, retryAfter }) => log.warn({ route, retryAfter }, 'Discord asks to wait'));
}
