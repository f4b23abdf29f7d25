import { type REST, type RESTGetAPICurrentUserGuildsResult, Routes } from 'discord.js';
import { UserError } from '../core/user-error.ts';
import type { AnyCommand } from './command.ts';

/** What a command states about itself, at any depth; whatever else Discord returns (ids, versions) is its own. */
const STATED: ReadonlySet<string> = new Set(
  [
    'type name name_localizations description description_localizations options nsfw default_member_permissions contexts',
    'integration_types required choices value channel_types min_value max_value min_length max_length autocomplete',
  ].flatMap((names) => names.split(' ')),
);
/** Discord keeps these for global commands only. */
const GLOBAL_ONLY: ReadonlySet<string> = new Set(['contexts', 'integration_types']);

export type Registration = {
  /** Carries the bot's token. */
  readonly rest: REST;
  readonly applicationId: string;
  /** Only this server, where changes show at once; without it, everywhere. */
  readonly guildId?: string | undefined;
  readonly commands: readonly AnyCommand[];
};

/** Makes Discord offer exactly these commands, and says whether anything had to be changed for it. */
export async function registerCommands({
  rest,
  applicationId,
  guildId,
  commands,
}: Registration): Promise<'unchanged' | 'registered'> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const wanted = commands.map(({ data }) => (guildId === undefined ? data : withoutGlobalOnly(data)));
  try {
    const offered = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
    if (canonicalList(offered, guildId) === canonicalList(wanted, guildId)) return 'unchanged';
    await clearOtherScopes(rest, applicationId, guildId);
    await rest.put(route, { body: wanted });
    return 'registered';
  } catch (error) {
    if (
      guildId !== undefined &&
      error instanceof Error &&
      'status' in error &&
      (error.status === 403 || error.status === 404)
    ) {
      throw new UserError(
        'guild-unreachable',
        `Commands cannot be registered in the server ${guildId}: the bot is not in it, or the id is wrong. Invite the bot there, mend DISCORD_GUILD_ID, or leave it out to register everywhere.`,
        { cause: error },
      );
    }
    throw error;
  }
}

/** What was registered before for every server, or for one: people would be offered each command twice. */
async function clearOtherScopes(rest: REST, applicationId: string, guildId: string | undefined): Promise<void> {
  const routes =
    guildId === undefined
      ? ((await rest.get(Routes.userGuilds())) as RESTGetAPICurrentUserGuildsResult).map(({ id }) =>
          Routes.applicationGuildCommands(applicationId, id),
        )
      : [Routes.applicationCommands(applicationId)];
  for (const route of routes) {
    const left = (await rest.get(route)) as readonly unknown[];
    if (left.length > 0) await rest.put(route, { body: [] });
  }
}

function withoutGlobalOnly(command: object) {
  return Object.fromEntries(Object.entries(command).filter(([key]) => !GLOBAL_ONLY.has(key)));
}

/** Equal for two lists of commands exactly where they offer the same: their order, the order of keys, ids and stated defaults do not count. */
function canonicalList(commands: unknown, guildId: string | undefined): string {
  if (!Array.isArray(commands)) return '';
  const scoped: readonly object[] = guildId === undefined ? commands : commands.map(withoutGlobalOnly);
  return scoped
    .map((command) => JSON.stringify(canonical({ type: 1, ...command })))
    .sort()
    .join('\n');
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'number') ? value.toSorted((a, b) => a - b) : value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const stated = Object.entries(value)
    .filter(([key, entry]) => STATED.has(key) && !isDefault(entry))
    .map(([key, entry]) => [key, key.endsWith('_localizations') ? sorted(entry) : canonical(entry)] as const);
  return sorted(Object.fromEntries(stated));
}

function isDefault(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    // The description of a command in a menu, which it has not.
    value === '' ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

function sorted(record: object): object {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
