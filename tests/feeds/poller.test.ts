import { expect, test } from 'vitest';
import { item, LONG, page, rss } from './feed-texts.ts';
import { DAY, following, HOUR, NOON } from './polling.ts';

const FEED = 'news.example/feed.xml';
const WHOLE = `<description>${LONG.join(' ')}</description>`;
const items = (from: number, to: number, more = WHOLE) =>
  Array.from({ length: to - from + 1 }, (_, at) => item(from + at, more)).join('');

test('when a feed is followed, its newest ten entries are kept, and later each new one', async () => {
  const bot = await following({ [FEED]: rss(items(1, 14)) });
  await bot.follow(FEED);
  expect(bot.titles()).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5].map((at) => `Article ${at}`));
  expect(await bot.feed()).toMatchObject({
    title: 'Harbour news',
    readAt: NOON,
    nextAt: NOON + HOUR,
    kept: { total: 10 },
  });
  bot.web.pages[FEED] = rss(items(1, 16));
  await bot.pass(HOUR);
  expect(bot.titles().slice(10)).toEqual(['Article 16', 'Article 15']);
  await bot.pass(3 * HOUR);
  expect(bot.kept.length).toBe(12);
});

test('a feed that has not changed is not sent again', async () => {
  const statuses: number[] = [];
  const bot = await following({
    [FEED]: ({ headers }, response) => {
      const status = headers['if-none-match'] === '"v1"' ? 304 : 200;
      statuses.push(status);
      response.writeHead(status, { etag: '"v1"' }).end(status === 200 ? rss(items(1, 2)) : undefined);
    },
  });
  await bot.follow(FEED);
  await bot.pass(3 * HOUR);
  // Once to see what it is, once to keep what is in it.
  expect(statuses).toEqual([200, 200, 304, 304, 304]);
  expect(bot.kept.length).toBe(2);
});

test('a feed that fails is asked less and less often, and is as before when it answers again', async () => {
  const bot = await following({ [FEED]: rss(items(1, 2)) });
  await bot.follow(FEED);
  bot.web.pages[FEED] = { status: 500 };
  const asked: number[] = [];
  for (let hour = 1; hour <= 40; hour += 1) {
    const before = bot.web.paths().length;
    await bot.pass(HOUR);
    if (bot.web.paths().length > before) asked.push(hour);
  }
  expect(asked).toEqual([1, 2, 4, 8, 16, 32]);
  expect((await bot.feed()).failing).toEqual({
    since: NOON + HOUR,
    times: 6,
    words: expect.stringContaining('has a fault of its own (500)'),
  });
  bot.web.pages[FEED] = rss(items(1, 3));
  await bot.pass(DAY);
  expect(await bot.feed()).not.toHaveProperty('failing');
  expect(bot.kept.length).toBe(3);
  expect(bot.told).toEqual([]);
});

test.each([404, 500, 403])('a feed that answers %i for three days is paused, of which is told once', async (status) => {
  const bot = await following({ [FEED]: rss(items(1, 1)) });
  await bot.follow(FEED);
  bot.web.pages[FEED] = { status };
  await bot.pass(2.9 * DAY);
  expect((await bot.feed()).paused).toBeUndefined();
  await bot.pass(2 * DAY);
  expect((await bot.feed()).paused).toMatchObject({ why: 'failing', told: true });
  const asked = bot.web.paths().length;
  await bot.pass(5 * DAY);
  expect([bot.told.length, bot.web.paths().length - asked]).toEqual([1, 0]);
});

test('a feed that is gone for good is paused at once, and can be followed again', async () => {
  const bot = await following({ [FEED]: rss(items(1, 1)) });
  await bot.follow(FEED);
  bot.web.pages[FEED] = { status: 410 };
  await bot.pass(HOUR);
  expect(await bot.feed()).toMatchObject({
    paused: { why: 'gone', since: NOON + HOUR, told: true },
    failing: { words: expect.stringContaining('is gone for good (410)') },
  });
  expect(await bot.feed()).not.toHaveProperty('nextAt');
  expect(bot.told.map(({ title }) => title)).toEqual(['Harbour news']);
  await expect(bot.follow(FEED)).rejects.toMatchObject({ code: 'gone' });
  bot.web.pages[FEED] = rss(items(1, 2));
  expect(await bot.follow(FEED)).toMatchObject({ outcome: 'resumed' });
  expect(await bot.feed()).not.toHaveProperty('paused');
  expect(bot.titles()).toEqual(['Article 1', 'Article 2']);
});

test('where nobody can be told of a pause yet, it is told later', async () => {
  const bot = await following({ [FEED]: rss('') });
  await bot.follow(FEED);
  bot.web.pages[FEED] = { status: 410 };
  bot.telling.outcome = 'later';
  await bot.pass(4 * HOUR);
  expect((await bot.feed()).paused?.told).toBe(false);
  bot.telling.outcome = 'told';
  await bot.pass(4 * HOUR);
  expect((await bot.feed()).paused?.told).toBe(true);
  expect(bot.told.length).toBe(5);
});

test.each([
  ['a page', page('Home', '<p>x</p>'), 'it names no feed'],
  ['half of itself', rss(items(1, 2)).slice(0, 900), 'is damaged'],
])('a feed that becomes %s fails, and keeps nothing', async (_what, text, words) => {
  const bot = await following({ [FEED]: rss('') });
  await bot.follow(FEED);
  bot.web.pages[FEED] = text;
  await bot.pass(HOUR);
  expect((await bot.feed()).failing).toMatchObject({ times: 1, words: expect.stringContaining(words) });
  expect(bot.kept).toEqual([]);
});

test('a bot that is stopped in the midst of a feed goes on there when it starts again, and nothing counts as a fault', async () => {
  const bot = await following({ [FEED]: rss(items(10, 16) + item(17) + items(18, 22)) });
  bot.web.pages['news.example/articles/17'] = () => {
    bot.stopping.abort(new Error('Stopped'));
    void bot.poller.stop();
  };
  await bot.follow(FEED);
  await bot.poller.stop();
  const feed = await bot.feed();
  expect(bot.titles()).toEqual(['Article 22', 'Article 21', 'Article 20', 'Article 19', 'Article 18']);
  expect(feed).toMatchObject({ nextAt: NOON, kept: { total: 5 } });
  expect(feed).not.toHaveProperty('failing');
  expect(feed.seen.length).toBe(5 + 3);
});

test('a feed that is removed while it is read stays removed, and no more is kept of it', async () => {
  const bot = await following({ [FEED]: rss(item(23, WHOLE) + item(22) + item(21, WHOLE)) });
  bot.web.pages['news.example/articles/22'] = (_request, response) => {
    void bot.feeds.remove('harbour', 'feed-0000001').then(() => response.end('x'));
  };
  await bot.follow(FEED);
  expect(await bot.feeds.list('harbour')).toEqual([]);
  expect(bot.titles()).toEqual(['Article 23', 'Article 22']);
});

test('one feed that takes its time holds up no other', async () => {
  const bot = await following({ [FEED]: rss(item(1)), 'quick.example/feed.xml': rss(items(1, 2)) });
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  let end = () => {};
  bot.web.pages['news.example/articles/1'] = (_request, response) => {
    end = () => void response.end('x');
    resolve();
  };
  void bot.follow(FEED);
  await asked;
  await bot.feeds.follow(
    { address: bot.web.at('quick.example/feed.xml'), tags: [] },
    { guild: 'harbour', user: 'jun' },
  );
  await expect.poll(() => bot.titles()).toEqual(['Article 2', 'Article 1']);
  end();
  await expect.poll(() => bot.kept.length).toBe(3);
});

test('two processes keep each article once', async () => {
  const bot = await following({ [FEED]: rss(items(1, 5)) });
  await bot.poller.stop();
  await bot.feeds.follow({ address: bot.web.at(FEED), tags: [] }, { guild: 'harbour', user: 'jun' });
  const [feed] = await bot.storage.feeds.due(NOON, 1);
  if (!feed) throw new Error('Nothing is due');
  expect(await bot.storage.feeds.claim(feed, NOON + 600_000)).toBe(true);
  bot.poller.start();
  await bot.poller.idle();
  expect(bot.kept).toEqual([]);
  await bot.pass(HOUR);
  expect(bot.kept.length).toBe(5);
});
