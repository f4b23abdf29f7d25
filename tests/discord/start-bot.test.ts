import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Command, isMessageCommand } from '../../src/discord/command.ts';
import { deploy } from '../../src/discord/deploy.ts';
import { startBot } from '../../src/discord/start-bot.ts';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { always, ownCommands, servicesOf } from '../builders/bot.ts';
import { deskOf } from '../builders/document.ts';
import { readableLog } from '../builders/log.ts';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(async () => {
  vi.useRealTimers();
  await standIn.stop();
});

const { log } = readableLog();
const servicesFor = always(servicesOf(deskOf([])));
const start = async (options: { apiUrl?: string; guildId?: string } = {}) =>
  startBot({ token: 'token', apiUrl: standIn.apiUrl, servicesFor, log, commands: await ownCommands(), ...options });
const puts = () => standIn.exchanges.filter(({ method }) => method === 'PUT');

test('the bot is ready with its commands registered, whether or not the address ends in a slash', async () => {
  const { client, stop } = await start({ apiUrl: `${standIn.apiUrl}/` });
  expect(client.isReady()).toBe(true);
  expect(standIn.commands(undefined).map(({ name }) => name)).toContain('ask');
  await stop();
  expect(standIn.violations).toEqual([]);
});

test('commands are registered again only when they have changed', async () => {
  const commands = (await ownCommands()).filter((each): each is Command => !isMessageCommand(each));
  const options = { token: 'token', apiUrl: standIn.apiUrl, commands };
  expect([await deploy(options), await deploy(options)]).toEqual(['registered', 'unchanged']);
  const renamed = commands.map((command) => ({ ...command, data: { ...command.data, description: 'Asks.' } }));
  expect(await deploy({ ...options, commands: renamed })).toBe('registered');
  const translated = commands.map((command) => ({
    ...command,
    data: { ...command.data, description_localizations: { de: 'Fragt.' } },
  }));
  const outcomes = [
    await deploy({ ...options, commands: translated }),
    await deploy({ ...options, commands: translated }),
  ];
  expect(outcomes).toEqual(['registered', 'unchanged']);
  expect(puts()).toHaveLength(3);
});

test('a server of its own gets the commands, and again only when they have changed', async () => {
  const guildId = standIn.guilds[0]?.id ?? '';
  const options = { token: 'token', apiUrl: standIn.apiUrl, guildId, commands: await ownCommands() };
  expect([await deploy(options), await deploy(options)]).toEqual(['registered', 'unchanged']);
  expect(standIn.commands(guildId)).toHaveLength(options.commands.length);
  expect(standIn.commands(undefined)).toEqual([]);
});

test('nobody is offered a command twice where it was registered for one server before, or for all', async () => {
  const [first, second] = standIn.guilds.map(({ id }) => id);
  const options = { token: 'token', apiUrl: standIn.apiUrl, commands: await ownCommands() };
  const offered = () => [undefined, first, second].map((scope) => standIn.commands(scope).length > 0);
  await deploy({ ...options, guildId: first });
  await deploy({ ...options, guildId: second });
  expect(offered()).toEqual([false, true, true]);
  await deploy(options);
  expect(offered()).toEqual([true, false, false]);
  await deploy({ ...options, guildId: first });
  expect(offered()).toEqual([false, true, false]);
  expect(standIn.violations).toEqual([]);
});

test('a server without the bot is named with its remedy', async () => {
  const refusal = {
    name: 'UserError',
    code: 'guild-unreachable',
    message: expect.stringContaining('DISCORD_GUILD_ID'),
  };
  await expect(start({ guildId: '123456789012345678' })).rejects.toMatchObject(refusal);
});

test('a refused token stops the start before a log-in is spent', async () => {
  standIn.faults.refuseToken();
  const refusal = {
    name: 'UserError',
    code: 'invalid-token',
    message: expect.stringContaining('Discord refuses the token.'),
  };
  await expect(start()).rejects.toMatchObject(refusal);
  expect(standIn.gateway.counts().identified).toBe(0);
});

test.each([
  [4004, 'invalid-token', 'Discord refuses the token.'],
  [4013, 'gateway-refused', '(code 4013): it was asked for intents that do not exist.'],
  [4014, 'gateway-refused', '(code 4014): it was asked for intents that the bot may not use.'],
])('a gateway that closes with %i ends the start with cause and remedy', async (closeCode, code, words) => {
  standIn.faults.refuseIdentify(closeCode);
  await expect(start()).rejects.toMatchObject({ name: 'UserError', code, message: expect.stringContaining(words) });
  await expect.poll(() => standIn.gateway.counts().connected).toBe(0);
});

test('a gateway that never lets the bot in ends the start, and nothing goes on trying', async () => {
  standIn.faults.ignoreIdentify();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const started = start();
  const ended = expect(started).rejects.toMatchObject({
    code: 'discord-unreachable',
    message: expect.stringContaining('has not let the bot in within 30 seconds'),
  });
  await vi.waitUntil(() => standIn.gateway.counts().identified === 1, { interval: 0 });
  vi.advanceTimersByTime(30_000);
  await ended;
  expect(standIn.gateway.counts()).toMatchObject({ connected: 0 });
}, 60_000);

test('an address where nobody listens is named', async () => {
  await expect(start({ apiUrl: 'http://127.0.0.1:9/api' })).rejects.toMatchObject({
    code: 'discord-unreachable',
    message: expect.stringContaining('http://127.0.0.1:9/api (DISCORD_API_URL) cannot be reached: ECONNREFUSED'),
  });
});

test.each([404, 503])('an address that answers %i is not taken for Discord', async (status) => {
  const server = createServer((_, response) => response.writeHead(status).end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const refusal = { code: 'discord-unreachable', message: expect.stringContaining(`it answers ${status}`) };
  await expect(start({ apiUrl: `http://127.0.0.1:${port}/api` })).rejects.toMatchObject(refusal);
  server.close();
});

test('a gateway that refuses for good while serving ends the bot and says why', async () => {
  const { log: fatal, entries } = readableLog();
  const { client } = await startBot({ token: 'token', apiUrl: standIn.apiUrl, servicesFor, log: fatal, commands: [] });
  standIn.gateway.close(4014);
  await expect.poll(() => entries.find(({ level }) => level === 60)).toMatchObject({ code: 4014 });
  await expect.poll(() => client.isReady()).toBe(false);
});
