import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { storedDocumentOf } from '../builders/stored.ts';

test('of a document that is removed nothing is left in any file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attache-'));
  const storage = await createSqliteStorage({ path: join(folder, 'attache.sqlite') });
  onTestFinished(async () => {
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const inFiles = () => readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes('velbaxite'));
  const bytes = Buffer.from('The secret is velbaxite. '.repeat(10_000));
  const about = { title: 'About velbaxite' };
  await storage.documents.put(storedDocumentOf({ bytes, about }));
  await storage.documents.put(storedDocumentOf({ name: 'other.md' }));
  expect(inFiles()).not.toEqual([]);
  await storage.documents.remove('harbour', 'tides.md');
  expect(inFiles()).toEqual([]);
  expect(await storage.documents.list()).toHaveLength(1);
});
