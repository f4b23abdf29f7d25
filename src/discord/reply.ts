import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  type APIStringSelectComponent,
  type ButtonInteraction,
  MessageFlags,
  type RepliableInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { assertWithinLimits } from './limits.ts';

/** A row of buttons, or of one list. */
export type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>;

/** A picture beside a message; `description` says in words what it shows. */
export type ReplyFile = { readonly name: string; readonly attachment: Buffer; readonly description: string };

/** A message as Discord takes it, rendered but not sent. */
export type Reply = {
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly Row[];
  readonly files?: readonly ReplyFile[];
};

/** A press of a button, or a choice from a list. */
export type Pressed = ButtonInteraction | StringSelectMenuInteraction;

/** Who sees a reply: the channel, or only the person who asked. */
export type Audience = 'everyone' | 'asker';

/** The one door out: checks the limits, mentions nobody, and answers, or follows up where there is an answer already. */
export async function sendReply(interaction: RepliableInteraction, reply: Reply, audience: Audience): Promise<void> {
  const message = { ...sealed(reply), ...(audience === 'asker' && { flags: MessageFlags.Ephemeral as const }) };
  await (interaction.replied || interaction.deferred ? interaction.followUp(message) : interaction.reply(message));
}

/** Fills in the reply to something that was deferred, or fills it in anew. */
export async function editReply(interaction: RepliableInteraction, reply: Reply): Promise<void> {
  await interaction.editReply(sealed(reply));
}

/** Replaces the message on which something was pressed, pictures and all. */
export async function replaceMessage(interaction: Pressed, reply: Reply): Promise<void> {
  await interaction.update({ ...sealed(reply), attachments: [] });
}

/** Turns a message to another page for the person who asked for it; anybody else gets that page in private. */
export async function turnPage(interaction: Pressed, reply: Reply): Promise<void> {
  const { flags, interactionMetadata } = interaction.message;
  const own = flags.has(MessageFlags.Ephemeral) || interactionMetadata?.user.id === interaction.user.id;
  await (own ? replaceMessage(interaction, reply) : sendReply(interaction, reply, 'asker'));
}

function sealed(reply: Reply) {
  assertWithinLimits(reply);
  return { ...reply, allowedMentions: { parse: [] } };
}
