import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { ASK, register, rest } from './raw-bot.ts';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.stop());

const option = (name: string, more = {}) => ({ type: 3, name, description: 'Something', ...more });
const withOptions = (...options: unknown[]) => [{ name: 'ask', description: 'Ask', options }];

describe('Registering commands', () => {
  it('keeps the id of a command that stays and fills in what was left out', async () => {
    const first = (await register(standIn)).body as unknown as Record<string, unknown>[];
    const second = (await register(standIn, [{ ...ASK, description: 'Changed' }])).body as unknown as Record<
      string,
      unknown
    >[];
    expect(second[0]?.['id']).toBe(first[0]?.['id']);
    expect(second[0]?.['version']).not.toBe(first[0]?.['version']);
    expect(second[0]).toMatchObject({
      type: 1,
      description: 'Changed',
      default_member_permissions: null,
      nsfw: false,
      integration_types: [0],
    });
  });

  it('of a guild leaves other guilds without them', async () => {
    const [team, guests] = standIn.guilds;
    const me = String((await rest(standIn, 'GET', '/applications/@me')).body?.['id']);
    await rest(standIn, 'PUT', `/applications/${me}/guilds/${team?.id}/commands`, [ASK]);
    expect(standIn.commands(team?.id).map(({ name }) => name)).toEqual(['ask']);
    await expect(standIn.slash({ command: 'ask', guild: guests?.name, options: { question: 'a' } })).rejects.toThrow(
      'No command “ask”',
    );
    expect(await rest(standIn, 'PUT', `/applications/${me}/guilds/1/commands`, [ASK])).toMatchObject({
      status: 403,
      body: { code: 50001 },
    });
  });

  it('gives translations back only where they are asked for', async () => {
    await register(standIn, [{ ...ASK, name_localizations: { de: 'fragen' } }]);
    const me = String((await rest(standIn, 'GET', '/applications/@me')).body?.['id']);
    const path = `/applications/${me}/commands`;
    expect(JSON.stringify((await rest(standIn, 'GET', path)).body)).not.toContain('fragen');
    expect(JSON.stringify((await rest(standIn, 'GET', `${path}?with_localizations=true`)).body)).toContain('fragen');
  });

  it.each([
    ['an upper-case name', [{ name: 'Ask', description: 'a' }], '0.name'],
    ['a name with a space', [{ name: 'ask me', description: 'a' }], '0.name'],
    ['a name above 32 characters', [{ name: 'a'.repeat(33), description: 'a' }], '0.name'],
    ['no description', [{ name: 'ask' }], '0.description'],
    ['a description above 100 characters', [{ name: 'ask', description: 'x'.repeat(101) }], '0.description'],
    ['a description of a message command', [{ name: 'Explain this', type: 3, description: 'a' }], '0.description'],
    ['one name twice', [ASK, ASK], '1.name'],
    ['26 options', withOptions(...Array.from({ length: 26 }, (_, index) => option(`o${index}`))), '0.options'],
    ['one option twice', withOptions(option('a'), option('a')), '0.options.1.name'],
    ['a required option after another', withOptions(option('a'), option('b', { required: true })), '0.options.1'],
    [
      'choices beside autocomplete',
      withOptions(option('a', { autocomplete: true, choices: [{ name: 'a', value: 'a' }] })),
      '0.options.0.choices',
    ],
    ['options of an option', withOptions(option('a', { options: [option('b')] })), '0.options.0.options'],
    ['an unknown language', [{ ...ASK, name_localizations: { xx: 'ask' } }], '0.name_localizations.xx'],
    [
      'more than 8,000 characters in all',
      withOptions(
        ...Array.from({ length: 20 }, (_, o) =>
          option(`o${o}`, { choices: Array.from({ length: 25 }, (_, c) => ({ name: `${c}`, value: 'x'.repeat(20) })) }),
        ),
      ),
      '0',
    ],
    ['16 message commands', Array.from({ length: 16 }, (_, index) => ({ name: `Explain ${index}`, type: 3 })), ''],
  ])('is refused with %s', async (_what, commands, where) => {
    const { status, body } = await register(standIn, commands);
    expect([status, body?.['code']]).toEqual([400, 50035]);
    const found = where
      .split('.')
      .reduce<unknown>(
        (node, step) => (step === '' ? node : (node as Record<string, unknown>)?.[step]),
        body?.['errors'],
      );
    expect(found).toHaveProperty('_errors');
    expect(standIn.commands(undefined)).toEqual([]);
  });
});

describe('A single command', () => {
  const commands = async () =>
    `/applications/${String((await rest(standIn, 'GET', '/applications/@me')).body?.['id'])}/commands`;
  const add = async (name: string, more = {}) =>
    rest(standIn, 'POST', await commands(), { name, description: 'a', ...more });
  const offered = () => standIn.commands(undefined).map(({ name, description }) => [name, description]);

  it('is added beside the others, changed in part and removed', async () => {
    await register(standIn);
    const { status, body } = await add('actor');
    expect(status).toBe(201);
    const again = await add('actor', { description: 'b' });
    expect([again.status, again.body?.['id']]).toEqual([200, body?.['id']]);
    const one = `${await commands()}/${String(body?.['id'])}`;
    await rest(standIn, 'PATCH', one, { description: 'c' });
    expect(offered()).toEqual([
      ['ask', 'Ask the documents'],
      ['actor', 'c'],
    ]);
    expect(await rest(standIn, 'PATCH', one, { name: 'Not a name' })).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
    expect((await rest(standIn, 'DELETE', one)).status).toBe(204);
    expect(offered()).toEqual([['ask', 'Ask the documents']]);
    expect(await rest(standIn, 'GET', one)).toMatchObject({ status: 404, body: { code: 10063 } });
  });

  it('is refused beyond fifteen of the menu, and beyond two hundred new ones a day', async () => {
    const menu = (index: number) => ({ name: `Explain ${index}`, type: 3 });
    await register(
      standIn,
      Array.from({ length: 15 }, (_, index) => menu(index)),
    );
    expect(await add('Explain more', { type: 3, description: '' })).toMatchObject({
      status: 400,
      body: { code: 30032 },
    });
    const hundred = (start: number) =>
      Array.from({ length: 100 }, (_, index) => ({ ...ASK, name: `ask-${start + index}` }));
    expect((await register(standIn, hundred(0))).status).toBe(200);
    expect(await register(standIn, hundred(100))).toMatchObject({ status: 400, body: { code: 30034 } });
    expect(standIn.commands(undefined)).toHaveLength(100);
  });

  it('of a guild beside one of the same name for everybody is reported, for people see both', async () => {
    await register(standIn);
    const guild = (await commands()).replace('/commands', `/guilds/${standIn.guilds[0]?.id}/commands`);
    await rest(standIn, 'POST', guild, ASK);
    expect(standIn.violations).toEqual([expect.stringContaining('people see “ask” twice')]);
  });
});
