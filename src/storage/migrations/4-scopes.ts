/** Which documents a channel sees, which ones every server sees, and where a question behind a button was asked. */
export const scopes = `
  CREATE TABLE scopes (
    guild TEXT NOT NULL,
    channel TEXT NOT NULL,
    tags TEXT NOT NULL,
    PRIMARY KEY (guild, channel)
  ) STRICT;

  ALTER TABLE documents ADD COLUMN shared INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE asked ADD COLUMN guild TEXT;
`;
