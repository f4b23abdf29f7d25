import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.stop());

async function statusOf(path: string, headers: Record<string, string>): Promise<number> {
  const sent = request({ host: '127.0.0.1', port: standIn.port, path, headers }).end();
  const [response] = (await once(sent, 'response')) as [{ statusCode: number; resume: () => void }];
  response.resume();
  return response.statusCode;
}
async function upgradeOf(headers: Record<string, string>): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${standIn.port}/`, { headers });
  const opened = once(socket, 'open').then(() => 101);
  const refused = once(socket, 'unexpected-response').then(
    ([, response]) => (response as { statusCode: number }).statusCode,
  );
  socket.on('error', () => undefined);
  const status = await Promise.race([opened, refused]);
  socket.terminate();
  return status;
}
const own = (name: string) => `${name}:${standIn.port}`;

describe('The stand-in', () => {
  it('is there for this machine by its two names, and for pages of its own', async () => {
    const asked = { authorization: 'Bot secret' };
    expect(await statusOf('/api/v10/users/@me', { ...asked, host: own('127.0.0.1') })).toBe(200);
    expect(await statusOf('/api/v10/users/@me', { ...asked, host: own('localhost') })).toBe(200);
    expect(await statusOf('/api/v10/users/@me', { ...asked, origin: `http://${own('localhost')}` })).toBe(200);
    expect(await upgradeOf({ host: own('localhost'), origin: `http://${own('127.0.0.1')}` })).toBe(101);
  });

  it.each([
    ['a name that was pointed at this machine', { host: 'attacker.example' }],
    ['this machine without the port', { host: '127.0.0.1' }],
    ['a page from elsewhere', { origin: 'https://attacker.example' }],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', { origin: 'null' }],
  ])('refuses %s, for requests and connections alike', async (_what, headers) => {
    expect(await statusOf('/api/v10/users/@me', headers)).toBe(403);
    expect(await upgradeOf(headers)).toBe(403);
    expect(standIn.gateway.counts().connected).toBe(0);
  });

  it('answers every address, whatever it is', async () => {
    expect(await statusOf('/', {})).toBe(404);
    expect(await statusOf('/favicon.ico', {})).toBe(404);
    expect(await statusOf('//', {})).toBe(404);
    expect(await statusOf('/api/v9/users/@me', {})).toBe(404);
    expect(await statusOf('/api//v10/users/@me', {})).toBe(404);
    expect(await statusOf('/api/v10/%zz', {})).toBe(404);
    expect(await statusOf('/attachments/1/a.png', {})).toBe(404);
    expect(await statusOf('http://127.0.0.1/', { host: own('127.0.0.1') })).toBe(400);
    expect(standIn.violations).toHaveLength(3);
  });

  it('listens on no other address of this machine', async () => {
    const elsewhere = connect(standIn.port, '127.0.0.2');
    const [error] = (await once(elsewhere, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
  });
});
