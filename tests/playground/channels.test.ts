import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { connect, rest } from './raw-bot.ts';

let clock: number;
let standIn: StandIn;
beforeEach(async () => {
  clock = Date.UTC(2026, 10, 21, 9);
  standIn = await startStandIn({ now: () => clock, rateLimits: false });
});
afterEach(() => standIn.stop());

const idOf = (name: string) => standIn.guilds[0]?.channels.find((channel) => channel.name === name)?.id ?? '';
const post = (channel: string, body: unknown) => rest(standIn, 'POST', `/channels/${channel}/messages`, body);
/** What the bot reads of a channel, newest first. */
async function read(channel: string, query = '') {
  const { body } = await rest(standIn, 'GET', `/channels/${channel}/messages${query}`);
  return (body as unknown as { content: string }[]).map(({ content }) => content);
}
const code = async (answer: ReturnType<typeof rest>) => {
  const { status, body } = await answer;
  return [status, body?.['code']];
};

describe('The messages of a channel', () => {
  it('are read newest first, a page at a time, without those that only one person sees', async () => {
    const posted: string[] = [];
    for (let number = 1; number <= 5; number += 1) {
      posted.push(String((await post(idOf('general'), { content: `${number}` })).body?.['id']));
    }
    standIn.write({ channel: 'general', content: 'from a person' });
    const general = idOf('general');
    expect(await read(general, '?limit=3')).toEqual(['from a person', '5', '4']);
    expect(await read(general, `?limit=2&before=${posted[3]}`)).toEqual(['3', '2']);
    expect(await read(general, `?limit=2&after=${posted[1]}`)).toEqual(['4', '3']);
    expect(await read(general, `?limit=3&around=${posted[2]}`)).toEqual(['4', '3', '2']);
    expect(await read(general, `?after=${posted[4]}`)).toEqual(['from a person']);
    expect(await read(general, `?before=${posted[0]}`)).toEqual([]);
  });

  it.each(['limit=0', 'limit=101', 'before=yesterday', 'before=1&after=2'])('are refused for ?%s', async (query) => {
    expect(await code(rest(standIn, 'GET', `/channels/${idOf('general')}/messages?${query}`))).toEqual([400, 50035]);
  });

  it('are none for a bot that may not read the history', async () => {
    const { body } = await post(idOf('general'), { content: 'One' });
    standIn.admin.setRights({ channel: 'general' }, 'attaché', { deny: ['READ_MESSAGE_HISTORY'] });
    expect(await read(idOf('general'))).toEqual([]);
    const one = `/channels/${idOf('general')}/messages/${String(body?.['id'])}`;
    expect(await code(rest(standIn, 'GET', one))).toEqual([403, 50013]);
    const reply = { content: 'Two', message_reference: { message_id: body?.['id'] } };
    expect(await code(post(idOf('general'), reply))).toEqual([403, 160_002]);
  });

  it('stay quick to page through when there are ten thousand', async () => {
    for (let number = 0; number < 10_000; number += 1) standIn.write({ channel: 'general', content: `${number}` });
    standIn.write({ channel: 'briefings', content: 'elsewhere' });
    expect(await read(idOf('general'), '?limit=2')).toEqual(['9999', '9998']);
    expect(standIn.view.history({ channel: 'general' }, { limit: 2 }).map(({ message }) => message.content)).toEqual([
      '9998',
      '9999',
    ]);
    expect(await read(idOf('briefings'))).toEqual(['elsewhere']);
  });
});

describe('A nonce', () => {
  const once = (content: string, nonce: unknown = 'digest-1', enforce = true) =>
    post(idOf('general'), { content, nonce, enforce_nonce: enforce });

  it('that is enforced gives the earlier message back instead of a second one, for a few minutes', async () => {
    const first = await once('One');
    expect(first.body).toMatchObject({ content: 'One', nonce: 'digest-1' });
    clock += 4 * 60_000;
    expect((await once('Two')).body).toMatchObject({ id: first.body?.['id'], content: 'One' });
    expect(await read(idOf('general'))).toEqual(['One']);
    clock += 2 * 60_000;
    expect((await once('Three')).body).toMatchObject({ content: 'Three' });
  });

  it('changes nothing where it is another one or not enforced, and is not told to readers', async () => {
    await once('One');
    await once('Two', 'digest-2');
    await once('Three', 'digest-1', false);
    expect(await read(idOf('general'))).toEqual(['Three', 'Two', 'One']);
    const { body } = await rest(standIn, 'GET', `/channels/${idOf('general')}/messages?limit=1`);
    expect(JSON.stringify(body)).not.toContain('nonce');
    expect(await code(once('Four', 'x'.repeat(26)))).toEqual([400, 50035]);
  });
});

describe('A thread', () => {
  const threads = async () => {
    const { body } = await rest(standIn, 'GET', `/guilds/${standIn.guilds[0]?.id}/threads/active`);
    return ((body?.['threads'] ?? []) as { name: string }[]).map(({ name }) => name);
  };

  it('is opened in a channel, on a message and as a post of a forum, and the bot hears of it', async () => {
    const bot = await connect(standIn);
    await bot.next('READY');
    const plain = await rest(standIn, 'POST', `/channels/${idOf('general')}/threads`, { name: 'Nets', type: 11 });
    expect(plain).toMatchObject({ status: 201, body: { type: 11, parent_id: idOf('general') } });
    expect((await bot.next('THREAD_CREATE')).d).toMatchObject({ name: 'Nets', newly_created: true });

    const announced = await post(idOf('announcements'), { content: 'News' });
    const path = `/channels/${idOf('announcements')}/messages/${String(announced.body?.['id'])}/threads`;
    expect((await rest(standIn, 'POST', path, { name: 'On the news' })).body).toMatchObject({ type: 10 });
    expect(await code(rest(standIn, 'POST', path, { name: 'Again' }))).toEqual([400, 160_004]);

    const message = { content: 'How many?' };
    const opened = await rest(standIn, 'POST', `/channels/${idOf('questions')}/threads`, { name: 'Quotas', message });
    expect(opened.body).toMatchObject({ type: 11, message: { id: opened.body?.['id'], content: 'How many?' } });
    expect(await threads()).toEqual(['fishing rights', 'Nets', 'On the news', 'Quotas']);
  });

  it('is private where no type is given, which takes a permission of its own', async () => {
    expect(await code(rest(standIn, 'POST', `/channels/${idOf('general')}/threads`, { name: 'Nets' }))).toEqual([
      403, 50013,
    ]);
  });

  it('leaves the archive when somebody writes in it, unless it is locked', async () => {
    const thread = idOf('fishing rights');
    standIn.admin.setThread({ channel: 'fishing rights' }, { archived: true });
    expect(await threads()).toEqual([]);
    const archived = await rest(standIn, 'GET', `/channels/${idOf('general')}/threads/archived/public`);
    expect(archived.body?.['threads']).toMatchObject([{ id: thread }]);
    expect((await post(thread, { content: 'Nets?' })).status).toBe(200);
    expect(await threads()).toEqual(['fishing rights']);
    standIn.admin.setThread({ channel: 'fishing rights' }, { archived: true, locked: true });
    expect(await code(post(thread, { content: 'Nets?' }))).toEqual([400, 160_005]);
    expect(await code(rest(standIn, 'PATCH', `/channels/${thread}`, { archived: false }))).toEqual([403, 50013]);
  });

  it('that the bot opened is archived and renamed by the bot, and its messages do not change meanwhile', async () => {
    const { body } = await rest(standIn, 'POST', `/channels/${idOf('general')}/threads`, { name: 'Nets', type: 11 });
    const thread = String(body?.['id']);
    const posted = await post(thread, { content: 'Nets?' });
    const changed = await rest(standIn, 'PATCH', `/channels/${thread}`, { archived: true, name: 'Old nets' });
    expect(changed.body).toMatchObject({ name: 'Old nets', thread_metadata: { archived: true, locked: false } });
    const one = `/channels/${thread}/messages/${String(posted.body?.['id'])}`;
    expect(await code(rest(standIn, 'PATCH', one, { content: 'Buoys?' }))).toEqual([400, 50083]);
    expect(await code(rest(standIn, 'DELETE', `/channels/${thread}`))).toEqual([403, 50013]);
  });
});

it('A forum takes posts but no messages, and a channel takes no thread within a thread', async () => {
  expect(await code(post(idOf('questions'), { content: 'Hello' }))).toEqual([400, 50008]);
  const bare = rest(standIn, 'POST', `/channels/${idOf('questions')}/threads`, { name: 'Quotas' });
  expect(await code(bare)).toEqual([400, 50035]);
  const nested = rest(standIn, 'POST', `/channels/${idOf('fishing rights')}/threads`, { name: 'Nets', type: 11 });
  expect(await code(nested)).toEqual([400, 50024]);
});

it('A person is written to in a conversation of two, unless they have closed it', async () => {
  const jun = standIn.guilds[0]?.members.find(({ username }) => username === 'jun')?.id;
  const open = () => rest(standIn, 'POST', '/users/@me/channels', { recipient_id: jun });
  const { body } = await open();
  const channel = String(body?.['id']);
  expect((await open()).body).toEqual(body);
  expect((await post(channel, { content: 'Your digest is paused.' })).status).toBe(200);
  expect(await read(channel)).toEqual(['Your digest is paused.']);
  expect(standIn.directMessages('jun').map(({ message }) => message.content)).toEqual(['Your digest is paused.']);
  standIn.admin.closeDirectMessages('jun');
  expect(await code(post(channel, { content: 'Again.' }))).toEqual([403, 50007]);
  expect(await code(rest(standIn, 'POST', '/users/@me/channels', { recipient_id: '1' }))).toEqual([400, 50033]);
});

it('What does not exist is refused by name', async () => {
  const guild = standIn.guilds[0]?.id;
  expect(await code(rest(standIn, 'GET', '/guilds/1'))).toEqual([404, 10004]);
  expect(await code(rest(standIn, 'GET', `/guilds/${guild}/members/1`))).toEqual([404, 10007]);
  expect(await code(rest(standIn, 'GET', '/users/1'))).toEqual([404, 10013]);
  expect(await code(rest(standIn, 'GET', '/channels/1'))).toEqual([404, 10003]);
  const message = standIn.write({ channel: 'general', content: 'mine' }).message.id;
  const path = `/channels/${idOf('general')}/messages/${message}`;
  expect(await code(rest(standIn, 'PATCH', path, { content: 'yours' }))).toEqual([403, 50005]);
  expect(await code(rest(standIn, 'DELETE', path))).toEqual([403, 50013]);
  expect(standIn.violations).toHaveLength(6);
});
