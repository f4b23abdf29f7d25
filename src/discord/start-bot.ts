import { Client, Events, GatewayIntentBits, Partials, type RESTGetCurrentApplicationResult, Routes } from 'discord.js';
import type { Logger } from 'pino';
import type { AnyCommand, ServicesFor } from './command.ts';
import { explainConnection, gatewayRefused, gatewaySilent } from './connection-faults.ts';
import { createDispatch } from './dispatch.ts';
import { createEnd } from './endable.ts';
import { loggable } from './faults.ts';
import { registerCommands } from './register-commands.ts';

export type BotOptions = {
  readonly token: string;
  /** REST base up to what precedes `/v10`; Discord's own where left out. The gateway follows from it. */
  readonly apiUrl?: string | undefined;
  /** Registers the commands in this server only. */
  readonly guildId?: string | undefined;
  readonly servicesFor: ServicesFor;
  readonly log: Logger;
  readonly commands: readonly AnyCommand[];
};

/** Twice as long as the client waits for READY before it tries again. */
const LOGIN_SECONDS = 30;

export type Bot = { readonly client: Client<true>; readonly stop: () => Promise<void> };

/**
 * Registers the commands, logs in and serves; resolves when the client is ready. Throws `UserError` 'invalid-token',
 * 'gateway-refused', 'discord-unreachable' or 'guild-unreachable', and leaves nothing running.
 */
export async function startBot({ token, apiUrl, guildId, servicesFor, log, commands }: BotOptions): Promise<Bot> {
  const { ws, end } = createEnd();
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    // A thread in the archive, or a private one, is known from what is done in it.
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    ws,
    ...restOptions(apiUrl),
  });
  const dispatch = createDispatch({ commands, servicesFor, log });
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
      void end(ready);
    });
    log.info({ bot: ready.user.tag, guilds: ready.guilds.cache.size }, 'The bot is ready');
    return { client: ready, stop: () => end(ready) };
  } catch (error) {
    await end(client);
    throw explainConnection(error, apiUrl);
  }
}

/** Options of a REST client for a base given with or without a slash at its end. */
export function restOptions(apiUrl: string | undefined) {
  return apiUrl === undefined ? {} : { rest: { api: apiUrl.replace(/\/+$/u, '') } };
}

/** Rejects on a connection that is refused, fails or takes too long, which the client itself would retry or keep silent about. */
async function logIn(client: Client, token: string): Promise<Client<true>> {
  const { promise, resolve, reject } = Promise.withResolvers<Client<true>>();
  const limit = setTimeout(() => reject(gatewaySilent(LOGIN_SECONDS)), LOGIN_SECONDS * 1000);
  client.once(Events.ClientReady, resolve);
  client.once(Events.ShardDisconnect, ({ code }) => reject(gatewayRefused(code)));
  client.once(Events.ShardError, reject);
  client.login(token).catch(reject);
  return promise.finally(() => clearTimeout(limit));
}

function logEvents(client: Client, log: Logger): void {
  client.on(Events.Error, (error) => log.error({ err: loggable(error) }, 'The client failed'));
  client.on(Events.ShardError, (error) => log.warn({ err: loggable(error) }, 'The connection to Discord failed'));
  client.on(Events.ShardReconnecting, () => log.info({}, 'Connecting to Discord again'));
  client.on(Events.ShardResume, () => log.info({}, 'Connected to Discord again'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'The client warns'));
  client.rest.on('rateLimited', ({ route, retryAfter }) => log.warn({ route, retryAfter }, 'Discord asks to wait'));
}
