import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { soakReload } from '../bench/soak/reload.ts';
import { SHARED } from '../src/core/scope.ts';
import { openConverter } from '../src/open-converter.ts';
import { openLiveDesks } from '../src/open-desk.ts';
import { readableLog } from './builders/log.ts';
import { folderOf } from './cli/run.ts';

async function live(files: Readonly<Record<string, string>>) {
  const [folder, data] = [folderOf(files), folderOf({})];
  const { log } = readableLog();
  const converter = await openConverter({ data, log });
  const { desks, close } = await openLiveDesks({ ...converter, knowledge: folder, data, log, analysis: 'meanwhile' });
  onTestFinished(async () => {
    await close();
    await converter.close();
  });
  const desk = () => desks.deskFor(SHARED);
  const ask = (question: string) => {
    const answer = desk().ask({ question });
    return answer.outcome === 'found' ? answer.quotations.map(({ text }) => text) : answer.outcome;
  };
  return { folder, desk, ask };
}

const settled = { timeout: 20_000, interval: 50 };

test('an empty folder waits for its first document, which is then answered from and read for positions', async () => {
  const { folder, desk, ask } = await live({});
  expect(ask('how deep is the harbour of Lumen?')).toBe('not-found');
  await writeFile(join(folder, 'harbour.md'), 'Poland wants the harbour of Lumen to be nine metres deep.\n');
  await expect.poll(() => ask('how deep is the harbour of Lumen?'), settled).not.toBe('not-found');
  await expect.poll(() => desk().actor({ actor: 'Poland' }).outcome, settled).toBe('found');
});

test('a changed file is answered from in its new words, a removed one no more, and a broken one in its old words', async () => {
  const { folder, desk, ask } = await live({
    'a.md': 'The harbour of Lumen is nine metres deep.\n',
    'b.md': 'The strait of Ombra is narrow.\n',
  });
  await writeFile(join(folder, 'a.md'), 'The harbour of Lumen is eleven metres deep.\n');
  const now = ['The harbour of Lumen is eleven metres deep.'];
  await expect.poll(() => ask('how deep is the harbour of Lumen?'), settled).toEqual(now);
  await rm(join(folder, 'b.md'));
  await expect.poll(() => ask('how narrow is the strait of Ombra?'), settled).toBe('not-found');
  await writeFile(join(folder, 'a.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]));
  await expect
    .poll(
      () =>
        desk()
          .library()
          .faults.map(({ path }) => path),
      settled,
    )
    .toEqual(['a.md']);
  expect(ask('how deep is the harbour of Lumen?')).toEqual(now);
});

test('while many files change at once, every answer is the old one or the new one', async () => {
  const report = await soakReload({ files: 60, rounds: 2 });
  expect(report).toMatchObject({ wrong: [], late: [] });
  expect(report.asked).toBeGreaterThan(120);
}, 120_000);
