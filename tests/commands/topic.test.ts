import { afterAll, beforeAll, expect, test } from 'vitest';
import { botOnStandIn, ownCommands, schemaFaults } from '../builders/bot.ts';
import { islandDesk } from '../builders/island-world.ts';
import { idOf, messageOf, valueOf } from '../builders/message.ts';

let discord: Awaited<ReturnType<typeof botOnStandIn>>;
beforeAll(async () => {
  discord = await botOnStandIn(islandDesk(), await ownCommands());
});
afterAll(() => discord.stop());

const topic = async (options: Record<string, string | boolean>) =>
  messageOf(await discord.slash({ command: 'topic', member: 'jun', options }));

test('a topic shows who holds what, with a picture, and leads to the cards of its actors', async () => {
  const fishing = await topic({ topic: 'fishing rights' });
  expect(fishing.text).toContain('**🇳🇻 North Vesk**\n**4** *opposes*');
  expect(fishing.files).toMatchObject([
    { filename: 'matrix.png', description: expect.stringContaining('North Vesk: opposes 1') },
  ]);
  const chosen = await discord.select(fishing.id, idOf(fishing, 'Card of'), valueOf(fishing, '🇳🇻 North Vesk'), 'tom');
  expect(messageOf(chosen)).toMatchObject({ private: true, title: '🇳🇻 North Vesk · Fishing rights' });
});

test('an unknown topic offers those that resemble it', async () => {
  const asked = await topic({ topic: 'ferry boat rights' });
  expect(messageOf(await discord.press(asked.id, idOf(asked, 'Fishing rights'), 'jun'))).toMatchObject({
    outcome: 'updated',
    title: 'Fishing rights',
  });
});

test('topics are offered as one types, most spoken of first', async () => {
  const reaction = await discord.autocomplete({ command: 'topic', options: { topic: '' }, typing: 'topic' });
  const names = reaction.outcome === 'choices' ? reaction.choices.map(({ name }) => name) : [];
  expect(names).toEqual(['Fishing rights', 'Ferries', 'Membership', 'Boats', 'Trust', 'Nuclear weapons']);
});

test('a private topic can be shown to everyone, picture and all', async () => {
  const hidden = await topic({ topic: 'ferries', private: true });
  expect(hidden.private).toBe(true);
  await discord.press(hidden.id, idOf(hidden, 'Show everyone'), 'jun');
  await expect.poll(() => discord.messages('general').at(-1)?.visibleTo).toBeUndefined();
  expect(discord.messages('general').at(-1)?.message.attachments).toHaveLength(1);
});

test('nothing of all this broke a rule of Discord, and every body conforms to its schema', () => {
  expect(discord.violations).toEqual([]);
  expect(schemaFaults(discord.exchanges)).toEqual([]);
});
