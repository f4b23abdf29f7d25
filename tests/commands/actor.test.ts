import { afterAll, beforeAll, expect, test } from 'vitest';
import { botOnStandIn, ownCommands, schemaFaults } from '../builders/bot.ts';
import { islandDesk } from '../builders/island-world.ts';
import { idOf, messageOf, type Seen, valueOf } from '../builders/message.ts';

let discord: Awaited<ReturnType<typeof botOnStandIn>>;
beforeAll(async () => {
  discord = await botOnStandIn(islandDesk(), await ownCommands());
});
afterAll(() => discord.stop());

const actor = async (options: Record<string, string | boolean>) =>
  messageOf(await discord.slash({ command: 'actor', member: 'jun', options }));
const press = async (on: Seen, label: string, member = 'jun') =>
  messageOf(await discord.press(on.id, idOf(on, label), member));
const pick = async (on: Seen, list: string, option: string, member = 'jun') =>
  messageOf(await discord.select(on.id, idOf(on, list), valueOf(on, option), member));

test('a card goes to the channel, and Quotation opens the passage with its paragraphs around it, for who pressed', async () => {
  const card = await actor({ name: 'orland' });
  expect(card).toMatchObject({ private: false, title: '🇴🇷 Orland' });
  const quotation = await press(card, 'Quotation 4', 'tom');
  expect(quotation.private).toBe(true);
  expect(quotation.text).toContain(
    '-# **¶ 2** · [source](https://example.org/sea)\n> **Orland has not signed the fishing treaty.** Its budget leaves no room for new boats.',
  );
});

test('whoever asked turns the card itself; anybody else gets the page in private', async () => {
  const card = await actor({ name: 'orland' });
  const turned = await press(card, 'Mentions (6)');
  expect(turned).toMatchObject({ outcome: 'updated', id: card.id, private: false });
  const next = await press(turned, 'Next');
  expect(next.text).toContain('**6** · Yearbook of the sea · ¶ 5');
  const other = await press(next, 'Own positions', 'tom');
  expect(other).toMatchObject({ outcome: 'replied', private: true });
  expect(other.text).toContain('**WANTS**');
});

test('the list of topics shows one topic, and all of them again', async () => {
  const card = await actor({ name: 'orland' });
  const fishing = await pick(card, 'Topic', 'Fishing rights');
  expect(fishing).toMatchObject({ outcome: 'updated', title: '🇴🇷 Orland · Fishing rights' });
  expect(fishing.text).not.toContain('ferry');
  expect((await pick(fishing, 'Topic', 'All topics')).text).toContain('ferry');
});

test('the list of other actors opens a comparison for who chose, with its picture', async () => {
  const comparison = await pick(await actor({ name: 'orland' }), 'Compare with', '🇳🇻 North Vesk', 'tom');
  expect(comparison).toMatchObject({ private: true, title: '🇴🇷 Orland – 🇳🇻 North Vesk' });
  expect(comparison.files).toMatchObject([{ filename: 'matrix.png', description: expect.stringContaining('Ferries') }]);
});

test('a name that can mean several asks which one, and keeps to the topic', async () => {
  const asked = await actor({ name: 'vesk', topic: 'Ferries' });
  expect(asked.text).toContain('Which one?');
  expect(await press(asked, '🇳🇻 North Vesk')).toMatchObject({ outcome: 'updated', title: '🇳🇻 North Vesk · Ferries' });
});

test('a private card is seen by the asker alone until it is shown to everyone, also after turning it', async () => {
  const card = await actor({ name: 'orland', private: true });
  expect(card.private).toBe(true);
  const turned = await press(card, 'What others say (1)');
  const shown = await press(turned, 'Show everyone');
  expect(shown.components.find(({ disabled }) => disabled)?.label).toBe('Shown to everyone');
  await expect.poll(() => discord.messages('general').at(-1)?.visibleTo).toBeUndefined();
  expect(JSON.stringify(discord.messages('general').at(-1)?.message.embeds)).toContain('broken its word');
});

test('actors and topics are offered as one types, those of the documents first', async () => {
  const typing = (option: string, value: string) =>
    discord.autocomplete({ command: 'actor', options: { name: 'x', [option]: value }, typing: option });
  expect(await typing('name', '')).toMatchObject({
    choices: [{ name: 'Orland' }, { name: 'North Vesk' }, { name: 'Ida Hale' }],
  });
  expect(await typing('name', 'ti')).toMatchObject({ choices: [{ name: 'Tide League', value: 'Tide League' }] });
  expect(await typing('topic', 'fish')).toMatchObject({ choices: [{ name: 'Fishing rights', value: 'fishing' }] });
});

test.each([['  '], ['x'.repeat(6000)], ['@everyone **bold**'], ['🚢'], ['id:nobody']])(
  'the name %j is answered without a fault',
  async (name) => {
    expect((await actor({ name })).text).not.toContain('Something went wrong');
    expect((await actor({ name: 'orland', topic: name })).text).not.toContain('Something went wrong');
  },
);

test('nothing of all this broke a rule of Discord, and every body conforms to its schema', () => {
  expect(discord.violations).toEqual([]);
  expect(schemaFaults(discord.exchanges)).toEqual([]);
});
