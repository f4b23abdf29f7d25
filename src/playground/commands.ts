import { type FormFault, refuseFaults } from './api-error.ts';
import { checkCommand } from './command-form.ts';
import { fault, isJson, type Json, objects } from './form.ts';
import type { World } from './world.ts';

/** A registered command as Discord gives it back. */
export type Command = {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly options: readonly Json[];
} & Json;

/** Commands of one scope, by type (1 slash, 2 user, 3 message). */
const MOST: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };

export type Commands = ReturnType<typeof createCommands>;

/** The registered commands, global ones under no guild id. */
export function createCommands(world: World) {
  const scopes = new Map<string | undefined, readonly Command[]>();
  const inScope = (guildId: string | undefined) => scopes.get(guildId) ?? [];

  return {
    inScope,
    /** Replaces all commands of a scope, of every type, as PUT does; a command of the same name and type keeps its id. */
    overwrite(guildId: string | undefined, body: unknown): readonly Command[] {
      refuseFaults(checkScope(body));
      const before = inScope(guildId);
      const commands = objects(body).map((each): Command => {
        const type = Number(each['type'] ?? 1);
        const known = before.find((one) => one.name === each['name'] && one.type === type);
        return {
          ...withDefaults(each, guildId),
          id: known?.id ?? world.newId(),
          application_id: world.applicationId,
          version: world.newId(),
          name: String(each['name']),
          type,
          options: objects(each['options']).map(optionAsGiven),
        };
      });
      scopes.set(guildId, commands);
      return commands;
    },
    /** The slash command that a member of a guild picks by that name: the guild's own before the global one. */
    pick: (guildId: string, name: string): Command | undefined =>
      [...inScope(guildId), ...inScope(undefined)].find((one) => one.name === name && one.type === 1),
  };
}

function checkScope(body: unknown): readonly FormFault[] {
  if (!Array.isArray(body)) return [fault([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')];
  const typed = objects(body).map((each) => ({ name: each['name'], type: Number(each['type'] ?? 1) }));
  const crowded = Object.entries(MOST).flatMap(([type, most]) =>
    typed.filter((each) => each.type === Number(type)).length > most
      ? [fault([], 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer commands of type ${type}.`)]
      : [],
  );
  const doubles = typed.flatMap(({ name, type }, index) =>
    typed.findIndex((each) => each.name === name && each.type === type) < index
      ? [fault([index, 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')]
      : [],
  );
  return [...crowded, ...doubles, ...body.flatMap((each: unknown, index) => checkCommand(each, [index]))];
}

/** Discord fills in what is left out; contexts and installations belong to global commands only. */
function withDefaults(command: Json, guildId: string | undefined): Json {
  return {
    description: '',
    default_member_permissions: null,
    nsfw: false,
    dm_permission: true,
    ...command,
    name_localizations: command['name_localizations'] ?? null,
    description_localizations: command['description_localizations'] ?? null,
    integration_types: guildId === undefined ? (command['integration_types'] ?? [0]) : [0],
    contexts: guildId === undefined ? (command['contexts'] ?? null) : null,
    ...(guildId === undefined ? {} : { guild_id: guildId }),
  };
}

/** Discord leaves false and empty fields out of the options that it gives back. */
function optionAsGiven(option: Json): Json {
  const kept = Object.entries(option).filter(
    ([, value]) => value !== false && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === 'options' ? objects(value).map(optionAsGiven) : value]),
  );
}

/** A command without its translations, as GET gives it unless it is asked `with_localizations`. */
export function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.endsWith('_localizations'))
      .map(([key, inner]) => [key, withoutLocalizations(inner)]),
  );
}
