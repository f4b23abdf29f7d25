import { createMemory, type Memory } from '../../src/core/memory.ts';
import type { Storage } from '../../src/core/storage.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createSqliteStorage, storageOver } from '../../src/storage/sqlite-storage.ts';

/** A real storage that nothing outlives. */
export function memoryStorage(): Promise<Storage> {
  return createSqliteStorage({ path: ':memory:' });
}

/** What a bot remembers, in a storage of its own that nothing outlives unless another is given. */
export function memoryOf(storage: Storage = storageOver(openDatabase(':memory:')), now = Date.now): Memory {
  let made = 0;
  return createMemory({ storage, now, newId: () => `question-${String((made += 1)).padStart(3, '0')}`, keptDays: 30 });
}
