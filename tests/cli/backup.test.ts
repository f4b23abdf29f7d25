import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { canMount, runOnDisk } from '../builders/disk.ts';
import { digestOf, questionOf } from '../builders/stored.ts';
import { folderOf, run } from './run.ts';

/** A folder of data with a storage that is in use, as that of a running bot. */
async function inUse() {
  const data = folderOf({});
  const storage = await createSqliteStorage({ path: join(data, 'attache.sqlite') });
  onTestFinished(() => storage.close());
  await storage.digests.put(digestOf());
  return { data, storage };
}

test('a backup is made while the bot runs, and has what was kept last', async () => {
  const { data, storage } = await inUse();
  await storage.questions.log(questionOf());
  const cwd = folderOf({});
  const { stdout, stderr, code } = await run('cli.ts', ['backup', 'copy.sqlite'], { cwd, env: { DATA_DIR: data } });
  expect([stdout, stderr, code]).toEqual([
    `${join(cwd, 'copy.sqlite')} is a copy of ${join(data, 'attache.sqlite')}, made and checked.\n`,
    '',
    0,
  ]);
  expect(readdirSync(cwd)).toEqual(['copy.sqlite']);
  const copy = await createSqliteStorage({ path: join(cwd, 'copy.sqlite') });
  onTestFinished(() => copy.close());
  expect(await copy.digests.list()).toEqual([digestOf()]);
  expect(await copy.questions.since('harbour', 0, 9)).toEqual([questionOf()]);
});

test.each([
  [[], 'backup takes the name of one new file: backup FILE.'],
  [['one', 'two'], 'backup takes the name of one new file: backup FILE.'],
  [['copy', '--json'], 'backup takes no options.'],
  [['there'], 'CWD/there exists already, and is left as it is. Name a new file.'],
  [['missing/copy'], 'CWD/missing/copy cannot be written: its folder does not exist; make it first.'],
  [['there/copy'], 'CWD/there/copy cannot be written: its folder is a file; name another.'],
])('backup %j is refused: %s', async (args, words) => {
  const { data } = await inUse();
  const cwd = folderOf({ there: 'dear' });
  const { stdout, stderr, code } = await run('cli.ts', ['backup', ...args], { cwd, env: { DATA_DIR: data } });
  expect([stdout, stderr.replaceAll(cwd, 'CWD'), code]).toEqual(['', `${words}\n`, 1]);
  expect([readdirSync(cwd), readFileSync(join(cwd, 'there'), 'utf8')]).toEqual([['there'], 'dear']);
});

test('without a database there is nothing to back up, and none is made', async () => {
  const cwd = folderOf({});
  const { stderr, code } = await run('cli.ts', ['backup', 'copy'], { cwd, env: { DATA_DIR: cwd } });
  expect(stderr).toContain(`There is nothing to back up: ${join(cwd, 'attache.sqlite')} does not exist.`);
  expect([readdirSync(cwd), code]).toEqual([[], 1]);
});

test('a damaged database is named, left as it is, and leaves no copy', async () => {
  const cwd = folderOf({ 'attache.sqlite': 'no database '.repeat(500) });
  const { stderr, code } = await run('cli.ts', ['backup', 'copy'], { cwd, env: { DATA_DIR: cwd } });
  expect(stderr).toContain('attache.sqlite is damaged.');
  expect([readdirSync(cwd), code]).toEqual([['attache.sqlite'], 1]);
});

test.skipIf(!canMount)('a disk that is too small for the copy is named', async () => {
  const { data } = await inUse();
  const disk = folderOf({});
  const script = join(import.meta.dirname, '../../src/cli.ts');
  const { stdout, stderr } = runOnDisk({ kilobytes: 40 }, disk, [script, 'backup', join(disk, 'copy')], {
    DATA_DIR: data,
  });
  expect(stdout).toBe('');
  expect(stderr).toBe(`${join(disk, 'copy')} cannot be written: its disk is full; free some room, or name another.\n`);
});
