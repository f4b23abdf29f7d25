import { afterAll, beforeAll, expect, test } from 'vitest';
import { botOnStandIn, ownCommands, schemaFaults } from '../builders/bot.ts';
import { islandDesk } from '../builders/island-world.ts';
import { idOf, messageOf } from '../builders/message.ts';

let discord: Awaited<ReturnType<typeof botOnStandIn>>;
beforeAll(async () => {
  discord = await botOnStandIn(islandDesk(), await ownCommands());
});
afterAll(() => discord.stop());

const find = async (content: string) => {
  const message = discord.write({ content, member: 'tom' }).message.id;
  return messageOf(await discord.contextMenu({ command: 'Find evidence', message, member: 'jun' }));
};

test('what the documents say against a claim is found, for the person who asked alone', async () => {
  const reply = await find('Orland has signed the fishing treaty.');
  expect(reply).toMatchObject({ private: true, title: 'Orland has signed the fishing treaty.' });
  expect(reply.text).toContain('> **Orland has not signed the fishing treaty.**');
  expect(reply.text).toContain('**contradicts** · ');
});

test('it can be shown to everyone, with a link to the message', async () => {
  const reply = await find('North Vesk supports the ferry.');
  expect(reply.text).toContain('**supports** · ');
  await discord.press(reply.id, idOf(reply, 'Show everyone'), 'jun');
  await expect.poll(() => discord.messages('general').at(-1)?.visibleTo).toBeUndefined();
  const [embed] = (discord.messages('general').at(-1)?.message.embeds ?? []) as { description: string }[];
  expect(embed?.description).toContain('-# About [this message](https://discord.com/channels/');
});

test('a message without words says so', async () => {
  expect((await find('<@1> 👀')).text).toContain('That message has no words to look up');
});

test('nothing of all this broke a rule of Discord, and every body conforms to its schema', () => {
  expect(discord.violations).toEqual([]);
  expect(schemaFaults(discord.exchanges)).toEqual([]);
});
