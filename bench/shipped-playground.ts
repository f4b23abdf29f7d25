import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig, shippedKnowledge } from '../src/config.ts';
import type { Storage } from '../src/core/storage.ts';
import { loadCommands } from '../src/discord/load-commands.ts';
import { openBot } from '../src/open-bot.ts';
import { openConverter } from '../src/open-converter.ts';
import { openDesks } from '../src/open-desk.ts';
import type { Desks } from '../src/open-desks.ts';
import { openKnowledge } from '../src/open-knowledge.ts';
import { openMemory } from '../src/open-memory.ts';
import { openPlayground } from '../src/open-playground.ts';
import { createClock } from '../src/playground/clock.ts';
import type { StandIn } from '../src/playground/stand-in.ts';
import { createSqliteStorage } from '../src/storage/sqlite-storage.ts';

export type Parts = { readonly desks: Desks; readonly storage: Storage; readonly standIn: StandIn };

/**
 * The playground with the real bot over the documents that ship. Its clock begins at `from`, in Unix ms; `prepare` does
 * what has to be done before the bot logs in.
 */
export async function openShippedPlayground(from: number, prepare: (parts: Parts) => Promise<void>) {
  const data = await mkdtemp(join(tmpdir(), 'attache-bench-'));
  const log = pino({ level: 'warn' }, pino.destination(2));
  const ahead = from - Date.now();
  const clock = createClock(() => Date.now() + ahead);
  const { now } = clock;
  const storage = await createSqliteStorage({ path: ':memory:' });
  const [commands, desks, { memory, stop: stopForgetting }] = await Promise.all([
    loadCommands(join(import.meta.dirname, '../commands')),
    openDesks({ knowledge: shippedKnowledge, data, log, analysis: 'awaited' }),
    openMemory({ storage, keptDays: 30, now }),
  ]);
  const converter = await openConverter({ data, log });
  const added = await openKnowledge({ storage, desks, converter, perServer: readConfig({}).perServer, now, log });
  const { address, standIn } = await openPlayground({ port: 0, clock });
  await prepare({ desks, storage, standIn });
  const bot = await openBot({
    commands,
    desks,
    memory,
    storage,
    ...added,
    now,
    log,
    token: 'any',
    apiUrl: standIn.apiUrl,
  });
  clock.onAdvance(bot.wake);
  return {
    address,
    standIn,
    clock,
    async stop(): Promise<void> {
      stopForgetting();
      await bot.stop();
      await standIn.stop();
      await storage.close();
      await rm(data, { recursive: true });
    },
  };
}
