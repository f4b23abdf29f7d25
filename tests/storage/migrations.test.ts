import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { migrate, migrations } from '../../src/storage/migrate.ts';
import { createSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { digestOf, feedbackOf, feedOf, questionOf, storedDocumentOf } from '../builders/stored.ts';

const latest = migrations.length;
const versions = Array.from({ length: latest + 1 }, (_, version) => version);

/** What a release of each version wrote; an entry is added with every migration, and none is ever changed. */
const rows: Readonly<Record<number, string>> = {
  0: '',
  1: `INSERT INTO digests VALUES ('digest-00001', 'harbour', 1000, '${JSON.stringify(digestOf())}');
      INSERT INTO deliveries VALUES ('digest-00001', '2026-12-01', 'digest', 'mark-0000001', 'sent', 5, 6, 'a', 1, NULL, 7, 'm1', NULL, '["p1"]')`,
  2: `INSERT INTO questions VALUES (1, 'harbour', 'general', 'jun', 'how deep?', NULL, 1, 0, 1000);
      INSERT INTO asked VALUES ('one', 'how deep?', 'a.md', 100);
      INSERT INTO feedback VALUES ('question-001', 'jun', 'harbour', 'how deep?', 1, 1000)`,
  3: `INSERT INTO documents VALUES ('harbour', 'tides.md', '${'ab'.repeat(32)}', x'00ff0d0a', 'jun', 1000, '${JSON.stringify(storedDocumentOf().about)}');
      INSERT INTO served VALUES ('aa', 10)`,
  4: `INSERT INTO scopes VALUES ('harbour', 'general', '["sea"]');
      UPDATE documents SET shared = 1 WHERE name = 'tides.md';
      INSERT INTO asked (id, question, document, until, guild) VALUES ('two', 'how wide?', NULL, 100, 'harbour')`,
  5: `INSERT INTO feeds VALUES ('feed-0000001', 'harbour', 'https://news.example/feed.xml', 1000, 1000, '${JSON.stringify(feedOf())}')`,
  6: `INSERT INTO asked (id, question, document, until, guild, channel) VALUES ('three', 'how far?', NULL, 100, 'harbour', 'general')`,
};

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'attache.sqlite');
}

/** A database as a release of that version left it, with rows in every table that it had. */
function databaseOf(version: number, path = temporary()) {
  const db = new DatabaseSync(path);
  onTestFinished(() => void (db.isOpen && db.close()));
  for (let step = 0; step <= version; step += 1) {
    migrate(db, step);
    db.exec(rows[step] ?? '');
  }
  return { db, path };
}

const versionOf = (db: DatabaseSync) => db.prepare('PRAGMA user_version').get()?.['user_version'];
const schemaOf = (db: DatabaseSync) => db.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY name').all();

test('rows are at hand for every version there was', () => expect(Object.keys(rows).map(Number)).toEqual(versions));

test.each(versions)('from version %i, everything that was kept is found after the upgrade', async (version) => {
  const { db, path } = databaseOf(version);
  db.close();
  const storage = await createSqliteStorage({ path });
  onTestFinished(() => storage.close());
  const sent = { id: 'mark-0000001', state: 'sent', message: 'm1', sentAt: 7, shown: ['p1'] };
  expect(await storage.digests.list()).toEqual(version >= 1 ? [digestOf()] : []);
  expect(await storage.deliveries.list('digest-00001', 9)).toMatchObject(version >= 1 ? [sent] : []);
  expect(await storage.questions.since('harbour', 0, 9)).toEqual(version >= 2 ? [questionOf()] : []);
  // Where it was asked was not written down at first, so nobody may read it.
  expect([await storage.asked.find('one', 0), await storage.asked.find('two', 0)]).toEqual([undefined, undefined]);
  expect(await storage.asked.find('three', 0)).toEqual(
    version >= 6 ? { question: 'how far?', guild: 'harbour', channel: 'general' } : undefined,
  );
  expect(await storage.feedback.since('harbour', 0)).toEqual(version >= 2 ? [feedbackOf()] : []);
  expect(await storage.documents.list()).toMatchObject(
    version >= 3 ? [{ name: 'tides.md', hash: 'ab'.repeat(32), size: 4, shared: version >= 4 }] : [],
  );
  expect(await storage.scopes.list()).toEqual(
    version >= 4 ? [{ guild: 'harbour', channel: 'general', tags: ['sea'] }] : [],
  );
  expect(await storage.feeds.list('harbour')).toEqual(version >= 5 ? [feedOf()] : []);
  expect(await storage.documents.firstServed(['aa'], 99)).toEqual(new Map([['aa', version >= 3 ? 10 : 99]]));
});

test.each(versions)('from version %i, the tables become those of a new database', (version) => {
  const { db } = databaseOf(version);
  migrate(db);
  const fresh = new DatabaseSync(':memory:');
  migrate(fresh);
  expect(schemaOf(db)).toEqual(schemaOf(fresh));
  expect(versionOf(db)).toBe(latest);
});

test('an upgrade that fails changes nothing', () => {
  const { db } = databaseOf(1);
  db.exec('CREATE TABLE feedback (in_the_way TEXT)');
  const before = schemaOf(db);
  expect(() => migrate(db)).toThrow('already exists');
  expect([schemaOf(db), versionOf(db)]).toEqual([before, 1]);
});

test('a database of a newer version is refused with both versions and what to do, and stays as it was', async () => {
  const { db, path } = databaseOf(latest);
  db.exec(`PRAGMA user_version = ${latest + 4}`);
  db.close();
  const before = readFileSync(path);
  await expect(createSqliteStorage({ path })).rejects.toMatchObject({
    code: 'storage-newer',
    message: `${path} was written by a newer version of Attaché: it has version ${latest + 4}, and this one knows ${latest} and earlier. Start the newer version again, or put back a backup made before the change. The file was left as it is.`,
  });
  expect(readFileSync(path).equals(before)).toBe(true);
});
