import { expect, test } from 'vitest';
import { item, LONG, page, rss } from './feed-texts.ts';
import { DAY, following, HOUR } from './polling.ts';

const FEED = 'news.example/feed.xml';
const WHOLE = `<description>${LONG.join(' ')}</description>`;
const items = (from: number, to: number, more = WHOLE) =>
  Array.from({ length: to - from + 1 }, (_, at) => item(from + at, more)).join('');

test('an entry that is changed, or listed again after it was gone, is not kept twice', async () => {
  const bot = await following({ [FEED]: rss(items(1, 3)) });
  await bot.follow(FEED);
  for (const text of [rss(''), rss(items(1, 3)), rss(items(1, 3)).replaceAll('Article', 'Renamed')]) {
    bot.web.pages[FEED] = text;
    await bot.pass(HOUR);
  }
  expect(bot.kept.length).toBe(3);
});

test('an article that the server has from elsewhere is not fetched again', async () => {
  const bot = await following({
    [FEED]: rss(item(1)),
    'other.example/feed.xml': rss(''),
    'news.example/articles/1': 'x',
  });
  await bot.follow(FEED);
  bot.web.pages['other.example/feed.xml'] = rss(item(1).replace('/articles/1', bot.web.at('news.example/articles/1')));
  await bot.follow('other.example/feed.xml');
  expect(bot.kept.length).toBe(1);
  expect(bot.web.paths().filter((path) => path.endsWith('/articles/1'))).toHaveLength(1);
});

test('an article is fetched from its page where the feed has only its beginning', async () => {
  const text = page('Quota', '<p>The quota was cut.</p><script>steal()</script>', '<meta name="author" content="Kai">');
  const bot = await following({
    [FEED]: rss(item(1, '<description>The quota…</description>')),
    'news.example/articles/1': { headers: { 'content-type': 'text/html; charset=utf-8' }, body: text },
  });
  await bot.follow(FEED);
  const [article] = bot.kept;
  expect(article).toMatchObject({
    name: 'Article 1.html',
    details: { title: 'Article 1', date: '2026-11-01', url: bot.web.at('news.example/articles/1') },
  });
  expect(Buffer.from(article?.bytes ?? []).toString()).toBe(text);
});

test('a page whose encoding only its server knows is kept in UTF-8', async () => {
  const bot = await following({
    [FEED]: rss(item(1)),
    'news.example/articles/1': {
      headers: { 'content-type': 'text/html; charset=windows-1251' },
      body: Buffer.from([0x3c, 0x70, 0x3e, 0xd0, 0xee, 0xf1, 0xf1, 0xe8, 0xff]),
    },
  });
  await bot.follow(FEED);
  expect(Buffer.from(bot.kept[0]?.bytes ?? []).toString()).toBe('<p>Россия');
});

test('of one feed, no more than 25 documents are kept in a day; the rest follow on the next', async () => {
  const bot = await following({ [FEED]: { headers: { etag: '"v1"' }, body: rss(items(1, 10)) } });
  await bot.follow(FEED);
  bot.web.pages[FEED] = { headers: { etag: '"v2"' }, body: rss(items(1, 40)) };
  await bot.pass(HOUR);
  expect(bot.kept.length).toBe(25);
  expect(await bot.feed()).toMatchObject({
    nextAt: Date.UTC(2026, 10, 3),
    kept: { today: 25, total: 25 },
    validators: {},
  });
  await bot.pass(DAY);
  expect(bot.kept.length).toBe(40);
  expect(new Set(bot.titles()).size).toBe(40);
  expect((await bot.feed()).validators).toEqual({ etag: '"v2"' });
});

test('what waits is kept later although the feed has not changed since', async () => {
  const bot = await following({
    [FEED]: ({ headers }, response) => {
      const status = headers['if-none-match'] === '"v1"' ? 304 : 200;
      response.writeHead(status, { etag: '"v1"' }).end(status === 200 ? rss(items(1, 2)) : undefined);
    },
  });
  bot.answers.push({ outcome: 'kept' }, { outcome: 'full', words: 'There is no room.' });
  await bot.follow(FEED);
  await bot.pass(HOUR);
  expect(bot.titles()).toEqual(['Article 2', 'Article 1']);
});

test('where the documents of a server are full, the feed says so, and goes on when there is room', async () => {
  const bot = await following({ [FEED]: rss(items(1, 3)) });
  bot.answers.push({ outcome: 'kept' }, { outcome: 'full', words: 'There is no room.' });
  await bot.follow(FEED);
  expect(bot.titles()).toEqual(['Article 3']);
  expect((await bot.feed()).leftOut).toEqual({ entries: 2, words: 'There is no room.' });
  await bot.pass(HOUR);
  expect(bot.titles()).toEqual(['Article 3', 'Article 2', 'Article 1']);
  expect(await bot.feed()).not.toHaveProperty('leftOut');
});

test.each<[what: string, answer: object, words: string]>([
  ['is gone', { status: 404 }, 'has nothing at this address (404)'],
  ['is a film', { headers: { 'content-type': 'video/mp4' }, body: 'x' }, 'sends video/mp4 for it, which is no article'],
  ['leads inside', { status: 302, headers: { location: 'http://10.0.0.1/' } }, '10.0.0.1 is inside a private network'],
])('an article whose page %s is left out at once, and the feed says why', async (_what, answer, words) => {
  const bot = await following({ [FEED]: rss(item(1) + item(2, WHOLE)), 'news.example/articles/1': answer });
  await bot.follow(FEED);
  expect(bot.titles()).toEqual(['Article 2']);
  expect((await bot.feed()).leftOut).toEqual({ entries: 1, words: expect.stringContaining(words) });
  expect((await bot.feed()).leftOut?.words).toContain('“Article 1”');
  const asked = bot.web.paths().length;
  await bot.pass(HOUR);
  expect(bot.web.paths().slice(asked)).toEqual([FEED]);
});

test('an article whose server fails is tried three times', async () => {
  const bot = await following({ [FEED]: rss(item(1)), 'news.example/articles/1': { status: 500 } });
  await bot.follow(FEED);
  await bot.pass(5 * HOUR);
  expect(bot.web.paths().filter((path) => path.endsWith('/articles/1'))).toHaveLength(3);
  expect(bot.kept).toEqual([]);
});

test('a server that asks to be left alone for hours still gets its articles read', async () => {
  const headers = { 'retry-after': String((5 * HOUR) / 1000) };
  const bot = await following({ [FEED]: rss(item(1, '')), 'far.example/1': { status: 429, headers } });
  bot.web.pages[FEED] = rss(item(1).replace('/articles/1', bot.web.at('far.example/1')));
  await bot.follow(FEED);
  await bot.pass(4.5 * HOUR);
  expect(bot.web.paths().filter((path) => path === 'far.example/1')).toHaveLength(1);
  bot.web.pages['far.example/1'] = 'Hello';
  await bot.pass(2 * HOUR);
  expect(bot.titles()).toEqual(['Article 1']);
});

test('an article that cannot be read as a document is left out', async () => {
  const bot = await following({ [FEED]: rss(items(1, 2)) });
  bot.answers.push({ outcome: 'unreadable', words: 'It holds no words.' });
  await bot.follow(FEED);
  expect(bot.titles()).toEqual(['Article 1']);
  expect((await bot.feed()).leftOut).toEqual({ entries: 1, words: '“Article 2”: It holds no words.' });
  await bot.pass(HOUR);
  expect(bot.kept.length).toBe(1);
});
