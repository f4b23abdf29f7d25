import { existsSync, statSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Storage } from './core/storage.ts';
import { UserError } from './core/user-error.ts';
import { createSqliteStorage } from './storage/sqlite-storage.ts';

/** Milliseconds after which the same fault is logged again. */
const REPEAT_AFTER = 60 * 60 * 1000;

/** The database in the folder `data`. */
export function storagePath(data: string): string {
  return join(data, 'attache.sqlite');
}

/**
 * Opens what must outlive a restart, in `data`, which is made where it is missing. A damaged file is moved aside and told
 * in the log, and a new one begun. Throws `UserError` 'storage-newer', 'storage-read-only', 'storage-full',
 * 'storage-failed' or 'storage-busy'; faults of later work go to the log.
 */
export async function openStorage({ data, log }: { readonly data: string; readonly log: Logger }): Promise<Storage> {
  await makeFolder(data);
  const path = storagePath(data);
  const open = () => createSqliteStorage({ path, onFault: reporter(log) });
  try {
    refuseStrayLog(path);
    return await open();
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'storage-corrupt') throw error;
    const aside = await moveAside(path).catch(() => {
      throw error;
    });
    log.error(
      { cause: error.message, kept: aside },
      'The database was damaged. It is kept aside, and the bot begins afresh: digests, added documents and feedback are missing. To have them back, stop the bot and copy a backup to the old place',
    );
    return open();
  }
}

async function makeFolder(data: string): Promise<void> {
  try {
    await mkdir(data, { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
      const words = `There is no room left to make the folder ${data}. Free some on its disk, or name another with DATA_DIR.`;
      throw new UserError('storage-full', words, { cause: error });
    }
    throw new UserError(
      'storage-read-only',
      `The folder ${data} cannot be made. Make one that the bot may write, and name it with DATA_DIR.`,
      { cause: error },
    );
  }
}

/** SQLite would delete the write-ahead log of a database that was cut off to nothing, and with it the last of what it held. */
function refuseStrayLog(path: string): void {
  const [bytes, logged] = [path, `${path}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  if (bytes === 0 && logged !== 0)
    throw new UserError('storage-corrupt', `${path} is empty, but ${path}-wal is not. Put back a backup.`);
}

/** Renames a database and the files that belong to it; gives its new path, at which nothing was before. */
async function moveAside(path: string): Promise<string> {
  const date = new Date().toISOString().slice(0, 19).replaceAll(':', '');
  const base = path.replace(/\.sqlite$/u, `-damaged-${date}`);
  let aside = `${base}.sqlite`;
  for (let again = 2; existsSync(aside); again += 1) aside = `${base}-${again}.sqlite`;
  for (const end of ['', '-wal', '-shm']) if (existsSync(path + end)) await rename(path + end, aside + end);
  return aside;
}

/** Logs each kind of fault once in a while: on a full disk, every question would repeat it. */
function reporter(log: Logger): (error: unknown) => void {
  const told = new Map<string, number>();
  return (error) => {
    const kind = error instanceof UserError ? error.code : String(error);
    if (Date.now() - (told.get(kind) ?? 0) < REPEAT_AFTER) return;
    told.set(kind, Date.now());
    if (error instanceof UserError) log.warn({ code: error.code, cause: error.message }, 'Something could not be kept');
    else log.error({ err: error }, 'The storage failed');
  };
}
