import type { BaseInteraction } from 'discord.js';
import { channelLine } from './channel-line.ts';

/** Where a question may have been asked whose button somebody presses here: in this channel, or the one above a thread. */
export async function askedPlace({
  client,
  guildId,
  channelId,
}: BaseInteraction): Promise<{ readonly guild: string; readonly channels: readonly string[] }> {
  const channel = channelId ?? '';
  return { guild: guildId ?? '', channels: (await channelLine(client, channel)) ?? [channel] };
}
