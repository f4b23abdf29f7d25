import { UserError } from '../core/user-error.ts';
import { createSnowflakes } from './snowflake.ts';

export type User = Readonly<Record<'id' | 'username' | 'global_name' | 'discriminator', string>> & {
  readonly avatar: null;
  readonly public_flags: number;
  readonly flags: number;
  readonly primary_guild: null;
  readonly bot?: boolean;
};
export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly guild_id: string;
  readonly type: 0;
  readonly position: number;
};
export type Guild = {
  readonly id: string;
  readonly name: string;
  readonly channels: readonly Channel[];
  readonly members: readonly User[];
};
/** Where somebody does something. */
export type Place = { readonly guild: Guild; readonly channel: Channel; readonly member: User };
/** Names or ids; the first of each where one is left out. */
export type Whereabouts = {
  readonly guild?: string | undefined;
  readonly channel?: string | undefined;
  readonly member?: string | undefined;
};

/** A guild to be made, by names. */
export type GuildPlan = {
  readonly name: string;
  readonly channels: readonly string[];
  readonly members: readonly string[];
};

/** Two guilds of one team and one of its guests. */
export const guildPlans: readonly GuildPlan[] = [
  { name: 'Policy team', channels: ['general', 'briefings'], members: ['mara', 'jun', 'tom'] },
  { name: 'Guests', channels: ['lobby'], members: ['mara', 'ines'] },
];

/** View channels, send messages, embed links, attach files, read history, use commands. */
export const PERMISSIONS = String(2n ** 10n + 2n ** 11n + 2n ** 14n + 2n ** 15n + 2n ** 16n + 2n ** 31n);

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
  const names = [...new Set(plans.flatMap(({ members }) => members))];
  const users = new Map(names.map((name, index) => [name, user(name, index)]));
  // Shards are chosen by the moment within an id, so every guild has a moment of its own.
  const guilds = plans.map((plan, index): Guild => {
    const id = snowflake(founded + index);
    return {
      id,
      name: plan.name,
      channels: plan.channels.map((name, position) => ({
        id: snowflake(founded + index),
        name,
        guild_id: id,
        type: 0,
        position,
      })),
      members: plan.members.flatMap((name) => users.get(name) ?? []),
    };
  });
  const bot: User = { ...user('attaché', names.length), bot: true };

  return {
    now,
    guilds,
    bot,
    applicationId: bot.id,
    newId: () => snowflake(now()),
    channel: (id: string) => guilds.flatMap(({ channels }) => channels).find((each) => each.id === id),
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
