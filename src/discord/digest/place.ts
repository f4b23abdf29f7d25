import { type APIDMChannel, type Client, type GuildBasedChannel, type GuildMember, Routes } from 'discord.js';
import type { Obstacle, Place } from '../../core/posting.ts';
import { isLockedFor, missingPermissions } from './permissions.ts';

/** Where a message can be sent: a conversation with a member, or a channel with the bot as a member of its server. */
export type Open =
  | { readonly outcome: 'direct'; readonly id: string }
  | {
      readonly outcome: 'channel';
      readonly id: string;
      readonly channel: GuildBasedChannel;
      readonly bot: GuildMember;
    };

const cannot = (reason: string): Obstacle => ({ outcome: 'cannot-post', reason });

/** Finds a place and looks whether the bot may post there. Rejects where Discord does. */
export async function openPlace(client: Client<true>, place: Place): Promise<Open | Obstacle> {
  if (place.kind === 'member') {
    const body = { recipient_id: place.user };
    const { id } = (await client.rest.post(Routes.userChannels(), { body })) as APIDMChannel;
    return { outcome: 'direct', id };
  }
  const guild = client.guilds.cache.get(place.guild);
  if (!guild) return cannot('The bot is no longer in the server.');
  // A server that Discord cannot reach is still there, and so is the digest.
  if (!guild.available) return { outcome: 'retry-later', reason: 'Discord could not reach the server.' };
  // Threads in the archive are not sent along when the bot connects.
  const channel = guild.channels.cache.get(place.channel) ?? (await guild.channels.fetch(place.channel));
  if (!channel) return cannot('The channel was deleted.');
  const bot = guild.members.me ?? (await guild.members.fetchMe());
  const missing = missingPermissions(channel, bot);
  if (missing.length > 0) return cannot(`In #${channel.name} the bot lacks ${missing.join(', ')}.`);
  if (isLockedFor(channel, bot)) return cannot(`The thread #${channel.name} is locked.`);
  return { outcome: 'channel', id: channel.id, channel, bot };
}
