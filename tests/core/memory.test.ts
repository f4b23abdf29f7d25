import { expect, onTestFinished, test } from 'vitest';
import { createMemory } from '../../src/core/memory.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { storageOver } from '../../src/storage/sqlite-storage.ts';
import { documentOf, foundOf, notFoundOf, quotationOf } from '../builders/document.ts';

const DAY = 86_400_000;
const found = foundOf([quotationOf(documentOf(['The harbour is deep.']), 1)]);
const here = { guild: 'harbour', channel: 'general' };
const at = { guild: 'harbour', channels: ['general'] };
const jun = { guild: 'harbour', channel: 'general', user: 'jun', private: false };

/** A memory of seven days, the clock that it goes by, and where it keeps things. */
function remembering() {
  const database = openDatabase(':memory:');
  onTestFinished(() => database.close());
  const storage = storageOver(database);
  const clock = { now: 100 * DAY };
  let made = 0;
  const newId = () => `id ${(made += 1)}`;
  const memory = createMemory({ storage, now: () => clock.now, newId, keptDays: 7 });
  return { memory, storage, clock, connection: database.connection };
}

test('a question is found by its id until its days are over', async () => {
  const { memory, clock } = remembering();
  const id = await memory.keep({ question: 'how deep?', document: 'a.md' }, here);
  expect(id).toBe('id 1');
  clock.now += 7 * DAY - 1;
  expect(await memory.find('id 1', at)).toEqual({ question: 'how deep?', document: 'a.md' });
  clock.now += 1;
  expect(await memory.find('id 1', at)).toBeUndefined();
});

test('a question is found where it was asked, and in the threads below, and nowhere else', async () => {
  const { memory } = remembering();
  const id = (await memory.keep({ question: 'how deep?' }, here)) ?? '';
  const asked = { question: 'how deep?' };
  expect(await memory.find(id, at)).toEqual(asked);
  expect(await memory.find(id, { guild: 'harbour', channels: ['general', 'thread'] })).toEqual(asked);
  expect(await memory.find(id, { guild: 'harbour', channels: ['other'] })).toBeUndefined();
  expect(await memory.find(id, { guild: 'island', channels: ['general'] })).toBeUndefined();
});

test('what was asked is logged with its outcome, unless nothing was asked', async () => {
  const { memory, storage } = remembering();
  await memory.log({ question: 'how deep?', document: 'a.md' }, found, jun);
  await memory.log({ question: 'who?', document: undefined }, notFoundOf([]), { ...jun, private: true });
  await memory.log({ question: '🚢' }, notFoundOf([], { reason: 'wordless' }), jun);
  expect(await storage.questions.since('harbour', 0, 9)).toEqual([
    { ...jun, question: 'who?', found: false, private: true, at: 100 * DAY },
    { ...jun, question: 'how deep?', document: 'a.md', found: true, at: 100 * DAY },
  ]);
});

test('the last word of a reader about an answer counts', async () => {
  const { memory, storage, clock } = remembering();
  const by = { guild: 'harbour', user: 'jun' };
  await memory.judge('id 1', { question: 'how deep?' }, { ...by, helpful: true });
  clock.now += 5;
  await memory.judge('id 1', { question: 'how deep?' }, { ...by, helpful: false });
  expect(await storage.feedback.since('harbour', 0)).toEqual([
    { asked: 'id 1', question: 'how deep?', ...by, helpful: false, at: 100 * DAY + 5 },
  ]);
});

test('what is older than its days is forgotten, and nothing younger', async () => {
  const { memory, storage, clock, connection } = remembering();
  const remember = async (question: string) => {
    await memory.keep({ question }, here);
    await memory.log({ question }, found, jun);
    await memory.judge(question, { question }, { guild: 'harbour', user: 'jun', helpful: true });
  };
  await remember('old');
  clock.now += 10;
  await remember('young');
  clock.now += 7 * DAY - 5;
  await memory.forgetOld();
  const count = (table: string) => connection.prepare(`SELECT question FROM ${table}`).all();
  expect(['questions', 'asked', 'feedback'].map(count)).toEqual(Array(3).fill([{ question: 'young' }]));
  expect(await storage.questions.since('harbour', 0, 9)).toHaveLength(1);
});

test('where nothing can be kept, there is no id, logging passes, and a judgement says so', async () => {
  const { memory, connection } = remembering();
  connection.exec('PRAGMA query_only = ON');
  expect(await memory.keep({ question: 'how deep?' }, here)).toBeUndefined();
  await memory.log({ question: 'how deep?' }, found, jun);
  const by = { guild: 'harbour', user: 'jun', helpful: true };
  await expect(memory.judge('id 1', { question: 'how deep?' }, by)).rejects.toMatchObject({
    code: 'storage-read-only',
  });
});
