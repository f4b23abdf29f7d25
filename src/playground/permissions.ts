import type { Channel, Guild, Overwrite } from './world.ts';

/** Permission bits by Discord's names (topics/permissions), as far as anything here depends on them. */
export const PERMISSION = {
  ADMINISTRATOR: 1n << 3n,
  MANAGE_CHANNELS: 1n << 4n,
  MANAGE_GUILD: 1n << 5n,
  ADD_REACTIONS: 1n << 6n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  SEND_TTS_MESSAGES: 1n << 12n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  MANAGE_ROLES: 1n << 28n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  MANAGE_THREADS: 1n << 34n,
  CREATE_PUBLIC_THREADS: 1n << 35n,
  CREATE_PRIVATE_THREADS: 1n << 36n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
} as const;
export type Permission = keyof typeof PERMISSION;

/** Every permission that Discord has had a bit for so far. */
const EVERYTHING = (1n << 53n) - 1n;

/** What falls away with the right to send. */
const OF_SENDERS: readonly Permission[] = ['SEND_TTS_MESSAGES', 'EMBED_LINKS', 'ATTACH_FILES', 'MENTION_EVERYONE'];

/** Several permissions as one set of bits. */
export function bits(names: readonly Permission[]): bigint {
  return names.reduce((sum, name) => sum | PERMISSION[name], 0n);
}

/** What somebody may do in a guild as a whole. */
function guildPermissions(guild: Guild, userId: string): bigint {
  if (guild.ownerId === userId) return EVERYTHING;
  const held = rolesOf(guild, userId);
  const base = guild.roles.reduce((sum, role) => (held.includes(role.id) ? sum | role.permissions : sum), 0n);
  return base & PERMISSION.ADMINISTRATOR ? EVERYTHING : base;
}

/**
 * What somebody may do in a channel: roles, then the channel's overwrites for everyone, for roles and for the person,
 * then what is denied with the right to see or to send. A thread has the overwrites of its channel.
 */
export function channelPermissions(guild: Guild, channel: Channel, userId: string): bigint {
  const base = guildPermissions(guild, userId);
  if (base === EVERYTHING) return EVERYTHING;
  const { overwrites } = guild.channels.find(({ id }) => channel.thread && id === channel.parent_id) ?? channel;
  const held = rolesOf(guild, userId);
  const steps: readonly ((overwrite: Overwrite) => boolean)[] = [
    ({ id }) => id === guild.id,
    ({ id, type }) => type === 0 && id !== guild.id && held.includes(id),
    ({ id, type }) => type === 1 && id === userId,
  ];
  const granted = steps.reduce((sum, fits) => {
    const fitting = overwrites.filter(fits);
    const all = (part: 'allow' | 'deny') => fitting.reduce((set, overwrite) => set | overwrite[part], 0n);
    return (sum & ~all('deny')) | all('allow');
  }, base);
  if (!(granted & PERMISSION.VIEW_CHANNEL) || !isPartOf(channel, userId, granted)) return 0n;
  const sends = channel.thread ? PERMISSION.SEND_MESSAGES_IN_THREADS : PERMISSION.SEND_MESSAGES;
  return granted & sends ? granted : granted & ~bits(OF_SENDERS);
}

/** Whether somebody has all of these permissions in a channel. */
export function may(guild: Guild, channel: Channel, userId: string, ...names: readonly Permission[]): boolean {
  const wanted = bits(names);
  return (channelPermissions(guild, channel, userId) & wanted) === wanted;
}

/** Whether somebody may write there; in threads that is a permission of its own. */
export function maySend(guild: Guild, channel: Channel, userId: string): boolean {
  return may(guild, channel, userId, channel.thread ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES');
}

/** The ids of somebody's roles; everyone has the one that bears the guild's id. */
export function rolesOf(guild: Guild, userId: string): readonly string[] {
  return [guild.id, ...(guild.memberRoles.get(userId) ?? [])];
}

/** A private thread is seen by those who opened it and by those who keep order. */
function isPartOf({ type, thread }: Channel, userId: string, granted: bigint): boolean {
  return type !== 12 || thread?.ownerId === userId || (granted & PERMISSION.MANAGE_THREADS) !== 0n;
}
