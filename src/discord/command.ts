import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { Desk } from '../core/desk.ts';
import type { AskedQuestions } from './asked-questions.ts';

/** One entry of the list that appears as somebody types: `name` is shown, `value` is sent; 1 to 100 code units each. */
export type Choice = { readonly name: string; readonly value: string };

/** What a press of a button does; `state` is what its custom id carries after the verb. */
export type Press = (
  interaction: ButtonInteraction,
  desk: Desk,
  asked: AskedQuestions,
  state: readonly string[],
) => Promise<void>;

/** What choosing from a list does; the list takes one choice. */
export type Pick = (
  interaction: StringSelectMenuInteraction,
  desk: Desk,
  chosen: string,
  state: readonly string[],
) => Promise<void>;

/** A Discord command: the default export of a file in `commands/` that bears its name. */
export type Command = {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  readonly execute: (interaction: ChatInputCommandInteraction, desk: Desk, asked: AskedQuestions) => Promise<void>;
  /** Choices for what has been typed so far into an option, best first, 25 at most. */
  readonly autocomplete?: (typed: string, desk: Desk, option: string) => readonly Choice[];
  /** Buttons by the verb of their custom ids, which no two commands share. */
  readonly buttons?: Readonly<Record<string, Press>>;
  /** Lists to choose from, by the verb of their custom ids; no verb of a button either. */
  readonly selects?: Readonly<Record<string, Pick>>;
};
