import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Limits } from '../../src/core/knowledge.ts';
import { openBot } from '../../src/open-bot.ts';
import { openConverter } from '../../src/open-converter.ts';
import { openDesks } from '../../src/open-desk.ts';
import { openKnowledge } from '../../src/open-knowledge.ts';
import { openMemory } from '../../src/open-memory.ts';
import { type Options, startStandIn } from '../../src/playground/stand-in.ts';
import { ownCommands } from './bot.ts';
import { readableLog } from './log.ts';
import { memoryStorage } from './storage.ts';

/**
 * Everything as it runs, over the files of a folder of its own and a storage in memory, logged in to a stand-in. `data` is
 * the folder for what outlives a restart.
 */
export async function wholeBot({
  files,
  perServer = { documents: 200, bytes: 100 * 1024 * 1024 },
  ...options
}: Options & { readonly files: Readonly<Record<string, string>>; readonly perServer?: Limits }) {
  const [folder, data] = await Promise.all(
    ['files', 'data'].map((name) => mkdtemp(join(tmpdir(), `attache-${name}-`))),
  );
  if (folder === undefined || data === undefined) throw new Error('There are no temporary folders');
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  const { log, entries } = readableLog();
  const now = options.now ?? Date.now;
  const [storage, converter] = await Promise.all([memoryStorage(), openConverter({ data, log })]);
  const desks = await openDesks({ knowledge: folder, data, log, analysis: 'awaited', convert: converter.convert });
  const { memory, stop: stopForgetting } = await openMemory({ storage, keptDays: 30, now });
  const added = await openKnowledge({ storage, desks, converter, perServer, now, log });
  const standIn = await startStandIn(options);
  const commands = await ownCommands();
  const parts = { desks, storage, memory, ...added };
  const bot = await openBot({ ...parts, commands, now, log, token: 'any', apiUrl: standIn.apiUrl });
  return {
    ...standIn,
    ...parts,
    data,
    /** Entries of the log. */
    entries,
    async stop(): Promise<void> {
      stopForgetting();
      await bot.stop();
      await standIn.stop();
      await converter.close();
      await desks.analyze();
      await storage.close();
      await Promise.all([folder, data].map((made) => rm(made, { recursive: true, force: true })));
    },
  };
}

export type WholeBot = Awaited<ReturnType<typeof wholeBot>>;
