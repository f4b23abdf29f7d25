import { join } from 'node:path';
import type { Logger } from 'pino';
import { type Config, loadEnvironment, readConfig } from './config.ts';
import type { Storage } from './core/storage.ts';
import { UserError } from './core/user-error.ts';
import { createLog, type LogLevel } from './log.ts';
import { openConverter } from './open-converter.ts';
import { openLiveDesks } from './open-desk.ts';
import { openKnowledge } from './open-knowledge.ts';
import { openMemory } from './open-memory.ts';
import { openStorage } from './open-storage.ts';
import { runToEnd } from './run-to-end.ts';
import { createSqliteStorage } from './storage/sqlite-storage.ts';

const commandsFolder = join(import.meta.dirname, '..', 'commands');

await runToEnd(async () => {
  const [option] = process.argv.slice(2);
  if (option !== undefined && option !== '--deploy') {
    throw new UserError('usage', `There is no option “${option}”; --deploy registers the commands and ends.`);
  }
  const config = readConfig(loadEnvironment());
  if (option === '--deploy') return deployCommands(config);
  const { token } = config;
  return token === undefined ? servePlayground(config) : serveDiscord({ ...config, token });
});

async function serveDiscord(config: Config & { readonly token: string }): Promise<void> {
  const log = logOf(config, 'info');
  await serve(log, async (atEnd) => {
    const storage = await openStorage({ data: config.data, log });
    const parts = await openParts(config, { log, storage, now: Date.now, atEnd });
    const { openBot } = await import('./open-bot.ts');
    const { token, apiUrl, guildId } = config;
    const bot = await openBot({ ...parts, token, apiUrl, guildId });
    atEnd(bot.stop);
  });
}

/** Everything as on Discord, but in a browser on this machine, over a stand-in that is new at each start. */
async function servePlayground(config: Config): Promise<void> {
  const log = logOf(config, 'warn');
  await serve(log, async (atEnd) => {
    const { createClock } = await import('./playground/clock.ts');
    const clock = createClock();
    // Servers and channels of the stand-in are gone with it, so what was set in them is not kept either.
    const storage = await createSqliteStorage({ path: ':memory:' });
    const parts = await openParts(config, { log, storage, now: clock.now, atEnd });
    const { openPlayground, PLAYGROUND_PORT } = await import('./open-playground.ts');
    const { openBot } = await import('./open-bot.ts');
    const { address, moved, standIn } = await openPlayground({ port: PLAYGROUND_PORT, clock });
    atEnd(() => standIn.stop());
    standIn.watch((sighting) => {
      if (sighting.kind === 'violation') log.error({ where: sighting.where, rule: sighting.rule }, 'A rule was broken');
    });
    const bot = await openBot({ ...parts, token: 'any', apiUrl: standIn.apiUrl });
    atEnd(bot.stop);
    clock.onAdvance(bot.wake);
    const taken = moved ? ` (port ${PLAYGROUND_PORT} is taken)` : '';
    process.stdout.write(`Attaché is at ${address}${taken}, since no DISCORD_TOKEN is set. Ctrl+C ends it.\n`);
  });
}

type AtEnd = (stop: () => unknown) => void;

/**
 * Starts what runs until the process is told to end. What it leaves to `atEnd` is stopped then, the last first; and at
 * once where it cannot start.
 */
async function serve(log: Logger, start: (atEnd: AtEnd) => Promise<void>): Promise<void> {
  const stops: (() => unknown)[] = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  const end = (signal: string) => {
    log.info({ signal }, 'Stopping');
    void stopAll().finally(() => process.exit());
  };
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    await start((stop) => void stops.push(stop));
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** What the bot works with, whether on Discord or in the playground. */
async function openParts(
  { knowledge: folder, data, questionsKeptDays: keptDays, perServer }: Config,
  {
    log,
    storage,
    now,
    atEnd,
  }: { readonly log: Logger; readonly storage: Storage; readonly now: () => number; readonly atEnd: AtEnd },
) {
  atEnd(storage.close);
  const { loadCommands } = await import('./discord/load-commands.ts');
  const converter = await openConverter({ data, log });
  atEnd(converter.close);
  const [commands, { desks, close }, { memory, stop }] = await Promise.all([
    loadCommands(commandsFolder),
    openLiveDesks({ ...converter, knowledge: folder, data, log, analysis: 'meanwhile' }),
    openMemory({ storage, keptDays, now }),
  ]);
  atEnd(close);
  atEnd(stop);
  const { knowledge, scopes } = await openKnowledge({ storage, desks, converter, perServer, now, log });
  return { commands, desks, memory, knowledge, scopes, storage, now, log };
}

function logOf({ logLevel }: Config, quietest: LogLevel): Logger {
  return createLog({ level: logLevel ?? quietest, readable: Boolean(process.stderr.isTTY) });
}

async function deployCommands({ token, ...config }: Config): Promise<void> {
  if (token === undefined) {
    throw new UserError(
      'no-token',
      'Commands are registered with DISCORD_TOKEN, which is not set. Write it into .env (see .env.example).',
    );
  }
  const { loadCommands } = await import('./discord/load-commands.ts');
  const { deploy } = await import('./discord/deploy.ts');
  const outcome = await deploy({ ...config, token, commands: await loadCommands(commandsFolder) });
  const where = config.guildId === undefined ? 'for every server' : `in the server ${config.guildId}`;
  process.stdout.write(
    outcome === 'registered' ? `The commands are registered ${where}.\n` : `The commands ${where} were up to date.\n`,
  );
}
