import { ChannelType, type GuildBasedChannel, type GuildMember, PermissionFlagsBits } from 'discord.js';

/** A permission by the name under which people find it in the settings of a channel. */
type Needed = { readonly flag: bigint; readonly name: string };

const { ViewChannel, SendMessages, SendMessagesInThreads, EmbedLinks, ReadMessageHistory, ManageThreads } =
  PermissionFlagsBits;
const view: Needed = { flag: ViewChannel, name: 'View Channel' };
const embed: Needed = { flag: EmbedLinks, name: 'Embed Links' };

/** What the bot needs for a digest in a channel and may not do there, by the names that Discord's settings show. */
export function missingPermissions(channel: GuildBasedChannel, bot: GuildMember): readonly string[] {
  const granted = channel.permissionsFor(bot);
  const send = channel.isThread()
    ? { flag: SendMessagesInThreads, name: 'Send Messages in Threads' }
    : { flag: SendMessages, name: channel.type === ChannelType.GuildForum ? 'Create Posts' : 'Send Messages' };
  return [view, send, embed].filter(({ flag }) => !granted?.has(flag)).map(({ name }) => name);
}

/** Whether a channel is a thread that was locked, in which only those post who may manage threads. */
export function isLockedFor(channel: GuildBasedChannel, bot: GuildMember): boolean {
  return channel.isThread() && channel.locked === true && !channel.permissionsFor(bot)?.has(ManageThreads);
}

/** Whether the bot may read back what was posted in a channel, to find its own message after a crash. */
export function mayReadHistory(channel: GuildBasedChannel, bot: GuildMember): boolean {
  return channel.permissionsFor(bot)?.has(ReadMessageHistory) ?? false;
}

/** Whether everybody in the server sees a channel. */
export function isSeenByEveryone(channel: GuildBasedChannel): boolean {
  if (channel.type === ChannelType.PrivateThread) return false;
  return channel.permissionsFor(channel.guild.roles.everyone)?.has(ViewChannel) ?? true;
}
