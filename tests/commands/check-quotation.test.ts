import { afterAll, beforeAll, expect, test } from 'vitest';
import { botOnStandIn, ownCommands, schemaFaults } from '../builders/bot.ts';
import { islandDesk } from '../builders/island-world.ts';
import { idOf, messageOf } from '../builders/message.ts';
import { memoryOf } from '../builders/storage.ts';

let discord: Awaited<ReturnType<typeof botOnStandIn>>;
beforeAll(async () => {
  discord = await botOnStandIn(islandDesk(), await ownCommands());
});
afterAll(() => discord.stop());

const check = async (message: string, member = 'jun') =>
  messageOf(await discord.contextMenu({ command: 'Check quotation', message, member }));
const write = (content: string) => discord.write({ content, member: 'tom' }).message.id;

test('a quotation in a message is checked, for the person who asked alone', async () => {
  const reply = await check(write('Their yearbook says “Orland has signed the fishing treaty”, no?'));
  expect(reply.private).toBe(true);
  expect(reply.text).toContain('**Altered: 1 word dropped**\nOrland has ~~not~~ signed the fishing treaty');
  expect(reply.text).toContain('> **Orland has not signed the fishing treaty.**');
});

test('it can be shown to everyone, with a link to the message', async () => {
  const message = write('> Orland plans to open a ferry to North Vesk in May.');
  const reply = await check(message);
  expect(reply.text).toMatch(/^\*\*Word for word\*\*/u);
  const pressed = messageOf(await discord.press(reply.id, idOf(reply, 'Show everyone'), 'jun'));
  expect(pressed.components.at(-1)).toMatchObject({ label: 'Shown to everyone', disabled: true });
  await expect.poll(() => discord.messages('general').at(-1)?.visibleTo).toBeUndefined();
  const [embed] = (discord.messages('general').at(-1)?.message.embeds ?? []) as { description: string }[];
  expect(embed?.description).toContain('**Word for word**');
  expect(embed?.description).toMatch(new RegExp(`/channels/\\d+/\\d+/${message}\\)$`, 'u'));
});

test('the paragraph around it can be opened', async () => {
  const reply = await check(write('“leaves no room for new boats”'));
  const context = messageOf(await discord.press(reply.id, idOf(reply, 'Context'), 'jun'));
  expect(context).toMatchObject({ private: true, title: 'Yearbook of the sea' });
});

test('an answer of the bot itself is word for word', async () => {
  const answer = await discord.slash({ command: 'ask', member: 'jun', options: { question: 'fishing treaty' } });
  const reply = await check(messageOf(answer).id);
  expect(reply.text).toContain('**Word for word**');
  expect(reply.text).not.toContain('Altered');
});

test('a message without words says so', async () => {
  for (const content of ['👍 <:sail:123456789012345678> <@1>', 'https://example.org/sea']) {
    const reply = await check(write(content));
    expect(reply).toMatchObject({
      private: true,
      text: expect.stringContaining('That message has no words to look up'),
    });
  }
});

test('marks of Markdown in a message take no effect in the reply', async () => {
  const reply = await check(
    write('“Orland plans to open a \\`casino\\` **and** [ferry](https://evil.example) to North Vesk in May.”'),
  );
  expect(reply.text).toContain('Altered');
  expect(reply.text).not.toContain('evil.example');
});

test('a button whose message was forgotten says what to do', async () => {
  let now = Date.UTC(2026, 10, 2);
  const memory = memoryOf(undefined, () => now);
  const other = await botOnStandIn(islandDesk(), await ownCommands(), { services: { memory } });
  const message = other.write({ content: '“Orland plans to open a ferry”', member: 'tom' }).message.id;
  const reply = messageOf(await other.contextMenu({ command: 'Check quotation', message, member: 'jun' }));
  now += 400 * 86_400_000;
  const pressed = messageOf(await other.press(reply.id, idOf(reply, 'Show everyone'), 'jun'));
  await other.stop();
  expect(pressed).toMatchObject({
    private: true,
    text: expect.stringContaining('That button has expired. Use the menu'),
  });
});

test('nothing of all this broke a rule of Discord, and every body conforms to its schema', () => {
  expect(discord.violations).toEqual([]);
  expect(schemaFaults(discord.exchanges)).toEqual([]);
});
