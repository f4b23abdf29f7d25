import type { Command } from './commands.ts';
import type { Json } from './form.ts';
import type { Posted } from './messages.ts';

/** Where somebody is and who they are, by ids. */
export type Viewpoint = { readonly guild: string; readonly channel: string; readonly member: string };

export type ChannelView = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'text' | 'announcement' | 'thread' | 'forum';
  /** The channel of a thread. */
  readonly parent: string | null;
  readonly hidden: boolean;
  readonly maySend: boolean;
};
type PersonView = { readonly id: string; readonly name: string; readonly roles: readonly string[] };
type RoleView = { readonly id: string; readonly name: string };
export type GuildView = {
  readonly id: string;
  readonly name: string;
  /** Those that the member sees, threads after their channels. */
  readonly channels: readonly ChannelView[];
  readonly members: readonly PersonView[];
  readonly roles: readonly RoleView[];
};

/** What the page shows besides messages, as seen from a place by a member. */
export type View = {
  readonly at: Viewpoint;
  readonly guilds: readonly GuildView[];
  /** Commands that the member may use there; slash commands and those of a message's menu. */
  readonly commands: readonly Command[];
  readonly botName: string;
  /** Whether the bot is connected to the gateway. */
  readonly connected: boolean;
  /** Unix ms. */
  readonly now: number;
};
/** Some messages of a channel, oldest first; `older` says whether there are more before them. */
export type Stretch = { readonly messages: readonly Posted[]; readonly older: boolean };

/** A file that somebody attaches; `content` is base64. */
export type SentFile = { readonly name: string; readonly type: string; readonly content: string };
export type Entry = string | number | boolean | SentFile;
export type Entries = { readonly [option: string]: Entry };

/** What the page asks the stand-in for or does as a member. Times are Unix ms. */
export type Ask =
  | { readonly do: 'enter'; readonly at: Partial<Viewpoint> }
  | { readonly do: 'older'; readonly before: string }
  | { readonly do: 'say'; readonly text: string }
  | { readonly do: 'slash'; readonly command: string; readonly options: Entries }
  | { readonly do: 'complete'; readonly command: string; readonly options: Entries; readonly typing: string }
  | { readonly do: 'press'; readonly message: string; readonly customId: string }
  | { readonly do: 'select'; readonly message: string; readonly customId: string; readonly values: readonly string[] }
  | { readonly do: 'menu'; readonly message: string; readonly command: string }
  | { readonly do: 'submit'; readonly form: string; readonly values: { readonly [customId: string]: string } }
  | { readonly do: 'advance'; readonly ms: number };

export type Suggestion = { readonly name: string; readonly value: string | number };
/** A form that the bot opens; `id` names it when it is sent. */
export type Form = { readonly id: string; readonly title: string; readonly components: readonly Json[] };

/** What comes of it; `refused` holds words for the person. */
export type Outcome =
  | { readonly kind: 'entered'; readonly view: View; readonly stretch: Stretch }
  | { readonly kind: 'stretch'; readonly stretch: Stretch }
  | { readonly kind: 'choices'; readonly choices: readonly Suggestion[] }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'done' | 'no-response' }
  | { readonly kind: 'refused'; readonly words: string };

/** One request or event between the bot and the stand-in, for developers. */
export type Traffic = {
  readonly way: 'rest' | 'gateway';
  readonly title: string;
  /** Of a request: what it was answered with. */
  readonly status?: number;
  readonly sent: unknown;
  readonly answer?: unknown;
  /** Unix ms. */
  readonly at: number;
};

/** What the page is told without asking. */
export type News =
  | { readonly kind: 'message'; readonly change: 'posted' | 'edited' | 'deleted'; readonly posted: Posted }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'violation'; readonly rule: string; readonly at: number }
  | { readonly kind: 'traffic'; readonly traffic: Traffic };

/** Frames on the socket of the page. */
export type FromPage = { readonly number: number; readonly ask: Ask };
export type ToPage = { readonly number: number; readonly outcome: Outcome } | { readonly news: News };
