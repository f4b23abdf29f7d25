import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  MessageFlags,
  Status,
} from 'discord.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { createSchemaChecks, schemaIsPresent } from '../discord-schema.ts';
import { ASK } from './raw-bot.ts';

let standIn: StandIn;
let client: Client<true>;

beforeEach(async () => {
  standIn = await startStandIn();
  client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: standIn.apiUrl },
    waitGuildTimeout: 500,
  }) as Client<true>;
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login('secret');
  await ready;
  await client.application.commands.set([ASK]);
});
afterEach(async () => {
  await client.destroy();
  await standIn.stop();
});

it('A bot written with discord.js replies, edits, follows up, updates and posts, and breaks no rule', async () => {
  const more = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Secondary),
  );
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isAutocomplete())
      await interaction.respond([{ name: interaction.options.getFocused(), value: 'a' }]);
    if (interaction.isButton()) await interaction.update({ content: 'More.', components: [] });
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { id } = await interaction.editReply({
      embeds: [new EmbedBuilder().setDescription('Eight.')],
      components: [more],
    });
    const followUp = await interaction.followUp({ content: id });
    await interaction.editReply({ message: followUp, content: `${id} again` });
    if (interaction.channel?.isSendable()) await interaction.channel.send('Posted.');
    await interaction.deleteReply(followUp);
  });

  expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Policy team', 'Guests']);
  expect(await standIn.autocomplete({ command: 'ask', typing: 'document', options: { document: 'tre' } })).toEqual({
    outcome: 'choices',
    choices: [{ name: 'tre', value: 'a' }],
  });
  const reply = await standIn.slash({ command: 'ask', options: { question: 'How many ships?' } });
  expect(reply).toMatchObject({
    outcome: 'replied',
    posted: { message: { embeds: [{ description: 'Eight.' }] }, visibleTo: expect.any(String) as string },
  });
  await vi.waitFor(() => expect(standIn.exchanges.at(-1)).toMatchObject({ method: 'DELETE', status: 204 }));
  expect(standIn.messages('general').map(({ message }) => message.content)).toEqual(['', 'Posted.']);
  const id = reply.outcome === 'replied' ? reply.posted.message.id : '';
  expect(await standIn.press(id, 'more')).toMatchObject({
    outcome: 'updated',
    posted: { message: { id, content: 'More.' } },
  });
  expect(standIn.violations).toEqual([]);
  if (!schemaIsPresent) return;
  const { validateRequest } = createSchemaChecks();
  const faults = standIn.exchanges.flatMap(({ method, path, body }) =>
    body === undefined ? [] : validateRequest(method, path, body),
  );
  expect(faults).toEqual([]);
});

it('A client resumes after a lost connection and after being asked to reconnect, and identifies anew after its session is forgotten', async () => {
  /** Waits until that has happened and the client can be asked again. */
  const settled = (counts: { resumed: number; identified: number }) =>
    vi.waitFor(() => {
      expect(standIn.gateway.counts()).toEqual({ ...counts, connected: 1 });
      expect(client.ws.shards.map(({ status }) => status)).toEqual([Status.Ready]);
    }, 60_000);
  standIn.gateway.drop();
  await settled({ resumed: 1, identified: 1 });
  standIn.gateway.requestReconnect();
  await settled({ resumed: 2, identified: 1 });
  standIn.gateway.invalidate(false);
  await settled({ resumed: 2, identified: 2 });
}, 60_000);

it('A client waits out a 429 and tries again after a 502', async () => {
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply('Eight.');
  });
  standIn.faults.failNext({ status: 429, on: 'POST /interactions', retryAfter: 0.05 });
  expect(await standIn.slash({ command: 'ask', options: { question: 'a' } })).toMatchObject({ outcome: 'replied' });
  standIn.faults.failNext({ status: 502, on: 'POST /interactions' });
  expect(await standIn.slash({ command: 'ask', options: { question: 'b' } })).toMatchObject({ outcome: 'replied' });
  expect(standIn.violations).toEqual([]);
});
