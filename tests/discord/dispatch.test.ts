import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command, Whereabouts } from '../../src/discord/command.ts';
import { renderNotice } from '../../src/discord/render/notice.ts';
import { sendReply } from '../../src/discord/reply.ts';
import { startBot } from '../../src/discord/start-bot.ts';
import { startStandIn } from '../../src/playground/stand-in.ts';
import { botOnStandIn, servicesOf } from '../builders/bot.ts';
import { deskOf } from '../builders/document.ts';
import { readableLog } from '../builders/log.ts';

const button = (label: string, id: string) => ({ type: 2, style: 2, label, custom_id: id }) as const;

const moody: Command = {
  data: {
    name: 'moody',
    description: 'Does what its option says.',
    options: [{ type: 3, name: 'mood', description: 'How it ends.', required: true, autocomplete: true }],
  },
  async execute(interaction) {
    const mood = interaction.options.getString('mood', true);
    if (mood === 'fails') throw new Error('the secret cause');
    const buttons = [button('Old', 'v0:moody:1'), button('Foreign', 'hello'), button('Bad', 'v1:bad')];
    const components = [{ type: 1 as const, components: buttons }];
    const over = mood === 'overlong' ? [{ description: 'x'.repeat(4097) }] : renderNotice('well').embeds;
    await sendReply(interaction, { embeds: over, components }, 'everyone');
    if (mood === 'fails late') throw new Error('after the answer');
  },
  autocomplete() {
    throw new Error('no choices today');
  },
  buttons: {
    async bad() {
      throw new Error('the button broke');
    },
  },
};

let discord: Awaited<ReturnType<typeof botOnStandIn>>;
beforeAll(async () => {
  discord = await botOnStandIn(deskOf([]), [moody]);
});
afterAll(() => discord.stop());

const feel = (mood: string) => discord.slash({ command: 'moody', options: { mood } });

function seen(reaction: Awaited<ReturnType<typeof feel>>) {
  if (reaction.outcome !== 'replied') return { text: reaction.outcome, private: false };
  const [embed] = reaction.posted.message.embeds as { description?: string }[];
  return { text: embed?.description ?? '', private: reaction.posted.visibleTo !== undefined };
}

test.each(['fails', 'overlong'])(
  'a command that %s is answered kindly with a number that the log knows',
  async (mood) => {
    const { text, private: hidden } = seen(await feel(mood));
    const [fault] = text.match(/[0-9a-f]{8}$/u) ?? [];
    expect(text).toMatch(/^Something went wrong here, not with your question\. Try again; /u);
    expect(hidden).toBe(true);
    expect(discord.entries.find((entry) => entry['fault'] === fault)).toMatchObject({
      level: 50,
      command: 'moody',
      msg: 'An interaction failed',
    });
  },
);

test('the cause of a fault is for the log, not for the reader', async () => {
  expect(seen(await feel('fails')).text).not.toContain('secret');
  expect(JSON.stringify(discord.entries)).toContain('the secret cause');
});

test('a fault after the answer is told in a message of its own', async () => {
  await feel('fails late');
  await expect
    .poll(() => JSON.stringify(discord.messages('general').at(-1)?.message.embeds))
    .toContain('Something went wrong');
});

test('a button of another version or of nobody gets a kind word', async () => {
  const reaction = await feel('well');
  const id = reaction.outcome === 'replied' ? reaction.posted.message.id : '';
  for (const customId of ['v0:moody:1', 'hello']) {
    expect(seen(await discord.press(id, customId))).toEqual({
      text: expect.stringContaining('That button has expired'),
      private: true,
    });
  }
  expect(seen(await discord.press(id, 'v1:bad')).text).toContain('Something went wrong');
});

test('choices that cannot be found are an empty list, not silence', async () => {
  const reaction = await discord.autocomplete({ command: 'moody', options: { mood: 'w' }, typing: 'mood' });
  expect(reaction).toEqual({ outcome: 'choices', choices: [] });
});

test('a late answer that Discord refuses is logged and not tried again', async () => {
  const before = discord.exchanges.filter(({ path }) => path.endsWith('/callback')).length;
  discord.faults.failNext({ status: 502, on: '/callback', taken: true });
  await feel('well');
  await expect
    .poll(() => discord.entries.at(-1))
    .toMatchObject({ level: 40, msg: 'Discord took no answer to an interaction any more' });
  expect(discord.exchanges.filter(({ path }) => path.endsWith('/callback')).length).toBe(before + 2);
});

test('what people type never reaches the log', async () => {
  await feel('well');
  expect(JSON.stringify(discord.entries)).not.toContain('"well"');
});

test('a thread that the bot did not know is known with the channel above it, from what is done in it', async () => {
  const places: Whereabouts[] = [];
  const standIn = await startStandIn();
  const { log } = readableLog();
  const servicesFor = (at: Whereabouts) => {
    places.push(at);
    return servicesOf(deskOf([]));
  };
  const bot = await startBot({ token: 'token', apiUrl: standIn.apiUrl, servicesFor, log, commands: [moody] });
  const channels = standIn.guilds[0]?.channels ?? [];
  const idOf = (name: string) => channels.find((channel) => channel.name === name)?.id ?? '';
  bot.client.channels.cache.delete(idOf('fishing rights'));
  const before = standIn.exchanges.length;
  await standIn.slash({ command: 'moody', options: { mood: 'well' }, channel: 'fishing rights' });
  await standIn.slash({ command: 'moody', options: { mood: 'well' }, channel: 'briefings' });
  expect(places.map((place) => place.channels)).toEqual([
    [idOf('general'), idOf('fishing rights')],
    [idOf('briefings')],
  ]);
  expect(standIn.exchanges.slice(before).filter(({ method }) => method === 'GET')).toEqual([]);
  await bot.stop();
  await standIn.stop();
});
