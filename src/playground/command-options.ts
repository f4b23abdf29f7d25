import { UserError } from '../core/user-error.ts';
import type { NewFile } from './files.ts';
import { type Json, objects } from './form.ts';
import type { Kind, Resolved } from './resolved.ts';

export type OptionValue = string | number | boolean | NewFile;
/** Users, roles and channels are given by name or id. */
export type OptionValues = { readonly [name: string]: OptionValue };

/** Option types by what they hold: 3 text, 4 whole number, 5 yes or no, 10 number. */
const HOLDS: Readonly<Record<number, (value: OptionValue) => boolean>> = {
  3: (value) => typeof value === 'string',
  4: (value) => Number.isInteger(value),
  5: (value) => typeof value === 'boolean',
  10: (value) => typeof value === 'number',
};
/** Option types that name something else. */
const NAMES: Readonly<Record<number, Kind>> = {
  6: 'user',
  7: 'channel',
  8: 'role',
  9: 'mentionable',
  11: 'attachment',
};
const SUBCOMMANDS = [1, 2];

/**
 * What a Discord client makes of the options that a person fills in, for a command path like 'ask' or 'digest set'.
 * With `focused`, that option is being typed: it may be incomplete, and nothing else is required yet.
 * Throws `UserError` 'invalid-option' for what a client would not let through.
 */
export function fillIn(
  command: Json,
  path: readonly string[],
  values: OptionValues,
  resolved: Resolved,
  focused?: string,
): readonly Json[] {
  const [next, ...rest] = path;
  const known = objects(command['options']);
  if (next !== undefined) {
    const inner = known.find((option) => option['name'] === next);
    if (!inner || !SUBCOMMANDS.includes(Number(inner['type'])))
      throw refuse(`“${nameOf(command)}” has no subcommand “${next}”.`);
    return [{ name: next, type: inner['type'], options: fillIn(inner, rest, values, resolved, focused) }];
  }
  if (known.some(({ type }) => SUBCOMMANDS.includes(Number(type))))
    throw refuse(`“${nameOf(command)}” needs one of its subcommands.`);

  for (const name of Object.keys(values)) {
    if (!known.some((option) => option['name'] === name)) throw refuse(`“${nameOf(command)}” has no option “${name}”.`);
  }
  const missing = known.find((option) => option['required'] === true && values[String(option['name'])] === undefined);
  if (missing && focused === undefined) throw refuse(`“${nameOf(command)}” requires the option “${nameOf(missing)}”.`);

  return known.flatMap((option) => {
    const name = String(option['name']);
    const value = values[name];
    if (value === undefined) return [];
    const type = Number(option['type']);
    if (name === focused) return [{ name, type, value, focused: true }];
    const kind = NAMES[type];
    if (kind === undefined) {
      const complaint = complain(option, value);
      if (complaint) throw refuse(`The option “${name}” ${complaint}.`);
      return [{ name, type, value }];
    }
    const types = Array.isArray(option['channel_types']) ? option['channel_types'] : [];
    const id = typeof value === 'object' || typeof value === 'string' ? resolved.take(kind, value, types) : undefined;
    if (id === undefined) throw refuse(`The option “${name}” does not take ${asWritten(value)} as its ${kind}.`);
    return [{ name, type, value: id }];
  });
}

/** The option with that name, wherever it stands among a command's options. */
export function findOption(command: Json, name: string): Json | undefined {
  const held = objects(command['options']);
  return (
    held.find((option) => option['name'] === name && !SUBCOMMANDS.includes(Number(option['type']))) ??
    held.map((option) => findOption(option, name)).find((found) => found)
  );
}

function complain(option: Json, value: OptionValue): string | undefined {
  const holds = HOLDS[Number(option['type'])];
  if (!holds) return `is of type ${Number(option['type'])}, which cannot be filled in here yet`;
  if (!holds(value)) return `does not take ${asWritten(value)}`;
  const choices = objects(option['choices']);
  if (choices.length > 0 && !choices.some((each) => each['value'] === value))
    return `has no choice ${asWritten(value)}`;
  const size = typeof value === 'string' ? value.length : Number(value);
  const [least, most] = typeof value === 'string' ? ['min_length', 'max_length'] : ['min_value', 'max_value'];
  if (size < Number(option[least] ?? Number.NEGATIVE_INFINITY)) return `is below its least, ${Number(option[least])}`;
  if (size > Number(option[most] ?? (typeof value === 'string' ? 6000 : Number.POSITIVE_INFINITY))) {
    return `is above its most, ${Number(option[most] ?? 6000)}`;
  }
  return undefined;
}

function asWritten(value: OptionValue): string {
  return typeof value === 'object' ? `the file “${value.name}”` : JSON.stringify(value);
}

function nameOf(option: Json): string {
  return String(option['name']);
}

function refuse(message: string): UserError {
  return new UserError('invalid-option', message);
}
