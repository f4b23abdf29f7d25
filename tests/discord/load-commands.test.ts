import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadCommands } from '../../src/discord/load-commands.ts';

const folders: string[] = [];

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'commands-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

const ping = `export default { data: { name: 'ping', description: 'Answers.' }, async execute() {} };`;

test('every file of the folder is a command, in the order of their names', async () => {
  const folder = await folderOf({
    'ping.ts': ping,
    'hello.ts': ping.replace('ping', 'hello'),
    'README.md': 'not a command',
  });
  expect((await loadCommands(folder)).map(({ data }) => data.name)).toEqual(['hello', 'ping']);
});

test("the project's own commands load", async () => {
  const commands = await loadCommands(join(import.meta.dirname, '../../commands'));
  expect(commands.map(({ data }) => data.name)).toContain('ask');
});

test.each([
  ['pong.ts', ping, 'calls its command “ping”; file and command must bear one name'],
  ['Ping.ts', ping, 'must be named in lower case, as its command is called'],
  ['ping.ts', 'export const data = {};', 'must export the command as its default'],
  ['ping.ts', 'export default {};', 'has no `data` with name and description'],
  ['ping.ts', ping.replace('Answers.', ''), 'needs a description of 1 to 100 characters'],
  ['ping.ts', ping.replace('async execute() {}', ''), 'has no function `execute`'],
  ['ping.ts', ping.replace('async', 'autocomplete: [], async'), 'has an `autocomplete` that is no function'],
  ['ping.ts', ping.replace('async', 'buttons: { more: 1 }, async'), 'has a button “more” that is no function'],
  ['ping.ts', `throw new Error('out of order');`, 'cannot be loaded: out of order'],
])('%s with a fault stops the start, and the message names file and fault (%#)', async (name, text, fault) => {
  const folder = await folderOf({ [name]: text });
  const message = `The command file ${join(folder, name)} ${fault}.`;
  await expect(loadCommands(folder)).rejects.toMatchObject({ name: 'UserError', code: 'malformed-command', message });
});

test('two commands cannot share a button', async () => {
  const shared = ping.replace('async', 'buttons: { more() {} }, async');
  const folder = await folderOf({ 'hello.ts': shared.replace('ping', 'hello'), 'ping.ts': shared });
  await expect(loadCommands(folder)).rejects.toThrow('has a button “more”, which hello.ts has too');
});

test('a missing folder is named', async () => {
  await expect(loadCommands('/nowhere/commands')).rejects.toMatchObject({ code: 'no-commands' });
});
