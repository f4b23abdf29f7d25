import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadEnvironment, readConfig, shippedData, shippedKnowledge } from '../src/config.ts';

const MEGABYTE = 1024 * 1024;

test('without any setting Attaché serves its own documents and needs no Discord', () =>
  expect(readConfig({})).toEqual({
    knowledge: shippedKnowledge,
    data: shippedData,
    questionsKeptDays: 30,
    perServer: { documents: 200, bytes: 100 * MEGABYTE },
  }));

test('settings are trimmed, and empty ones count as absent', () =>
  expect(
    readConfig({
      DISCORD_TOKEN: ' abc.def.ghi\n',
      DISCORD_GUILD_ID: '112233445566778899',
      DISCORD_API_URL: 'http://127.0.0.1:4000/api/',
      KNOWLEDGE_DIR: ' ',
      QUESTIONS_KEPT_DAYS: '7',
      DOCUMENTS_PER_SERVER: '5',
      MEGABYTES_PER_SERVER: '2',
      LOG_LEVEL: 'debug',
    }),
  ).toEqual({
    token: 'abc.def.ghi',
    guildId: '112233445566778899',
    apiUrl: 'http://127.0.0.1:4000/api',
    knowledge: shippedKnowledge,
    data: shippedData,
    questionsKeptDays: 7,
    perServer: { documents: 5, bytes: 2 * MEGABYTE },
    logLevel: 'debug',
  }));

test.each(['0', '3651', '-1', '1.5', '1e3', 'a week'])('questions cannot be kept for %s days', (days) =>
  expect(() => readConfig({ QUESTIONS_KEPT_DAYS: days })).toThrow(
    `QUESTIONS_KEPT_DAYS is “${days}”, but is a whole number of days from 1 to 3650. Example: QUESTIONS_KEPT_DAYS=30`,
  ),
);

test.each([
  ['DOCUMENTS_PER_SERVER', '0', 'documents from 1 to 10000', '200'],
  ['MEGABYTES_PER_SERVER', '1.5', 'megabytes from 1 to 100000', '100'],
])('%s cannot be %s', (name, value, range, usual) =>
  expect(() => readConfig({ [name]: value })).toThrow(
    `${name} is “${value}”, but is a whole number of ${range}. Example: ${name}=${usual}`,
  ),
);

test('a relative folder counts from where npm was called', () =>
  expect(readConfig({ KNOWLEDGE_DIR: 'papers', INIT_CWD: '/home/team' }).knowledge).toBe(join('/home/team', 'papers')));

test('a relative folder counts from where the program was called without npm', () =>
  expect(readConfig({ KNOWLEDGE_DIR: 'papers' }).knowledge).toBe(resolve('papers')));

test('every wrong setting is listed at once, with what is wrong and an example', () =>
  expect(() =>
    readConfig({
      DISCORD_TOKEN: 'Bot abc',
      DISCORD_GUILD_ID: 'my server',
      DISCORD_API_URL: 'http://127.0.0.1:4000/api/v10',
      LOG_LEVEL: 'loud',
    }),
  ).toThrowErrorMatchingInlineSnapshot(`
    [UserError: 4 settings are wrong; mend them in .env or the environment:
      DISCORD_TOKEN begins with “Bot”; leave that word out. Example: DISCORD_TOKEN=AAAA.BBBB.CCCC
      DISCORD_GUILD_ID is “my server”, but a server’s id is 17 to 20 digits. Example: DISCORD_GUILD_ID=112233445566778899
      DISCORD_API_URL ends with an API version (“http://127.0.0.1:4000/api/v10”); leave the version out. Example: DISCORD_API_URL=http://127.0.0.1:4000/api
      LOG_LEVEL is “loud”, but can be trace, debug, info, warn, error, fatal, silent. Example: LOG_LEVEL=info]
  `));

test('the token never stands in an error message', () =>
  expect(() => readConfig({ DISCORD_TOKEN: 'geheim und mehr' })).toThrow(
    expect.objectContaining({ code: 'config', message: expect.not.stringContaining('geheim') }),
  ));

test('the environment goes before the file .env', () =>
  expect(loadEnvironment({ DISCORD_TOKEN: 'from-the-shell' })['DISCORD_TOKEN']).toBe('from-the-shell'));
