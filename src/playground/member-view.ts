import { UserError } from '../core/user-error.ts';
import type { Command, Commands } from './commands.ts';
import type { Messages, Posted } from './messages.ts';
import { channelPermissions, may, maySend, PERMISSION } from './permissions.ts';
import type { Channel, Guild, Place, User, Whereabouts, World } from './world.ts';

const GUILD_CONTEXT = 0;
const FORUM = 15;

export type MemberView = ReturnType<typeof createMemberView>;

/** What a member of a guild sees. Names and ids as in `Whereabouts`; what a member does not see is not there for them. */
export function createMemberView({
  world,
  commands,
  messages,
}: {
  world: World;
  commands: Commands;
  messages: Messages;
}) {
  function visible(guild: Guild, member: User): readonly Channel[] {
    return guild.channels.filter((channel) => may(guild, channel, member.id, 'VIEW_CHANNEL'));
  }

  /** Where a member is. Throws `UserError` 'unknown-place' where they cannot be. */
  function stand(at: Whereabouts): Place {
    const { guild, member } = world.locate({ guild: at.guild, member: at.member });
    const channels = visible(guild, member);
    const channel = channels.find(({ id, name }) => at.channel === undefined || [id, name].includes(at.channel));
    if (channel) return { guild, channel, member };
    const known = channels.map(({ name }) => name).join(', ') || 'none';
    throw new UserError(
      'unknown-place',
      `There is no channel “${at.channel ?? ''}” that ${member.username} can see. There is: ${known}.`,
    );
  }

  const seenBy = ({ channel, member }: Place): readonly Posted[] =>
    messages.list(channel.id).filter(({ visibleTo }) => (visibleTo ?? member.id) === member.id);

  return {
    stand,
    /** A message that a member sees, and where it stands. Throws `UserError` 'unknown-message'. */
    look(messageId: string, member: string | undefined): { readonly on: Posted; readonly place: Place } {
      const on = messages.find(messageId);
      const at = on && world.place(on.message.channel_id);
      const place = at && { ...at, member: world.locate({ guild: at.guild.id, member }).member };
      const sees = place && may(place.guild, place.channel, place.member.id, 'VIEW_CHANNEL');
      if (!sees || (on.visibleTo ?? place.member.id) !== place.member.id) {
        throw new UserError('unknown-message', 'That message is not there, or not visible to this member.');
      }
      return { on, place };
    },
    /** Whether a member may write in the channel; without that, no slash command can be typed. */
    mayWrite: ({ guild, channel, member }: Place): boolean =>
      channel.type !== FORUM && maySend(guild, channel, member.id),
    /** The commands that a member is offered there, of every type: the guild's own before the global ones. */
    offered({ guild, channel, member }: Place): readonly Command[] {
      if (guild.bot !== 'member' || !may(guild, channel, member.id, 'USE_APPLICATION_COMMANDS')) return [];
      const held = channelPermissions(guild, channel, member.id);
      return [...commands.inScope(guild.id), ...commands.inScope(undefined)].filter((command) => {
        const contexts = command['contexts'];
        return (!Array.isArray(contexts) || contexts.includes(GUILD_CONTEXT)) && isAllowed(command, held);
      });
    },
    /** Channels and threads that a member sees. */
    channels(at: Pick<Whereabouts, 'guild' | 'member'>): readonly Channel[] {
      const { guild, member } = world.locate(at);
      return visible(guild, member);
    },
    /** The latest messages that a member sees in a channel, oldest first; those before a message where one is named. */
    history(at: Whereabouts, { limit = 50, before }: { limit?: number; before?: string } = {}): readonly Posted[] {
      const all = seenBy(stand(at));
      const end = before === undefined ? all.length : all.findIndex(({ message }) => message.id === before);
      return all.slice(Math.max(0, end - limit), Math.max(0, end));
    },
  };
}

/** '0' leaves a command to administrators, who have every permission. */
function isAllowed(command: Command, held: bigint): boolean {
  const wanted = command['default_member_permissions'];
  if (typeof wanted !== 'string') return true;
  if ((held & PERMISSION.ADMINISTRATOR) !== 0n) return true;
  return wanted !== '0' && (held & BigInt(wanted)) === BigInt(wanted);
}
