import {
  ApplicationCommandType,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Locale,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { ChannelScopes } from '../core/channel-scopes.ts';
import type { Desk } from '../core/desk.ts';
import type { Digests } from '../core/digests.ts';
import type { Feeds } from '../core/feeds.ts';
import type { Knowledge } from '../core/knowledge.ts';
import type { Memory } from '../core/memory.ts';

/** What commands, buttons, lists and forms work with. */
export type Services = {
  /** Over the documents that may be seen where the command is used, and no others. */
  readonly desk: Desk;
  readonly memory: Memory;
  readonly digests: Digests;
  readonly knowledge: Knowledge;
  readonly scopes: ChannelScopes;
  readonly feeds: Feeds;
};

/**
 * Where something happens: the channel, and before it the channel above where it is a thread; no channels where the bot
 * cannot know that.
 */
export type Whereabouts = { readonly guild: string | undefined; readonly channels: readonly string[] | undefined };

/** What commands work with in a place: over the documents that may be seen there and no others. */
export type ServicesFor = (at: Whereabouts) => Services | Promise<Services>;

/** One entry of the list that appears as somebody types: `name` is shown, `value` is sent; 1 to 100 code units each. */
export type Choice = { readonly name: string; readonly value: string };

/** What has been typed so far, into which option, and where. */
export type Typed = {
  readonly text: string;
  readonly option: string;
  /** Of a command with subcommands, the one that is being entered. */
  readonly subcommand: string | undefined;
  readonly guild: string | null;
  /** The name of a channel of that server, or `undefined` where the bot knows none. */
  readonly channelName: (id: string) => string | undefined;
  readonly locale: Locale;
};

/** What a press of a button does; `state` is what its custom id carries after the verb. */
export type Press = (interaction: ButtonInteraction, services: Services, state: readonly string[]) => Promise<void>;

/** What choosing from a list does; the list takes one choice. */
export type Pick = (
  interaction: StringSelectMenuInteraction,
  services: Services,
  chosen: string,
  state: readonly string[],
) => Promise<void>;

/** What sending a form does. */
export type Submit = (
  interaction: ModalSubmitInteraction,
  services: Services,
  state: readonly string[],
) => Promise<void>;

/** What buttons, lists and forms of a command do, by the verb of their custom ids, which no two commands share. */
type Handlers = {
  readonly buttons?: Readonly<Record<string, Press>>;
  readonly selects?: Readonly<Record<string, Pick>>;
  readonly modals?: Readonly<Record<string, Submit>>;
};

/** A command that is typed: the default export of a file in `commands/` that bears its name. */
export type Command = Handlers & {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  readonly execute: (interaction: ChatInputCommandInteraction, services: Services) => Promise<void>;
  /** Choices for what has been typed so far into an option, best first, 25 at most. */
  readonly autocomplete?: (typed: Typed, services: Services) => readonly Choice[] | Promise<readonly Choice[]>;
};

/** A command in the menu of a message; its file bears its name in lower case, with hyphens for spaces. */
export type MessageCommand = Handlers & {
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody & { readonly type: ApplicationCommandType.Message };
  readonly execute: (interaction: MessageContextMenuCommandInteraction, services: Services) => Promise<void>;
};

export type AnyCommand = Command | MessageCommand;

export function isMessageCommand(command: AnyCommand): command is MessageCommand {
  return command.data.type === ApplicationCommandType.Message;
}
