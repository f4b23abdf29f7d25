import type { Storage } from '../core/storage.ts';
import type { Database } from './database.ts';

type Row = { guild: string; channel: string; tags: string };

/** Which documents the channels of all servers see. */
export function createScopes({ run }: Database): Storage['scopes'] {
  return {
    put: ({ guild, channel, tags }) =>
      run((sql) => {
        sql.run`INSERT OR REPLACE INTO scopes (guild, channel, tags)
          VALUES (${guild}, ${channel}, ${JSON.stringify(tags)})`;
      }),
    list: () =>
      run((sql) =>
        (sql.all`SELECT guild, channel, tags FROM scopes ORDER BY channel, guild` as Row[]).map(({ tags, ...row }) => ({
          ...row,
          tags: JSON.parse(tags) as string[],
        })),
      ),
    remove: (guild, channel) =>
      run((sql) => sql.run`DELETE FROM scopes WHERE guild = ${guild} AND channel = ${channel}` === 1),
  };
}
