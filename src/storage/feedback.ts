import type { Feedback, Storage } from '../core/storage.ts';
import type { Database } from './database.ts';

type Row = Omit<Feedback, 'helpful'> & { helpful: number };

/** What readers said of answers. */
export function createFeedback({ run }: Database): Storage['feedback'] {
  return {
    give: ({ asked, guild, user, question, helpful, at }) =>
      run((sql) => {
        sql.run`INSERT OR REPLACE INTO feedback (asked, user, guild, question, helpful, at)
          VALUES (${asked}, ${user}, ${guild}, ${question}, ${Number(helpful)}, ${at})`;
      }),
    since: (guild, at) =>
      run((sql) =>
        (
          sql.all`SELECT asked, guild, user, question, helpful, at FROM feedback
            WHERE guild = ${guild} AND at >= ${at} ORDER BY at DESC, rowid DESC` as Row[]
        ).map(({ helpful, ...row }) => ({ ...row, helpful: helpful === 1 })),
      ),
  };
}
