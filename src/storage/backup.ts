import { existsSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { backup, DatabaseSync } from 'node:sqlite';
import { UserError } from '../core/user-error.ts';
import { checkDatabase } from './check.ts';
import { toOperator } from './faults.ts';

/** All pages in one step: the copy shows one moment, however much is written meanwhile, and never has to start over. */
const AT_ONCE = 2 ** 31 - 1;
const SQLITE_FULL = 13;

/**
 * Copies the database file `from`, of whatever version and also while it is in use, to the new file `to`, and checks the
 * copy. Throws `UserError` 'backup-exists', 'backup-impossible', 'storage-missing' or one that names a fault of `from`.
 */
export async function backupFile(from: string, to: string): Promise<void> {
  if (!existsSync(from)) {
    throw new UserError(
      'storage-missing',
      `There is nothing to back up: ${from} does not exist. It is made when the bot first runs; DATA_DIR says where.`,
    );
  }
  let db: DatabaseSync | undefined;
  try {
    // A connection of its own: the copy is made on another thread, for which users of this one would have to wait.
    db = new DatabaseSync(from);
    await backupConnection(db, to);
  } catch (error) {
    throw toOperator(error, from);
  } finally {
    db?.close();
  }
}

/** The same for a database that is open. */
export async function backupConnection(db: DatabaseSync, to: string): Promise<void> {
  await makeNew(to);
  try {
    await backup(db, to, { rate: AT_ONCE });
    const copy = new DatabaseSync(to);
    try {
      checkDatabase(copy, to);
    } finally {
      copy.close();
    }
  } catch (error) {
    await Promise.all(['', '-wal', '-shm', '-journal'].map((end) => rm(`${to}${end}`, { force: true })));
    throw (error as { errcode?: number }).errcode === SQLITE_FULL ? impossible(to, 'ENOSPC', error) : error;
  }
}

/** Makes an empty file, or says why not; nothing that exists is ever written over. */
async function makeNew(path: string): Promise<void> {
  try {
    await (await open(path, 'wx')).close();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') throw impossible(path, code, error);
    throw new UserError('backup-exists', `${path} exists already, and is left as it is. Name a new file.`);
  }
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist; make it first',
  ENOTDIR: 'its folder is a file; name another',
  EACCES: 'its folder may not be written; allow it, or name another',
  EPERM: 'its folder may not be written; allow it, or name another',
  EROFS: 'its disk is read-only; name another',
  ENOSPC: 'its disk is full; free some room, or name another',
};

function impossible(path: string, code: string, cause: unknown): UserError {
  return new UserError('backup-impossible', `${path} cannot be written: ${CAUSES[code] ?? String(cause)}.`, { cause });
}
