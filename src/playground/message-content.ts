import { refuseFaults } from './api-error.ts';
import type { Files } from './files.ts';
import { fault, isJson, type Json, objects } from './form.ts';
import type { User } from './world.ts';

/** A message as Discord gives it back, as far as the stand-in fills it in. */
export type Message = {
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
export type Shown = {
  readonly attachments?: readonly Json[];
  readonly content?: string;
  readonly embeds?: readonly Json[];
  readonly components?: readonly Json[];
};

/**
 * The visible parts that a body names, as Discord stores them: trimmed, components numbered, null as empty. A file of the
 * message before stays where the body names its id; a picture of an embed may be a file of the same message.
 */
export function shownIn(body: Json, files: Files, before?: Message): Shown {
  let number = 0;
  const attached = objects(body['attachments']).map((entry, index): Json => {
    const found =
      before?.attachments.find(({ id }) => id === entry['id']) ?? (files.has(entry['id']) ? entry : undefined);
    if (!found) refuseFaults([fault(['attachments', index], 'ATTACHMENT_NOT_FOUND', 'Attachment data not found')]);
    return { ...found };
  });
  const pictures = new Set<unknown>();
  const picture = (media: unknown): unknown => {
    const [, name] = isJson(media) ? (/^attachment:\/\/(.+)$/u.exec(String(media['url'])) ?? []) : [];
    const file = attached.find(({ filename }) => name !== undefined && filename === name);
    if (!file) return media;
    pictures.add(file['id']);
    return { url: file['url'], proxy_url: file['url'] };
  };
  const embedded = (embed: Json): Json => ({
    ...trimmed(embed),
    ...(embed['image'] ? { image: picture(embed['image']) } : {}),
    ...(embed['thumbnail'] ? { thumbnail: picture(embed['thumbnail']) } : {}),
    type: 'rich',
  });
  const embeds = objects(body['embeds']).map(embedded);
  const numbered = (component: Json): Json => ({
    ...component,
    id: ++number,
    ...(Array.isArray(component['components']) ? { components: objects(component['components']).map(numbered) } : {}),
  });
  return {
    ...(body['content'] === undefined
      ? {}
      : { content: typeof body['content'] === 'string' ? body['content'].trim() : '' }),
    ...(body['embeds'] === undefined ? {} : { embeds }),
    // Discord lists no file that an embed shows.
    ...(body['attachments'] === undefined ? {} : { attachments: attached.filter(({ id }) => !pictures.has(id)) }),
    ...(body['components'] === undefined ? {} : { components: objects(body['components']).map(numbered) }),
  };
}

function trimmed(embed: Json): Json {
  return Object.fromEntries(
    Object.entries(embed).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value]),
  );
}

/** Components alone do not make a message. */
export function isEmpty({ content = '', embeds = [], attachments = [] }: Shown): boolean {
  return content === '' && embeds.length === 0 && attachments.length === 0;
}

/** A message whose files have addresses that are good from now on, as Discord renews them with every answer. */
export function renewed(message: Message, files: Files): Message {
  const { attachments, embeds } = message;
  const pictured = embeds.some(({ image, thumbnail }) => image !== undefined || thumbnail !== undefined);
  if (attachments.length === 0 && !pictured) return message;
  const media = (value: unknown): unknown =>
    isJson(value)
      ? { ...value, url: files.renewed(value['url']), proxy_url: files.renewed(value['proxy_url']) }
      : value;
  return {
    ...message,
    attachments: attachments.map((attachment) => media(attachment) as Json),
    embeds: embeds.map((embed) => ({
      ...embed,
      ...(embed['image'] ? { image: media(embed['image']) } : {}),
      ...(embed['thumbnail'] ? { thumbnail: media(embed['thumbnail']) } : {}),
    })),
  };
}
