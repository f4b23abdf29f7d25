import { afterEach, beforeEach, expect, it } from 'vitest';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { createSchemaChecks, schemaIsPresent } from '../discord-schema.ts';
import { register, rest } from './raw-bot.ts';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.stop());

it('A port that is taken is named, with what can be done', async () => {
  await expect(startStandIn({ port: standIn.port })).rejects.toMatchObject({
    name: 'UserError',
    code: 'port-in-use',
    message: `Port ${standIn.port} of this machine is taken by another program. Stop that program, or choose another port; 0 takes any free one.`,
  });
});

it('Requests without the token of a bot are refused', async () => {
  const refused = await rest(standIn, 'GET', '/gateway/bot', undefined, { authorization: 'secret' });
  expect(refused).toEqual({ status: 401, body: { message: '401: Unauthorized', code: 0 } });
  expect(standIn.violations).toHaveLength(1);
});

it('Routes, channels and messages that do not exist are refused', async () => {
  const channel = standIn.guilds[0]?.channels[0]?.id;
  expect(await rest(standIn, 'GET', '/nowhere')).toMatchObject({ status: 404, body: { code: 0 } });
  expect(await rest(standIn, 'POST', '/channels/1/messages', { content: 'Hello' })).toMatchObject({
    status: 404,
    body: { code: 10003 },
  });
  expect(await rest(standIn, 'PATCH', `/channels/${channel}/messages/1`, { content: 'Hello' })).toMatchObject({
    status: 404,
    body: { code: 10008 },
  });
  expect(await rest(standIn, 'POST', `/channels/${channel}/messages`, '{"content"')).toMatchObject({
    status: 400,
    body: { code: 50109 },
  });
});

it('A message can be posted, read, edited and deleted, and every request is on record', async () => {
  const channel = `/channels/${standIn.guilds[0]?.channels[1]?.id}`;
  const posted = await rest(standIn, 'POST', `${channel}/messages`, { content: 'Morning brief' });
  const one = `${channel}/messages/${String(posted.body?.['id'])}`;
  await rest(standIn, 'PATCH', one, { embeds: [{ description: 'Three items' }] });
  expect((await rest(standIn, 'GET', one)).body).toMatchObject({
    content: 'Morning brief',
    embeds: [{ type: 'rich', description: 'Three items' }],
  });
  expect(await rest(standIn, 'PATCH', one, { content: '', embeds: [] })).toMatchObject({ body: { code: 50006 } });
  expect((await rest(standIn, 'DELETE', one)).status).toBe(204);
  expect(standIn.messages('briefings')).toEqual([]);
  expect(standIn.exchanges.map(({ method, status }) => `${method} ${status}`)).toEqual([
    'POST 200',
    'PATCH 200',
    'GET 200',
    'PATCH 400',
    'DELETE 204',
  ]);
  expect(standIn.exchanges[0]).toMatchObject({ path: `${channel}/messages`, body: { content: 'Morning brief' } });
});

it('Discord on a bad day answers 429 or 5xx, and may have taken the request all the same', async () => {
  const path = `/channels/${standIn.guilds[0]?.channels[0]?.id}/messages`;
  standIn.faults.failNext({ status: 429, on: 'POST /channels', retryAfter: 2 });
  standIn.faults.failNext({ status: 502, taken: true });
  expect(await rest(standIn, 'POST', path, { content: 'One' })).toMatchObject({
    status: 429,
    body: { retry_after: 2, global: false },
  });
  expect(standIn.messages('general')).toEqual([]);
  expect(await rest(standIn, 'POST', path, { content: 'Two' })).toMatchObject({ status: 502 });
  expect(standIn.messages('general')).toHaveLength(1);
  expect((await rest(standIn, 'POST', path, { content: 'Three' })).status).toBe(200);
  expect(standIn.violations).toEqual([]);
});

it('A refused token is refused on every route of the bot', async () => {
  standIn.faults.refuseToken();
  expect((await rest(standIn, 'GET', '/gateway/bot')).status).toBe(401);
  expect(standIn.violations).toEqual([]);
});

it('Two embeds with one address are reported, for only the first would be shown', async () => {
  const embeds = [1, 2].map((number) => ({ description: `Quotation ${number}`, url: 'https://example.org/treaty' }));
  await rest(standIn, 'POST', `/channels/${standIn.guilds[0]?.channels[0]?.id}/messages`, { embeds });
  expect(standIn.violations).toEqual([
    expect.stringContaining('Discord shows only the first of two embeds with the url https://example.org/treaty'),
  ]);
});

it.skipIf(!schemaIsPresent)("What the stand-in answers has the shape of Discord's own schema", async () => {
  const { validate } = createSchemaChecks();
  const components = [{ type: 1, components: [{ type: 2, style: 2, label: 'More', custom_id: 'more' }] }];
  const path = `/channels/${standIn.guilds[0]?.channels[0]?.id}/messages`;
  const posted = await rest(standIn, 'POST', path, {
    content: 'Hello',
    embeds: [{ title: 'Brief', footer: { text: 'One' } }],
    components,
  });
  expect(validate('MessageResponse', posted.body)).toEqual([]);
  expect(validate('GatewayBotResponse', (await rest(standIn, 'GET', '/gateway/bot')).body)).toEqual([]);
  const commands = (await register(standIn)).body as unknown as unknown[];
  expect(commands.flatMap((command) => validate('ApplicationCommandResponse', command))).toEqual([]);
});
