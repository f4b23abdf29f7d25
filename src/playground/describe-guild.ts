import { describeChannel, describeMember, describeRole } from './describe.ts';
import type { Json } from './form.ts';
import { may } from './permissions.ts';
import type { Guild, World } from './world.ts';

/** A guild as REST gives it. */
export function describeGuild(guild: Guild): Json {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    owner_id: guild.ownerId,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw: false,
    nsfw_level: 0,
    preferred_locale: 'en-US',
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    max_presences: null,
    max_members: 500_000,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    vanity_url_code: null,
    roles: guild.roles.map((role) => describeRole(guild, role)),
    emojis: [],
    stickers: [],
    features: [],
    incidents_data: null,
  };
}

/** The data of GUILD_CREATE: the guild with its channels, the threads that the bot sees, and of its members the bot: others need an intent. */
export function describeWholeGuild(guild: Guild, world: World): Json {
  return {
    ...describeGuild(guild),
    channels: guild.channels.filter(({ thread }) => !thread).map(describeChannel),
    threads: guild.channels
      .filter((channel) => channel.thread?.archived === false && may(guild, channel, world.bot.id, 'VIEW_CHANNEL'))
      .map(describeChannel),
    members: [describeMember(guild, world.bot)],
    member_count: guild.members.length + 1,
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    large: false,
    unavailable: false,
    joined_at: '2026-01-05T09:00:00.000Z',
  };
}
