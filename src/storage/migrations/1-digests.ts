/** Digests as they were set up, and the ledger of their deliveries. Times are Unix milliseconds in every table. */
export const digests = `
  CREATE TABLE digests (
    id TEXT PRIMARY KEY,
    guild TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    settings TEXT NOT NULL
  ) STRICT;
  CREATE INDEX digests_by_guild ON digests (guild, created_at);

  CREATE TABLE deliveries (
    digest TEXT NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
    date TEXT NOT NULL,
    part TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    claimed_at INTEGER NOT NULL,
    owner TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    retry_at INTEGER,
    sent_at INTEGER,
    message TEXT,
    reason TEXT,
    shown TEXT NOT NULL,
    PRIMARY KEY (digest, date, part)
  ) STRICT;
  CREATE INDEX deliveries_open ON deliveries (state, retry_at) WHERE state IN ('claimed', 'failed');
`;
