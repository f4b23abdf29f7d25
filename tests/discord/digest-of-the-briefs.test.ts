import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shippedKnowledge } from '../../src/config.ts';
import type { Desk } from '../../src/core/desk.ts';
import type { Digest } from '../../src/core/digest.ts';
import { renderDigest } from '../../src/discord/render/digest.ts';
import { openDesk } from '../../src/open-desk.ts';
import { showReply } from '../builders/show-reply.ts';

const options = { id: 'AbCdEfGhIjKl', timezone: 'Asia/Tokyo', asked: 'aBcDeFgHiJkL' };
const questions = ['how many tomahawks does japan want?', 'what is the washington declaration?'];
let data: string;
let desk: Desk;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'attache-data-'));
  desk = await openDesk({ knowledge: shippedKnowledge, data, log: pino({ level: 'silent' }), analysis: 'awaited' });
});
afterAll(() => rm(data, { recursive: true }));

/** The digests of days that follow one another, set up on 27 November; one brief came on the 30th. */
function daysOf(days: number, typed: string): Digest[] {
  const reading = desk.readFocus(typed);
  if (reading.outcome !== 'read') throw new Error(`“${typed}” is unclear`);
  const { focus } = reading;
  const shown: string[] = [];
  const { documents } = desk.library();
  const came = (id: string) => Date.parse(id === 'japan-and-nato.md' ? '2026-11-30' : '2026-11-01');
  const firstServed = new Map(documents.map(({ id, hash }) => [hash, came(id)]));
  return Array.from({ length: days }, (_, day) => {
    const at = Date.UTC(2026, 11, 1 + day);
    const date = new Date(at).toISOString().slice(0, 10);
    const since = day === 0 ? Date.parse('2026-11-27') : at - 86_400_000;
    const digest = desk.digest({ date, focus, since, firstServed, questions, shown: [...shown] });
    shown.push(...digest.shown);
    return digest;
  });
}

test.each([
  ['everything', ''],
  ['Japan and NATO', 'japan,nato'],
])('a week of digests of %s over the briefs reads as reviewed', async (name, focus) => {
  const week = daysOf(7, focus).map((digest) => showReply(renderDigest(digest, options)));
  const file = name.toLowerCase().replaceAll(' ', '-');
  await expect(`${week.join('\n\n\n')}\n`).toMatchFileSnapshot(`digests-of-the-briefs/${file}.txt`);
});

test('in a month of digests over the briefs, no position comes twice', () => {
  const positions = daysOf(30, '').flatMap(({ position }) =>
    position ? [position.line.start + position.line.document] : [],
  );
  expect(new Set(positions).size).toBe(30);
});
