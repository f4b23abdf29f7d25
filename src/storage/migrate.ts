import type { DatabaseSync } from 'node:sqlite';
import { UserError } from '../core/user-error.ts';
import { digests } from './migrations/1-digests.ts';
import { questions } from './migrations/2-questions.ts';
import { documents } from './migrations/3-documents.ts';
import { scopes } from './migrations/4-scopes.ts';
import { feeds } from './migrations/5-feeds.ts';
import { askedChannel } from './migrations/6-asked-channel.ts';

/**
 * Entry n takes a database from version n to n + 1. Entries are only ever added at the end: files of every earlier
 * version are about.
 */
export const migrations: readonly string[] = [digests, questions, documents, scopes, feeds, askedChannel];

/**
 * Takes a database forward to `version`, wholly or not at all; whoever comes second finds it done. Throws `UserError`
 * 'storage-newer' for one that a later release wrote, and changes nothing in it.
 */
export function migrate(db: DatabaseSync, version = migrations.length): void {
  refuseNewer(db, version);
  db.exec('BEGIN IMMEDIATE');
  try {
    const from = refuseNewer(db, version);
    for (const step of migrations.slice(from, version)) db.exec(step);
    // Where it says so already, this still finds out at once whether the file can be written.
    db.exec(`PRAGMA user_version = ${version}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function refuseNewer(db: DatabaseSync, known: number): number {
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (found <= known) return found;
  throw new UserError(
    'storage-newer',
    `${db.location() ?? 'The database'} was written by a newer version of Attaché: it has version ${found}, and this one knows ${known} and earlier. Start the newer version again, or put back a backup made before the change. The file was left as it is.`,
  );
}
