import type { LoggedQuestion, Storage } from '../core/storage.ts';
import type { Database } from './database.ts';

type Row = Omit<LoggedQuestion, 'document' | 'found' | 'private'> & {
  document: string | null;
  found: number;
  private: number;
};

/** The log of what was asked. */
export function createQuestions({ run, transaction }: Database): Storage['questions'] {
  return {
    log: ({ guild, channel, user, question, document, found, private: hidden, at }) =>
      run((sql) => {
        sql.run`INSERT INTO questions (guild, channel, user, question, document, found, private, at)
          VALUES (${guild}, ${channel}, ${user}, ${question}, ${document ?? null}, ${Number(found)}, ${Number(hidden)}, ${at})`;
      }),
    since: (guild, at, most) =>
      run((sql) =>
        (
          sql.all`SELECT guild, channel, user, question, document, found, private, at FROM questions
            WHERE guild = ${guild} AND at >= ${at} ORDER BY at DESC, id DESC LIMIT ${most}` as Row[]
        ).map(fromRow),
      ),
    forgetBefore: (at) =>
      transaction((sql) => {
        sql.run`DELETE FROM feedback WHERE at < ${at}`;
        return sql.run`DELETE FROM questions WHERE at < ${at}`;
      }),
  };
}

function fromRow({ document, found, private: hidden, ...row }: Row): LoggedQuestion {
  return { ...row, ...(document === null ? {} : { document }), found: found === 1, private: hidden === 1 };
}
