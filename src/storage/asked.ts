import type { Storage } from '../core/storage.ts';
import type { Database } from './database.ts';

/** The questions behind the buttons of answers. */
export function createAsked({ run }: Database): Storage['asked'] {
  return {
    keep: (id, { question, document, guild }, until) =>
      run((sql) => {
        sql.run`INSERT OR REPLACE INTO asked (id, question, document, guild, until)
          VALUES (${id}, ${question}, ${document ?? null}, ${guild}, ${until})`;
      }),
    find: (id, now) =>
      run((sql) => {
        // Questions that were kept before servers were told apart belong to none, and are found by nobody.
        const row = sql.get`SELECT question, document, guild FROM asked
          WHERE id = ${id} AND until > ${now} AND guild IS NOT NULL`;
        if (!row) return undefined;
        const { question, document, guild } = row as { question: string; document: string | null; guild: string };
        return { question, guild, ...(document === null ? {} : { document }) };
      }),
    forget: (now) =>
      run((sql) => {
        sql.run`DELETE FROM asked WHERE until <= ${now}`;
      }),
  };
}
