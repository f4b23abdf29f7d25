import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import { UserError } from '../../core/user-error.ts';

/** Throws `UserError` 'channel-hidden' for somebody who manages the server and yet does not see a channel of it. */
export function mustSee(interaction: BaseInteraction, channelId: string): void {
  const channel = interaction.guild?.channels.cache.get(channelId);
  if (!channel || !interaction.inCachedGuild()) return;
  if (channel.permissionsFor(interaction.member).has(PermissionFlagsBits.ViewChannel)) return;
  throw new UserError('channel-hidden', 'You do not see that channel, so you cannot see what its digest would say.');
}
