import { join } from 'node:path';
import { pino } from 'pino';
import type { Desk } from '../../src/core/desk.ts';
import { createAskedQuestions } from '../../src/discord/asked-questions.ts';
import type { AnyCommand, Services } from '../../src/discord/command.ts';
import { loadCommands } from '../../src/discord/load-commands.ts';
import { startBot } from '../../src/discord/start-bot.ts';
import type { Exchange } from '../../src/playground/rest.ts';
import { type Options, startStandIn } from '../../src/playground/stand-in.ts';
import { createSchemaChecks, schemaIsPresent } from '../discord-schema.ts';

/** The commands of the project. */
export const ownCommands = () => loadCommands(join(import.meta.dirname, '../../commands'));

/** A log whose entries can be read. */
export function readableLog() {
  const entries: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug' }, { write: (line) => void entries.push(JSON.parse(line)) });
  return { log, entries };
}

/** What of the bodies sent does not conform to Discord's own schema; nothing is checked where the schema is absent. */
export function schemaFaults(exchanges: readonly Exchange[]): string[] {
  if (!schemaIsPresent) return [];
  const { validateRequest } = createSchemaChecks();
  return exchanges
    .filter(({ body }) => body !== undefined)
    .flatMap(({ method, path, body }) => validateRequest(method, path, body));
}

/** What commands work with, over a desk. */
export const servicesOf = (desk: Desk): Services => ({ desk, asked: createAskedQuestions() });

/** The bot with a real client, logged in to a stand-in for Discord. */
export async function botOnStandIn(desk: Desk, commands: readonly AnyCommand[], options: Options = {}) {
  const standIn = await startStandIn(options);
  const { log, entries } = readableLog();
  const bot = await startBot({ token: 'token', apiUrl: standIn.apiUrl, services: servicesOf(desk), log, commands });
  const stop = async () => {
    await bot.stop();
    await standIn.stop();
  };
  return { ...standIn, entries, stop };
}
