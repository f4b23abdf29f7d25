import { describeChannel, describeRole } from './describe.ts';
import { describeWholeGuild } from './describe-guild.ts';
import type { Gateway } from './gateway.ts';
import type { Messages } from './messages.ts';
import type { Watch } from './watch.ts';
import type { Channel, Guild, Role, World } from './world.ts';

export type GuildChanges = ReturnType<typeof createGuildChanges>;

/** Changes of guilds, each told to the bot by the event that Discord sends for it. */
export function createGuildChanges(deps: { world: World; gateway: Gateway; messages: Messages; watch: Watch }) {
  const { world, gateway, messages, watch } = deps;

  function tell(guild: Guild, name: string, data: Parameters<Gateway['dispatch']>[1]): void {
    if (guild.bot === 'member') gateway.dispatch(name, data, guild.id);
    watch.tell({ kind: 'guild', guildId: guild.id });
  }

  return {
    /** Adds a channel or thread, or replaces the one of that id. */
    putChannel(guild: Guild, channel: Channel): void {
      const known = guild.channels.some(({ id }) => id === channel.id);
      guild.channels = known
        ? guild.channels.map((each) => (each.id === channel.id ? channel : each))
        : [...guild.channels, channel];
      const event = `${channel.thread ? 'THREAD' : 'CHANNEL'}_${known ? 'UPDATE' : 'CREATE'}`;
      tell(guild, event, { ...describeChannel(channel), ...(channel.thread && !known ? { newly_created: true } : {}) });
    },
    /** Deletes a channel with its threads and messages. */
    dropChannel(guild: Guild, channel: Channel): void {
      const lost = guild.channels.filter(({ id, parent_id }) => id === channel.id || parent_id === channel.id);
      guild.channels = guild.channels.filter((each) => !lost.includes(each));
      for (const { id } of lost) messages.removeChannel(id);
      tell(guild, channel.thread ? 'THREAD_DELETE' : 'CHANNEL_DELETE', describeChannel(channel));
    },
    putRole(guild: Guild, role: Role): void {
      guild.roles = guild.roles.map((each) => (each.id === role.id ? role : each));
      tell(guild, 'GUILD_ROLE_UPDATE', { guild_id: guild.id, role: describeRole(guild, role) });
    },
    /** Takes the bot out of a guild, lets the guild be unavailable as in an outage, or brings either back. */
    setBot(guild: Guild, bot: Guild['bot']): void {
      if (guild.bot === bot) return;
      guild.bot = bot;
      if (bot === 'member') return tell(guild, 'GUILD_CREATE', describeWholeGuild(guild, world));
      const unavailable = bot === 'unavailable' ? { unavailable: true } : {};
      gateway.dispatch('GUILD_DELETE', { id: guild.id, ...unavailable }, guild.id);
      watch.tell({ kind: 'guild', guildId: guild.id });
    },
  };
}
