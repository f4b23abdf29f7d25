import { UserError } from '../core/user-error.ts';
import type { GuildChanges } from './guild-changes.ts';
import { bits, type Permission } from './permissions.ts';
import type { Rights } from './plans.ts';
import type { Guild, ThreadState, User, World } from './world.ts';

type Where = { readonly guild?: string; readonly channel: string };

/** What the administrators of a guild, and Discord itself, do to it; names or ids say to what. */
export function createAdmin({ world, changes }: { world: World; changes: GuildChanges }) {
  const guildOf = (guild: string | undefined): Guild => world.locate({ guild }).guild;
  /** Those who take no messages from the bot. */
  const closed = new Set<string>();

  function whom(guild: Guild, name: string): { readonly id: string; readonly type: 0 | 1 } {
    const role = guild.roles.find(({ id, name: called, managed }) => !managed && (id === name || called === name));
    if (role) return { id: role.id, type: 0 };
    const user = [world.bot, ...guild.members].find(({ id, username }) => id === name || username === name);
    if (user) return { id: user.id, type: 1 };
    throw new UserError('unknown-place', `There is no role or member “${name}” in ${guild.name}.`);
  }

  return {
    /** Whether a person has closed their direct messages to the bot. */
    refuses: (user: User): boolean => closed.has(user.id),
    closeDirectMessages: (member: string): void => {
      const user = guildsMember(world, member);
      closed.add(user.id);
    },
    /** Says what a role, a member or the bot may do in a channel, in place of what was said for them before. */
    setRights({ guild, channel }: Where, name: string, { allow = [], deny = [] }: Rights): void {
      const at = world.locate({ guild, channel });
      const one = whom(at.guild, name);
      const others = at.channel.overwrites.filter(({ id }) => id !== one.id);
      const overwrites = [...others, { ...one, allow: bits(allow), deny: bits(deny) }];
      changes.putChannel(at.guild, { ...at.channel, overwrites });
    },
    /** Gives a role these permissions and no others; 'attaché' is the bot's own role. */
    setRole(name: string, permissions: readonly Permission[], guild?: string): void {
      const at = guildOf(guild);
      const role = at.roles.find((each) => each.name === name || each.id === name);
      if (!role) throw new UserError('unknown-place', `There is no role “${name}” in ${at.name}.`);
      changes.putRole(at, { ...role, permissions: bits(permissions) });
    },
    deleteChannel(where: Where): void {
      const at = world.locate(where);
      changes.dropChannel(at.guild, at.channel);
    },
    /** Archives, locks or reopens a thread. */
    setThread(where: Where, state: Partial<Pick<ThreadState, 'archived' | 'locked'>>): void {
      const { guild, channel } = world.locate(where);
      if (!channel.thread) throw new UserError('unknown-place', `“${channel.name}” is no thread.`);
      changes.putChannel(guild, { ...channel, thread: { ...channel.thread, ...state, turnedAt: world.now() } });
    },
    /** Takes the bot out of a guild. */
    removeBot: (guild?: string): void => changes.setBot(guildOf(guild), 'removed'),
    /** An outage: the guild cannot be reached for a while. */
    loseGuild: (guild?: string): void => changes.setBot(guildOf(guild), 'unavailable'),
    /** Ends an outage, or invites the bot again. */
    restoreGuild: (guild?: string): void => changes.setBot(guildOf(guild), 'member'),
  };
}

function guildsMember(world: World, name: string): User {
  const user = world.guilds
    .flatMap(({ members }) => members)
    .find(({ id, username }) => id === name || username === name);
  if (!user) throw new UserError('unknown-place', `There is no member “${name}”.`);
  return user;
}
