import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../core/user-error.ts';
import { checkDatabase } from './check.ts';
import { isBusy, toOperator, toReader } from './faults.ts';
import { migrate } from './migrate.ts';
import { createSql, type Sql } from './sql.ts';

/**
 * Milliseconds to wait for another process that writes: at start, when it may migrate; later, when somebody waits for an
 * answer, of which Discord grants 3 seconds. SQLite waits in ever longer steps and lets nothing else happen meanwhile, so
 * that most of the waiting is done here, in short ones: where three processes write without a pause, none goes empty.
 */
const PATIENCE = { opening: 10_000, working: 1500, atOnce: 10, step: 20 } as const;

export type Database = ReturnType<typeof openDatabase>;

/**
 * Opens a database of the current version, making or migrating it, at `path`, or in memory for ':memory:'. What was
 * committed outlives a sudden end. Throws `UserError` 'storage-newer', 'storage-corrupt', 'storage-read-only',
 * 'storage-full', 'storage-failed' or 'storage-busy' for whoever runs the bot. Once it is open, such faults are worded
 * for a reader, and told `onFault` as they are for whoever runs the bot.
 */
export function openDatabase(path: string, onFault: (error: unknown) => void = () => {}) {
  const db = open(path);
  const sql = createSql(db);
  const guarded = async <T>(act: () => T): Promise<T> => {
    for (const until = performance.now() + PATIENCE.working; ; await setTimeout(Math.random() * PATIENCE.step)) {
      try {
        return act();
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        if (isBusy(error) && performance.now() < until) continue;
        if (!(error instanceof UserError)) onFault(toOperator(error, path));
        throw toReader(error);
      }
    }
  };
  return {
    path,
    /** Runs one statement. */
    run: <T>(act: (sql: Sql) => T): Promise<T> => guarded(() => act(sql)),
    /** Runs statements wholly or not at all. It begins by taking the right to write, so that what it reads stays true. */
    transaction: <T>(act: (sql: Sql) => T): Promise<T> =>
      guarded(() => {
        db.exec('BEGIN IMMEDIATE');
        const result = act(sql);
        db.exec('COMMIT');
        return result;
      }),
    /** The connection itself, for what is no statement. */
    connection: db,
    close: (): void => db.close(),
  };
}

function open(path: string): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path, { timeout: PATIENCE.opening });
    checkDatabase(db, path);
    migrate(db);
    // Forgotten questions are to be gone from the file too, which SQLite leaves there otherwise.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    db.exec(`PRAGMA busy_timeout = ${PATIENCE.atOnce}`);
    return db;
  } catch (error) {
    db?.close();
    throw toOperator(error, path);
  }
}
