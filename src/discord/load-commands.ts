import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ApplicationCommandType } from 'discord.js';
import { UserError } from '../core/user-error.ts';
import type { AnyCommand, Command } from './command.ts';

/** Discord's rule for the name of a chat command, narrowed to what a file name bears anywhere. */
const NAME = /^[-_a-z0-9]{1,32}$/u;

/** Loads every command of a folder, by name; throws `UserError` 'malformed-command' that names the file and its fault. */
export async function loadCommands(folder: string): Promise<AnyCommand[]> {
  const files = (await listFolder(folder)).filter((file) => file.endsWith('.ts')).sort();
  const commands: AnyCommand[] = [];
  const owners = new Map<string, string>();
  for (const file of files) {
    const command = await loadCommand(join(folder, file), file.slice(0, -'.ts'.length));
    for (const verb of [command.buttons, command.selects, command.modals].flatMap((record) =>
      Object.keys(record ?? {}),
    )) {
      const owner = owners.get(verb);
      if (owner !== undefined) throw malformed(join(folder, file), `has a button “${verb}”, which ${owner} has too`);
      owners.set(verb, file);
    }
    commands.push(command);
  }
  return commands;
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    throw new UserError(
      'no-commands',
      `The folder of commands cannot be read: ${folder}. Start from the project's own folder.`,
      { cause: error },
    );
  }
}

async function loadCommand(path: string, name: string): Promise<AnyCommand> {
  let module: { readonly default?: unknown };
  try {
    module = await import(pathToFileURL(path).href);
  } catch (error) {
    throw malformed(path, `cannot be loaded: ${error instanceof Error ? error.message : String(error)}`, error);
  }
  const fault = NAME.test(name)
    ? faultOf(module.default, name)
    : 'must be named in lower case, as its command is called';
  if (fault !== undefined) throw malformed(path, fault);
  return module.default as AnyCommand;
}

function faultOf(exported: unknown, name: string): string | undefined {
  if (typeof exported !== 'object' || exported === null) return 'must export the command as its default';
  const { data, execute, autocomplete, buttons, selects, modals }: { [key in keyof Command]?: unknown } = exported;
  if (typeof data !== 'object' || data === null) return 'has no `data` with name and description';
  const { name: called, description, type }: { name?: unknown; description?: unknown; type?: unknown } = data;
  const onMessages = type === ApplicationCommandType.Message;
  const bears = onMessages ? String(called).toLowerCase().replaceAll(' ', '-') : called;
  if (bears !== name) return `calls its command “${String(called)}”; file and command must bear one name`;
  if (!onMessages && (typeof description !== 'string' || description === '' || description.length > 100))
    return 'needs a description of 1 to 100 characters';
  if (typeof execute !== 'function') return 'has no function `execute`';
  if (autocomplete !== undefined && typeof autocomplete !== 'function')
    return 'has an `autocomplete` that is no function';
  return faultOfHandlers(buttons, 'button') ?? faultOfHandlers(selects, 'select') ?? faultOfHandlers(modals, 'modal');
}

function faultOfHandlers(handlers: unknown, noun: string): string | undefined {
  if (handlers === undefined) return undefined;
  if (typeof handlers !== 'object' || handlers === null) return `has \`${noun}s\` that are no record of functions`;
  const silent = Object.entries(handlers).find(([, handler]) => typeof handler !== 'function');
  return silent && `has a ${noun} “${silent[0]}” that is no function`;
}

function malformed(path: string, fault: string, cause?: unknown): UserError {
  return new UserError('malformed-command', `The command file ${path} ${fault}.`, { cause });
}
