import { appendFileSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Analysis } from '../../src/core/position.ts';
import { createAnalysisStore } from '../../src/storage/analysis-store.ts';

const analysis = (hash: string): Analysis => ({
  hash,
  positions: [],
  mentions: [{ actor: 'japan', start: 1, end: 6, paragraph: 1 }],
  people: [],
});

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function storeIn(folder: string, key = 'k1') {
  const faults: unknown[] = [];
  return { faults, ...createAnalysisStore({ folder, key, onFault: (error) => faults.push(error) }) };
}

test('what is kept is found by the next process, and only what it asks for', async () => {
  const folder = join(temporary(), 'made', 'on demand');
  const before = storeIn(folder);
  expect(await before.read(new Set(['aa']))).toEqual(new Map());
  await before.write(analysis('aa'));
  await before.write(analysis('bb'));
  expect(await storeIn(folder).read(new Set(['aa', 'cc']))).toEqual(new Map([['aa', analysis('aa')]]));
  expect(before.faults).toEqual([]);
});

test('under another key nothing is kept', async () => {
  const folder = temporary();
  await storeIn(folder, 'k1').write(analysis('aa'));
  expect(await storeIn(folder, 'k2').read(new Set(['aa']))).toEqual(new Map());
});

test('a line that a sudden end cut off is passed over', async () => {
  const folder = temporary();
  await storeIn(folder).write(analysis('aa'));
  appendFileSync(join(folder, 'k1.ndjson'), JSON.stringify(analysis('bb')).slice(0, 40));
  expect([...(await storeIn(folder).read(new Set(['aa', 'bb']))).keys()]).toEqual(['aa']);
});

test('files of rules that were left long ago go', async () => {
  const folder = temporary();
  for (const [age, key] of ['o5', 'o4', 'o3', 'o2', 'o1'].entries()) {
    writeFileSync(join(folder, `${key}.ndjson`), '');
    utimesSync(join(folder, `${key}.ndjson`), 1000 + age, 1000 + age);
  }
  await storeIn(folder, 'new').write(analysis('aa'));
  expect(readdirSync(folder).sort()).toEqual(['new.ndjson', 'o1.ndjson', 'o2.ndjson', 'o3.ndjson']);
});

test('a folder that cannot be made is reported once', async () => {
  const file = join(temporary(), 'file');
  writeFileSync(file, '');
  const store = storeIn(join(file, 'below'));
  await store.write(analysis('aa'));
  await store.write(analysis('bb'));
  expect(await store.read(new Set(['aa']))).toEqual(new Map());
  expect(store.faults).toHaveLength(1);
});
