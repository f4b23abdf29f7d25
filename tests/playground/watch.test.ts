import { afterEach, beforeEach, expect, it } from 'vitest';
import { createClock } from '../../src/playground/clock.ts';
import { createLogbook } from '../../src/playground/logbook.ts';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { createWatch, type Sighting } from '../../src/playground/watch.ts';
import { answer, connect, register, rest } from './raw-bot.ts';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.stop());

/** A sighting in a few words. */
function told(sighting: Sighting): string {
  switch (sighting.kind) {
    case 'message':
      return `${sighting.change}: ${sighting.posted.message.content}`;
    case 'exchange':
      return `${sighting.exchange.method} ${sighting.exchange.status}`;
    case 'event':
      return sighting.name;
    case 'violation':
      return `violation at ${sighting.where.replaceAll(/\d+/gu, '…')}: ${sighting.rule}`;
    case 'connection':
      return sighting.connected ? 'connected' : 'gone';
    case 'commands':
      return `commands of ${sighting.guildId === undefined ? 'everybody' : 'a guild'}`;
    default:
      return 'a guild changed';
  }
}

it('Whoever watches is told everything in order, until they have seen enough', async () => {
  const seen: string[] = [];
  const stop = standIn.watch((sighting) => void seen.push(told(sighting)));
  const bot = await connect(standIn);
  await bot.next('READY');
  await register(standIn);
  const reaction = standIn.slash({ command: 'ask', options: { question: 'a' } });
  const interaction = await bot.interaction();
  await answer(standIn, interaction, { type: 4, data: { content: 'Eight.' } });
  await reaction;
  const original = `/webhooks/${interaction.application_id}/${interaction.token}/messages/@original`;
  await rest(standIn, 'PATCH', original, { content: 'Nine.' });
  await rest(standIn, 'DELETE', original);
  await rest(standIn, 'POST', `/channels/1/messages`, { content: 'Hello' });
  standIn.admin.deleteChannel({ channel: 'briefings' });
  const gone = new Promise<void>((resolve) => {
    const end = standIn.watch(({ kind }) => {
      if (kind !== 'connection') return;
      end();
      resolve();
    });
  });
  bot.drop();
  await gone;
  stop();
  await register(standIn);
  expect(seen).toEqual([
    'connected',
    'GET 200',
    'commands of everybody',
    'PUT 200',
    'INTERACTION_CREATE',
    'posted: Eight.',
    'POST 204',
    'edited: Nine.',
    'PATCH 200',
    'deleted: Nine.',
    'DELETE 204',
    'violation at POST /channels/…/messages: Unknown Channel 10003',
    'POST 404',
    'CHANNEL_DELETE',
    'a guild changed',
    'gone',
  ]);
});

it('Of what the bot asked and did wrong, the latest thousand are kept', () => {
  const logbook = createLogbook(createWatch());
  for (let number = 1; number <= 1001; number += 1) {
    logbook.keep({ method: 'GET', path: `/${number}`, body: undefined, status: 200, answer: {}, at: 0 });
    logbook.violate('gateway', `${number}`);
  }
  expect([logbook.exchanges.length, logbook.exchanges[0]?.path]).toEqual([1000, '/2']);
  expect([logbook.violations.length, logbook.violations.at(-1)]).toEqual([1000, 'gateway: 1001']);
});

it('A clock that is moved forward stays ahead, and tells those who wait', () => {
  let real = 1000;
  const clock = createClock(() => real);
  const heard: number[] = [];
  const stop = clock.onAdvance((now) => void heard.push(now));
  clock.advance(500);
  real += 10;
  expect(clock.now()).toBe(1510);
  stop();
  clock.advance(500);
  clock.advance(-100);
  expect([clock.now(), heard]).toEqual([2010, [1500]]);
});
