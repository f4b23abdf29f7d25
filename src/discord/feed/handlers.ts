import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { LONGEST, MOST_TAGS, readTags } from '../../core/document-details.ts';
import { UserError } from '../../core/user-error.ts';
import { choiceName } from '../choice-name.ts';
import type { Choice, Services } from '../command.ts';
import { managedGuild } from '../managed-guild.ts';
import { renderFeeds, renderFollowed, renderUnfollowed } from '../render/feeds.ts';
import { sendReply } from '../reply.ts';

type Around = Pick<Services, 'feeds'>;

/** `/knowledge feed`, by its subcommand. */
export async function executeFeed(interaction: ChatInputCommandInteraction, services: Around): Promise<void> {
  const guild = managedGuild(interaction, 'Feeds');
  switch (interaction.options.getSubcommand()) {
    case 'add':
      return addFeed(interaction, guild, services);
    case 'remove':
      return removeFeed(interaction, guild, services);
    default:
      return listFeeds(interaction, guild, services);
  }
}

async function addFeed(interaction: ChatInputCommandInteraction, guild: string, { feeds }: Around): Promise<void> {
  const { options, user } = interaction;
  const wish = { address: options.getString('url', true), tags: tagsOf(options.getString('tags') ?? '') };
  // The server of the feed may take longer to answer than the three seconds that Discord grants.
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  await sendReply(interaction, renderFollowed(await feeds.follow(wish, { guild, user: user.id })), 'asker');
}

function tagsOf(typed: string): readonly string[] {
  const tags = readTags(typed);
  if (tags.length <= MOST_TAGS && tags.every((tag) => tag.length <= LONGEST.tag)) return tags;
  throw new UserError(
    'tags-too-long',
    `A document has ${MOST_TAGS} tags at most, each of ${LONGEST.tag} characters at most. Give fewer or shorter ones.`,
  );
}

/** As many messages as the feeds of the server take. */
async function listFeeds(interaction: ChatInputCommandInteraction, guild: string, { feeds }: Around): Promise<void> {
  for (const reply of renderFeeds(await feeds.list(guild))) await sendReply(interaction, reply, 'asker');
}

async function removeFeed(interaction: ChatInputCommandInteraction, guild: string, { feeds }: Around): Promise<void> {
  const named = interaction.options.getString('feed', true).trim();
  const all = await feeds.list(guild);
  const called = all.filter(({ title }) => title.toLowerCase() === named.toLowerCase());
  const chosen =
    all.find(({ id, url }) => id === named || url === named) ?? (called.length === 1 ? called[0] : undefined);
  const removed = chosen && (await feeds.remove(guild, chosen.id));
  if (!removed)
    throw new UserError(
      'unknown-feed',
      'This server follows no such feed. Choose one from the list that appears as you type; /knowledge feed list shows them too.',
    );
  await sendReply(interaction, renderUnfollowed(removed), 'asker');
}

/** The feeds of a server for what has been typed so far, by title or address. */
export async function feedChoices(typed: string, guild: string, { feeds }: Around): Promise<readonly Choice[]> {
  const wanted = typed.trim().toLowerCase();
  return (await feeds.list(guild))
    .map(({ id, title, url }) => ({ name: `${title} · ${url.replace(/^https?:\/\//u, '')}`, value: id }))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .map(({ name, value }) => ({ name: choiceName(name), value }));
}
