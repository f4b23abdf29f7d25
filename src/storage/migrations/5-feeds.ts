/** Feeds that servers follow. `next_at` is beside the rest because processes claim a feed by it. */
export const feeds = `
  CREATE TABLE feeds (
    id TEXT PRIMARY KEY,
    guild TEXT NOT NULL,
    url TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    next_at INTEGER,
    feed TEXT NOT NULL,
    UNIQUE (guild, url)
  ) STRICT;
  CREATE INDEX feeds_by_time ON feeds (next_at) WHERE next_at IS NOT NULL;
`;
