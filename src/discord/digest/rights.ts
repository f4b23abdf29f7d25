import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import { UserError } from '../../core/user-error.ts';

/**
 * The server in which somebody who may manage it does something; throws `UserError` 'not-allowed' for anybody else: what
 * Discord hides from people is a setting of each server, and buttons are hidden from nobody.
 */
export function managedGuild({ guildId, memberPermissions }: BaseInteraction): string {
  if (guildId !== null && memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return guildId;
  throw new UserError(
    'not-allowed',
    'Digests are looked after by people with the permission Manage Server. Ask one of them.',
  );
}

/** Throws `UserError` 'channel-hidden' for somebody who manages the server and yet does not see a channel of it. */
export function mustSee(interaction: BaseInteraction, channelId: string): void {
  const channel = interaction.guild?.channels.cache.get(channelId);
  if (!channel || !interaction.inCachedGuild()) return;
  if (channel.permissionsFor(interaction.member).has(PermissionFlagsBits.ViewChannel)) return;
  throw new UserError('channel-hidden', 'You do not see that channel, so you cannot see what its digest would say.');
}
