/** What was asked: the log, the questions behind buttons, and what readers said of the answers. */
export const questions = `
  CREATE TABLE questions (
    id INTEGER PRIMARY KEY,
    guild TEXT NOT NULL,
    channel TEXT NOT NULL,
    user TEXT NOT NULL,
    question TEXT NOT NULL,
    document TEXT,
    found INTEGER NOT NULL,
    private INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX questions_by_guild ON questions (guild, at);
  CREATE INDEX questions_by_time ON questions (at);

  CREATE TABLE asked (
    id TEXT PRIMARY KEY,
    question TEXT NOT NULL,
    document TEXT,
    until INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX asked_by_time ON asked (until);

  CREATE TABLE feedback (
    asked TEXT NOT NULL,
    user TEXT NOT NULL,
    guild TEXT NOT NULL,
    question TEXT NOT NULL,
    helpful INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (asked, user)
  ) STRICT;
  CREATE INDEX feedback_by_guild ON feedback (guild, at);
  CREATE INDEX feedback_by_time ON feedback (at);
`;
