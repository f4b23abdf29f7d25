import { refusals } from './api-error.ts';
import type { Files } from './files.ts';
import type { Json } from './form.ts';
import { isEmpty, type Message, renewed, shownIn } from './message-content.ts';
import type { Watch } from './watch.ts';
import type { User, World } from './world.ts';

/** A message of a channel; `visibleTo` is the id of the only person who sees it, absent where everyone does. */
export type Posted = { readonly message: Message; readonly visibleTo?: string };

/** Which messages of a channel: the newest, or those before, after or around a message's id; 1 to 100 of them. */
export type Page = {
  readonly limit: number;
  readonly before?: string;
  readonly after?: string;
  readonly around?: string;
};

type Extra = { fields?: Json; visibleTo?: string; placeholder?: boolean; author?: User };

/** For how long a nonce stands for its message: "the past few minutes". */
const NONCE_MS = 5 * 60_000;

export type Messages = ReturnType<typeof createMessages>;

/** The messages of every channel, private ones included. A posted message is never changed: an edit replaces it. */
export function createMessages({ world, watch, files }: { world: World; watch: Watch; files: Files }) {
  const kept = new Map<string, Map<string, Posted>>();
  const channels = new Map<string, string>();
  const nonces = new Map<string, { readonly id: string; readonly at: number }>();

  const current = (posted: Posted): Posted => {
    const message = renewed(posted.message, files);
    return message === posted.message ? posted : { ...posted, message };
  };
  const find = (id: string) => {
    const posted = kept.get(channels.get(id) ?? '')?.get(id);
    return posted && current(posted);
  };
  const inChannel = (channelId: string) => kept.get(channelId) ?? new Map<string, Posted>();

  function keep(posted: Posted, change: 'posted' | 'edited'): Posted {
    const { id, channel_id: channelId } = posted.message;
    kept.set(channelId, inChannel(channelId).set(id, posted));
    channels.set(id, channelId);
    watch.tell({ kind: 'message', change, posted });
    return posted;
  }

  return {
    /** Posts what a checked body says; refuses an empty message unless it is the placeholder of a deferred reply. */
    post(channelId: string, body: Json, { fields, visibleTo, placeholder, author = world.bot }: Extra = {}): Posted {
      const shown = shownIn(body, files);
      if (!placeholder && isEmpty(shown)) throw refusals.emptyMessage();
      const message: Message = {
        id: world.newId(),
        channel_id: channelId,
        author,
        timestamp: new Date(world.now()).toISOString(),
        edited_timestamp: null,
        type: 0,
        flags: Number(body['flags'] ?? 0),
        content: '',
        embeds: [],
        components: [],
        attachments: [],
        mentions: [],
        mention_roles: [],
        mention_everyone: false,
        pinned: false,
        tts: false,
        ...shown,
        ...fields,
      };
      return keep({ message, ...(visibleTo === undefined ? {} : { visibleTo }) }, 'posted');
    },
    /** The bot's message of the past few minutes that bears that nonce; remembers the nonce for `make`'s otherwise. */
    once(nonce: string, make: () => Posted): Posted {
      const known = nonces.get(nonce);
      const earlier = known && world.now() - known.at <= NONCE_MS ? find(known.id) : undefined;
      if (earlier) return earlier;
      const made = make();
      for (const [old, { at }] of nonces) {
        if (world.now() - at <= NONCE_MS) break;
        nonces.delete(old);
      }
      nonces.delete(nonce);
      nonces.set(nonce, { id: made.message.id, at: world.now() });
      return made;
    },
    /** Replaces the parts of a message that a checked body names; other fields through `fields`. */
    edit(posted: Posted, body: Json, fields: Json = {}): Posted {
      const edited_timestamp = new Date(world.now()).toISOString();
      const message: Message = {
        ...posted.message,
        edited_timestamp,
        ...shownIn(body, files, posted.message),
        ...fields,
      };
      if (isEmpty(message)) throw refusals.emptyMessage();
      return keep({ ...posted, message }, 'edited');
    },
    remove(posted: Posted): void {
      const { id, channel_id: channelId } = posted.message;
      kept.get(channelId)?.delete(id);
      channels.delete(id);
      watch.tell({ kind: 'message', change: 'deleted', posted });
    },
    /** Forgets a channel that is no more. */
    removeChannel(channelId: string): void {
      for (const id of inChannel(channelId).keys()) channels.delete(id);
      kept.delete(channelId);
    },
    find,
    /** Messages of a channel in the order in which they were posted, private ones included. */
    list: (channelId: string): readonly Posted[] => [...inChannel(channelId).values()].map(current),
    /** Messages of a channel that pass, newest first, as Discord pages through them. */
    page(
      channelId: string,
      { limit, before, after, around }: Page,
      passes: (posted: Posted) => boolean,
    ): readonly Posted[] {
      const all = [...inChannel(channelId).values()].filter(passes);
      const given = (some: readonly Posted[]) => some.map(current).reverse();
      const older = (id: string) => (posted: Posted) => BigInt(posted.message.id) < BigInt(id);
      const firstAt = (id: string) => countWhile(all, older(id));
      if (after !== undefined) {
        const from = firstAt(String(BigInt(after) + 1n));
        return given(all.slice(from, from + limit));
      }
      const middle = around === undefined ? undefined : firstAt(around) + Math.ceil(limit / 2);
      const end = middle ?? (before === undefined ? all.length : firstAt(before));
      return given(all.slice(Math.max(0, end - limit), end));
    },
  };
}

/** How many of an ordered list come before the first that does not fit. */
function countWhile<Item>(items: readonly Item[], fits: (item: Item) => boolean): number {
  const at = items.findIndex((item) => !fits(item));
  return at === -1 ? items.length : at;
}
