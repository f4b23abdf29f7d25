import { refusals } from './api-error.ts';
import { may, maySend, type Permission } from './permissions.ts';
import type { Channel, DirectChannel, Guild, User, World } from './world.ts';

type InGuild = { readonly guild: Guild; readonly channel: Channel };

export type Reach = ReturnType<typeof createReach>;

/** What the bot gets at over REST. Each function throws the refusal that Discord gives. */
export function createReach({ world, refuses }: { world: World; refuses: (user: User) => boolean }) {
  const { id: me } = world.bot;

  function guild(id: string): Guild {
    const found = world.guilds.find((each) => each.id === id);
    if (!found) throw refusals.unknownGuild();
    if (found.bot === 'removed') throw refusals.missingAccess();
    return found;
  }

  function inGuild(channelId: string): InGuild {
    const found = world.place(channelId);
    if (!found) throw refusals.unknownChannel();
    if (found.guild.bot === 'removed' || !may(found.guild, found.channel, me, 'VIEW_CHANNEL')) {
      throw refusals.missingAccess();
    }
    return found;
  }

  function demand(at: InGuild, ...permissions: readonly Permission[]): void {
    if (!may(at.guild, at.channel, me, ...permissions)) throw refusals.missingPermissions();
  }

  return {
    guild,
    inGuild,
    demand,
    /** A channel of a guild that the bot sees, or a conversation of its own. */
    anywhere: (channelId: string): InGuild | { readonly direct: DirectChannel } => {
      const direct = world.direct(channelId);
      return direct ? { direct } : inGuild(channelId);
    },
    /** Whether the bot may post a message there that shows embeds or files. */
    post(at: InGuild | { readonly direct: DirectChannel }, shows: { embeds: boolean; files: boolean }): void {
      if ('direct' in at) {
        if (refuses(at.direct.recipient)) throw refusals.refusesMessages();
        return;
      }
      if (at.channel.type === 15) throw refusals.noText();
      if (!maySend(at.guild, at.channel, me)) throw refusals.missingPermissions();
      if (shows.embeds) demand(at, 'EMBED_LINKS');
      if (shows.files) demand(at, 'ATTACH_FILES');
      if (at.channel.thread?.locked && !may(at.guild, at.channel, me, 'MANAGE_THREADS')) throw refusals.lockedThread();
    },
  };
}
