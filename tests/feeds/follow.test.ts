import { expect, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { ATOM, item, page, RSS, rss } from './feed-texts.ts';
import { following } from './polling.ts';

const FEED = 'news.example/feed.xml';

async function wordsOf(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.then(
    () => new Error('It was followed'),
    (fault: unknown) => fault,
  );
  if (!(error instanceof UserError)) throw error;
  return error.message.replaceAll(/:\d{4,5}\b/gu, '');
}

test('a feed is found at its address', async () => {
  const bot = await following({ [FEED]: RSS });
  expect(await bot.follow(FEED)).toMatchObject({
    outcome: 'followed',
    found: { url: bot.web.at(FEED), onPage: false, content: { format: 'rss', title: 'Harbour news' } },
  });
});

test('at the address of a page, the feed is found that the page names', async () => {
  const head = '<link rel="alternate" type="application/atom+xml" href="/atom.xml">';
  const bot = await following({
    'news.example/': { headers: { 'content-type': 'text/html' }, body: page('Home', '<p>Hello</p>', head) },
    'news.example/atom.xml': ATOM,
  });
  expect(await bot.follow('news.example/')).toMatchObject({
    feed: { url: bot.web.at('news.example/atom.xml'), title: 'Harbour notes' },
    found: { onPage: true },
  });
});

test('a server follows an address once', async () => {
  const bot = await following({
    [FEED]: rss(item(1)),
    'news.example/old': { status: 301, headers: { location: '/feed.xml' } },
  });
  await bot.follow(FEED);
  expect(await bot.follow(FEED)).toMatchObject({ outcome: 'known', feed: { title: 'Harbour news' } });
  expect(await bot.follow('news.example/old')).toMatchObject({ outcome: 'known' });
  expect(await bot.follow(FEED, 'island')).toMatchObject({ outcome: 'followed' });
  expect((await bot.feeds.list('harbour')).length).toBe(1);
});

test('one server cannot remove what another follows', async () => {
  const bot = await following({ [FEED]: rss('') });
  await bot.follow(FEED);
  expect(await bot.feeds.remove('island', 'feed-0000001')).toBeUndefined();
  expect(await bot.feeds.remove('harbour', 'feed-0000001')).toMatchObject({ title: 'Harbour news' });
  expect(await bot.feeds.remove('harbour', 'feed-0000001')).toBeUndefined();
});

test('a server follows 25 feeds at most', async () => {
  const bot = await following();
  for (let at = 0; at <= 25; at += 1) bot.web.pages[`news.example/${at}`] = rss('');
  for (let at = 0; at < 25; at += 1)
    expect(await bot.follow(`news.example/${at}`)).toMatchObject({ outcome: 'followed' });
  expect(await bot.follow('news.example/25')).toEqual({ outcome: 'too-many', most: 25 });
});

test.each<[what: string, pages: object, words: string]>([
  [
    'a page without one',
    { body: page('Home', '<p>x</p>') },
    'This is a page of news.example, and it names no feed. Look on it',
  ],
  ['a text', { body: 'Hello' }, 'What news.example sends is neither a feed (RSS, Atom, JSON Feed) nor a page'],
  [
    'a damaged one',
    { body: '<rss version="2.0"><channel><title>x' },
    'What news.example sends begins like a feed, but is damaged.',
  ],
  ['one that is gone', { status: 410 }, 'news.example says that this address is gone for good (410).'],
  ['one that is not there', { status: 404 }, 'news.example has nothing at this address (404).'],
  ['one that is too large', { body: 'x'.repeat(6_000_000) }, 'What news.example sends is larger than 5 MB'],
  [
    'one that leads inside',
    { status: 302, headers: { location: 'http://192.168.1.1/' } },
    '192.168.1.1 is inside a private network',
  ],
])('instead of a feed there is %s: nothing is followed, and the reader is told why', async (_what, answer, words) => {
  const bot = await following({ [FEED]: answer });
  expect(await wordsOf(bot.follow(FEED))).toContain(words);
  expect(await bot.feeds.list('harbour')).toEqual([]);
});

test('what robots.txt forbids is not followed', async () => {
  const bot = await following({ [FEED]: RSS, 'news.example/robots.txt': 'User-agent: *\nDisallow: /feed' });
  expect(await wordsOf(bot.follow(FEED))).toBe(
    'news.example does not let programs read /feed.xml (its robots.txt says so), and the bot keeps to that.',
  );
});

test('a page that names a feed inside a private network leads nowhere', async () => {
  const head = '<link rel="alternate" type="application/rss+xml" href="http://169.254.169.254/latest/meta-data/">';
  const bot = await following({ 'news.example/': page('Home', '<p>Hello</p>', head) });
  expect(await wordsOf(bot.follow('news.example/'))).toContain('169.254.169.254 is inside a private network');
});
