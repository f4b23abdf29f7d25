import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { memoryStorage } from '../builders/storage.ts';
import { storageContract } from './storage-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'attache-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

const restore = (path: string) => createSqliteStorage({ path });

storageContract('SQLite in a file', {
  open: () => createSqliteStorage({ path: join(folder, `${(files += 1)}.sqlite`) }),
  another: () => createSqliteStorage({ path: join(folder, `${files}.sqlite`) }),
  restore,
});

storageContract('SQLite in memory', { open: memoryStorage, restore });
