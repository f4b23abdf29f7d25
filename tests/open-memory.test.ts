import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openMemory } from '../src/open-memory.ts';
import { memoryStorage } from './builders/storage.ts';
import { questionOf } from './builders/stored.ts';

const HOUR = 3_600_000;

beforeEach(() => void vi.useFakeTimers({ now: 100 * 24 * HOUR }));
afterEach(() => void vi.useRealTimers());

test('what is older than its days is forgotten at the start, and from then on every hour until the end', async () => {
  const storage = await memoryStorage();
  const { now } = Date;
  for (const age of [25, 23.5, 22.5]) await storage.questions.log(questionOf({ at: now() - age * HOUR }));
  const ages = async () => (await storage.questions.since('harbour', 0, 9)).map(({ at }) => (now() - at) / HOUR);
  const { memory, stop } = await openMemory({ storage, keptDays: 1, now });
  expect(await ages()).toEqual([22.5, 23.5]);
  const id = await memory.keep({ question: 'how deep?' }, { guild: 'harbour', channel: 'general' });
  expect(id).toMatch(/^[\w-]{12}$/u);
  await vi.advanceTimersByTimeAsync(HOUR);
  expect(await ages()).toEqual([23.5]);
  stop();
  await vi.advanceTimersByTimeAsync(5 * HOUR);
  expect(await ages()).toEqual([28.5]);
  await storage.close();
});
