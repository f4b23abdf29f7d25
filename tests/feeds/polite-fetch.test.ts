import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fetchFrom, localWeb } from './local-web.ts';
import { faultOf, textOf } from './outcomes.ts';

const wanted = { accept: '*/*', mostBytes: 1_000_000 };

test('a page is fetched under the name of the bot, once robots.txt was asked', async () => {
  const web = await localWeb({ 'news.example/a': { headers: { 'content-type': 'text/html' }, body: 'Hello' } });
  const fetched = await fetchFrom(web)(web.at('news.example/a'), wanted);
  expect(fetched).toMatchObject({ outcome: 'fetched', type: 'text/html', body: Buffer.from('Hello') });
  expect(web.asked.map(({ path }) => path)).toEqual(['news.example/robots.txt', 'news.example/a']);
  for (const { headers } of web.asked) expect(headers['user-agent']).toMatch(/^Attache\/0\.1 \(Discord bot/u);
});

test('what has not changed is not sent again', async () => {
  const web = await localWeb({
    'news.example/a': ({ headers }, response) => {
      const known =
        headers['if-none-match'] === '"v1"' && headers['if-modified-since'] === 'Mon, 02 Nov 2026 08:00:00 GMT';
      response.writeHead(known ? 304 : 200, { etag: '"v1"', 'last-modified': 'Mon, 02 Nov 2026 08:00:00 GMT' });
      response.end(known ? undefined : 'Hello');
    },
  });
  const get = fetchFrom(web);
  const first = await get(web.at('news.example/a'), wanted);
  if (first.outcome !== 'fetched') throw new Error('It was not fetched');
  expect(await get(web.at('news.example/a'), { ...wanted, validators: first.validators })).toEqual({
    outcome: 'unchanged',
  });
});

test('a mark that could not be sent back is not kept', async () => {
  const web = await localWeb({ 'news.example/a': { headers: { etag: `"${'x'.repeat(1000)}"` }, body: 'x' } });
  const fetched = await fetchFrom(web)(web.at('news.example/a'), wanted);
  expect('validators' in fetched && fetched.validators).toEqual({});
});

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
])('an answer packed with %s is unpacked', async (encoding, pack) => {
  const web = await localWeb({
    'news.example/a': { headers: { 'content-encoding': encoding }, body: pack(Buffer.from('Hello')) },
  });
  expect(await textOf(fetchFrom(web)(web.at('news.example/a'), wanted))).toBe('Hello');
});

test('redirects are followed to the end, on every server by its own robots.txt', async () => {
  const web = await localWeb();
  web.pages['news.example/a'] = { status: 301, headers: { location: '/b' } };
  web.pages['news.example/b'] = { status: 302, headers: { location: web.at('other.example/c') } };
  web.pages['other.example/c'] = 'There';
  expect(await textOf(fetchFrom(web)(web.at('news.example/a'), wanted))).toBe('There');
  expect(web.asked.map(({ path }) => path)).toEqual([
    'news.example/robots.txt',
    'news.example/a',
    'news.example/b',
    'other.example/robots.txt',
    'other.example/c',
  ]);
});

test('redirects without an end are given up', async () => {
  const web = await localWeb({ 'news.example/a': { status: 302, headers: { location: '/a' } } });
  expect(await faultOf(fetchFrom(web)(web.at('news.example/a'), wanted))).toBe(
    'redirects: news.example leads on from one address to the next, more than 5 times.',
  );
  expect(web.paths().length).toBe(6);
});

test('a redirect to something that is no web address is not followed', async () => {
  const web = await localWeb({ 'news.example/a': { status: 302, headers: { location: 'file:///etc/passwd' } } });
  expect(await faultOf(fetchFrom(web)(web.at('news.example/a'), wanted))).toContain(
    'Addresses that begin with “file:”',
  );
});

test.each<[says: string, length: 'told' | 'untold']>([
  ['says how long it is', 'told'],
  ['does not say how long it is', 'untold'],
])('an answer that never ends and %s is cut off at the limit', async (_says, length) => {
  let sent = 0;
  const web = await localWeb({
    'news.example/endless': (_request, response) => {
      response.writeHead(200, length === 'told' ? { 'content-length': String(2 ** 30) } : {});
      const part = Buffer.alloc(65_536, 'x');
      const more = () => {
        while (!response.destroyed && response.write(part)) sent += part.length;
        if (!response.destroyed) response.once('drain', more);
      };
      response.on('close', () => response.off('drain', more));
      more();
    },
  });
  expect(await faultOf(fetchFrom(web)(web.at('news.example/endless'), wanted))).toBe(
    'too-large: What news.example sends is larger than 0 MB, which is more than is read.',
  );
  expect(sent).toBeLessThan(20_000_000);
});

test.each([
  ['gzip', (zeros: Buffer) => gzipSync(zeros)],
  ['br', (zeros: Buffer) => brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
])('a small answer that %s unpacks to 200 MB is cut off at the limit', async (encoding, pack) => {
  const body = pack(Buffer.alloc(200_000_000));
  const web = await localWeb({ 'news.example/bomb': { headers: { 'content-encoding': encoding }, body } });
  const before = process.memoryUsage().arrayBuffers;
  expect(await faultOf(fetchFrom(web)(web.at('news.example/bomb'), wanted))).toContain('too-large');
  expect(body.length).toBeLessThan(wanted.mostBytes);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
});

test.each<[what: string, headers: Record<string, string>, body: Buffer, words: string]>([
  ['damaged', { 'content-encoding': 'gzip' }, Buffer.from('no gzip'), 'it is damaged (Z_DATA_ERROR)'],
  [
    'cut short',
    { 'content-encoding': 'gzip' },
    gzipSync('x'.repeat(9999)).subarray(0, 20),
    'it is damaged (Z_BUF_ERROR)',
  ],
  [
    'packed in a way nobody asked for',
    { 'content-encoding': 'zstd' },
    Buffer.from('x'),
    'it packs its answers in a way',
  ],
])('an answer that is %s is told as such', async (_what, headers, body, words) => {
  const web = await localWeb({ 'news.example/a': { headers, body } });
  expect(await faultOf(fetchFrom(web)(web.at('news.example/a'), wanted))).toContain(words);
});

test.each<[what: string, page: Parameters<typeof localWeb>[0]]>([
  ['never answers', { 'news.example/a': () => {} }],
  [
    'sends one byte and then another',
    {
      'news.example/a': (_request, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(drip));
      },
    },
  ],
  ['keeps its robots.txt to itself', { 'news.example/robots.txt': () => {}, 'news.example/a': 'Hello' }],
])('a server that %s is waited for no longer than the limit', async (_what, pages) => {
  const web = await localWeb(pages);
  expect(await faultOf(fetchFrom(web, { limits: { milliseconds: 200 } })(web.at('news.example/a'), wanted))).toBe(
    'timeout: news.example did not answer in time.',
  );
});

test('a name that takes too long to look up is waited for no longer than the limit', async () => {
  const web = await localWeb();
  const network = { ...web.network, resolve: () => new Promise<never>(() => {}) };
  const get = fetchFrom({ network }, { limits: { milliseconds: 100 } });
  expect(await faultOf(get(web.at('news.example/a'), wanted))).toContain('timeout');
});

test.each<[status: number, fault: string]>([
  [410, 'gone: news.example says that this address is gone for good (410).'],
  [404, 'missing: news.example has nothing at this address (404).'],
  [403, 'refused: news.example does not let the bot read this address (403).'],
  [400, 'refused: news.example does not answer a request for this address (400).'],
  [500, 'server-fault: news.example has a fault of its own (500).'],
  [206, 'server-fault: news.example has a fault of its own (206).'],
])('the answer %i is told in words', async (status, fault) => {
  const web = await localWeb({ 'news.example/a': { status } });
  expect(await faultOf(fetchFrom(web)(web.at('news.example/a'), wanted))).toBe(fault);
});

test.each([
  ['http://nowhere.test/', 'unreachable: There is no server named nowhere.test.'],
  ['https://SECURE/', 'unreachable: news.example cannot be reached'],
])('a server that is not there is told as such: %s', async (address, words) => {
  const web = await localWeb();
  const fault = await faultOf(fetchFrom(web)(address.replace('SECURE', `news.example:${web.port}`), wanted));
  expect(fault.replace(/cannot prove.*/u, 'cannot be reached')).toContain(words);
});

test('what ends the bot ends what is under way, and what waits', async () => {
  const end = () => stop.abort(new Error('Stopped'));
  const web = await localWeb({ 'news.example/a': end, 'news.example/b': end });
  const stop = new AbortController();
  const get = fetchFrom(web, { stopping: stop.signal });
  const both = [get(web.at('news.example/a'), wanted), get(web.at('news.example/b'), wanted)];
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(get(web.at('news.example/c'), wanted)).rejects.toThrow('Stopped');
  expect(web.paths().length).toBe(1);
});
