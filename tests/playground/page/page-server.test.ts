import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createClock } from '../../../src/playground/clock.ts';
import { openPage } from '../../../src/playground/page-server.ts';
import { type StandIn, startStandIn } from '../../../src/playground/stand-in.ts';

let standIn: StandIn;
beforeAll(async () => {
  const clock = createClock();
  standIn = await startStandIn({ now: clock.now });
  await openPage({ standIn, clock });
});
afterAll(() => standIn.stop());

/** Asks without a browser's manners: path and headers go out as they are. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: standIn.port, path, method, headers }, async (response) => {
      let body = '';
      for await (const part of response) body += String(part);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    });
    asked.on('error', reject).end();
  });
}

it('The page lets no script, style or picture of anybody else in', async () => {
  const { status, headers, body } = await get('/');
  expect(status).toBe(200);
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
  expect(policy).not.toMatch(/https:|\*|unsafe-eval|script-src[^;]*unsafe/u);
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  expect(body).not.toMatch(/<script>|<style|\son\w+=/u);
});

it.each([
  ['/page/page.js', 200, 'text/javascript; charset=utf-8'],
  ['/page/page.css', 200, 'text/css; charset=utf-8'],
  ['/page/fonts/NotoSansJP-Medium.ttf', 200, 'font/ttf'],
  ['/page/fonts/twemoji.woff2', 200, 'font/woff2'],
  ['/page/../../package.json', 404, undefined],
  ['/page/%2e%2e/%2e%2e/package.json', 404, undefined],
  ['/page/main.ts', 404, undefined],
  ['/package.json', 404, undefined],
])('%s is answered with %d', async (path, status, type) => {
  expect(await get(path)).toMatchObject({ status, headers: type === undefined ? {} : { 'content-type': type } });
});

it('Whoever comes by another name, or from another site, is refused', async () => {
  expect((await get('/', { host: 'rebound.example' })).status).toBe(403);
  expect((await get('/', { origin: 'https://other.example' })).status).toBe(403);
  expect((await get('/', {}, 'POST')).status).toBe(405);
  const socket = new WebSocket(`ws://127.0.0.1:${standIn.port}/page/socket`, { origin: 'https://other.example' });
  const refusal = await new Promise<string>((resolve) => socket.on('error', ({ message }) => resolve(message)));
  expect(refusal).toContain('403');
});

it('A socket that says nothing of the page’s kind is closed', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${standIn.port}/page/socket`);
  socket.on('open', () => socket.send('[1'));
  const code = await new Promise<number>((resolve) => socket.on('close', resolve));
  expect(code).toBe(1003);
});
