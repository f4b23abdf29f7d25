import type { ListedDocument, Storage, StoredDocument } from '../core/storage.ts';
import type { Database } from './database.ts';

type Row = {
  guild: string;
  name: string;
  hash: string;
  size: number;
  added_by: string;
  added_at: number;
  about: string;
  shared: number;
};

/** Documents that were added from Discord, and since when each document is served. */
export function createDocuments({ run, transaction }: Database): Storage['documents'] {
  return {
    put: ({ guild, name, hash, bytes, addedBy, addedAt, about, shared }) =>
      run((sql) => {
        sql.run`INSERT OR REPLACE INTO documents (guild, name, hash, bytes, added_by, added_at, about, shared)
          VALUES (${guild}, ${name}, ${hash}, ${bytes}, ${addedBy}, ${addedAt}, ${JSON.stringify(about)}, ${Number(shared)})`;
      }),
    list: (guild) =>
      run((sql) =>
        (
          sql.all`SELECT guild, name, hash, length(bytes) AS size, added_by, added_at, about, shared FROM documents
            WHERE ${guild ?? null} IS NULL OR guild = ${guild ?? null} ORDER BY name, guild` as Row[]
        ).map(fromRow),
      ),
    bytes: (guild, name) =>
      run(
        (sql) =>
          sql.get`SELECT bytes FROM documents WHERE guild = ${guild} AND name = ${name}`?.['bytes'] as
            | Uint8Array
            | undefined,
      ),
    change: (guild, name, { about, shared }) =>
      run(
        (sql) =>
          sql.run`UPDATE documents SET about = ${JSON.stringify(about)}, shared = ${Number(shared)}
            WHERE guild = ${guild} AND name = ${name}` === 1,
      ),
    async remove(guild, name) {
      const removed = await run(
        (sql) => sql.run`DELETE FROM documents WHERE guild = ${guild} AND name = ${name}` === 1,
      );
      // What was deleted stands in the log of writes still, until that is taken into the file.
      if (removed) await run((sql) => sql.get`PRAGMA wal_checkpoint(TRUNCATE)`);
      return removed;
    },
    firstServed: (hashes, now) =>
      transaction((sql) => {
        const asked = JSON.stringify(hashes);
        sql.run`INSERT OR IGNORE INTO served (hash, at) SELECT value, ${now} FROM json_each(${asked})`;
        const rows = sql.all`SELECT hash, at FROM served WHERE hash IN (SELECT value FROM json_each(${asked}))`;
        return new Map((rows as { hash: string; at: number }[]).map(({ hash, at }) => [hash, at]));
      }),
  };
}

function fromRow({ added_by, added_at, about, shared, ...row }: Row): ListedDocument {
  const given = JSON.parse(about) as StoredDocument['about'];
  return { ...row, addedBy: added_by, addedAt: added_at, about: given, shared: shared === 1 };
}
