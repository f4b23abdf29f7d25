import { join } from 'node:path';
import type { Desk } from '../../src/core/desk.ts';
import type { AnyCommand, Services } from '../../src/discord/command.ts';
import { loadCommands } from '../../src/discord/load-commands.ts';
import { startBot } from '../../src/discord/start-bot.ts';
import type { Exchange } from '../../src/playground/rest.ts';
import { type Options, startStandIn } from '../../src/playground/stand-in.ts';
import { createSchemaChecks, schemaIsPresent } from '../discord-schema.ts';
import { digestsOf } from './digests.ts';
import { feedsOf } from './feeds.ts';
import { knowledgeOf, scopesOf } from './knowledge.ts';
import { readableLog } from './log.ts';
import { memoryOf } from './storage.ts';

/** The commands of the project. */
export const ownCommands = () => loadCommands(join(import.meta.dirname, '../../commands'));

/** What of the bodies sent does not conform to Discord's own schema; nothing is checked where the schema is absent. */
export function schemaFaults(exchanges: readonly Exchange[]): string[] {
  if (!schemaIsPresent) return [];
  const { validateRequest } = createSchemaChecks();
  return exchanges
    .filter(({ body }) => body !== undefined)
    .flatMap(({ method, path, body }) => validateRequest(method, path, body));
}

/** What commands work with, over a desk. */
export const servicesOf = (desk: Desk, given: Partial<Services> = {}): Services => ({
  desk,
  memory: memoryOf(),
  digests: digestsOf(desk),
  knowledge: knowledgeOf().knowledge,
  scopes: scopesOf(),
  feeds: feedsOf(),
  ...given,
});

/** The same services everywhere. */
export const always = (services: Services) => () => services;

/** The bot with a real client, logged in to a stand-in for Discord. */
export async function botOnStandIn(
  desk: Desk,
  commands: readonly AnyCommand[],
  { services: given, ...options }: Options & { readonly services?: Partial<Services> } = {},
) {
  const standIn = await startStandIn(options);
  const { log, entries } = readableLog();
  const servicesFor = always(servicesOf(desk, given));
  const bot = await startBot({ token: 'token', apiUrl: standIn.apiUrl, servicesFor, log, commands });
  const stop = async () => {
    await bot.stop();
    await standIn.stop();
  };
  return { ...standIn, entries, stop };
}
