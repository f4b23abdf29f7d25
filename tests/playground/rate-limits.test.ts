import { Client, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFaults } from '../../src/playground/faults.ts';
import { createRateLimits } from '../../src/playground/rate-limits.ts';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { answer, connect, register, rest } from './raw-bot.ts';

let clock: number;
let standIn: StandIn;
beforeEach(async () => {
  clock = Date.UTC(2026, 10, 21, 9);
  standIn = await startStandIn({ now: () => clock });
});
afterEach(() => standIn.stop());

const path = (name: string) =>
  `/channels/${standIn.guilds[0]?.channels.find((each) => each.name === name)?.id}/messages`;
/** A request with the headers of its answer. */
async function ask(method: string, where: string, body?: unknown) {
  const response = await fetch(`${standIn.apiUrl}/v10${where}`, {
    method,
    headers: { authorization: 'Bot secret', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const limits = Object.fromEntries([...response.headers].filter(([name]) => name.startsWith('x-ratelimit')));
  return { status: response.status, limits, body: (await response.json()) as Record<string, unknown> };
}
const post = (channel: string) => ask('POST', path(channel), { content: 'Hello' });

it('Every answer tells what is left of its bucket, and when that is full again', async () => {
  const { limits } = await post('general');
  expect(limits).toMatchObject({ 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '4' });
  expect(limits['x-ratelimit-bucket']).toMatch(/^[0-9a-f]{32}$/u);
  expect(Number(limits['x-ratelimit-reset-after'])).toBeLessThanOrEqual(5);
  expect((await post('general')).limits['x-ratelimit-remaining']).toBe('3');
  expect((await post('briefings')).limits['x-ratelimit-remaining']).toBe('4');
});

it('A sixth message within five seconds is one too many for its channel, and for no other', async () => {
  for (let sent = 0; sent < 5; sent += 1) expect((await post('general')).status).toBe(200);
  const sixth = await post('general');
  expect(sixth).toMatchObject({
    status: 429,
    body: { message: 'You are being rate limited.', global: false, retry_after: expect.any(Number) as number },
    limits: { 'x-ratelimit-remaining': '0', 'x-ratelimit-scope': 'user' },
  });
  expect(standIn.messages('general')).toHaveLength(5);
  expect((await post('briefings')).status).toBe(200);
  clock += 5000;
  expect((await post('general')).status).toBe(200);
});

it('A bot may ask fifty times a second in all, answers to interactions apart', () => {
  const limits = createRateLimits({ now: () => clock });
  const route = (open: boolean) => ({
    method: 'GET',
    path: '/channels/:channel',
    run: () => ({ status: 200 }),
    ...(open ? { open } : {}),
  });
  const refusals = (open: boolean, from: number) =>
    Array.from({ length: 60 }, (_, index) => limits.take(route(open), { channel: String(from + index) }).refused);
  const asked = refusals(false, 0);
  expect(asked.filter((refused) => refused === undefined)).toHaveLength(50);
  expect(asked.at(-1)).toMatchObject({ global: true });
  expect(limits.take(route(false), { channel: '1' }).headers).toMatchObject({
    'x-ratelimit-global': 'true',
    'x-ratelimit-scope': 'global',
  });
  expect(refusals(true, 100).filter(Boolean)).toEqual([]);
  clock += 1000;
  expect(refusals(false, 200)[0]).toBeUndefined();
});

it('An interaction takes five follow-ups in two seconds', async () => {
  const bot = await connect(standIn);
  await register(standIn);
  void standIn.slash({ command: 'ask', options: { question: 'a' } });
  const interaction = await bot.interaction();
  await answer(standIn, interaction, { type: 4, data: { content: 'Eight.' } });
  const webhook = `/webhooks/${interaction.application_id}/${interaction.token}`;
  const statuses: number[] = [];
  for (let sent = 0; sent < 6; sent += 1)
    statuses.push((await rest(standIn, 'POST', webhook, { content: 'More.' })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
});

it('A bot written with discord.js holds back by itself and is never refused', async () => {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: standIn.apiUrl } });
  client.rest.setToken('secret');
  const one = (await client.rest.post(path('general') as `/${string}`, { body: { content: 'Hello' } })) as {
    id: string;
  };
  const remove = () => client.rest.delete(`${path('general')}/${one.id}` as `/${string}`).catch(() => undefined);
  // A bucket of five a second.
  for (let asked = 0; asked < 7; asked += 1) await remove();
  expect(standIn.exchanges.map(({ status }) => status)).toEqual([200, 204, 404, 404, 404, 404, 404, 404]);
});

it('Nothing is limited where that is switched off', async () => {
  const free = await startStandIn({ rateLimits: false });
  const channel = `/channels/${free.guilds[0]?.channels[0]?.id}/messages`;
  const sent = await Promise.all(Array.from({ length: 60 }, () => rest(free, 'POST', channel, { content: 'Hello' })));
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
  await free.stop();
});

it('On a bad day a share of all requests fails, the same ones for the same seed', async () => {
  const drawn = (seed: number) => {
    const faults = createFaults();
    faults.failShare({ share: 0.05, statuses: [429, 502], seed });
    return Array.from({ length: 4000 }, () => faults.meet('GET', '/')?.status);
  };
  const failed = drawn(7).filter(Boolean);
  expect(failed.length).toBeGreaterThan(140);
  expect(failed.length).toBeLessThan(260);
  expect(new Set(failed)).toEqual(new Set([429, 502]));
  expect(drawn(7)).toEqual(drawn(7));
  expect(drawn(8)).not.toEqual(drawn(7));

  standIn.faults.failShare({ share: 1, statuses: [429], seed: 1, retryAfter: 0.25 });
  expect(await post('general')).toMatchObject({ status: 429, body: { retry_after: 0.25, global: false } });
  standIn.faults.clear();
  expect((await post('general')).status).toBe(200);
  expect(standIn.violations).toEqual([]);
});
