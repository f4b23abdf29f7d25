import { expect, test } from 'vitest';
import { openChannelScopes } from '../../src/core/channel-scopes.ts';
import { memoryStorage } from '../builders/storage.ts';

async function opened() {
  const storage = await memoryStorage();
  const changes: number[] = [];
  const open = () => openChannelScopes({ storage, onChange: () => changes.push(1) });
  return { scopes: await open(), again: open, changes };
}

const at = (guild: string | undefined, ...channels: readonly string[]) => ({ guild, channels });

test("a channel's tags hold in its threads too, unless a thread has its own", async () => {
  const { scopes } = await opened();
  await scopes.set({ guild: 'harbour', channel: 'briefing', tags: ['trade'] });
  await scopes.set({ guild: 'harbour', channel: 'thread', tags: ['fish'] });
  expect(scopes.scopeAt(at('harbour', 'briefing'))).toEqual({ guild: 'harbour', tags: ['trade'] });
  expect(scopes.scopeAt(at('harbour', 'briefing', 'talk'))).toEqual({ guild: 'harbour', tags: ['trade'] });
  expect(scopes.scopeAt(at('harbour', 'briefing', 'thread'))).toEqual({ guild: 'harbour', tags: ['fish'] });
  expect(scopes.scopeAt(at('harbour', 'general'))).toEqual({ guild: 'harbour', tags: [] });
  expect(scopes.scopeAt(at('island', 'briefing'))).toEqual({ guild: 'island', tags: [] });
  expect(scopes.scopeAt(at(undefined, 'briefing'))).toEqual({ tags: [] });
});

test('where the bot cannot tell the channel, it shows nothing in a server that keeps channels apart', async () => {
  const { scopes } = await opened();
  await scopes.set({ guild: 'harbour', channel: 'briefing', tags: ['trade'] });
  const nowhere = (guild: string) => scopes.scopeAt({ guild, channels: undefined });
  expect(() => nowhere('harbour')).toThrow('Allow it View Channel here.');
  expect(nowhere('island')).toEqual({ guild: 'island', tags: [] });
});

test('they outlive a restart, and are gone once they are cleared', async () => {
  const { scopes, again, changes } = await opened();
  const briefing = at('harbour', 'briefing');
  await scopes.set({ guild: 'harbour', channel: 'briefing', tags: ['trade'] });
  expect((await again()).scopeAt(briefing).tags).toEqual(['trade']);
  expect(await scopes.clear('island', 'briefing')).toBe(false);
  expect(await scopes.clear('harbour', 'briefing')).toBe(true);
  expect([scopes.scopeAt(briefing).tags, (await again()).all()]).toEqual([[], []]);
  expect(changes).toHaveLength(3);
});
