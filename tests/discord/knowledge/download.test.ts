import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { download, isFromDiscord } from '../../../src/discord/knowledge/download.ts';

const MEGABYTE = Buffer.alloc(1024 * 1024);
let sent = 0;

const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/good': (response) => response.end('words'),
  '/expired': (response) => response.writeHead(404).end('This content is no longer available.'),
  '/signed': (response) => response.writeHead(403).end(),
  '/failing': (response) => response.writeHead(503).end(),
  '/elsewhere': (response) => response.writeHead(302, { location: '/good' }).end(),
  '/broken': (response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  },
  '/endless': (response) => {
    const more = () => {
      sent += 1;
      if (!response.destroyed) response.write(MEGABYTE, more);
    };
    more();
  },
};
const server = createServer((request, response) => answers[request.url ?? '']?.(response));

let client: Client;
let origin: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = new Client({ intents: [], rest: { api: `${origin}/api` } });
});
afterAll(async () => {
  await client.destroy();
  server.closeAllConnections();
  server.close();
});

test('a file comes as it is', async () => {
  const got = await download({ url: `${origin}/good` }, client);
  expect(got.outcome === 'downloaded' && Buffer.from(got.bytes).toString()).toBe('words');
});

test.each([
  ['/expired', 'Its link has expired: Discord keeps one for a day. Attach the file again.'],
  ['/signed', 'Its link has expired: Discord keeps one for a day. Attach the file again.'],
  ['/failing', 'Discord did not hand the file over: it answered 503. Try again in a moment.'],
  ['/elsewhere', 'Discord did not hand the file over: it broke off. Try again in a moment.'],
  ['/broken', 'Discord did not hand the file over: it broke off. Try again in a moment.'],
  ['/endless', 'It has more than 25 MB. Split it into smaller documents.'],
])('for %s it is said why there is no file, and what to do', async (path, words) => {
  const got = await download({ url: origin + path }, client);
  expect(got.outcome === 'failed' && `${got.cause} ${got.remedy}`).toBe(words);
});

test('a file without an end is not read to one', async () => {
  await download({ url: `${origin}/endless` }, client);
  const after = sent;
  await expect.poll(() => sent - after).toBeLessThan(100);
  expect(after).toBeLessThan(200);
});

test.each([
  ['https://cdn.discordapp.com/attachments/1/2/a.pdf?ex=1', true],
  ['https://media.discordapp.net/attachments/1/2/a.pdf', true],
  ['https://bot.example/attachments/1', true],
  ['http://cdn.discordapp.com/attachments/1/2/a.pdf', false],
  ['https://cdn.discordapp.com:8443/a.pdf', false],
  ['https://cdn.discordapp.com.evil.example/a.pdf', false],
  ['https://evil.example/cdn.discordapp.com/a.pdf', false],
  ['https://user@evil.example/', false],
  ['http://bot.example/attachments/1', false],
  ['http://127.0.0.1/secret', false],
  ['file:///etc/passwd', false],
  ['no address', false],
])('%s is an address of Discord or of its stand-in: %s', (url, expected) =>
  expect(isFromDiscord(url, 'https://bot.example/api')).toBe(expected),
);
