import { type ChatInputCommandInteraction, MessageFlags, type RepliableInteraction } from 'discord.js';
import type { DigestSettings } from '../../core/digest-settings.ts';
import { UserError } from '../../core/user-error.ts';
import type { Pick, Press, Services } from '../command.ts';
import { managedGuild } from '../managed-guild.ts';
import { COLOURS } from '../render/colours.ts';
import { channelLink, renderDigestLine } from '../render/digest-settings.ts';
import { type Reply, replaceMessage, sendReply } from '../reply.ts';
import { type Action, actions, isAction, plain } from './actions.ts';
import { aroundOf } from './around.ts';
import { digestBy, onlyDigest, renderDigestChoice } from './choose.ts';
import { previewFocus } from './preview-focus.ts';
import { setDigest } from './set.ts';

/** `/digest`, by its subcommand. */
export async function executeDigest(interaction: ChatInputCommandInteraction, services: Services): Promise<void> {
  const { options } = interaction;
  const subcommand = options.getSubcommand();
  if (subcommand === 'set') return setDigest(interaction, services);
  if (subcommand === 'list') return listDigests(interaction, services);
  if (subcommand === 'preview' && options.getString('focus') !== null) return previewFocus(interaction, services);
  return actOnDigest(interaction, services, actionOf(subcommand));
}

/** With the digest named, or the only one, or one chosen from a list. */
async function actOnDigest(
  interaction: ChatInputCommandInteraction,
  services: Services,
  action: Action,
): Promise<void> {
  const guild = managedGuild(interaction, 'Digests');
  const named = interaction.options.getString('digest');
  const found = await (named === null ? onlyDigest(guild, services.digests) : digestBy(named, guild, services.digests));
  if ('id' in found) return act(interaction, services, action, found);
  const choice = renderDigestChoice(action, found, aroundOf(interaction, services.desk));
  return sendReply(interaction, choice, 'asker');
}

/** Every digest of the server, a line each. */
async function listDigests(interaction: ChatInputCommandInteraction, { digests, desk }: Services): Promise<void> {
  const around = aroundOf(interaction, desk);
  const states = await digests.states(managedGuild(interaction, 'Digests'));
  const lines = states.map((state) => renderDigestLine(state, around));
  const reply: Reply =
    lines.length === 0
      ? plain('This server has no digest yet. Set one up with `/digest set`.')
      : { embeds: [{ color: COLOURS.found, description: lines.join('\n') }], components: [] };
  await sendReply(interaction, reply, 'asker');
}

/** The choice of one of several digests. State: what to do with it. */
export const pickDigest: Pick = async (interaction, services, chosen, [action]) => {
  const settings = await digestBy(chosen, managedGuild(interaction, 'Digests'), services.digests);
  await act(interaction, services, actionOf(action), settings);
};

/** A button that does something with a digest. State: what, and the digest's id. */
export const doWithDigest: Press = async (interaction, services, [action, id = '']) => {
  const settings = await digestBy(id, managedGuild(interaction, 'Digests'), services.digests);
  await act(interaction, services, actionOf(action), settings);
};

/** *Remove it*. State: the digest's id. */
export const removeDigest: Press = async (interaction, { digests, desk }, [id = '']) => {
  const settings = await digestBy(id, managedGuild(interaction, 'Digests'), digests);
  await digests.remove(settings);
  const place = channelLink(settings.channel, aroundOf(interaction, desk));
  await replaceMessage(interaction, plain(`The digest in ${place} is removed. What it posted stays in the channel.`));
};

/** *Keep it*. */
export const keepDigest: Press = async (interaction) => {
  await replaceMessage(interaction, plain('Nothing was removed.'));
};

async function act(
  interaction: RepliableInteraction,
  services: Services,
  action: Action,
  settings: DigestSettings,
): Promise<void> {
  // Posting may take longer than the three seconds within which Discord wants an answer.
  if (action === 'now') await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const around = aroundOf(interaction, services.desk);
  const reply = await actions[action](settings, { services, around, interaction });
  await sendReply(interaction, reply, 'asker');
}

function actionOf(name: string | undefined): Action {
  if (isAction(name)) return name;
  throw new UserError('button-unknown', 'That button belongs to another version of the bot. Use /digest status.');
}
