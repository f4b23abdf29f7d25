import { type Scope, SHARED } from './scope.ts';
import type { ChannelScope, Storage } from './storage.ts';
import { UserError } from './user-error.ts';

export type ChannelScopes = Awaited<ReturnType<typeof openChannelScopes>>;

/**
 * Which documents the channels of all servers find: those with one of a channel's tags, or all. Held in memory, for it is
 * asked with every interaction. `onChange` is called after every change.
 */
export async function openChannelScopes({
  storage,
  onChange,
}: {
  readonly storage: Pick<Storage, 'scopes'>;
  readonly onChange: () => void;
}) {
  const byChannel = new Map<string, ChannelScope>();
  const keyOf = (guild: string, channel: string) => `${guild}/${channel}`;
  for (const scope of await storage.scopes.list()) byChannel.set(keyOf(scope.guild, scope.channel), scope);

  const find = (guild: string, channel: string): ChannelScope | undefined => byChannel.get(keyOf(guild, channel));

  return {
    find,
    /**
     * What may be found in a place: by the tags of the channel, else of the one above it. `channels` is the channel, before
     * it the one above. Throws `UserError` 'channel-unknown' where the bot cannot tell which channel it is and the server
     * keeps some apart.
     */
    scopeAt(at: { readonly guild: string | undefined; readonly channels: readonly string[] | undefined }): Scope {
      const { guild, channels } = at;
      if (guild === undefined) return SHARED;
      if (channels === undefined && [...byChannel.values()].some((scope) => scope.guild === guild)) {
        throw new UserError(
          'channel-unknown',
          'In this server, channels search different documents, and the bot cannot see which channel this is. Allow it View Channel here.',
        );
      }
      return { guild, tags: channels?.flatMap((channel) => find(guild, channel) ?? []).at(-1)?.tags ?? [] };
    },
    all: (): readonly ChannelScope[] => [...byChannel.values()],
    /** Sets the tags of a channel, of which there is one at least. */
    async set(scope: ChannelScope): Promise<void> {
      await storage.scopes.put(scope);
      byChannel.set(keyOf(scope.guild, scope.channel), scope);
      onChange();
    },
    /** Lets a channel find everything again; whether that is new. */
    async clear(guild: string, channel: string): Promise<boolean> {
      const removed = await storage.scopes.remove(guild, channel);
      byChannel.delete(keyOf(guild, channel));
      onChange();
      return removed;
    },
  };
}
