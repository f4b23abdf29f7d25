import type { ChatInputCommandInteraction } from 'discord.js';
import type { Choice, Press, Services, Typed } from '../command.ts';
import { executeFeed, feedChoices } from '../feed/handlers.ts';
import { managedGuild } from '../managed-guild.ts';
import { detailsButton, quoted, renderDone, renderRemoval, renderUse } from '../render/knowledge.ts';
import { type Reply, replaceMessage, sendReply } from '../reply.ts';
import { addFiles } from './add.ts';
import { addedBy, addedChoices, chosenAdded } from './choose.ts';
import { setScope } from './scope.ts';
import { tagChoices } from './tags.ts';

const WHAT = 'The documents of a server';

/** `/knowledge`, by its subcommand. */
export async function executeKnowledge(interaction: ChatInputCommandInteraction, services: Services): Promise<void> {
  const { options } = interaction;
  if (options.getSubcommandGroup() === 'feed') return executeFeed(interaction, services);
  const guild = managedGuild(interaction, WHAT);
  const { knowledge } = services;
  const named = () => chosenAdded(options.getString('document', true), guild, knowledge);
  switch (options.getSubcommand()) {
    case 'add':
      return addFiles(interaction, services);
    case 'remove':
      return sendReply(interaction, renderRemoval(named()), 'asker');
    case 'rename':
      return sendReply(
        interaction,
        await rename(guild, named().stored.name, options.getString('title', true)),
        'asker',
      );
    case 'share':
      return sendReply(
        interaction,
        await share(guild, named().stored.name, options.getString('with') !== 'own'),
        'asker',
      );
    default:
      return setScope(interaction, services);
  }

  async function rename(server: string, name: string, title: string): Promise<Reply> {
    const renamed = await knowledge.rename(server, name, title);
    if (renamed.outcome === 'absent') return renderDone('That file cannot be read any more, so it has no title.');
    return renderDone(`It is called ${quoted(renamed.added.document?.title ?? title)} now.`, [
      detailsButton(renamed.added),
    ]);
  }

  async function share(server: string, name: string, everywhere: boolean): Promise<Reply> {
    const shared = await knowledge.share(server, name, everywhere);
    if (shared.outcome === 'absent') return renderDone('That document is gone: somebody has removed it since.');
    const title = quoted(shared.added.document?.title ?? name);
    const state = everywhere
      ? `${title} can be found in every server that this bot is in. \`/knowledge share\` with “this server alone” ends that.`
      : `${title} can be found in this server alone.`;
    return renderDone(shared.outcome === 'unchanged' ? `Nothing changed: ${state}` : state);
  }
}

/** Choices for the options of `/knowledge`. */
export async function knowledgeChoices({ option, text, guild }: Typed, services: Services): Promise<readonly Choice[]> {
  if (guild === null) return [];
  if (option === 'feed') return feedChoices(text, guild, services);
  return option === 'tags' ? tagChoices(text, services.desk) : addedChoices(text, guild, services);
}

/** *Delete it*. State: the document's token. */
export const removeDocument: Press = async (interaction, { knowledge }, [token = '']) => {
  const guild = managedGuild(interaction, WHAT);
  const { stored, document } = addedBy(token, guild, knowledge);
  await knowledge.remove(guild, stored.name);
  const words = `${quoted(document?.title ?? stored.name)} is deleted: the file, its text, its place in the index and what was found in it.`;
  const used = renderUse(knowledge.use(guild), knowledge.limits);
  await replaceMessage(interaction, { ...renderDone(`${words}\n-# ${used}`) });
};

/** *Keep it*. */
export const keepDocument: Press = async (interaction) => {
  await replaceMessage(interaction, renderDone('Nothing was deleted.'));
};
