import { isJson } from './form.ts';
import type { ChannelView, GuildView, Traffic, View } from './page-protocol.ts';
import { may } from './permissions.ts';
import type { StandIn } from './stand-in.ts';
import type { Sighting } from './watch.ts';
import type { Channel, Guild, Place, User } from './world.ts';

const KINDS: Readonly<Record<Channel['type'], ChannelView['kind']>> = {
  0: 'text',
  5: 'announcement',
  10: 'thread',
  11: 'thread',
  12: 'thread',
  15: 'forum',
};
/** Longer strings of an exchange, such as a picture's, are shortened for the page. */
const LONGEST = 600;

/** Everything that the page shows of a place besides messages. `now` is in Unix ms. */
export function describeView(standIn: StandIn, place: Place, now: number): View {
  const { guild, channel, member } = place;
  return {
    at: { guild: guild.id, channel: channel.id, member: member.id },
    guilds: standIn.guilds
      .filter(({ members }) => members.includes(member))
      .map((each) => describeGuild(standIn, each, member)),
    commands: standIn.view.offered(place),
    botName: standIn.bot.global_name,
    connected: standIn.gateway.counts().connected > 0,
    now,
  };
}

function describeGuild(standIn: StandIn, guild: Guild, member: User): GuildView {
  const seen = standIn.view.channels({ guild: guild.id, member: member.id });
  const top = seen.filter(({ parent_id: parent }) => parent === null);
  const inOrder = top.flatMap((channel) => [channel, ...seen.filter(({ parent_id: parent }) => parent === channel.id)]);
  const roleNames = (id: string) =>
    guild.roles.filter((role) => guild.memberRoles.get(id)?.includes(role.id)).map(({ name }) => name);
  return {
    id: guild.id,
    name: guild.name,
    channels: inOrder.map((channel): ChannelView => {
      const { id, name, type, parent_id: parent } = channel;
      const maySend = standIn.view.mayWrite({ guild, channel, member });
      return { id, name, kind: KINDS[type], parent, hidden: isHidden(guild, channel), maySend };
    }),
    members: guild.members.map(({ id, global_name: name }) => ({ id, name, roles: roleNames(id) })),
    roles: guild.roles.filter(({ managed }) => !managed).map(({ id, name }) => ({ id, name })),
  };
}

/** Whether somebody without any role would not see a channel; nobody has the empty id. */
function isHidden(guild: Guild, channel: Channel): boolean {
  return !may(guild, channel, '', 'VIEW_CHANNEL');
}

/** A request or event for the developers' panel; nothing for what else happens. */
export function describeTraffic(sighting: Sighting, now: number): Traffic | undefined {
  if (sighting.kind === 'exchange') {
    const { method, path, body, status, answer } = sighting.exchange;
    return {
      way: 'rest',
      title: `${method} ${path.replace(/token-\d+/u, '…')}`,
      status,
      sent: shorten(body),
      answer: shorten(answer),
      at: now,
    };
  }
  if (sighting.kind !== 'event') return undefined;
  return { way: 'gateway', title: sighting.name, sent: shorten(sighting.data), at: now };
}

function shorten(value: unknown): unknown {
  if (typeof value === 'string' && value.length > LONGEST) return `${value.slice(0, LONGEST)}… (${value.length})`;
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(shorten);
  if (!isJson(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shorten(inner)]));
}
