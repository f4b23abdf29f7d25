import { expect, test } from 'vitest';
import { openChannelScopes } from '../../src/core/channel-scopes.ts';
import { memoryStorage } from '../builders/storage.ts';

async function opened() {
  const storage = await memoryStorage();
  const changes: number[] = [];
  const open = () => openChannelScopes({ storage, onChange: () => changes.push(1) });
  return { scopes: await open(), again: open, changes };
}

test("a channel's tags hold in its threads too, unless a thread has its own", async () => {
  const { scopes } = await opened();
  await scopes.set({ guild: 'harbour', channel: 'briefing', tags: ['trade'] });
  await scopes.set({ guild: 'harbour', channel: 'thread', tags: ['fish'] });
  expect(scopes.tagsAt('harbour', ['briefing'])).toEqual(['trade']);
  expect(scopes.tagsAt('harbour', ['briefing', 'talk'])).toEqual(['trade']);
  expect(scopes.tagsAt('harbour', ['briefing', 'thread'])).toEqual(['fish']);
  expect(scopes.tagsAt('harbour', ['general'])).toEqual([]);
  expect(scopes.tagsAt('island', ['briefing'])).toEqual([]);
});

test('they outlive a restart, and are gone once they are cleared', async () => {
  const { scopes, again, changes } = await opened();
  await scopes.set({ guild: 'harbour', channel: 'briefing', tags: ['trade'] });
  expect((await again()).tagsAt('harbour', ['briefing'])).toEqual(['trade']);
  expect(await scopes.clear('island', 'briefing')).toBe(false);
  expect(await scopes.clear('harbour', 'briefing')).toBe(true);
  expect([scopes.tagsAt('harbour', ['briefing']), (await again()).all()]).toEqual([[], []]);
  expect(changes).toHaveLength(3);
});
