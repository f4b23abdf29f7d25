import type { Json } from './form.ts';
import { type Channel, type Guild, PERMISSIONS, type Place, type User, type World } from './world.ts';

/** Ten mebibytes, what a guild without boosts takes in one file. */
const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

/** A channel as REST, gateway and interactions give it. */
export function describeChannel(channel: Channel): Json {
  return {
    ...channel,
    topic: null,
    nsfw: false,
    parent_id: null,
    last_message_id: null,
    rate_limit_per_user: 0,
    permission_overwrites: [],
    flags: 0,
  };
}

/** A member as the gateway gives it; within an interaction with the permissions in that channel. */
function describeMember(user: User): Json {
  return {
    user,
    roles: [],
    nick: null,
    avatar: null,
    joined_at: '2026-01-05T09:00:00.000Z',
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
    premium_since: null,
  };
}

/** The data of GUILD_CREATE. */
export function describeGuild(guild: Guild, world: World): Json {
  const everyone = {
    id: guild.id,
    name: '@everyone',
    permissions: PERMISSIONS,
    position: 0,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0,
  };
  const members = [world.bot, ...guild.members].map(describeMember);
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    owner_id: guild.members[0]?.id ?? world.bot.id,
    preferred_locale: 'en-US',
    roles: [everyone],
    channels: guild.channels.map(describeChannel),
    members,
    member_count: members.length,
    emojis: [],
    stickers: [],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    features: [],
    large: false,
    unavailable: false,
    premium_tier: 0,
    nsfw_level: 0,
    joined_at: '2026-01-05T09:00:00.000Z',
  };
}

/** What every interaction carries, whatever its kind. */
export function describeInteraction({ guild, channel, member }: Place, world: World): Json {
  return {
    application_id: world.applicationId,
    guild_id: guild.id,
    guild: { id: guild.id, locale: 'en-US', features: [] },
    channel: describeChannel(channel),
    channel_id: channel.id,
    member: { ...describeMember(member), permissions: PERMISSIONS },
    version: 1,
    app_permissions: PERMISSIONS,
    locale: 'en-GB',
    guild_locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: { '0': guild.id },
    context: 0,
    attachment_size_limit: ATTACHMENT_LIMIT,
  };
}
