import { UserError } from '../core/user-error.ts';
import { foundGuild } from './found-guild.ts';
import { BOT_NAME, type GuildPlan, nameOf } from './plans.ts';
import { createSnowflakes } from './snowflake.ts';

export type User = Readonly<Record<'id' | 'username' | 'global_name' | 'discriminator', string>> & {
  readonly avatar: null;
  readonly public_flags: number;
  readonly flags: number;
  readonly primary_guild: null;
  readonly bot?: boolean;
};
export type Role = {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  readonly managed: boolean;
};
/** What a channel allows and denies a role (type 0) or a member (type 1). */
export type Overwrite = { readonly id: string; readonly type: 0 | 1; readonly allow: bigint; readonly deny: bigint };
/** 0 text, 5 announcements, 10 thread of announcements, 11 public thread, 12 private thread, 15 forum. */
export type ChannelType = 0 | 5 | 10 | 11 | 12 | 15;
export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly guild_id: string;
  readonly type: ChannelType;
  readonly position: number;
  readonly overwrites: readonly Overwrite[];
  /** The channel of a thread. */
  readonly parent_id: string | null;
  /** Of threads only; times are Unix milliseconds. */
  readonly thread?: ThreadState;
};
export type ThreadState = {
  readonly ownerId: string;
  readonly archived: boolean;
  readonly locked: boolean;
  /** When it was last archived or taken out of the archive. */
  readonly turnedAt: number;
  readonly createdAt: number;
};
/** A conversation of two. */
export type DirectChannel = { readonly id: string; readonly recipient: User };
/** A guild; its channels, threads included, its roles and the bot's place in it may change. */
export type Guild = {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly members: readonly User[];
  channels: readonly Channel[];
  roles: readonly Role[];
  /** Roles by the id of a member or the bot, besides everyone's. */
  memberRoles: ReadonlyMap<string, readonly string[]>;
  bot: 'member' | 'removed' | 'unavailable';
};
/** Where somebody does something. */
export type Place = { readonly guild: Guild; readonly channel: Channel; readonly member: User };
/** Names or ids; the first of each where one is left out. */
export type Whereabouts = {
  readonly guild?: string | undefined;
  readonly channel?: string | undefined;
  readonly member?: string | undefined;
};

export type World = ReturnType<typeof createWorld>;

/** The guilds, channels and people of the stand-in, and what makes ids for everything else. `now` is in Unix ms. */
export function createWorld(plans: readonly GuildPlan[], now: () => number) {
  const snowflake = createSnowflakes();
  const founded = now() - 86_400_000;
  const user = (name: string, index: number): User => ({
    id: snowflake(founded - 1 - index),
    username: name,
    global_name: name.charAt(0).toUpperCase() + name.slice(1),
    discriminator: '0',
    avatar: null,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
  });
  const names = [...new Set(plans.flatMap(({ members }) => members.map(nameOf)))];
  const users = new Map(names.map((name, index) => [name, user(name, index)]));
  const bot: User = { ...user(BOT_NAME, names.length), bot: true };
  // Shards are chosen by the moment within an id, so every guild has a moment of its own.
  const guilds = plans.map((plan, index) =>
    foundGuild(plan, {
      newId: () => snowflake(founded + index),
      people: new Map([...users, [BOT_NAME, bot]]),
      foundedAt: founded,
    }),
  );
  const directs = new Map<string, DirectChannel>();

  return {
    now,
    guilds,
    bot,
    applicationId: bot.id,
    newId: () => snowflake(now()),
    user: (id: string): User | undefined => [...users.values(), bot].find((each) => each.id === id),
    /** A channel of a guild with its guild, by its id. */
    place(id: string): { readonly guild: Guild; readonly channel: Channel } | undefined {
      for (const guild of guilds) {
        const channel = guild.channels.find((each) => each.id === id);
        if (channel) return { guild, channel };
      }
      return undefined;
    },
    direct: (channelId: string): DirectChannel | undefined => directs.get(channelId),
    /** The bot's conversation with somebody, the same one each time. */
    directWith(recipient: User): DirectChannel {
      const known = [...directs.values()].find((each) => each.recipient.id === recipient.id);
      const channel = known ?? { id: snowflake(now()), recipient };
      directs.set(channel.id, channel);
      return channel;
    },
    /** Throws `UserError` 'unknown-place' where a name or id fits nothing. */
    locate(at: Whereabouts): Place {
      const guild = pick('guild', guilds, at.guild, ({ id, name }) => [id, name]);
      const channel = pick('channel', guild.channels, at.channel, ({ id, name }) => [id, name]);
      const member = pick('member', guild.members, at.member, ({ id, username }) => [id, username]);
      return { guild, channel, member };
    },
  };
}

function pick<Item>(
  kind: string,
  items: readonly Item[],
  wanted: string | undefined,
  called: (item: Item) => readonly string[],
): Item {
  const found = wanted === undefined ? items[0] : items.find((item) => called(item).includes(wanted));
  if (found !== undefined) return found;
  const known = items.map((item) => called(item)[1]).join(', ') || 'none';
  throw new UserError('unknown-place', `There is no ${kind} “${wanted ?? ''}” here. There is: ${known}.`);
}
