import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { storageOver } from '../../src/storage/sqlite-storage.ts';
import { digestOf, questionOf, storedDocumentOf } from '../builders/stored.ts';

/** A storage in a file, with its connection and what it told of its faults. */
function opened() {
  const folder = mkdtempSync(join(tmpdir(), 'attache-'));
  const path = join(folder, 'attache.sqlite');
  const told: unknown[] = [];
  const database = openDatabase(path, (error) => told.push(error));
  onTestFinished(() => {
    if (database.connection.isOpen) database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { path, told, connection: database.connection, storage: storageOver(database) };
}

test('where there is no room, a reader is told whom to tell, and whoever runs the bot where', async () => {
  const { path, told, connection, storage } = opened();
  await storage.digests.put(digestOf());
  connection.exec('PRAGMA max_page_count = 1');
  const document = storedDocumentOf({ bytes: new Uint8Array(1_000_000) });
  await expect(storage.documents.put(document)).rejects.toMatchObject({
    code: 'storage-full',
    message: 'The bot has no room left, so this was not saved. Tell whoever runs the bot, then try again.',
  });
  expect(told).toMatchObject([{ code: 'storage-full', message: expect.stringContaining(path) }]);
  expect([await storage.documents.list(), await storage.digests.list()]).toEqual([[], [digestOf()]]);
});

test('a write that has no room half-way is undone as a whole', async () => {
  const { connection, storage } = opened();
  connection.exec('PRAGMA max_page_count = 1');
  const hashes = Array.from({ length: 20_000 }, (_, at) => `hash ${at}`);
  await expect(storage.documents.firstServed(hashes, 1)).rejects.toMatchObject({ code: 'storage-full' });
  connection.exec('PRAGMA max_page_count = 1000000');
  expect(await storage.documents.firstServed(['hash 0'], 2)).toEqual(new Map([['hash 0', 2]]));
});

test('another program that holds the file is waited for a moment, and named', async () => {
  const { path, told, storage } = opened();
  const other = new DatabaseSync(path);
  other.exec('BEGIN IMMEDIATE');
  await expect(storage.digests.put(digestOf())).rejects.toMatchObject({
    code: 'storage-busy',
    message: 'The bot was busy, so this could not be done. Try again in a moment.',
  });
  expect(await storage.digests.list()).toEqual([]);
  expect(told).toMatchObject([{ message: expect.stringContaining(`Another program holds ${path}`) }]);
  other.exec('ROLLBACK');
  other.close();
  await storage.digests.put(digestOf());
});

test('a mistake of the program is passed on as it is', async () => {
  const { told, storage, connection } = opened();
  connection.exec('DROP TABLE asked');
  await expect(storage.asked.find('one', 1)).rejects.toThrow('no such table: asked');
  expect(told).toMatchObject([{ message: 'no such table: asked' }]);
});

test('what was forgotten is no longer in the file', async () => {
  const { path, storage } = opened();
  await storage.questions.log(questionOf({ question: 'who leaked the harbour plans?' }));
  await storage.questions.forgetBefore(5000);
  await storage.close();
  expect(readFileSync(path).includes('harbour plans')).toBe(false);
});
