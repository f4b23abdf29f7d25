import { appendFile, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import type { Document } from '../../src/core/document.ts';
import { createConverter } from '../../src/library/converter.ts';
import { type Library, readLibrary } from '../../src/library/read-library.ts';
import type { LibraryChange } from '../../src/library/service.ts';
import { watchLibrary } from '../../src/library/watch-library.ts';
import { docxParts, written, zipOf } from '../builders/written.ts';

type Finish = (after: () => Promise<void>) => void;

/** A folder with one document, and the bot's way to serve and watch it; all of it is gone when the test ends. */
async function openFolder(onTestFinished: Finish) {
  const folder = await mkdtemp(join(tmpdir(), 'attache-watch-'));
  const converter = createConverter();
  const stops: (() => Promise<void>)[] = [converter.close];
  onTestFinished(async () => {
    for (const stop of stops) await stop();
    await rm(folder, { recursive: true, force: true });
  });
  const put = (path: string, content: string | Uint8Array) => writeFile(join(folder, path), content);
  await put('a.md', 'First.');
  const serve = async (given?: Library) => {
    const library = given ?? (await readLibrary(folder, converter.convert));
    const served = new Map(library.documents.map((document): [string, Document] => [document.id, document]));
    const changes: LibraryChange[] = [];
    const { close } = await watchLibrary({
      folder,
      library,
      convert: converter.convert,
      onChange(change) {
        changes.push(change);
        for (const id of change.removed) served.delete(id);
        for (const document of [...change.added, ...change.changed]) served.set(document.id, document);
      },
      onBlind: (error) => {
        throw error;
      },
    });
    stops.unshift(close);
    return {
      changes,
      served,
      texts: () => Object.fromEntries([...served].map(([id, { text }]) => [id, text])),
      faults: () => changes.at(-1)?.faults.map(({ path, cause }) => `${path}: ${cause}`) ?? [],
    };
  };
  return { folder, put, serve };
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 50 });

test.concurrent('files that are added, changed and removed take effect without a restart', async ({
  onTestFinished,
}) => {
  const { folder, put, serve } = await openFolder(onTestFinished);
  await put('b.txt', 'Second.');
  const { texts, changes } = await serve();
  await put('a.md', 'First, changed.');
  await rm(join(folder, 'b.txt'));
  await mkdir(join(folder, 'deep'));
  await put('deep/c.md', 'Third.');
  await until(() => expect(texts()).toEqual({ 'a.md': 'First, changed.', 'deep/c.md': 'Third.' }));
  expect(changes.flatMap(({ added }) => added.map(({ id }) => id))).toEqual(['deep/c.md']);
  expect(changes.flatMap(({ changed }) => changed.map(({ id }) => id))).toEqual(['a.md']);
  expect(changes.flatMap(({ removed }) => removed)).toEqual(['b.txt']);
});

test.concurrent('a moved document is never out of service: its old name goes with the change that brings the new one', async ({
  onTestFinished,
}) => {
  const { folder, put, serve } = await openFolder(onTestFinished);
  await mkdir(join(folder, 'old'));
  await put('old/b.md', 'Second.');
  await put('c.docx', zipOf(docxParts(written('gulf-channels'))));
  const { texts, changes } = await serve();
  const docx = texts()['c.docx'];
  await rename(join(folder, 'old'), join(folder, 'new'));
  await rename(join(folder, 'c.docx'), join(folder, 'd.docx'));
  await until(() => expect(texts()).toEqual({ 'a.md': 'First.', 'new/b.md': 'Second.', 'd.docx': docx }));
  const moved = changes.find(({ removed }) => removed.includes('old/b.md'));
  expect(moved?.added.map(({ id }) => id)).toEqual(['new/b.md']);
  const [arrival, departure] = ['d.docx', 'c.docx'].map((id) =>
    changes.findIndex(({ added, removed }) => added.some((document) => document.id === id) || removed.includes(id)),
  );
  expect(departure).toBeGreaterThanOrEqual(arrival ?? Infinity);
});

test.concurrent('a file is read when its writer has paused, not in the middle', async ({ onTestFinished }) => {
  const { folder, serve } = await openFolder(onTestFinished);
  const { changes, texts } = await serve();
  for (let part = 0; part < 12; part++) {
    await appendFile(join(folder, 'slow.txt'), `Part ${part}. `);
    await wait(150);
  }
  await until(() => expect(texts()['slow.txt']).toContain('Part 11.'));
  expect(changes.flatMap(({ added, changed }) => [...added, ...changed]).map(({ id }) => id)).toEqual(['slow.txt']);
});

test.concurrent('a file that can no longer be read stays in service as it was, and the fault says so until it is mended', async ({
  onTestFinished,
}) => {
  const { folder, put, serve } = await openFolder(onTestFinished);
  await put('b.docx', zipOf(docxParts(written('gulf-channels'))));
  const { texts, faults, served } = await serve();
  const before = texts();
  await put('a.md', '');
  await put('b.docx', 'PK\u0003\u0004 broken');
  await put('new.pdf', 'no PDF');
  await until(() => expect(faults()).toHaveLength(3));
  expect(faults()).toEqual([
    'a.md: The file is empty. Its last good version is served.',
    'b.docx: The file is broken: it cannot be unpacked. Its last good version is served.',
    'new.pdf: The file is not a PDF, whatever its name says, or its beginning is missing.',
  ]);
  expect(texts()).toEqual(before);
  await put('a.md', 'Mended.');
  await rm(join(folder, 'b.docx'));
  await rm(join(folder, 'new.pdf'));
  await until(() => expect(faults()).toEqual([]));
  await until(() => expect(texts()).toEqual({ 'a.md': 'Mended.' }));
  expect([...served.keys()]).toEqual(['a.md']);
});

test.concurrent('a sidecar that comes, changes or goes takes effect on its document', async ({ onTestFinished }) => {
  const { folder, put, serve } = await openFolder(onTestFinished);
  const { served, faults } = await serve();
  await put('a.md.meta.yaml', 'title: Named');
  await until(() => expect(served.get('a.md')?.title).toBe('Named'));
  await put('a.md.meta.yaml', 'title: [broken');
  await until(() => expect(faults()).toHaveLength(1));
  await rm(join(folder, 'a.md.meta.yaml'));
  await until(() => expect(faults()).toEqual([]));
  expect(served.get('a.md')?.title).toBe('First.');
});

test.concurrent('what changed before the watch began is noticed, and hidden files, downloads and links out of the folder are not served', async ({
  onTestFinished,
}) => {
  const { folder, put, serve } = await openFolder(onTestFinished);
  const library = await readLibrary(folder);
  await put('late.md', 'Late.');
  const { served } = await serve(library);
  await put('.hidden.md', 'Hidden.');
  await put('report.pdf.crdownload', 'Half');
  await put('~$letter.docx', 'Lock');
  await symlink('/etc/hostname', join(folder, 'link.txt'));
  await put('end.md', 'End.');
  await until(() => expect(served.has('end.md')).toBe(true));
  expect([...served.keys()].sort()).toEqual(['a.md', 'end.md', 'late.md']);
});

test.concurrent('a folder that cannot be read for a while keeps its documents in service', async ({
  onTestFinished,
}) => {
  const { folder, put, serve } = await openFolder(onTestFinished);
  const { texts, faults } = await serve();
  await rename(folder, `${folder}-away`);
  await until(() => expect(faults()[0]).toContain('its documents stay as they were'));
  expect(texts()).toEqual({ 'a.md': 'First.' });
  await rename(`${folder}-away`, folder);
  await put('b.md', 'Second.');
  await until(() => expect(texts()).toEqual({ 'a.md': 'First.', 'b.md': 'Second.' }));
  expect(faults()).toEqual([]);
});

test.concurrent('a thousand files that change at once are all served as they are then, each old or new in between', async ({
  onTestFinished,
}) => {
  const { folder, put, serve } = await openFolder(onTestFinished);
  const name = (index: number) => `${index % 10}/${index}.md`;
  for (let part = 0; part < 10; part++) await mkdir(join(folder, String(part)));
  await Promise.all(Array.from({ length: 1000 }, (_, index) => put(name(index), `Old ${index}.`)));
  const { texts, changes, served } = await serve();
  await Promise.all(Array.from({ length: 1000 }, (_, index) => put(name(index), `New ${index}.`)));
  const wrong: string[] = [];
  await until(() => {
    for (const [id, text] of Object.entries(texts())) if (!/^(?:Old|New) \d+\.$|^First\.$/u.test(text)) wrong.push(id);
    expect(served.size).toBe(1001);
    expect(Object.values(texts()).filter((text) => text.startsWith('New'))).toHaveLength(1000);
  });
  expect(wrong).toEqual([]);
  expect(changes.flatMap(({ removed }) => removed)).toEqual([]);
});
