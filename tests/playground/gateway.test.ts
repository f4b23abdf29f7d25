import { afterEach, beforeEach, expect, it } from 'vitest';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { connect, register } from './raw-bot.ts';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.stop());

it('A bot that identifies is told its guilds, with rising sequence numbers, and its heartbeats are acknowledged', async () => {
  const bot = await connect(standIn);
  expect((await bot.next(10)).d).toEqual({ heartbeat_interval: 41_250 });
  const ready = await bot.next('READY');
  const guilds = [await bot.next('GUILD_CREATE'), await bot.next('GUILD_CREATE')];
  expect(ready.d).toMatchObject({
    v: 10,
    shard: [0, 1],
    guilds: standIn.guilds.map(({ id }) => ({ id, unavailable: true })),
  });
  expect(guilds.map(({ d }) => (d as { name: string }).name)).toEqual(['Policy team', 'Guests']);
  expect([ready, ...guilds].map(({ s }) => s)).toEqual([1, 2, 3]);
  bot.send({ op: 1, d: 3 });
  expect(await bot.next(11)).toMatchObject({ op: 11 });
});

it('A bot of two shards is told each guild on one of them', async () => {
  const shards = await Promise.all(
    [0, 1].map((shard) => connect(standIn, { op: 2, d: { token: 'secret', intents: 1, shard: [shard, 2] } })),
  );
  const guilds = await Promise.all(
    shards.map(async (shard) => ((await shard.next('READY')).d as { guilds: unknown[] }).guilds.length),
  );
  expect(guilds).toEqual([1, 1]);
});

it('A resumed session is given what it missed, once and in order', async () => {
  const bot = await connect(standIn);
  const { session_id } = (await bot.next('READY')).d as { session_id: string };
  await bot.next('GUILD_CREATE');
  const last = await bot.next('GUILD_CREATE');
  await register(standIn);
  standIn.gateway.drop();
  expect(await bot.closed).toBe(1006);
  void standIn.slash({ command: 'ask', options: { question: 'missed' } });

  const again = await connect(standIn, { op: 6, d: { token: 'secret', session_id, seq: last.s } });
  const missed = await again.next('INTERACTION_CREATE');
  const resumed = await again.next('RESUMED');

  expect([missed.s, resumed.s]).toEqual([4, 5]);
  expect(again.received.filter(({ t }) => t === 'READY')).toEqual([]);
  expect(standIn.gateway.counts()).toEqual({ identified: 1, resumed: 1, connected: 1 });
});

it('A session that has missed more than is kept for it has to begin anew', async () => {
  const bot = await connect(standIn);
  const { session_id } = (await bot.next('READY')).d as { session_id: string };
  standIn.gateway.drop();
  await bot.closed;
  for (let missed = 0; missed <= 1000; missed += 1) standIn.admin.setRole('Analysts', []);
  const again = await connect(standIn, { op: 6, d: { token: 'secret', session_id, seq: 1 } });
  expect(await again.next(9)).toMatchObject({ d: false });
});

it('An unknown session cannot be resumed, but the bot may identify on the same connection', async () => {
  const bot = await connect(standIn, { op: 6, d: { token: 'secret', session_id: 'forgotten', seq: 1 } });
  expect(await bot.next(9)).toMatchObject({ d: false });
  bot.send({ op: 2, d: { token: 'secret', intents: 1 } });
  expect(await bot.next('READY')).toMatchObject({ s: 1 });
});

it.each([
  ['no token', { op: 2, d: { token: '', intents: 1 } }, 4004],
  ['unknown intents', { op: 2, d: { token: 'secret', intents: 2 ** 30 } }, 4013],
  ['privileged intents', { op: 2, d: { token: 'secret', intents: 1 | (1 << 15) } }, 4014],
  ['a shard that does not exist', { op: 2, d: { token: 'secret', intents: 1, shard: [2, 2] } }, 4010],
  ['an unknown opcode', { op: 77 }, 4001],
  ['a presence before identifying', { op: 3, d: {} }, 4003],
  ['something that is not JSON', 'hello', 4002],
  ['more than 4,096 bytes', { op: 1, d: 'x'.repeat(4100) }, 4002],
])('A connection that begins with %s is closed', async (_what, first, code) => {
  const bot = await connect(standIn, first);
  expect(await bot.closed).toBe(code);
  expect(standIn.violations).toHaveLength(1);
});

it('A bot that identifies twice is closed', async () => {
  const bot = await connect(standIn);
  bot.send({ op: 2, d: { token: 'secret', intents: 1 } });
  expect(await bot.closed).toBe(4005);
});

it('On a bad day the gateway refuses, asks to reconnect, forgets sessions and closes, and none of it is held against the bot', async () => {
  const bot = await connect(standIn);
  await bot.next('READY');
  standIn.gateway.requestReconnect();
  expect(await bot.next(7)).toMatchObject({ op: 7 });
  standIn.gateway.invalidate(false);
  expect(await bot.next(9)).toMatchObject({ d: false });
  standIn.gateway.close(4000);
  expect(await bot.closed).toBe(4000);

  standIn.faults.refuseIdentify(4014);
  expect(await (await connect(standIn)).closed).toBe(4014);
  standIn.faults.clear();
  standIn.faults.refuseToken();
  expect(await (await connect(standIn)).closed).toBe(4004);
  expect(standIn.violations).toEqual([]);
});
