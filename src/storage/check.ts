import type { DatabaseSync } from 'node:sqlite';
import { UserError } from '../core/user-error.ts';

/** Reads a database through once; throws `UserError` 'storage-corrupt' with what is wrong in `path`, or SQLite's error. */
export function checkDatabase(db: DatabaseSync, path: string): void {
  const found = String(db.prepare('PRAGMA quick_check(1)').get()?.['quick_check']);
  if (found === 'ok') return;
  throw new UserError('storage-corrupt', `${path} is damaged: ${found}. Put back a backup, or move the file aside.`);
}
