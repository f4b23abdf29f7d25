import { expect, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { readRobots } from '../../src/feeds/read-robots.ts';
import { fetchFrom, type LocalWeb, localWeb } from './local-web.ts';

const wanted = { accept: '*/*', mostBytes: 1000 };
const DAY = 86_400_000;

/** 'fetched', or the code of what stands against it. */
const outcomeOf = (attempt: Promise<{ readonly outcome: string }>): Promise<string> =>
  attempt.then(
    ({ outcome }) => outcome,
    (error: unknown) => {
      if (error instanceof UserError) return error.code;
      throw error;
    },
  );

const robotsAsked = (web: LocalWeb) => web.asked.filter(({ path }) => path.endsWith('/robots.txt')).length;

test('what robots.txt forbids to everybody or to the bot by name is not fetched', async () => {
  const web = await localWeb({
    'news.example/robots.txt': 'User-agent: *\nDisallow: /private\nAllow: /private/open\n',
    'named.example/robots.txt': 'User-agent: *\nAllow: /\n\nUser-agent: Attache\nDisallow: /\n',
    'other.example/robots.txt': 'User-agent: Otherbot\nDisallow: /\n',
    'news.example/private/a': 'x',
    'news.example/private/open/a': 'x',
    'news.example/a': 'x',
    'named.example/a': 'x',
    'other.example/a': 'x',
  });
  const get = fetchFrom(web);
  const outcome = (path: string) => outcomeOf(get(web.at(path), wanted));
  expect(await outcome('news.example/private/a')).toBe('robots');
  expect(await outcome('named.example/a')).toBe('robots');
  expect(web.paths()).toEqual([]);
  expect(await outcome('news.example/private/open/a')).toBe('fetched');
  expect(await outcome('news.example/a')).toBe('fetched');
  expect(await outcome('other.example/a')).toBe('fetched');
});

test('a redirect into what robots.txt forbids is not followed', async () => {
  const web = await localWeb({ 'news.example/robots.txt': 'User-agent: *\nDisallow: /b\n', 'news.example/b': 'x' });
  web.pages['news.example/a'] = { status: 302, headers: { location: '/b' } };
  expect(await outcomeOf(fetchFrom(web)(web.at('news.example/a'), wanted))).toBe('robots');
  expect(web.paths()).toEqual(['news.example/a']);
});

test.each<[status: number, outcome: string]>([
  [404, 'fetched'],
  [410, 'fetched'],
  [401, 'fetched'],
  [403, 'fetched'],
  [500, 'robots-unknown'],
  [503, 'busy'],
  [429, 'busy'],
])('where the answer for robots.txt is %i, a page is %s', async (status, outcome) => {
  const web = await localWeb({ 'news.example/robots.txt': { status }, 'news.example/a': 'x' });
  expect(await outcomeOf(fetchFrom(web)(web.at('news.example/a'), wanted))).toBe(outcome);
  expect(web.paths().length).toBe(outcome === 'fetched' ? 1 : 0);
});

test('robots.txt is asked for once a day; where it failed, again after an hour', async () => {
  let now = 0;
  const web = await localWeb({
    'news.example/a': 'x',
    'ill.example/robots.txt': { status: 500 },
    'ill.example/a': 'x',
  });
  const get = fetchFrom(web, { now: () => now });
  const ask = async (path: string) => `${await outcomeOf(get(web.at(path), wanted))} ${robotsAsked(web)}`;
  expect(await ask('news.example/a')).toBe('fetched 1');
  now = DAY - 1;
  expect(await ask('news.example/a')).toBe('fetched 1');
  now = DAY;
  expect(await ask('news.example/a')).toBe('fetched 2');
  expect(await ask('ill.example/a')).toBe('robots-unknown 3');
  expect(await ask('ill.example/a')).toBe('robots-unknown 3');
  web.pages['ill.example/robots.txt'] = 'User-agent: *\nAllow: /';
  now += DAY / 24;
  expect(await ask('ill.example/a')).toBe('fetched 4');
});

test('only the beginning of an endless robots.txt is read', async () => {
  const web = await localWeb({ 'news.example/a': 'x', 'news.example/b': 'x' });
  web.pages['news.example/robots.txt'] = `User-agent: *\nDisallow: /a\n${'# x\n'.repeat(1_000_000)}Disallow: /b\n`;
  const get = fetchFrom(web);
  expect(await outcomeOf(get(web.at('news.example/a'), wanted))).toBe('robots');
  expect(await outcomeOf(get(web.at('news.example/b'), wanted))).toBe('fetched');
});

test('rules made to take seconds to read hold nothing up, and allow nothing', async () => {
  const line = `Disallow: /${'*a'.repeat(1000)}b\n`;
  const web = await localWeb();
  web.pages['news.example/robots.txt'] = `User-agent: *\n${line.repeat(240)}`;
  const path = `news.example/${'a'.repeat(1900)}`;
  web.pages[path] = 'x';
  let beats = 0;
  const beat = setInterval(() => (beats += 1), 10);
  const outcome = await outcomeOf(fetchFrom(web, { aside: true, asideMs: 300 })(web.at(path), wanted));
  clearInterval(beat);
  expect([outcome, web.paths()]).toEqual(['robots', []]);
  expect(beats).toBeGreaterThan(5);
});

test('one request at a time goes to a host, with a pause between two; hosts do not wait for each other', async () => {
  let [open, most] = [0, 0];
  const waits: number[] = [];
  const page = (_request: unknown, response: { end: (text: string) => void }) => {
    most = Math.max(most, (open += 1));
    setTimeout(() => {
      open -= 1;
      response.end('x');
    }, 10);
  };
  const web = await localWeb({ 'news.example/a': page, 'news.example/b': page, 'news.example/c': page });
  const wait = async (ms: number) => void waits.push(ms);
  const get = fetchFrom(web, { limits: { pause: 1000 }, wait });
  await Promise.all(['a', 'b', 'c'].map((name) => get(web.at(`news.example/${name}`), wanted)));
  expect(most).toBe(1);
  // Before each but the first, which was for robots.txt.
  expect(waits.map((ms) => Math.round(ms / 100))).toEqual([10, 10, 10]);
  web.pages['other.example/a'] = 'x';
  await get(web.at('other.example/a'), wanted);
  expect(waits.length).toBe(4);
});

test('a server may ask for longer pauses, though not for endless ones', async () => {
  const web = await localWeb({
    'slow.example/robots.txt': 'User-agent: *\nCrawl-delay: 10\n',
    'slow.example/a': 'x',
    'idle.example/robots.txt': 'User-agent: *\nCrawl-delay: 99999\n',
    'idle.example/a': 'x',
  });
  const waits: number[] = [];
  const get = fetchFrom(web, { wait: async (ms) => void waits.push(Math.round(ms / 1000)) });
  await get(web.at('slow.example/a'), wanted);
  await get(web.at('idle.example/a'), wanted);
  expect(waits).toEqual([10, 30]);
});

test.each<[what: string, status: number, retryAfter: string | undefined, until: number]>([
  ['for seconds', 429, '120', 120_000],
  ['until a date', 503, 'Mon, 02 Nov 2026 08:30:00 GMT', 30 * 60_000],
  ['without saying how long', 429, undefined, 15 * 60_000],
  ['for a moment', 429, '0', 60_000],
  ['for years', 503, '99999999', DAY],
])('a server that asks to be left alone %s is left alone', async (_what, status, retryAfter, until) => {
  const start = Date.UTC(2026, 10, 2, 8);
  let now = start;
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  const web = await localWeb({ 'news.example/a': { status, headers }, 'news.example/b': 'x' });
  const get = fetchFrom(web, { now: () => now });
  expect(await outcomeOf(get(web.at('news.example/a'), wanted))).toBe('busy');
  now = start + until - 1;
  expect(await outcomeOf(get(web.at('news.example/b'), wanted))).toBe('busy');
  expect(web.paths()).toEqual(['news.example/a']);
  now = start + until;
  expect(await outcomeOf(get(web.at('news.example/b'), wanted))).not.toBe('busy');
});

test('the rules for the bot by its name win over those for everybody', () => {
  const text = 'User-agent: *\nDisallow: /\nCrawl-delay: 5\n\nUser-agent: attache\nDisallow: /x\n';
  const url = 'https://news.example/a';
  expect(readRobots({ text, url, agent: 'Attache' })).toEqual({ allowed: true, delay: 0 });
  expect(readRobots({ text, url, agent: 'Other' })).toEqual({ allowed: false, delay: 5 });
});
