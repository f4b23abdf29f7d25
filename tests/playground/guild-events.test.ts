import { Client, Events, GatewayIntentBits, PermissionFlagsBits, type TextChannel } from 'discord.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';

let standIn: StandIn;
let client: Client<true>;
beforeEach(async () => {
  standIn = await startStandIn();
  client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: standIn.apiUrl } }) as Client<true>;
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login('secret');
  await ready;
});
afterEach(async () => {
  await client.destroy();
  await standIn.stop();
});

const guild = () => {
  const found = client.guilds.cache.find(({ name }) => name === 'Policy team');
  if (!found) throw new Error('There is no guild');
  return found;
};
const channel = (name: string) => guild().channels.cache.find((each) => each.name === name) as TextChannel;
const mayWrite = (name: string) =>
  channel(name)
    .permissionsFor(guild().members.me ?? client.user)
    ?.has(PermissionFlagsBits.SendMessages);

it('A bot written with discord.js knows what it may do, and follows every change of channels, roles and threads', async () => {
  expect([mayWrite('general'), mayWrite('announcements'), mayWrite('rules')]).toEqual([true, true, false]);
  standIn.admin.setRights({ channel: 'general' }, 'attaché', { deny: ['SEND_MESSAGES'] });
  await vi.waitFor(() => expect(mayWrite('general')).toBe(false));
  standIn.admin.setRole('@everyone', ['VIEW_CHANNEL']);
  standIn.admin.setRole('attaché', ['VIEW_CHANNEL']);
  await vi.waitFor(() => expect(mayWrite('briefings')).toBe(false));
  standIn.admin.setThread({ channel: 'fishing rights' }, { archived: true });
  await vi.waitFor(() => expect(channel('fishing rights')).toMatchObject({ archived: true }));
  standIn.admin.deleteChannel({ channel: 'briefings' });
  await vi.waitFor(() => expect(channel('briefings')).toBeUndefined());
  standIn.admin.loseGuild();
  await vi.waitFor(() => expect(guild().available).toBe(false));
  standIn.admin.restoreGuild();
  await vi.waitFor(() => expect(guild().available).toBe(true));
  standIn.admin.removeBot();
  await vi.waitFor(() => expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Guests']));
  expect(standIn.violations).toEqual([]);
});

it('A bot written with discord.js opens threads and posts, reads them back and writes to a person', async () => {
  const thread = await channel('general').threads.create({ name: 'Nets' });
  await thread.send({ content: 'Nets?', nonce: 'nets', enforceNonce: true });
  await thread.send({ content: 'Nets?', nonce: 'nets', enforceNonce: true });
  expect((await thread.messages.fetch({ limit: 5 })).map(({ content }) => content)).toEqual(['Nets?']);
  const forum = await guild().channels.fetch(channel('questions').id);
  if (!forum?.isThreadOnly()) throw new Error('That is no forum');
  const post = await forum.threads.create({ name: 'Quotas', message: { content: 'How many?' } });
  expect((await post.fetchStarterMessage())?.content).toBe('How many?');
  expect((await guild().channels.fetchActiveThreads()).threads.map(({ name }) => name)).toEqual([
    'fishing rights',
    'Nets',
    'Quotas',
  ]);
  const jun = await guild().members.fetch(standIn.guilds[0]?.members[1]?.id ?? '');
  await jun.send('Your digest is paused.');
  expect(standIn.directMessages('jun')).toHaveLength(1);
  expect(standIn.violations).toEqual([]);
});
