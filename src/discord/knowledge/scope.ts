import type { ChatInputCommandInteraction } from 'discord.js';
import { count } from '../../core/answer.ts';
import { readTags } from '../../core/document-details.ts';
import { isVisible } from '../../core/scope.ts';
import type { ChannelScope } from '../../core/storage.ts';
import { UserError } from '../../core/user-error.ts';
import type { Press, Services } from '../command.ts';
import { customId } from '../custom-id.ts';
import { escapeLine } from '../escape.ts';
import { managedGuild } from '../managed-guild.ts';
import { button } from '../render/buttons.ts';
import { renderDone, tagsInWords } from '../render/knowledge.ts';
import { type Reply, replaceMessage, sendReply } from '../reply.ts';
import { tagsOf } from './tags.ts';

const WHAT = 'The documents of a server';
/** Tags of a channel. */
const MOST_TAGS = 10;

/** `/knowledge scope`: which documents a channel finds. Without tags it tells which they are now. */
export async function setScope(interaction: ChatInputCommandInteraction, services: Services): Promise<void> {
  const guild = managedGuild(interaction, WHAT);
  const { scopes } = services;
  const channel = interaction.options.getChannel('channel', true).id;
  const tags = readTags(interaction.options.getString('tags') ?? '');
  if (tags.length > MOST_TAGS)
    throw new UserError('too-many-tags', `A channel has ${MOST_TAGS} tags at most; these are ${tags.length}.`);
  if (tags.length > 0) await scopes.set({ guild, channel, tags });
  const scope = scopes.find(guild, channel);
  const reply = scope ? renderScope(scope, services) : renderAll(channel);
  await sendReply(interaction, reply, 'asker');
}

/** *Find everything there*. State: the channel's id. */
export const clearScope: Press = async (interaction, { scopes }, [channel = '']) => {
  await scopes.clear(managedGuild(interaction, WHAT), channel);
  await replaceMessage(interaction, renderAll(channel));
};

function renderScope({ guild, channel, tags }: ChannelScope, { knowledge, desk }: Services): Reply {
  const known = [...desk.library().documents, ...knowledge.list(guild).flatMap(({ document }) => document ?? [])];
  const all = [...new Map(known.map((document) => [document.id, document])).values()];
  const found = all.filter((document) => isVisible(document, { guild, tags }));
  const names = [...tagsOf(desk).keys()];
  const missing = tags.filter((tag) => !all.some((document) => isVisible(document, { guild, tags: [tag] })));
  const lines = [
    `In <#${channel}> and its threads, only documents tagged ${tagsInWords(tags)} are found: ${count(found.length, 'document')} of ${all.length}.`,
    'That holds for answers, cards, digests, evidence and everything offered while somebody types, also below older messages.',
    ...missing.map((tag) => `No document has the tag “${escapeLine(tag, 40)}” yet.${offer(names)}`),
  ];
  return renderDone(lines.join('\n'), [button('Find everything there', customId('knowledge-clear', channel))]);
}

function renderAll(channel: string): Reply {
  return renderDone(
    `In <#${channel}>, every document of this server is found. Name tags to change that: \`/knowledge scope channel: tags:\``,
  );
}

function offer(names: readonly string[]): string {
  if (names.length === 0) return ' Give documents tags with the button “Details” of `/knowledge add`.';
  return ` There are: ${names
    .slice(0, 10)
    .map((name) => escapeLine(name, 40))
    .join(', ')}.`;
}
