import type { Feed } from '../core/feed.ts';
import type { Storage } from '../core/storage.ts';
import type { Database } from './database.ts';

/** The feeds of all servers. */
export function createFeeds({ run }: Database): Storage['feeds'] {
  return {
    add: (feed) =>
      run(
        (sql) =>
          sql.run`INSERT OR IGNORE INTO feeds (id, guild, url, added_at, next_at, feed)
            VALUES (${feed.id}, ${feed.guild}, ${feed.url}, ${feed.addedAt}, ${feed.nextAt ?? null}, ${JSON.stringify(feed)})` ===
          1,
      ),
    list: (guild) =>
      run((sql) =>
        sql.all`SELECT next_at, feed FROM feeds WHERE guild = ${guild} ORDER BY added_at, rowid`.map(fromRow),
      ),
    due: (now, most) =>
      run((sql) =>
        sql.all`SELECT next_at, feed FROM feeds WHERE next_at <= ${now} ORDER BY next_at LIMIT ${most}`.map(fromRow),
      ),
    claim: ({ id, nextAt }, until) =>
      run((sql) => sql.run`UPDATE feeds SET next_at = ${until} WHERE id = ${id} AND next_at = ${nextAt ?? null}` === 1),
    update: (feed) =>
      run(
        (sql) =>
          sql.run`UPDATE feeds SET next_at = ${feed.nextAt ?? null}, feed = ${JSON.stringify(feed)}
            WHERE id = ${feed.id}` === 1,
      ),
    remove: (guild, id) => run((sql) => sql.run`DELETE FROM feeds WHERE guild = ${guild} AND id = ${id}` === 1),
  };
}

function fromRow(row: object): Feed {
  const { next_at, feed } = row as { next_at: number | null; feed: string };
  const { nextAt: _, ...rest } = JSON.parse(feed) as Feed;
  return next_at === null ? rest : { ...rest, nextAt: next_at };
}
