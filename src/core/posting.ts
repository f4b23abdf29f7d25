import type { DeliveryPart } from './delivery.ts';
import type { DigestSettings } from './digest-settings.ts';

/** Where a message goes: to a channel, thread or forum of a server, or to one member. */
export type Place =
  | { readonly kind: 'channel'; readonly guild: string; readonly channel: string }
  | { readonly kind: 'member'; readonly user: string };

/** `cannot-post`: it will not pass by itself; `retry-later`: it may. The reasons are for people. */
export type Obstacle = { readonly outcome: 'cannot-post' | 'retry-later'; readonly reason: string };

/** How posting went; `message` is the ids of channel and message, '112233/445566'. */
export type Post = { readonly outcome: 'posted'; readonly message: string } | Obstacle;

/**
 * Whether a message with a mark is in its place already, and since when (Unix milliseconds). `unknown`: it cannot be read
 * there.
 */
export type Sighting =
  | { readonly outcome: 'found'; readonly message: string; readonly at: number }
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'unknown'; readonly reason: string }
  | Obstacle;

/** Puts messages of one kind into places, and finds those that it put there. Neither rejects. */
export type Poster<Message> = {
  /** Posts a message that bears `mark`; posting it again within minutes posts nothing and gives the first. */
  readonly post: (place: Place, message: Message, mark: string) => Promise<Post>;
  /** Looks for the message that bears `mark` among those since a moment, Unix milliseconds. */
  readonly look: (place: Place, mark: string, since: number) => Promise<Sighting>;
};

/** What is put together for a delivery; `mark` has to be in the message. */
export type Composing = {
  readonly part: DeliveryPart;
  readonly settings: DigestSettings;
  /** Local day. */
  readonly date: string;
  /** Unix milliseconds. */
  readonly at: number;
  readonly mark: string;
};

/** A message with the keys of what it shows, or why there is none. */
export type Composed<Message> =
  | { readonly message: Message; readonly shown: readonly string[] }
  | { readonly nothing: string };

/** The address of a message, whose ids are '112233/445566'. */
export function linkTo(guild: string, message: string): string {
  return `https://discord.com/channels/${guild}/${message}`;
}
