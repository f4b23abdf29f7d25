import type { Storage } from '../core/storage.ts';
import { createAsked } from './asked.ts';
import { backupConnection, backupFile } from './backup.ts';
import { type Database, openDatabase } from './database.ts';
import { createDeliveries } from './deliveries.ts';
import { createDigests } from './digests.ts';
import { createDocuments } from './documents.ts';
import { createFeedback } from './feedback.ts';
import { createFeeds } from './feeds.ts';
import { createQuestions } from './questions.ts';
import { createScopes } from './scopes.ts';

/**
 * A storage in the SQLite file at `path`, whose folder exists, or in memory for ':memory:'. Throws, and tells `onFault`
 * of later faults, as `openDatabase`.
 */
export async function createSqliteStorage({
  path,
  onFault,
}: {
  readonly path: string;
  readonly onFault?: (error: unknown) => void;
}): Promise<Storage> {
  return storageOver(openDatabase(path, onFault));
}

/** The storage in an open database, which it closes. */
export function storageOver(database: Database): Storage {
  const { path, connection } = database;
  return {
    digests: createDigests(database),
    deliveries: createDeliveries(database),
    questions: createQuestions(database),
    asked: createAsked(database),
    feedback: createFeedback(database),
    documents: createDocuments(database),
    scopes: createScopes(database),
    feeds: createFeeds(database),
    backup: (to) => (path === ':memory:' ? backupConnection(connection, to) : backupFile(path, to)),
    close: async () => database.close(),
  };
}
