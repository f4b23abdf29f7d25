import type { DigestSettings } from '../core/digest-settings.ts';
import type { Storage } from '../core/storage.ts';
import type { Database } from './database.ts';

/** The digests of all servers. */
export function createDigests({ run }: Database): Storage['digests'] {
  return {
    put: (settings) =>
      run((sql) => {
        // No REPLACE: it would delete the row, and with it the digest's ledger.
        sql.run`INSERT INTO digests (id, guild, created_at, settings)
          VALUES (${settings.id}, ${settings.guild}, ${settings.createdAt}, ${JSON.stringify(settings)})
          ON CONFLICT (id) DO UPDATE SET
            guild = excluded.guild, created_at = excluded.created_at, settings = excluded.settings`;
      }),
    find: (id) => run((sql) => fromRow(sql.get`SELECT settings FROM digests WHERE id = ${id}`)),
    list: (guild) =>
      run((sql) =>
        sql.all`SELECT settings FROM digests WHERE ${guild ?? null} IS NULL OR guild = ${guild ?? null} ORDER BY created_at, rowid`.map(
          (row) => fromRow(row) as DigestSettings,
        ),
      ),
    remove: (id) => run((sql) => sql.run`DELETE FROM digests WHERE id = ${id}` === 1),
  };
}

function fromRow(row: object | undefined): DigestSettings | undefined {
  return row && (JSON.parse((row as { settings: string }).settings) as DigestSettings);
}
