/** Documents that were added from Discord, and since when each document, by hash, is served. */
export const documents = `
  CREATE TABLE documents (
    guild TEXT NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    bytes BLOB NOT NULL,
    added_by TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    about TEXT NOT NULL,
    PRIMARY KEY (guild, name)
  ) STRICT;

  CREATE TABLE served (
    hash TEXT PRIMARY KEY,
    at INTEGER NOT NULL
  ) STRICT;
`;
