import type { Client } from 'discord.js';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Place } from '../../../src/core/posting.ts';
import { customId } from '../../../src/discord/custom-id.ts';
import { type Bulletin, createPoster } from '../../../src/discord/digest/poster.ts';
import { button, rowsOf } from '../../../src/discord/render/buttons.ts';
import type { Exchange } from '../../../src/playground/rest.ts';
import { type StandIn, startStandIn } from '../../../src/playground/stand-in.ts';
import { schemaFaults } from '../../builders/bot.ts';
import { clientOn } from '../../builders/client.ts';
import { readableLog } from '../../builders/log.ts';

const MARK = 'row000000001';
const exchanges: Exchange[] = [];
let clock: number;
let standIn: StandIn;
let client: Client<true>;
let poster: ReturnType<typeof createPoster>;
let entries: readonly Record<string, unknown>[];

beforeEach(async () => {
  clock = Date.UTC(2026, 11, 1, 8);
  standIn = await startStandIn({ now: () => clock, rateLimits: false });
  client = await clientOn(standIn);
  const readable = readableLog();
  entries = readable.entries;
  poster = createPoster(client, readable.log);
});
afterEach(async () => {
  exchanges.push(...standIn.exchanges);
  await client.destroy();
  await standIn.stop();
});
afterAll(() => expect(schemaFaults(exchanges)).toEqual([]));

const bulletin = (mark = MARK, text = 'What is new.'): Bulletin => ({
  title: 'Tuesday 1 December',
  reply: { embeds: [{ description: text }], components: rowsOf([button('Ask', customId('digest-ask', mark))]) },
});

function channel(name: string): Place {
  const guild = standIn.guilds[0];
  const found = guild?.channels.find((each) => each.name === name);
  if (!guild || !found) throw new Error(`There is no channel ${name}`);
  return { kind: 'channel', guild: guild.id, channel: found.id };
}
const member = (name: string): Place => {
  const found = standIn.guilds[0]?.members.find(({ username }) => username === name);
  return { kind: 'member', user: found?.id ?? '' };
};
const post = (place: Place) => poster.post(place, bulletin(), MARK);
const look = (place: Place, since = clock - 600_000) => poster.look(place, MARK, since);
/** Messages of a channel as its readers see them. */
const shown = (name: string) =>
  standIn.messages(name).map(({ message }) => (message.embeds[0] as { description: string }).description);
/** Waits until the client has heard of a change. */
const heard = (change: () => boolean) => vi.waitFor(() => expect(change()).toBe(true));

test.each(['briefings', 'announcements', 'fishing rights'])(
  'a message goes to #%s, and is found there again',
  async (name) => {
    const place = channel(name);
    expect(await look(place)).toEqual({ outcome: 'absent' });
    const posted = await post(place);
    const [first] = standIn.messages(name);
    const message = `${first?.message.channel_id}/${first?.message.id}`;
    expect(posted).toEqual({ outcome: 'posted', message });
    expect(await look(place)).toEqual({ outcome: 'found', message, at: clock });
    expect(await poster.look(place, 'row000000002', clock - 600_000)).toEqual({ outcome: 'absent' });
    clock += 3_600_000;
    expect(await look(place)).toEqual({ outcome: 'absent' });
  },
);

test('in a forum it becomes a post that bears the title, and is found there again', async () => {
  const forum = channel('questions');
  const posted = await post(forum);
  const thread = standIn.guilds[0]?.channels.find(({ name }) => name === 'Tuesday 1 December');
  expect(posted).toEqual({ outcome: 'posted', message: `${thread?.id}/${thread?.id}` });
  expect(shown('Tuesday 1 December')).toEqual(['What is new.']);
  expect(await look(forum)).toMatchObject({ outcome: 'found', message: `${thread?.id}/${thread?.id}` });
  expect(await poster.look(forum, 'row000000002', clock - 600_000)).toEqual({ outcome: 'absent' });
});

test('a member gets it as a direct message, and it is found there again', async () => {
  const posted = await post(member('mara'));
  expect(posted).toMatchObject({ outcome: 'posted' });
  expect(await look(member('mara'))).toMatchObject({ ...posted, outcome: 'found' });
  standIn.admin.closeDirectMessages('jun');
  expect(await post(member('jun'))).toEqual({
    outcome: 'cannot-post',
    reason: 'The member takes no direct messages from the bot.',
  });
});

test('a message that Discord took but answered with a fault comes once', async () => {
  standIn.faults.failNext({ status: 502, on: 'POST /channels', taken: true });
  expect(await post(channel('briefings'))).toMatchObject({ outcome: 'posted' });
  expect(shown('briefings')).toEqual(['What is new.']);
});

test('a post of a forum that Discord took but answered with a fault is not repeated blindly, but found', async () => {
  standIn.faults.failNext({ status: 502, on: 'POST /channels', taken: true });
  expect(await post(channel('questions'))).toEqual({
    outcome: 'retry-later',
    reason: 'Discord could not be reached: it answered 502.',
  });
  expect(await look(channel('questions'))).toMatchObject({ outcome: 'found' });
  expect(standIn.guilds[0]?.channels.filter(({ name }) => name === 'Tuesday 1 December').length).toBe(1);
});

test('posting the same again within minutes gives the first message', async () => {
  const first = await post(channel('briefings'));
  expect(await post(channel('briefings'))).toEqual(first);
  expect(shown('briefings').length).toBe(1);
});

test('it is found among hundreds of messages, whether they came before it or after', async () => {
  const place = channel('briefings');
  const others = async () => {
    for (let other = 0; other < 120; other += 1) {
      clock += 10;
      await fetch(`${standIn.apiUrl}/v10/channels/${(place as { channel: string }).channel}/messages`, {
        method: 'POST',
        headers: { authorization: 'Bot secret', 'content-type': 'application/json' },
        body: JSON.stringify({ content: 'Another.' }),
      });
    }
  };
  await others();
  const { message } = (await post(place)) as { message: string };
  await others();
  expect(await look(place)).toMatchObject({ outcome: 'found', message });
});

test('an archived thread is opened by posting, and a locked one is left alone', async () => {
  standIn.admin.setThread({ channel: 'fishing rights' }, { archived: true });
  const place = channel('fishing rights');
  expect(await post(place)).toMatchObject({ outcome: 'posted' });
  standIn.admin.setThread({ channel: 'fishing rights' }, { archived: true, locked: true });
  client.guilds.cache.first()?.channels.cache.delete(place.kind === 'channel' ? place.channel : '');
  expect(await post(place)).toEqual({ outcome: 'cannot-post', reason: 'The thread #fishing rights is locked.' });
});

test('every permission that is missing is named', async () => {
  const name = 'briefings';
  standIn.admin.setRights({ channel: name }, 'attaché', { deny: ['SEND_MESSAGES', 'EMBED_LINKS'] });
  const id = (channel(name) as { channel: string }).channel;
  await heard(
    () => client.guilds.cache.first()?.channels.cache.get(id)?.permissionsFor(client.user)?.has('EmbedLinks') === false,
  );
  expect(await post(channel(name))).toEqual({
    outcome: 'cannot-post',
    reason: 'In #briefings the bot lacks Send Messages, Embed Links.',
  });
  expect(standIn.violations).toEqual([]);
});

test('a channel that is deleted, and a server that is left, are told as that', async () => {
  const place = channel('briefings');
  standIn.admin.deleteChannel({ channel: 'briefings' });
  await heard(() => !client.channels.cache.has((place as { channel: string }).channel));
  expect(await post(place)).toEqual({ outcome: 'cannot-post', reason: 'The channel was deleted.' });
  const other = channel('general');
  standIn.admin.removeBot();
  await heard(() => client.guilds.cache.size === 1);
  expect(await post(other)).toEqual({ outcome: 'cannot-post', reason: 'The bot is no longer in the server.' });
  expect(await look(other)).toEqual({ outcome: 'cannot-post', reason: 'The bot is no longer in the server.' });
});

test('a server that Discord cannot reach for a while is not gone', async () => {
  const place = channel('briefings');
  standIn.admin.loseGuild();
  await heard(() => client.guilds.cache.first()?.available === false);
  expect(await post(place)).toEqual({ outcome: 'retry-later', reason: 'Discord could not reach the server.' });
  standIn.admin.restoreGuild();
  await heard(() => client.guilds.cache.first()?.available === true);
  expect(await post(place)).toMatchObject({ outcome: 'posted' });
});

test('faults of Discord that last are for later', async () => {
  standIn.faults.failNext({ status: 503, on: 'POST /channels', times: 4 });
  expect(await post(channel('briefings'))).toEqual({
    outcome: 'retry-later',
    reason: 'Discord could not be reached: it answered 503.',
  });
  await standIn.stop();
  expect(await post(channel('briefings'))).toEqual({
    outcome: 'retry-later',
    reason: 'Discord could not be reached: it gave no answer in time.',
  });
  standIn = await startStandIn();
});

test('where the bot may not read, it can only tell whether nothing was posted since', async () => {
  const place = channel('briefings');
  standIn.admin.setRights({ channel: 'briefings' }, 'attaché', { deny: ['READ_MESSAGE_HISTORY'] });
  const id = (place as { channel: string }).channel;
  await heard(
    () =>
      client.guilds.cache.first()?.channels.cache.get(id)?.permissionsFor(client.user)?.has('ReadMessageHistory') ===
      false,
  );
  expect(await look(place)).toEqual({ outcome: 'absent' });
  await post(place);
  expect(await look(place)).toMatchObject({
    outcome: 'unknown',
    reason: expect.stringContaining('Read Message History'),
  });
});

test('a fault of the bot’s own goes to the log, and the digest is tried again', async () => {
  const overlong = bulletin(MARK, 'x'.repeat(5000));
  expect(await poster.post(channel('briefings'), overlong, MARK)).toMatchObject({ outcome: 'retry-later' });
  expect(entries.at(-1)).toMatchObject({ level: 50, msg: 'A digest could not be posted' });
});
