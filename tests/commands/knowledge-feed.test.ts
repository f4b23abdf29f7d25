import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createConverter } from '../../src/library/converter.ts';
import { documentOf } from '../../src/library/read-document.ts';
import { openFeeds } from '../../src/open-feeds.ts';
import { guildPlans, nameOf } from '../../src/playground/plans.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { storageOver } from '../../src/storage/sqlite-storage.ts';
import { botOnStandIn, ownCommands, schemaFaults } from '../builders/bot.ts';
import { islandDesk } from '../builders/island-world.ts';
import { knowledgeOf } from '../builders/knowledge.ts';
import { readableLog } from '../builders/log.ts';
import { messageOf, type Seen } from '../builders/message.ts';
import { item, LONG, page, rss } from '../feeds/feed-texts.ts';
import { openWeb } from '../feeds/local-web.ts';

const NOON = Date.UTC(2026, 10, 2, 12);
const HOUR = 3_600_000;
/** Another server, and who owns it. */
const [GUESTS = '', GUEST = ''] = guildPlans.slice(1).flatMap(({ name, members }) => [name, ...members.map(nameOf)]);
const FEED = 'news.example/feed.xml';
const WHOLE = `<description>${LONG.join(' ')}</description>`;

const storage = storageOver(openDatabase(':memory:'));
const converter = createConverter();
const { knowledge, served } = knowledgeOf({
  storage,
  read: (file) => documentOf(file, converter.convert),
  limits: { documents: 20, bytes: 1_000_000 },
});
let now = NOON;
let discord: Awaited<ReturnType<typeof botOnStandIn>>;
let web: Awaited<ReturnType<typeof openWeb>>;
let following: ReturnType<typeof openFeeds>;

beforeAll(async () => {
  web = await openWeb();
  const { log } = readableLog();
  const limits = { milliseconds: 5000, pause: 0 };
  following = openFeeds({ storage, knowledge, now: () => now, log, network: web.network, limits });
  const services = { knowledge, feeds: following.feeds };
  discord = await botOnStandIn(islandDesk(), await ownCommands(), { now: () => NOON, services });
  following.start(() => Promise.resolve('told'));
});
afterAll(async () => {
  await discord.stop();
  await following.stop();
  await converter.close();
  await web.close();
});

async function feed(subcommand: string, options: Record<string, string> = {}, member = 'mara'): Promise<Seen> {
  return messageOf(await discord.slash({ command: `knowledge feed ${subcommand}`, options, member }));
}

/** What a reply says, without the port of this test and Discord's marks. */
const words = ({ text }: Seen) => text.replaceAll(`:${web.port}`, '').replaceAll('\\', '');

/** Puts pages on the web for one test; afterwards nothing is followed any more. */
function publish(pages: Parameters<typeof openWeb>[0]): void {
  Object.assign(web.pages, pages);
  onTestFinished(async () => {
    for (const path of Object.keys(web.pages)) delete web.pages[path];
    for (const { guild } of served.values()) {
      for (const { stored } of knowledge.list(guild ?? '')) await knowledge.remove(guild ?? '', stored.name);
    }
    for (const { id } of discord.guilds)
      for (const each of await following.feeds.list(id)) await following.feeds.remove(id, each.id);
  });
}

const titles = () => [...served.values()].map(({ title }) => title).sort();

test('who follows a feed sees at once what it is and what is kept of it', async () => {
  publish({ [FEED]: rss(item(1, WHOLE) + item(2, WHOLE).replace('Article 2', '*Fish* & `chips`')) });
  const reply = await feed('add', { url: web.at(FEED), tags: 'harbour, fish' });
  expect(reply.private).toBe(true);
  expect(words(reply)).toMatchInlineSnapshot(`
    "**Harbour news** · [source](http://news.example/feed.xml) · RSS · 2 entries

    Kept now as documents of this server; each new one follows, up to 25 a day:
    - 2026-11-01 · *Fish* & \`chips\`
    - 2026-11-01 · Article 1

    -# \`/knowledge feed list\` shows how it goes."
  `);
  await expect.poll(titles).toEqual(['*Fish* & `chips`', 'Article 1']);
  expect([...served.values()].map(({ tags, guild }) => [tags, guild])).toEqual([
    [['harbour', 'fish'], discord.guilds[0]?.id],
    [['harbour', 'fish'], discord.guilds[0]?.id],
  ]);
  await expect.poll(async () => words(await feed('list'))).toContain('2 documents');
  expect(words(await feed('list'))).toMatchInlineSnapshot(
    `"- **Harbour news** · [source](http://news.example/feed.xml) · 2 documents · tagged harbour, fish · read <t:1793620800:R> · next <t:1793624400:R>"`,
  );
});

test('an article of the web becomes a document that can be quoted: its text, and nothing that runs', async () => {
  const body =
    '<p>The quota for cod was cut by a third in November.</p><script>steal()</script><img src="http://10.0.0.1/x">';
  publish({
    [FEED]: rss(item(1, '<dc:creator>Mara Lind</dc:creator>')),
    'news.example/articles/1': { headers: { 'content-type': 'text/html' }, body: page('Quota cut', body) },
  });
  await feed('add', { url: web.at(FEED) });
  await expect.poll(titles).toEqual(['Article 1']);
  const [document] = served.values();
  expect(document).toMatchObject({ author: 'Mara Lind', date: '2026-11-01', url: web.at('news.example/articles/1') });
  expect(document?.text).toContain('The quota for cod was cut by a third in November.');
  expect(document?.text).not.toMatch(/steal|10\.0\.0\.1/u);
});

test('a server without feeds is told how to follow one', async () => {
  expect((await feed('list')).text).toBe('This server follows no feed yet. Follow one with `/knowledge feed add`.');
});

test.each<[what: string, pages: Parameters<typeof openWeb>[0], reply: string]>([
  [
    'a page without a feed',
    { [FEED]: page('Home', '<p>x</p>') },
    'This is a page of news.example, and it names no feed.',
  ],
  ['nothing', {}, 'news.example has nothing at this address (404).'],
  [
    'something that is gone',
    { [FEED]: { status: 410 } },
    'news.example says that this address is gone for good (410).',
  ],
  [
    'too much',
    { [FEED]: 'x'.repeat(6_000_000) },
    'What news.example sends is larger than 5 MB, which is more than is read.',
  ],
  [
    'a way inside',
    { [FEED]: { status: 302, headers: { location: 'http://169.254.169.254/' } } },
    '169.254.169.254 is inside a private network',
  ],
  [
    'what robots.txt forbids',
    { [FEED]: rss(''), 'news.example/robots.txt': 'User-agent: *\nDisallow: /' },
    'news.example does not let programs read /feed.xml',
  ],
])('at the address there is %s: nothing is followed, and the reader is told in private', async (what, pages, text) => {
  publish(pages);
  // robots.txt is remembered for a day.
  if (what.includes('robots')) now += 24 * HOUR;
  const reply = await feed('add', { url: web.at(FEED) });
  if (what.includes('robots')) now += 24 * HOUR;
  expect(reply.private).toBe(true);
  expect(words(reply)).toContain(text);
  expect((await feed('list')).text).toContain('follows no feed yet');
});

test.each([
  ['localhost', 'localhost is inside a private network'],
  ['http://127.0.0.1/feed', '127.0.0.1 is inside a private network'],
  ['http://[::1]/feed', '[::1] is inside a private network'],
  ['ftp://news.example/', 'Addresses that begin with “ftp:” are not followed.'],
  ['http://nowhere.test/', 'There is no server named nowhere.test. Look whether the address is spelt right.'],
])('%s is refused in plain words', async (url, text) => {
  web.names['localhost'] = '127.0.0.1';
  expect(words(await feed('add', { url }))).toContain(text);
});

test('a feed that fails, or is gone, is listed with the cause', async () => {
  publish({ [FEED]: rss(item(1, WHOLE)), 'other.example/feed.xml': rss('', 'Other news') });
  await feed('add', { url: web.at(FEED) });
  await feed('add', { url: web.at('other.example/feed.xml') });
  await expect.poll(async () => words(await feed('list'))).toMatch(/Harbour.*read <[^]*Other.*read </u);
  web.pages[FEED] = { status: 410 };
  web.pages['other.example/feed.xml'] = { status: 500 };
  now += HOUR;
  following.wake();
  await expect.poll(async () => words(await feed('list'))).toMatch(/Paused[^]*Fails/u);
  expect(words(await feed('list')).replaceAll(/<t:\d+/gu, '<t:0')).toMatchInlineSnapshot(`
    "- **Harbour news** · [source](http://news.example/feed.xml) · 1 document · read <t:0:R>
      **Paused** since <t:0:D>. news.example says that this address is gone for good (410). \`/knowledge feed add\` with its address takes it up again, \`/knowledge feed remove\` removes it.
    - **Other news** · [source](http://other.example/feed.xml) · 0 documents · read <t:0:R> · next <t:0:R>
      **Fails** since <t:0:f>: other.example has a fault of its own (500)."
  `);
});

test('a feed is removed by the list that appears, and its documents stay', async () => {
  publish({ [FEED]: rss(item(1, WHOLE)) });
  await feed('add', { url: web.at(FEED) });
  await expect.poll(titles).toEqual(['Article 1']);
  const reaction = await discord.autocomplete({
    command: 'knowledge feed remove',
    options: { feed: 'HARBOUR' },
    typing: 'feed',
    member: 'mara',
  });
  const [choice] = reaction.outcome === 'choices' ? reaction.choices : [];
  expect(choice?.name).toBe(`Harbour news · news.example:${web.port}/feed.xml`);
  expect((await feed('remove', { feed: 'no such' })).text).toContain('This server follows no such feed.');
  expect((await feed('remove', { feed: String(choice?.value) })).text).toMatch(
    /^\*\*Harbour news\*\* is followed no more\. What was kept of it stays \(1 document\)/u,
  );
  expect(titles()).toEqual(['Article 1']);
});

test('another server neither sees nor removes the feeds of this one', async () => {
  publish({ [FEED]: rss('') });
  await feed('add', { url: web.at(FEED) });
  const [own] = await following.feeds.list(discord.guilds[0]?.id ?? '');
  const elsewhere = { member: GUEST, guild: GUESTS };
  const list = messageOf(await discord.slash({ command: 'knowledge feed list', ...elsewhere }));
  expect(list.text).toContain('follows no feed yet');
  const options = { feed: own?.id ?? '' };
  const removal = messageOf(await discord.slash({ command: 'knowledge feed remove', options, ...elsewhere }));
  expect(removal.text).toContain('This server follows no such feed.');
  expect(await following.feeds.list(discord.guilds[0]?.id ?? '')).toHaveLength(1);
});

test('tags that no document could have are refused', async () => {
  const reply = await feed('add', { url: web.at(FEED), tags: 'x'.repeat(41) });
  expect(reply.text).toContain('A document has 20 tags at most, each of 40 characters at most.');
});

test('whatever was sent conforms to Discord’s schema', () => {
  expect(schemaFaults(discord.exchanges)).toEqual([]);
});
