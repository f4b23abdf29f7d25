import { refusals } from './api-error.ts';
import { type Json, objects } from './form.ts';
import type { Channel, User, World } from './world.ts';

/** A message as Discord gives it back, as far as the stand-in fills it in. */
type Message = {
  readonly id: string;
  readonly channel_id: string;
  readonly author: User;
  readonly content: string;
  readonly embeds: readonly Json[];
  readonly components: readonly Json[];
  readonly attachments: readonly Json[];
  readonly flags: number;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly type: number;
  readonly [field: string]: unknown;
};
/** A message of a channel; `visibleTo` is the id of the only person who sees it, absent where everyone does. */
export type Posted = { readonly message: Message; readonly visibleTo?: string };

export type Messages = ReturnType<typeof createMessages>;

/** The messages of every channel, private ones included. A posted message is never changed: an edit replaces it. */
export function createMessages(world: World) {
  const kept = new Map<string, Posted>();

  function keep(posted: Posted): Posted {
    kept.set(posted.message.id, posted);
    return posted;
  }

  return {
    /** Posts what a checked body says; refuses an empty message unless it is the placeholder of a deferred reply. */
    post(
      channel: Channel,
      body: Json,
      extra: { fields?: Json; visibleTo?: string; placeholder?: boolean } = {},
    ): Posted {
      const shown = shownIn(body, world.newId);
      if (!extra.placeholder && isEmpty(shown)) throw refusals.emptyMessage();
      const message: Message = {
        id: world.newId(),
        channel_id: channel.id,
        author: world.bot,
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
        ...extra.fields,
      };
      return keep({ message, ...(extra.visibleTo === undefined ? {} : { visibleTo: extra.visibleTo }) });
    },
    /** Replaces the parts of a message that a checked body names; other fields through `fields`. */
    edit(posted: Posted, body: Json, fields: Json = {}): Posted {
      const edited_timestamp = new Date(world.now()).toISOString();
      const message: Message = {
        ...posted.message,
        edited_timestamp,
        ...shownIn(body, world.newId, posted.message),
        ...fields,
      };
      if (isEmpty(message)) throw refusals.emptyMessage();
      return keep({ ...posted, message });
    },
    remove: (posted: Posted): void => void kept.delete(posted.message.id),
    find: (id: string): Posted | undefined => kept.get(id),
    /** Messages in the order in which they were posted. */
    list: (): readonly Posted[] => [...kept.values()],
  };
}

type Shown = {
  readonly attachments?: readonly Json[];
  readonly content?: string;
  readonly embeds?: readonly Json[];
  readonly components?: readonly Json[];
};

/**
 * The visible parts that a body names, as Discord stores them: trimmed, components and new files numbered, null as empty.
 * A file of the message before stays where the body names its id.
 */
function shownIn(body: Json, newId: () => string, before?: Message): Shown {
  let number = 0;
  const file = (entry: Json): Json =>
    before?.attachments.find(({ id }) => id === entry['id']) ?? { ...entry, id: newId() };
  const numbered = (component: Json): Json => ({
    ...component,
    id: ++number,
    ...(Array.isArray(component['components']) ? { components: objects(component['components']).map(numbered) } : {}),
  });
  return {
    ...(body['content'] === undefined
      ? {}
      : { content: typeof body['content'] === 'string' ? body['content'].trim() : '' }),
    ...(body['embeds'] === undefined
      ? {}
      : { embeds: objects(body['embeds']).map((embed) => ({ ...trimmed(embed), type: 'rich' })) }),
    ...(body['attachments'] === undefined ? {} : { attachments: objects(body['attachments']).map(file) }),
    ...(body['components'] === undefined ? {} : { components: objects(body['components']).map(numbered) }),
  };
}

function trimmed(embed: Json): Json {
  return Object.fromEntries(
    Object.entries(embed).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value]),
  );
}

/** Components alone do not make a message. */
function isEmpty({ content = '', embeds = [], attachments = [] }: Shown): boolean {
  return content === '' && embeds.length === 0 && attachments.length === 0;
}
