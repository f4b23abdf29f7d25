import { afterAll, beforeAll, expect, test } from 'vitest';
import { botOnStandIn, ownCommands, schemaFaults } from '../builders/bot.ts';
import { islandDesk } from '../builders/island-world.ts';
import { idOf, messageOf, type Seen, valueOf } from '../builders/message.ts';

let discord: Awaited<ReturnType<typeof botOnStandIn>>;
beforeAll(async () => {
  discord = await botOnStandIn(islandDesk(), await ownCommands());
});
afterAll(() => discord.stop());

const compare = async (options: Record<string, string | boolean>) =>
  messageOf(await discord.slash({ command: 'compare', member: 'jun', options }));
const press = async (on: Seen, label: string, member = 'jun') =>
  messageOf(await discord.press(on.id, idOf(on, label), member));

test('two actors stand side by side, with a picture that its alt text says in words', async () => {
  const comparison = await compare({ first: 'orland', second: 'north vesk' });
  expect(comparison).toMatchObject({ private: false, title: '🇴🇷 Orland – 🇳🇻 North Vesk' });
  expect(comparison.text.indexOf('Fishing rights')).toBeLessThan(comparison.text.indexOf('Ferries'));
  expect(comparison.files).toMatchObject([{ filename: 'matrix.png' }]);
  expect(comparison.files[0]?.description).toContain('Fishing rights: Orland');
  const quotation = await press(comparison, 'Quotation 2', 'tom');
  expect(quotation.text).toContain('**North Vesk opposes a larger catch for Orland.**');
});

test('one topic is chosen from the list, and the picture with it', async () => {
  const all = await compare({ first: 'orland', second: 'north vesk', third: 'tide league' });
  const ferries = messageOf(await discord.select(all.id, idOf(all, 'Topic'), valueOf(all, 'Ferries'), 'jun'));
  expect(ferries.title).toContain('· Ferries');
  expect(ferries.files).toHaveLength(1);
  expect(ferries.files[0]?.description).not.toContain('Fishing');
});

test('an actor can be the topic, and stays it on the card that is a press away', async () => {
  const comparison = await compare({ first: 'orland', second: 'ida hale', topic: 'tide league' });
  expect(comparison.title).toBe('🇴🇷 Orland – Ida Hale · Tide League');
  expect(await press(comparison, 'Card: Orland', 'tom')).toMatchObject({ title: '🇴🇷 Orland · Tide League' });
});

test('a card of one of the actors is a press away', async () => {
  const card = await press(await compare({ first: 'orland', second: 'north vesk' }), 'Card: Orland', 'tom');
  expect(card).toMatchObject({ private: true, title: '🇴🇷 Orland' });
});

test('names that are not clear are asked for, and the answer takes the place of the question', async () => {
  const asked = await compare({ first: 'vesk', second: 'orland', private: true });
  const comparison = await press(asked, 'North Vesk and Orland');
  expect(comparison).toMatchObject({ outcome: 'updated', private: true, title: '🇳🇻 North Vesk – 🇴🇷 Orland' });
  await press(comparison, 'Show everyone');
  await expect.poll(() => discord.messages('general').at(-1)?.visibleTo).toBeUndefined();
  expect(discord.messages('general').at(-1)?.message.attachments).toHaveLength(1);
});

test('nothing of all this broke a rule of Discord, and every body conforms to its schema', () => {
  expect(discord.violations).toEqual([]);
  expect(schemaFaults(discord.exchanges)).toEqual([]);
});
