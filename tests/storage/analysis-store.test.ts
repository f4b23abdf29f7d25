import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
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
  expect(await before.read(new Set(['aa-1']))).toEqual(new Map());
  await before.write('aa-1', analysis('aa'));
  await before.write('bb-1', analysis('bb'));
  expect(await storeIn(folder).read(new Set(['aa-1', 'cc-1']))).toEqual(new Map([['aa-1', analysis('aa')]]));
  expect(before.faults).toEqual([]);
});

test('under another key nothing is kept', async () => {
  const folder = temporary();
  await storeIn(folder, 'k1').write('aa-1', analysis('aa'));
  expect(await storeIn(folder, 'k2').read(new Set(['aa-1']))).toEqual(new Map());
});

test('a line that a sudden end cut off is passed over', async () => {
  const folder = temporary();
  await storeIn(folder).write('aa-1', analysis('aa'));
  appendFileSync(join(folder, 'k1.ndjson'), JSON.stringify({ key: 'bb-1', analysis: analysis('bb') }).slice(0, 60));
  expect([...(await storeIn(folder).read(new Set(['aa-1', 'bb-1']))).keys()]).toEqual(['aa-1']);
});

test('files of rules that were left long ago go', async () => {
  const folder = temporary();
  for (const [age, key] of ['o5', 'o4', 'o3', 'o2', 'o1'].entries()) {
    writeFileSync(join(folder, `${key}.ndjson`), '');
    utimesSync(join(folder, `${key}.ndjson`), 1000 + age, 1000 + age);
  }
  await storeIn(folder, 'new').write('aa-1', analysis('aa'));
  expect(readdirSync(folder).sort()).toEqual(['new.ndjson', 'o1.ndjson', 'o2.ndjson', 'o3.ndjson']);
});

test('a folder that cannot be made is reported once', async () => {
  const file = join(temporary(), 'file');
  writeFileSync(file, '');
  const store = storeIn(join(file, 'below'));
  await store.write('aa-1', analysis('aa'));
  await store.write('bb-1', analysis('bb'));
  expect(await store.read(new Set(['aa-1']))).toEqual(new Map());
  expect(store.faults).toHaveLength(1);
});

test('of a document that is forgotten nothing is left in any file, and everything else stays', async () => {
  const folder = temporary();
  await storeIn(folder, 'k1').write('aa-1', analysis('aa'));
  const store = storeIn(folder, 'k2');
  for (const [key, hash] of [
    ['aa-1', 'aa'],
    ['bb-1', 'bb'],
    ['aa-2', 'aa'],
  ] as const)
    await store.write(key, analysis(hash));
  await Promise.all([store.forget('aa'), store.write('cc-1', analysis('cc'))]);
  expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8').includes('"aa'))).toEqual([
    false,
    false,
  ]);
  const kept = await store.read(new Set(['aa-1', 'aa-2', 'bb-1', 'cc-1']));
  expect([...kept.keys()]).toEqual(['bb-1', 'cc-1']);
  expect(store.faults).toEqual([]);
  await storeIn(join(folder, 'none')).forget('aa');
});
