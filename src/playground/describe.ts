import type { Json } from './form.ts';
import { channelPermissions, rolesOf } from './permissions.ts';
import type { Channel, DirectChannel, Guild, Place, Role, User, World } from './world.ts';

/** Ten mebibytes, what a guild without boosts takes in one file. */
export const ATTACHMENT_LIMIT = 10 * 1024 * 1024;
const JOINED = '2026-01-05T09:00:00.000Z';
const FORUM = 15;
const DAY_MINUTES = 1440;

/** A channel or thread as REST, gateway and interactions give it. */
export function describeChannel(channel: Channel): Json {
  const { id, name, guild_id, type, parent_id, thread } = channel;
  const common = { id, name, guild_id, type, parent_id, last_message_id: null, rate_limit_per_user: 0, flags: 0 };
  if (thread) {
    return {
      ...common,
      owner_id: thread.ownerId,
      thread_metadata: {
        archived: thread.archived,
        locked: thread.locked,
        archive_timestamp: new Date(thread.turnedAt).toISOString(),
        create_timestamp: new Date(thread.createdAt).toISOString(),
        auto_archive_duration: DAY_MINUTES,
        ...(type === 12 ? { invitable: true } : {}),
      },
      message_count: 0,
      member_count: 1,
      total_message_sent: 0,
      ...(type === 11 ? { applied_tags: [] } : {}),
    };
  }
  return {
    ...common,
    position: channel.position,
    topic: null,
    nsfw: false,
    permission_overwrites: channel.overwrites.map(({ id: whom, type: kind, allow, deny }) => ({
      id: whom,
      type: kind,
      allow: String(allow),
      deny: String(deny),
    })),
    ...(type === FORUM ? { available_tags: [], default_reaction_emoji: null, default_sort_order: null } : {}),
  };
}

/** A conversation of the bot with somebody. */
export function describeDirect({ id, recipient }: DirectChannel): Json {
  return { id, type: 1, last_message_id: null, flags: 0, recipients: [recipient] };
}

/** A member as REST and gateway give one; within an interaction `permissions` in that channel are added. */
export function describeMember(guild: Guild, user: User): Json {
  return { user, ...describeMembership(guild, user), deaf: false, mute: false };
}

/** A member without the user, as in resolved data. */
export function describeMembership(guild: Guild, user: User): Json {
  return {
    roles: rolesOf(guild, user.id).filter((id) => id !== guild.id),
    nick: null,
    avatar: null,
    banner: null,
    joined_at: JOINED,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
    premium_since: null,
  };
}

export function describeRole(guild: Guild, role: Role): Json {
  return {
    id: role.id,
    name: role.name,
    description: null,
    permissions: String(role.permissions),
    position: guild.roles.indexOf(role),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed: role.managed,
    mentionable: false,
    flags: 0,
  };
}

/** What a person sees permissions of in a channel, as interactions carry it. */
export function permissionsOf(guild: Guild, channel: Channel, user: User): string {
  return String(channelPermissions(guild, channel, user.id));
}

/** What every interaction carries, whatever its kind. */
export function describeInteraction({ guild, channel, member }: Place, world: World): Json {
  return {
    application_id: world.applicationId,
    guild_id: guild.id,
    guild: { id: guild.id, locale: 'en-US', features: [] },
    channel: { ...describeChannel(channel), permissions: permissionsOf(guild, channel, member) },
    channel_id: channel.id,
    member: { ...describeMember(guild, member), permissions: permissionsOf(guild, channel, member) },
    version: 1,
    app_permissions: permissionsOf(guild, channel, world.bot),
    locale: 'en-GB',
    guild_locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: { '0': guild.id },
    context: 0,
    attachment_size_limit: ATTACHMENT_LIMIT,
  };
}
