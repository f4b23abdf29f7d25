import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openStorage, storagePath } from '../src/open-storage.ts';
import { canMount, type Disk, runOnDisk } from './builders/disk.ts';
import { readableLog } from './builders/log.ts';
import { digestOf, questionOf } from './builders/stored.ts';

const fill = join(import.meta.dirname, 'storage', 'children', 'fill.ts');

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function open(data: string) {
  const { log, entries } = readableLog();
  const storage = await openStorage({ data, log });
  onTestFinished(() => storage.close());
  return { storage, entries };
}

/** A folder whose database holds one digest and a good many questions. */
async function filled(): Promise<string> {
  const data = temporary();
  const { log } = readableLog();
  const storage = await openStorage({ data, log });
  await storage.digests.put(digestOf());
  for (let at = 0; at < 40; at += 1)
    await storage.questions.log(questionOf({ at, question: 'how deep? '.repeat(100) }));
  await storage.close();
  return data;
}

/** The same as a bot leaves it that is killed: what was written last is not in the database file yet. */
async function leftByCrash(): Promise<string> {
  const data = temporary();
  const { storage } = await open(await filled());
  await storage.backup(storagePath(data));
  const db = new DatabaseSync(storagePath(data));
  onTestFinished(() => db.close());
  db.exec('DELETE FROM questions WHERE at < 5');
  return data;
}

/** What a bot meets on a disk of that kind, and where. */
function meet(disk: Disk, { data = temporary(), below = '' } = {}) {
  const folder = join(data, below);
  const { stdout, stderr } = runOnDisk(disk, data, [fill, folder]);
  expect(stderr).toBe('');
  return JSON.parse(stdout.replaceAll(data, 'DATA')) as Record<string, unknown>;
}

test('the folder is made, and what was kept is there after a restart', async () => {
  const data = join(temporary(), 'made', 'on demand');
  const { log } = readableLog();
  const first = await openStorage({ data, log });
  await first.digests.put(digestOf());
  await first.close();
  const { storage, entries } = await open(data);
  expect(await storage.digests.list()).toEqual([digestOf()]);
  expect(entries).toEqual([]);
});

test.each([
  ['is no database', (path: string) => writeFileSync(path, 'Dear diary, '.repeat(500))],
  ['was cut off', (path: string) => truncateSync(path, 20_000)],
  ['has a damaged page', (path: string) => writeFileSync(path, readFileSync(path).fill(7, 8192, 16_384))],
  [
    'was cut off to nothing beside the log of its last writes',
    (path: string) => {
      truncateSync(path, 0);
      writeFileSync(`${path}-wal`, 'what was written last');
    },
  ],
])('a file that %s is kept aside as it was, the log says where, and the bot begins afresh', async (_what, damage) => {
  const data = await filled();
  damage(storagePath(data));
  const before = readFileSync(storagePath(data));
  const { storage, entries } = await open(data);
  expect(await storage.digests.list()).toEqual([]);
  await storage.digests.put(digestOf());
  const aside = readdirSync(data).find((name) => /^attache-damaged-\d{4}-\d\d-\d\dT\d{6}\.sqlite$/u.test(name)) ?? '';
  expect(readFileSync(join(data, aside)).equals(before)).toBe(true);
  expect(entries).toMatchObject([
    { level: 50, kept: join(data, aside), msg: expect.stringContaining('copy a backup to the old place') },
  ]);
});

test('the log of the last writes goes aside with its database, and earlier ones are left', async () => {
  const data = await filled();
  const path = storagePath(data);
  for (const [file, text] of [
    ['', ''],
    ['-wal', 'last'],
  ] as const)
    writeFileSync(path + file, text);
  const begin = async () => (await openStorage({ data, log: readableLog().log })).close();
  await begin();
  writeFileSync(path, 'no database');
  await begin();
  const kept = readdirSync(data).filter((name) => name.includes('damaged'));
  expect(kept.map((name) => readFileSync(join(data, name), 'utf8')).sort()).toEqual(['', 'last', 'no database']);
});

test('a database of a newer version is refused and left as it is, without another beside it', async () => {
  const data = await filled();
  const db = new DatabaseSync(storagePath(data));
  db.exec('PRAGMA user_version = 99');
  db.close();
  const before = readFileSync(storagePath(data));
  await expect(open(data)).rejects.toMatchObject({
    code: 'storage-newer',
    message: expect.stringContaining('version 99'),
  });
  expect(readdirSync(data)).toEqual(['attache.sqlite']);
  expect(readFileSync(storagePath(data)).equals(before)).toBe(true);
});

test('a folder in the place of the file, or a file in that of the folder, is refused with a remedy', async () => {
  const data = temporary();
  mkdirSync(storagePath(data));
  await expect(open(data)).rejects.toMatchObject({
    code: 'storage-read-only',
    message: expect.stringContaining('DATA_DIR'),
  });
  writeFileSync(join(data, 'file'), '');
  await expect(open(join(data, 'file'))).rejects.toMatchObject({
    code: 'storage-read-only',
    message: `The folder ${join(data, 'file')} cannot be made. Make one that the bot may write, and name it with DATA_DIR.`,
  });
});

test.skipIf(!canMount)('on a disk for reading only, the bot does not start and says what to do', async () => {
  const refused = {
    code: 'storage-read-only',
    message:
      'DATA/attache.sqlite cannot be written. Let the bot read and write the file and its folder, or name another with DATA_DIR.',
  };
  expect(meet('read-only')).toMatchObject({ refused });
  expect(meet('read-only', { data: await filled() })).toMatchObject({ refused });
  expect(meet('read-only', { data: await leftByCrash() })).toMatchObject({ refused });
  expect(meet('read-only', { below: 'new' })).toMatchObject({
    refused: {
      code: 'storage-read-only',
      message: 'The folder DATA/new cannot be made. Make one that the bot may write, and name it with DATA_DIR.',
    },
  });
});

test.skipIf(!canMount)('on a full disk, the bot does not start and says what to do', () =>
  expect(meet({ kilobytes: 200, ballast: 200 })).toMatchObject({
    refused: {
      code: 'storage-full',
      message: 'There is no room left for DATA/attache.sqlite. Free some on its disk, or name another with DATA_DIR.',
    },
  }),
);

test.skipIf(!canMount)(
  'a disk that fills up costs nothing that was kept; the log says so once, and room mends it',
  () =>
    expect(meet({ kilobytes: 1500, ballast: 500 })).toMatchInlineSnapshot(`
    {
      "after": "kept",
      "again": {
        "code": "storage-full",
        "message": "The bot has no room left, so this was not saved. Tell whoever runs the bot, then try again.",
      },
      "fault": {
        "code": "storage-full",
        "message": "The bot has no room left, so this was not saved. Tell whoever runs the bot, then try again.",
      },
      "log": [
        {
          "cause": "There is no room left for DATA/attache.sqlite. Free some on its disk, or name another with DATA_DIR.",
          "level": 40,
          "msg": "Something could not be kept",
        },
      ],
      "lost": 0,
    }
  `),
);
