import type { KeptQuestion, Storage } from '../core/storage.ts';
import type { Database } from './database.ts';

/** The questions behind the buttons of answers. */
export function createAsked({ run }: Database): Storage['asked'] {
  return {
    keep: (id, { question, document, guild, channel }, until) =>
      run((sql) => {
        sql.run`INSERT OR REPLACE INTO asked (id, question, document, guild, channel, until)
          VALUES (${id}, ${question}, ${document ?? null}, ${guild}, ${channel}, ${until})`;
      }),
    find: (id, now) =>
      run((sql) => {
        // Questions that were kept before places were told apart belong to none, and are found by nobody.
        const row = sql.get`SELECT question, document, guild, channel FROM asked
          WHERE id = ${id} AND until > ${now} AND guild IS NOT NULL AND channel IS NOT NULL`;
        if (!row) return undefined;
        const { document, ...kept } = row as KeptQuestion & { document: string | null };
        return { ...kept, ...(document === null ? {} : { document }) };
      }),
    forget: (now) =>
      run((sql) => {
        sql.run`DELETE FROM asked WHERE until <= ${now}`;
      }),
  };
}
