import { type FormFault, refusals, refuseFaults } from './api-error.ts';
import { checkCommand } from './command-form.ts';
import { fault, isJson, type Json, objects } from './form.ts';
import type { Logbook } from './logbook.ts';
import type { Watch } from './watch.ts';
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

type Deps = { world: World; watch: Watch; logbook: Logbook };

export type Commands = ReturnType<typeof createCommands>;

/** New commands a day and scope. */
const MOST_A_DAY = 200;
const DAY_MS = 24 * 60 * 60_000;

/** The registered commands, global ones under no guild id. */
export function createCommands({ world, watch, logbook }: Deps) {
  const scopes = new Map<string | undefined, readonly Command[]>();
  const made = new Map<string | undefined, readonly number[]>();
  const inScope = (guildId: string | undefined) => scopes.get(guildId) ?? [];

  function complete(given: Json, guildId: string | undefined, id: string | undefined): Command {
    return {
      ...withDefaults(given, guildId),
      id: id ?? world.newId(),
      application_id: world.applicationId,
      version: world.newId(),
      name: String(given['name']),
      type: Number(given['type'] ?? 1),
      options: objects(given['options']).map(optionAsGiven),
    };
  }

  /** Keeps the commands of a scope; those that were not there before count towards the day's. */
  function keep(guildId: string | undefined, commands: readonly Command[]): void {
    const before = inScope(guildId);
    const today = (made.get(guildId) ?? []).filter((at) => world.now() - at < DAY_MS);
    const fresh = commands.filter(({ id }) => !before.some((one) => one.id === id));
    if (today.length + fresh.length > MOST_A_DAY) throw refusals.tooManyCreated();
    made.set(guildId, [...today, ...fresh.map(() => world.now())]);
    scopes.set(guildId, commands);
    reportDoubles();
    watch.tell({ kind: 'commands', guildId });
  }

  function reportDoubles(): void {
    for (const guild of world.guilds) {
      const double = inScope(guild.id).find((own) => inScope(undefined).some((each) => same(each, own)));
      if (double)
        logbook.violate('commands', `in “${guild.name}” people see “${double.name}” twice, its own and everybody's`);
    }
  }

  function one(guildId: string | undefined, id: string): Command {
    const command = inScope(guildId).find((each) => each.id === id);
    if (!command) throw refusals.unknownCommand();
    return command;
  }

  return {
    inScope,
    /** One command of a scope by its id. */
    one,
    /** Replaces all commands of a scope, of every type, as PUT does; a command of the same name and type keeps its id. */
    overwrite(guildId: string | undefined, body: unknown): readonly Command[] {
      refuseFaults(checkScope(body));
      const before = inScope(guildId);
      const commands = objects(body).map((each) =>
        complete(each, guildId, before.find((known) => same(known, each))?.id),
      );
      keep(guildId, commands);
      return commands;
    },
    /** Adds one command, in place of the one of its name and type where there is one. */
    add(guildId: string | undefined, body: Json): { readonly command: Command; readonly isNew: boolean } {
      refuseFaults(checkCommand(body, []));
      const known = inScope(guildId).find((each) => same(each, body));
      const command = complete(body, guildId, known?.id);
      const others = inScope(guildId).filter((each) => each !== known);
      const most = MOST[command.type] ?? 0;
      if (others.filter(({ type }) => type === command.type).length >= most) throw refusals.tooManyCommands(most);
      keep(guildId, [...others, command]);
      return { command, isNew: !known };
    },
    /** Changes the parts of a command that a body names. */
    change(guildId: string | undefined, id: string, body: Json): Command {
      const known = one(guildId, id);
      const merged = { ...known, ...body, type: known.type };
      refuseFaults(checkCommand(merged, []));
      const command = complete(merged, guildId, id);
      keep(
        guildId,
        inScope(guildId).map((each) => (each === known ? command : each)),
      );
      return command;
    },
    remove(guildId: string | undefined, id: string): void {
      const known = one(guildId, id);
      keep(
        guildId,
        inScope(guildId).filter((each) => each !== known),
      );
    },
  };
}

function same(one: Json, other: Json): boolean {
  return one['name'] === other['name'] && Number(one['type'] ?? 1) === Number(other['type'] ?? 1);
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
