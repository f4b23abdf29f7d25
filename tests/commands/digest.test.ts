import { Routes } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DigestSettings } from '../../src/core/digest-settings.ts';
import type { Posting } from '../../src/core/digests.ts';
import { button, rowsOf } from '../../src/discord/render/buttons.ts';
import { renderDigest } from '../../src/discord/render/digest.ts';
import type { Reply } from '../../src/discord/reply.ts';
import type { OptionValues } from '../../src/playground/command-options.ts';
import { guildPlans } from '../../src/playground/plans.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { storageOver } from '../../src/storage/sqlite-storage.ts';
import { botOnStandIn, ownCommands, schemaFaults } from '../builders/bot.ts';
import { digestsOf, settingsOf } from '../builders/digests.ts';
import { islandDesk } from '../builders/island-world.ts';
import { idOf, messageOf, type Seen, valueOf } from '../builders/message.ts';

/** Monday 23 November 2026, 09:30 in Tokyo. */
const MONDAY = Date.UTC(2026, 10, 23, 0, 30);
const DAY = 86_400_000;

const desk = islandDesk();
const database = openDatabase(':memory:');
const storage = storageOver(database);
let posting: Posting;
const digests = digestsOf(desk, { storage, now: () => MONDAY, deliverNow: () => Promise.resolve(posting) });

/** The usual guilds; in the first one also somebody who manages it without seeing all of its channels. */
const guilds = guildPlans.map((plan, index) =>
  index > 0
    ? plan
    : {
        ...plan,
        roles: { ...plan.roles, Organisers: ['MANAGE_GUILD' as const] },
        members: [...plan.members, { name: 'ines', roles: ['Organisers'] }],
      },
);

let discord: Awaited<ReturnType<typeof botOnStandIn>>;
beforeAll(async () => {
  discord = await botOnStandIn(desk, await ownCommands(), { guilds, now: () => MONDAY, services: { digests } });
});
afterAll(() => discord.stop());
beforeEach(async () => {
  for (const { id } of await storage.digests.list()) await storage.digests.remove(id);
});

type Options = OptionValues;

/** What a reply says, with the names of channels in the place of their ids. */
function named({ text }: Seen): string {
  const channels = new Map(discord.guilds.flatMap(({ channels: all }) => all).map(({ id, name }) => [id, name]));
  return text.replace(/<#(\d+)>/gu, (mention, id: string) => (channels.has(id) ? `<#${channels.get(id)}>` : mention));
}

async function digest(
  subcommand: string,
  options: Options = {},
  where: { readonly guild?: string } = {},
): Promise<Seen> {
  return messageOf(await discord.slash({ command: `digest ${subcommand}`, options, member: 'mara', ...where }));
}

const set = (options: Options = {}, where = {}) =>
  digest('set', { channel: 'briefings', at: '8am', timezone: 'tokyo', ...options }, where);

const press = async (on: Seen, label: string, member = 'mara') =>
  messageOf(await discord.press(on.id, idOf(on, label), member));

async function choices(option: string, typed: string, options: Options = {}): Promise<readonly string[]> {
  const command = option === 'digest' ? 'digest status' : 'digest set';
  const reaction = await discord.autocomplete({
    command,
    options: { ...options, [option]: typed },
    typing: option,
    member: 'mara',
  });
  return reaction.outcome === 'choices' ? reaction.choices.map(({ name, value }) => `${name} = ${value}`) : [];
}

/** Posts a message as the bot does without being asked. */
async function post(reply: Pick<Reply, 'embeds' | 'components'>): Promise<string> {
  const channel = discord.guilds[0]?.channels.find(({ name }) => name === 'general')?.id ?? '';
  const response = await fetch(`${discord.apiUrl}/v10${Routes.channelMessages(channel)}`, {
    method: 'POST',
    headers: { authorization: 'Bot token', 'content-type': 'application/json' },
    body: JSON.stringify(reply),
  });
  if (!response.ok) throw new Error(await response.text());
  return ((await response.json()) as { id: string }).id;
}

/** A message that the bot never made. */
function withButtons(ids: readonly string[]): Pick<Reply, 'embeds' | 'components'> {
  const buttons = ids.map((id) => button('Press', id));
  return { embeds: [{ description: 'x' }], components: rowsOf(buttons) };
}

const only = async (): Promise<DigestSettings> => {
  const [settings, ...others] = await storage.digests.list();
  if (!settings || others.length > 0) throw new Error('There is not one digest');
  return settings;
};

test('a digest that is set shows in one glance what was set and when the first one comes', async () => {
  const reply = await set({ focus: 'orland, fishing rights', 'admin-channel': 'admins', days: 'mon-thu' });
  expect(reply.private).toBe(true);
  expect(named(reply)).toMatchInlineSnapshot(`
    "**Digest set** for <#briefings>
    **First** Tuesday 24 November, 08:00 in Tokyo · your time <t:1795474800:F>, <t:1795474800:R>

    **When** Mon, Tue, Wed, Thu at 08:00, Asia/Tokyo (UTC+9)
    **Focus** Orland, Fishing rights
    **Empty days** nothing is posted
    **If missed** posted up to 6 h later, on the same day
    **Administrators** <#admins> gets faults and unanswered questions"
  `);
  expect(reply.components.map(({ label }) => label)).toEqual(['Preview', 'Post now', 'Status']);
  expect(await only()).toMatchObject({
    at: '08:00',
    timezone: 'Asia/Tokyo',
    days: ['mon', 'tue', 'wed', 'thu'],
    focus: { actors: ['orland'], topics: ['fishing'], tags: [] },
  });
});

test.each<[option: string, typed: string, words: string]>([
  ['at', '25:00', 'at: “25:00” is no time of the day. Write it as 08:00, 8:30 or 8am; the last one is 23:59.'],
  ['timezone', 'Tokio', 'timezone: “Tokio” is no time zone. Did you mean Asia/Tokyo?'],
  ['timezone', 'EST', 'timezone: “EST” can be several. Take the one you mean: America/New_York, America/Toronto,'],
  ['timezone', 'xyzzy', 'timezone: “xyzzy” is no time zone. Name a city, such as Tokyo, or take one from the list.'],
  [
    'days',
    'blursday',
    'days: “blursday” are no days. Write weekdays, every day, weekends, or a list such as mon,wed,fri.',
  ],
  ['focus', 'orland, atlantis', 'focus: “atlantis” is no actor, topic or tag of the documents. Try Orland, '],
  ['language', 'klingon', 'language: no document is in “klingon”. There is English.'],
])('what is wrong with %s:%s is told, and nothing is saved', async (option, typed, words) => {
  const reply = await set({ [option]: typed });
  expect(reply.text.replaceAll('\\', '')).toContain(`Nothing was saved.\n\n${words}`);
  expect(reply.private).toBe(true);
  expect(await storage.digests.list()).toEqual([]);
});

test('somebody who made several mistakes is told of all of them at once', async () => {
  const { text } = await set({ channel: 'board', at: '25:00', timezone: 'Tokio', 'admin-channel': 'general' });
  expect(text.replaceAll('\\', '')).toMatchInlineSnapshot(`
    "Nothing was saved.

    channel: in #board the bot lacks View Channel. Allow it that in the channel's settings under Permissions, then use the command again.

    admin-channel: everyone in this server can read #general, and would read there what others asked in closed channels. Choose a channel that only administrators see.

    at: “25:00” is no time of the day. Write it as 08:00, 8:30 or 8am; the last one is 23:59.

    timezone: “Tokio” is no time zone. Did you mean Asia/Tokyo?"
  `);
});

test.each([
  ['text', 'rules', 'channel: in #rules the bot lacks Send Messages.'],
  ['hidden', 'board', 'channel: in #board the bot lacks View Channel.'],
])('a %s channel in which the bot may not post is refused, with what it lacks there', async (_, channel, words) => {
  expect((await set({ channel })).text).toContain(words);
  expect(await storage.digests.list()).toEqual([]);
});

test.each(['briefings', 'announcements', 'fishing rights', 'questions'])('a digest can go to #%s', async (channel) => {
  expect(named(await set({ channel }))).toContain(`**Digest set** for <#${channel}>`);
});

test('a thread that is locked is refused', async () => {
  const where = { channel: 'fishing rights' };
  discord.admin.setThread(where, { locked: true });
  await expect.poll(async () => (await set(where)).text).toContain('the thread #fishing rights is locked');
  discord.admin.setThread(where, { locked: false });
});

test('where the bot may not read the history, it says what that means', async () => {
  discord.admin.setRights({ channel: 'general' }, 'attaché', { deny: ['READ_MESSAGE_HISTORY'] });
  await expect
    .poll(async () => named(await set({ channel: 'general' })))
    .toContain(
      'The bot may not read the history of <#general>: after a crash it could not check whether its message had arrived, and would leave that day out rather than post twice.',
    );
  discord.admin.setRights({ channel: 'general' }, 'attaché', {});
});

test('a channel for administrators that everyone reads is refused', async () => {
  const { text } = await set({ 'admin-channel': 'general' });
  expect(text).toContain('admin-channel: everyone in this server can read #general');
  expect(await storage.digests.list()).toEqual([]);
});

test('a digest is changed in place, and keeps what is not said again', async () => {
  await set({ focus: 'orland', 'catch-up': 2, 'admin-channel': 'admins' });
  const { id } = await only();
  expect(named(await set({ at: '18:30', change: id }))).toContain('**Digest changed** for <#briefings>');
  expect(await only()).toMatchObject({ id, at: '18:30', catchUpHours: 2, focus: { actors: ['orland'] } });
  await set({ focus: 'everything', change: id });
  expect((await only()).focus).toEqual({ actors: [], topics: [], tags: [] });
  expect((await set({ change: 'no such id' })).text).toContain('There is no such digest in this server');
});

test('with one digest none need be named; with several it is chosen from a list', async () => {
  expect((await digest('status')).text).toBe('This server has no digest yet. Set one up with /digest set.');
  await set();
  expect(named(await digest('status'))).toContain('**Digest** in <#briefings>');
  await set({ channel: 'general', at: '18:00' });
  const asked = await digest('pause');
  expect(asked.text).toBe('This server has several digests. Which one?');
  const value = valueOf(asked, '#general · weekdays 18:00 Asia/Tokyo');
  const chosen = messageOf(await discord.select(asked.id, idOf(asked, 'Which digest?'), value, 'mara'));
  expect(named(chosen)).toBe('The digest in <#general> is paused until somebody resumes it.');
  expect(named(await digest('list'))).toBe(
    '- <#briefings> · weekdays 08:00 Asia/Tokyo · next <t:1795474800:R>\n- <#general> · weekdays 18:00 Asia/Tokyo · **paused**',
  );
});

test('a digest is paused and resumed', async () => {
  await set();
  const paused = await digest('pause');
  expect((await only()).paused).toEqual({ since: MONDAY, why: 'asked' });
  expect(named(await digest('pause'))).toBe('The digest in <#briefings> was paused already.');
  expect(named(await digest('status'))).toContain(
    '**Paused** since <t:1795393800:D>. `/digest resume` starts it again.',
  );
  expect(named(await press(paused, 'Resume'))).toContain(
    'The digest in <#briefings> is posted again.\nNext: Tuesday 24',
  );
  expect(await only()).not.toHaveProperty('paused');
});

test('the status tells when it was posted, when it comes, and why it was missed', async () => {
  await set({ focus: 'orland' });
  const { id } = await only();
  const end = async (date: string, how: Parameters<typeof storage.deliveries.end>[2]) => {
    const key = { digest: id, date, part: 'digest' } as const;
    await storage.deliveries.claim({ ...key, dueAt: MONDAY - DAY }, { owner: 'p', now: MONDAY - DAY, leaseMs: 1 });
    await storage.deliveries.end(key, 'p', how);
  };
  await end('2026-11-19', { state: 'sent', sentAt: MONDAY - 4 * DAY, message: '11/22', shown: [] });
  await end('2026-11-20', { state: 'failed', reason: 'In #briefings the bot lacks *Send Messages*.' });
  await end('2026-11-23', { state: 'skipped', reason: 'There was nothing to say.' });
  const status = await digest('status');
  expect(named(status).replaceAll(/\d{17,}/gu, 'server')).toMatchInlineSnapshot(`
    "**Digest** in <#briefings>
    **Last posted** <t:1795048200:F> · [open](https://discord.com/channels/server/11/22)
    **Next** Tuesday 24 November, 08:00 in Tokyo · your time <t:1795474800:F>, <t:1795474800:R>

    **When** weekdays at 08:00, Asia/Tokyo (UTC+9)
    **Focus** Orland
    **Empty days** nothing is posted
    **If missed** posted up to 6 h later, on the same day
    **Administrators** no channel; faults are told to whoever set it up

    **Not posted in the last 14 days**
    - Mon 23 Nov: There was nothing to say.
    - Fri 20 Nov: In #briefings the bot lacks \\*Send Messages\\*."
  `);
  expect(status.components.map(({ label }) => label)).toEqual(['Preview', 'Post now', 'Pause', 'Remove']);
});

test('a digest whose channel was deleted is still shown, and can be moved', async () => {
  const guild = discord.guilds[0]?.id ?? '';
  await storage.digests.put(settingsOf({ guild, channel: '999', adminChannel: '998' }));
  expect((await digest('list')).text).toContain('a channel that is gone · weekdays 08:00 Asia/Tokyo');
  expect((await digest('status')).text).toContain('**Digest** in a channel that is gone');
  await set({ change: settingsOf().id });
  expect(await only()).not.toHaveProperty('adminChannel');
});

test('a preview is private, changes nothing, and its buttons work', async () => {
  await set({ focus: 'orland' });
  const before = await only();
  const preview = await digest('preview');
  expect(preview).toMatchObject({ private: true, title: 'Tuesday 24 November · Orland' });
  expect(preview.text).toContain('**POSITION OF THE DAY** · 🇴🇷 Orland');
  expect(await press(preview, 'Card of Orland')).toMatchObject({ private: true, title: '🇴🇷 Orland' });
  expect(await only()).toEqual(before);
  expect(await storage.deliveries.list(before.id, 10)).toEqual([]);
});

test('a preview shows nothing of a channel to somebody who does not see it', async () => {
  await set({ channel: 'analysts' });
  const asInes = { command: 'digest preview', member: 'ines' };
  expect(messageOf(await discord.slash(asInes)).text).toBe(
    'You do not see that channel, so you cannot see what its digest would say.',
  );
  const { id } = await only();
  await set({ channel: 'briefings', change: id });
  expect(messageOf(await discord.slash(asInes)).title).toBe('Tuesday 24 November');
});

test('a focus can be tried before there is a digest', async () => {
  expect(await digest('preview', { focus: 'ferries' })).toMatchObject({
    private: true,
    title: 'Monday 23 November · Ferries',
  });
  expect((await digest('preview', { focus: 'atlantis' })).text).toContain('“atlantis” is no actor, topic or tag');
  expect(await storage.digests.list()).toEqual([]);
});

test.each<[Posting, string]>([
  [
    { outcome: 'posted', message: '11/22' },
    'Posted in <#briefings>: [open](https://discord.com/channels/server/11/22)',
  ],
  [
    { outcome: 'posted-before', message: '11/22', sentAt: MONDAY - 5000 },
    'Today’s digest was posted <t:1795393795:R>: [open](https://discord.com/channels/server/11/22)\nNext: Tuesday 24 November, 08:00 in Tokyo',
  ],
  [{ outcome: 'empty' }, 'There is nothing to say today, and this digest posts nothing then.'],
  [{ outcome: 'under-way' }, 'It is being posted at this moment; look in <#briefings>.'],
  [
    { outcome: 'failed', reason: 'The thread #a_b_c is locked.' },
    'It could not be posted: The thread #a\\_b\\_c is locked.',
  ],
])('posting at once, with the outcome %j', async (outcome, words) => {
  posting = outcome;
  await set();
  const reply = await digest('now');
  expect(reply.private).toBe(true);
  expect(named(reply).replaceAll(/\d{17,}/gu, 'server')).toContain(words);
});

test('a digest is removed once that was confirmed', async () => {
  await set();
  expect(await press(await digest('remove'), 'Keep it')).toMatchObject({
    outcome: 'updated',
    text: 'Nothing was removed.',
  });
  const asked = await digest('remove');
  expect(named(asked)).toBe(
    'Remove the digest in <#briefings> (weekdays 08:00 Asia/Tokyo)?\nIts settings and the record of what it posted are deleted. The messages that it posted stay in the channel.',
  );
  expect(await storage.digests.list()).toHaveLength(1);
  expect(named(await press(asked, 'Remove it'))).toBe(
    'The digest in <#briefings> is removed. What it posted stays in the channel.',
  );
  expect(await storage.digests.list()).toEqual([]);
});

test('what is typed is completed', async () => {
  expect((await choices('timezone', 'kath'))[0]).toMatch(
    /^Asia\/Kathmandu · UTC\+5:45 · now \d\d:\d\d = Asia\/Kathmandu$/u,
  );
  expect((await choices('timezone', 'Tokio'))[0]).toMatch(/= Asia\/Tokyo$/u);
  expect(await choices('days', 'we')).toEqual(['weekdays = weekdays', 'weekends = weekends']);
  expect(await choices('days', 'fri, mon')).toEqual(['Mon, Fri = Mon, Fri']);
  expect(await choices('focus', 'orland, fi')).toEqual(['orland, Fishing rights = orland, Fishing rights']);
  expect(await choices('language', '')).toEqual(['English = en', 'Any language = any']);
  await set();
  const { id } = await only();
  for (const option of ['change', 'digest'])
    expect(await choices(option, 'brief')).toEqual([`#briefings · weekdays 08:00 Asia/Tokyo = ${id}`]);
  expect(await choices('change', 'zebra')).toEqual([]);
});

test('a posted digest leads on for everyone, and to its settings for those who manage the server', async () => {
  await set({ focus: 'orland' });
  const settings = await only();
  const about = { id: 'row', timezone: settings.timezone, settings: settings.id };
  const message = await post(renderDigest(await digests.preview(settings), about));
  const pressed = (id: string, member: string) => discord.press(message, id, member);

  const form = await pressed('v1:digest-ask:row', 'jun');
  if (form.outcome !== 'modal') throw new Error(form.outcome);
  const answer = messageOf(await discord.submit(form.id, { question: 'who opens a ferry?' }));
  expect(answer).toMatchObject({ private: true, title: 'who opens a ferry?' });
  expect(answer.text).toContain('Orland plans to open a ferry');
  expect(answer.components.map(({ label }) => label)).toContain('Show everyone');

  const settled = `v1:digest-do:status:${settings.id}`;
  expect(messageOf(await pressed(settled, 'mara'))).toMatchObject({ private: true });
  expect(messageOf(await pressed(settled, 'jun'))).toMatchObject({
    private: true,
    text: 'Digests are looked after by people with the permission Manage Server. Ask one of them.',
  });
});

test('hand-made buttons reach no digest of another server', async () => {
  await set({ channel: 'lobby' }, { guild: 'Guests' });
  const foreign = await only();
  const acts = ['status', 'preview', 'now', 'pause', 'resume', 'remove'].map(
    (act) => `v1:digest-do:${act}:${foreign.id}`,
  );
  const ids = [...acts, `v1:digest-remove:${foreign.id}`];
  const message = await post(withButtons(ids));
  for (const id of ids) {
    const { text } = messageOf(await discord.press(message, id, 'mara'));
    expect(text).toBe(
      'There is no such digest in this server; it may have been removed. /digest list shows those there are.',
    );
  }
  expect(await only()).toEqual(foreign);
});

test('buttons that were left lying about do nothing for people who may not manage the server', async () => {
  await set();
  const { id } = await only();
  const ids = [`v1:digest-do:pause:${id}`, `v1:digest-remove:${id}`];
  const message = await post(withButtons(ids));
  for (const custom of ids) {
    const { text } = messageOf(await discord.press(message, custom, 'jun'));
    expect(text).toContain('people with the permission Manage Server');
  }
  expect(await only()).not.toHaveProperty('paused');
});

test('a storage that cannot be written is told in words', async () => {
  database.connection.exec('PRAGMA query_only = 1');
  try {
    expect((await set()).text).toContain('The bot may not write down what it should keep, so this was not saved.');
  } finally {
    database.connection.exec('PRAGMA query_only = 0');
  }
});

test('a storage that is full is told in words', async () => {
  database.connection.exec('PRAGMA max_page_count = 1');
  try {
    const fill = async () => {
      for (let at = 0; ; at += 1) await storage.digests.put(settingsOf({ id: `filler-${at}` }));
    };
    await expect(fill()).rejects.toMatchObject({ code: 'storage-full' });
    expect((await set()).text).toMatchInlineSnapshot(
      `"The bot has no room left, so this was not saved. Tell whoever runs the bot, then try again."`,
    );
    expect((await digest('list')).text).toBe('This server has no digest yet. Set one up with `/digest set`.');
  } finally {
    database.connection.exec('PRAGMA max_page_count = 1073741823');
  }
});

test('nothing of all this broke a rule of Discord, and every body conforms to its schema', () => {
  expect(discord.violations).toEqual([]);
  expect(schemaFaults(discord.exchanges)).toEqual([]);
  expect(discord.entries.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});
