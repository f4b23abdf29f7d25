import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { digestOf } from '../builders/stored.ts';

const digest = digestOf().id;

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a program of the folder `children`; `out` is all it has printed. */
function start(program: 'claim.ts' | 'write.ts', ...given: readonly (string | number)[]) {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [
    join(import.meta.dirname, 'children', program),
    ...given.map(String),
  ]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { out: '', error: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.error += text));
  return { child, output, ended: once(child, 'close') };
}

async function withDigest(path: string): Promise<void> {
  const storage = await createSqliteStorage({ path });
  await storage.digests.put(digestOf());
  await storage.close();
}

/** What of the numbers that a writer said were kept is not in a storage, and what of its last ones is there by half. */
async function compare(path: string, acknowledged: readonly number[]) {
  const storage = await createSqliteStorage({ path });
  const logged = (await storage.questions.since('harbour', 0, 1e6)).map(({ question }) => Number(question));
  const sent = (await storage.deliveries.list(digest, 1e6)).filter(({ state }) => state === 'sent');
  const begun = Math.max(...logged, -1) + 1;
  const names = Array.from({ length: begun + 1 }, (_, at) => [`left ${at}`, `right ${at}`]);
  const served = await storage.documents.firstServed(names.flat(), -1);
  await storage.close();
  const isLost = (number: number) =>
    !logged.includes(number) ||
    !sent.some(({ message }) => message === `m${number}`) ||
    served.get(`left ${number}`) !== number;
  const halves = names.filter(([left = '', right = '']) => served.get(left) !== served.get(right));
  return { lost: acknowledged.filter(isLost), halves, begun };
}

test('of three processes that race for the same deliveries, exactly one has each', async () => {
  const path = join(temporary(), 'race.sqlite');
  await withDigest(path);
  const rounds = 300;
  const racers = ['a', 'b', 'c'].map((owner) => start('claim.ts', path, digest, owner, rounds));
  await expect
    .poll(() => racers.map(({ output }) => output.out), { timeout: 20_000 })
    .toEqual(Array(3).fill('ready\n'));
  for (const { child } of racers) child.stdin.write('go');
  await Promise.all(racers.map(({ ended }) => ended));
  expect(racers.map(({ output }) => output.error)).toEqual(['', '', '']);
  const had = racers.flatMap(({ output: { out } }) => JSON.parse(out.replace('ready\n', '')) as number[]);
  expect(had.sort((one, other) => one - other)).toEqual(Array.from({ length: rounds }, (_, at) => at));
}, 90_000);

test('six processes that start at once on a file that is not there yet all find it made', async () => {
  const path = join(temporary(), 'new.sqlite');
  const starters = Array.from({ length: 6 }, () => start('claim.ts', path, digest, 'a', 0));
  await expect
    .poll(() => starters.map(({ output }) => output), { timeout: 20_000 })
    .toEqual(starters.map(() => ({ out: 'ready\n', error: '' })));
}, 90_000);

test('a process that is killed in the middle of its writes loses nothing that was answered, and leaves nothing half', async () => {
  const path = join(temporary(), 'killed.sqlite');
  await withDigest(path);
  const acknowledged: number[] = [];
  let next = 0;
  for (let round = 0; round < 6; round += 1) {
    const { child, output, ended } = start('write.ts', path, digest, next);
    await expect.poll(() => output.out, { timeout: 20_000, interval: 1 }).not.toBe('');
    await wait(Math.random() * 30);
    child.kill('SIGKILL');
    await ended;
    acknowledged.push(...output.out.trim().split('\n').map(Number));
    const { lost, halves, begun } = await compare(path, acknowledged);
    expect({ lost, halves, error: output.error }).toEqual({ lost: [], halves: [], error: '' });
    next = begun + 1;
  }
  expect(acknowledged.length).toBeGreaterThan(6);
}, 90_000);

test('a backup made while another process writes is one moment of it, whole', async () => {
  const folder = temporary();
  const path = join(folder, 'busy.sqlite');
  await withDigest(path);
  const { child, output, ended } = start('write.ts', path, digest, 0);
  const storage = await createSqliteStorage({ path });
  onTestFinished(() => storage.close());
  for (let round = 0; round < 5; round += 1) {
    const before = output.out.length;
    await expect.poll(() => output.out.length, { timeout: 20_000, interval: 1 }).toBeGreaterThan(before);
    const answered = output.out.trim().split('\n').map(Number);
    const copy = join(folder, `copy ${round}.sqlite`);
    await storage.backup(copy);
    const { lost, halves } = await compare(copy, answered);
    expect({ lost, halves }).toEqual({ lost: [], halves: [] });
  }
  child.kill('SIGKILL');
  await ended;
  expect(output.error).toBe('');
}, 90_000);
