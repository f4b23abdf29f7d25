import { createServer, type Server } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { UserError } from '../../src/core/user-error.ts';
import { fetchFrom, localWeb } from './local-web.ts';
import { faultOf, textOf } from './outcomes.ts';

const wanted = { accept: '*/*', mostBytes: 1_000_000 };

/** A server that must never be reached, at another address or port of this machine. */
async function forbidden(address: string): Promise<{ readonly port: number; readonly reached: () => number }> {
  let reached = 0;
  const server: Server = createServer((socket) => {
    reached += 1;
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret');
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  onTestFinished(() => void server.close());
  const bound = server.address();
  if (typeof bound !== 'object' || bound === null) throw new Error('No port');
  return { port: bound.port, reached: () => reached };
}

const INSIDE = [
  ['127.0.0.1', (port: number) => `http://127.0.0.1:${port}/`],
  ['127.0.0.1', (port: number) => `http://2130706433:${port}/`],
  ['127.0.0.1', (port: number) => `http://0x7f.0.0.1:${port}/`],
  ['127.0.0.1', (port: number) => `http://0177.1:${port}/`],
  ['127.0.0.1', (port: number) => `http://[::ffff:127.0.0.1]:${port}/`],
  ['127.0.0.1', (port: number) => `http://0.0.0.0:${port}/`],
  ['127.0.0.2', (port: number) => `http://127.0.0.2:${port}/`],
  ['127.0.0.1', (port: number) => `http://inside.test:${port}/`],
] as const;

test.each(INSIDE)(
  'nothing at %s is reached by its address, nor by a redirect, at once or later',
  async (host, form) => {
    const secret = await forbidden(host);
    const target = form(secret.port);
    const web = await localWeb();
    web.names['inside.test'] = '127.0.0.1';
    web.pages['news.example/one'] = { status: 302, headers: { location: target } };
    web.pages['news.example/two'] = { status: 307, headers: { location: web.at('other.example/step') } };
    web.pages['other.example/step'] = { status: 308, headers: { location: target } };
    const get = fetchFrom(web);
    for (const address of [target, web.at('news.example/one'), web.at('news.example/two')])
      expect(await faultOf(get(address, wanted))).toContain('address-private');
    expect(secret.reached()).toBe(0);
  },
);

test('a robots.txt that leads inside is not followed either', async () => {
  const secret = await forbidden('127.0.0.1');
  const web = await localWeb({ 'news.example/a': 'Hello' });
  web.pages['news.example/robots.txt'] = { status: 302, headers: { location: `http://127.0.0.1:${secret.port}/` } };
  expect(await faultOf(fetchFrom(web)(web.at('news.example/a'), wanted))).toContain('address-private');
  expect([secret.reached(), web.paths()]).toEqual([0, []]);
});

test('a name that has another address at each look-up leads to the one that was checked', async () => {
  const secret = await forbidden('127.0.0.2');
  const web = await localWeb({ 'rebind.example/a': 'Hello' });
  let lookups = 0;
  const network = {
    ...web.network,
    resolve: async () => {
      lookups += 1;
      return [{ address: lookups % 2 === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    },
  };
  const get = fetchFrom({ network });
  const outcomes: string[] = [];
  for (let time = 0; time < 6; time += 1) {
    outcomes.push(await textOf(get(web.at('rebind.example/a'), wanted)).catch((error: UserError) => error.code));
  }
  // The first of two look-ups was for robots.txt, which is remembered.
  expect(new Set(outcomes)).toEqual(new Set(['Hello', 'address-private']));
  expect(lookups).toBe(7);
  expect(secret.reached()).toBe(0);
});

test('of several addresses of a name, only those of the internet are used', async () => {
  const secret = await forbidden('127.0.0.2');
  const web = await localWeb({ 'both.example/a': 'Hello' });
  const network = {
    ...web.network,
    resolve: async () => [
      { address: '127.0.0.2', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ],
  };
  expect(await textOf(fetchFrom({ network })(web.at('both.example/a'), wanted))).toBe('Hello');
  expect(secret.reached()).toBe(0);
});
