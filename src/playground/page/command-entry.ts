import type { Command } from '../commands.ts';
import { isJson, type Json, objects } from '../form.ts';
import type { Entries, Entry, GuildView, SentFile, Suggestion } from '../page-protocol.ts';
import { textOf } from './text-of.ts';

/** Types of options (interactions/application-commands). */
const SUBCOMMAND = 1;
const GROUP = 2;
const TYPE = {
  text: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;
/** Channel types of Discord by what they are called here. */
const CHANNEL_TYPES = { text: 0, announcement: 5, thread: 11, forum: 15 } as const;
const LONGEST = 6000;

export type Option = {
  readonly name: string;
  readonly description: string;
  readonly type: number;
  readonly required: boolean;
  /** Whether the bot is asked for choices as somebody types. */
  readonly autocomplete: boolean;
  readonly choices: readonly Suggestion[];
  readonly channelTypes: readonly number[];
  readonly least: number | undefined;
  readonly most: number | undefined;
};
/** A slash command, or one subcommand of it, as the list below the box offers it: `path` is 'ask' or 'digest set'. */
export type Offer = { readonly path: string; readonly description: string; readonly options: readonly Option[] };
/** What stands in the box of an option; `value` where something was chosen rather than typed. */
export type Written = { readonly text: string; readonly value?: Entry };

/** Every command that can be typed, its subcommands one by one. */
export function offersOf(commands: readonly Command[]): readonly Offer[] {
  return commands.filter(({ type }) => type === 1).flatMap((command) => flatten(command, command.name));
}

function flatten(command: Json, path: string): readonly Offer[] {
  const inside = objects(command['options']);
  const nested = inside.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
  if (nested.length > 0) return nested.flatMap((each) => flatten(each, `${path} ${String(each['name'])}`));
  return [{ path, description: textOf(command['description']), options: inside.map(readOption) }];
}

function readOption(option: Json): Option {
  const bound = (...names: readonly string[]) =>
    names.map((name) => option[name]).find((each) => typeof each === 'number');
  return {
    name: String(option['name']),
    description: textOf(option['description']),
    type: Number(option['type']),
    required: option['required'] === true,
    autocomplete: option['autocomplete'] === true,
    choices: objects(option['choices']) as readonly Suggestion[],
    channelTypes: Array.isArray(option['channel_types']) ? option['channel_types'].map(Number) : [],
    least: bound('min_value', 'min_length'),
    most: bound('max_value', 'max_length'),
  };
}

/** The offers that what is typed behind the slash may mean, those that begin with it first. */
export function matching(offers: readonly Offer[], typed: string): readonly Offer[] {
  const wanted = typed.toLowerCase().trim();
  const begins = offers.filter(({ path }) => path.startsWith(wanted));
  const contains = offers.filter((each) => !begins.includes(each) && each.path.includes(wanted));
  return [...begins, ...contains];
}

/** What an option can be filled with besides free text, as far as it needs no question to the bot. */
export function choicesOf(option: Option, guild: GuildView | undefined): readonly Suggestion[] {
  if (option.choices.length > 0) return option.choices;
  const people = (guild?.members ?? []).map(({ id, name }) => ({ name: `@${name}`, value: id }));
  const roles = (guild?.roles ?? []).map(({ id, name }) => ({ name: `@${name.replace(/^@/u, '')}`, value: id }));
  switch (option.type) {
    case TYPE.boolean:
      return [
        { name: 'True', value: 'true' },
        { name: 'False', value: 'false' },
      ];
    case TYPE.user:
      return people;
    case TYPE.role:
      return roles;
    case TYPE.mentionable:
      return [...people, ...roles];
    case TYPE.channel:
      return (guild?.channels ?? [])
        .filter(({ kind }) => option.channelTypes.length === 0 || option.channelTypes.includes(CHANNEL_TYPES[kind]))
        .map(({ id, name }) => ({ name: `#${name}`, value: id }));
    default:
      return [];
  }
}

/** The choices that fit what is typed; all of them while nothing is, or once one has been chosen. */
export function fitting(choices: readonly Suggestion[], written: Written | undefined): readonly Suggestion[] {
  const wanted = written?.value === undefined ? (written?.text ?? '').toLowerCase().trim() : '';
  return choices.filter(({ name }) => name.toLowerCase().includes(wanted));
}

export function takesFile(option: Option): boolean {
  return option.type === TYPE.attachment;
}

export function takesNumber(option: Option): boolean {
  return option.type === TYPE.integer || option.type === TYPE.number;
}

export type Read = { readonly value: Entry } | { readonly fault: string } | undefined;

/** What an option's box holds as the command takes it: nothing where it is empty, a fault in words where it does not fit. */
export function readEntry(option: Option, written: Written | undefined, guild: GuildView | undefined): Read {
  if (!written || (written.value === undefined && written.text.trim() === '')) return undefined;
  const choices = choicesOf(option, guild);
  if (isFile(written.value)) return { value: written.value };
  const chosen = written.value ?? pickByName(choices, written.text);
  if (choices.length > 0 && chosen === undefined) return { fault: `“${written.text}” is not one of its choices` };
  if (takesFile(option)) return { fault: 'needs a file' };
  if (option.type === TYPE.boolean) return { value: chosen === 'true' };
  const value = chosen ?? written.text.trim();
  if (takesNumber(option)) return readNumber(option, Number(value));
  const { length } = String(value);
  if (option.type === TYPE.text && (length < (option.least ?? 0) || length > (option.most ?? LONGEST))) {
    return { fault: `takes ${option.least ?? 0} to ${option.most ?? LONGEST} characters, and this has ${length}` };
  }
  return { value };
}

function readNumber({ type, least, most }: Option, value: number): Read {
  if (Number.isNaN(value)) return { fault: 'takes a number' };
  if (type === TYPE.integer && !Number.isInteger(value)) return { fault: 'takes a whole number' };
  if (value < (least ?? value)) return { fault: `takes ${least} or more` };
  return value > (most ?? value) ? { fault: `takes ${most} or less` } : { value };
}

function pickByName(choices: readonly Suggestion[], text: string): Suggestion['value'] | undefined {
  const wanted = text.trim().toLowerCase();
  return choices.find(({ name }) => [wanted, `#${wanted}`, `@${wanted}`].includes(name.toLowerCase()))?.value;
}

function isFile(value: Entry | undefined): value is SentFile {
  return isJson(value);
}

/** Every filled box of a command, or the first fault: `option` is where it is. */
export function readEntries(
  offer: Offer,
  written: Readonly<Record<string, Written>>,
  guild: GuildView | undefined,
): { readonly entries: Entries } | { readonly option: string; readonly fault: string } {
  const entries: Record<string, Entry> = {};
  for (const option of offer.options) {
    const read = readEntry(option, written[option.name], guild);
    if (read && 'fault' in read) return { option: option.name, fault: `${option.name} ${read.fault}.` };
    if (read) entries[option.name] = read.value;
    else if (option.required) return { option: option.name, fault: `${option.name} is required.` };
  }
  return { entries };
}
