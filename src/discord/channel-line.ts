import type { Client } from 'discord.js';

/** A channel's id, before it that of the channel above where it is a thread; nothing where the bot cannot know. */
export async function channelLine(client: Client, id: string): Promise<readonly string[] | undefined> {
  const channel = client.channels.cache.get(id) ?? (await client.channels.fetch(id).catch(() => null));
  if (!channel) return undefined;
  if (!channel.isThread()) return [id];
  return channel.parentId === null ? undefined : [channel.parentId, id];
}
