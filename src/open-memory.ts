import { randomBytes } from 'node:crypto';
import { createMemory, type Memory } from './core/memory.ts';
import type { Storage } from './core/storage.ts';

const HOUR = 60 * 60 * 1000;

/**
 * What the bot remembers of what it was asked, in a storage. What is older than `keptDays` is forgotten at once and every
 * hour from then on, until `stop`; faults in doing so are the storage's to report.
 */
export async function openMemory({
  storage,
  keptDays,
  now,
}: {
  readonly storage: Storage;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly keptDays: number;
}): Promise<{ readonly memory: Memory; readonly stop: () => void }> {
  const newId = () => randomBytes(9).toString('base64url');
  const memory = createMemory({ storage, now, newId, keptDays });
  const forget = () => memory.forgetOld().catch(() => {});
  await forget();
  const timer = setInterval(() => void forget(), HOUR).unref();
  return { memory, stop: () => clearInterval(timer) };
}
