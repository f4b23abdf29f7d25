import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Conversion } from '../../src/core/conversion.ts';
import { createConversionStore } from '../../src/storage/conversion-store.ts';

const conversion: Conversion = {
  outcome: 'converted',
  fields: { title: 'Report' },
  blocks: [{ kind: 'paragraph', text: 'Text.', page: 1 }],
  gaps: [],
};

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function storeIn(folder: string, key = 'k1') {
  const faults: unknown[] = [];
  return { faults, ...createConversionStore({ folder, key, onFault: (error) => faults.push(error) }) };
}

test('what was converted is found by the next process, until it is forgotten', async () => {
  const folder = join(temporary(), 'made', 'on demand');
  const store = storeIn(folder);
  expect(await store.read('aa')).toBeUndefined();
  await store.write('aa', conversion);
  expect(await storeIn(folder).read('aa')).toEqual(conversion);
  await store.forget('aa');
  expect(await storeIn(folder).read('aa')).toBeUndefined();
  expect(store.faults).toEqual([]);
});

test('under another key nothing is kept, and folders of earlier readers go in time', async () => {
  const folder = temporary();
  for (const [index, key] of ['k1', 'k2', 'k3'].entries()) {
    const store = storeIn(folder, key);
    expect(await store.read('aa')).toBeUndefined();
    await store.write('aa', conversion);
    utimesSync(join(folder, key), index, index);
  }
  expect(readdirSync(folder).sort()).toEqual(['k2', 'k3']);
});

test('a file that was cut off is as good as none', async () => {
  const folder = temporary();
  mkdirSync(join(folder, 'k1'));
  writeFileSync(join(folder, 'k1', 'aa.json'), JSON.stringify(conversion).slice(0, -9));
  expect(await storeIn(folder).read('aa')).toBeUndefined();
});

test('a folder that cannot be made is reported once', async () => {
  const file = join(temporary(), 'file');
  writeFileSync(file, '');
  const store = storeIn(join(file, 'below'));
  await store.write('aa', conversion);
  await store.write('bb', conversion);
  expect(store.faults).toHaveLength(1);
});
