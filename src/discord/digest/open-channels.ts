import { ChannelType, type Guild, PermissionFlagsBits } from 'discord.js';

/**
 * Whether what was asked in a channel may be repeated in another: those who read there have seen it, or everybody in the
 * server could. Channels that the bot does not know count as closed.
 */
export function readableFrom(guild: Guild | undefined, own: string): (channel: string) => boolean {
  return (id) => {
    if (id === own) return true;
    const channel = guild?.channels.cache.get(id);
    if (!guild || !channel || channel.type === ChannelType.PrivateThread) return false;
    if (channel.isThread() && channel.parentId === own) return true;
    return channel.permissionsFor(guild.roles.everyone)?.has(PermissionFlagsBits.ViewChannel) === true;
  };
}
