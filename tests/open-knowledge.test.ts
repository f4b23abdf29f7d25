import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Storage } from '../src/core/storage.ts';
import { openConverter } from '../src/open-converter.ts';
import { openDesks } from '../src/open-desk.ts';
import { openKnowledge } from '../src/open-knowledge.ts';
import { readableLog } from './builders/log.ts';
import { memoryStorage } from './builders/storage.ts';

const PLAN = Buffer.from('Poland wants to buy ninety velbaxite pumps. We recommend more velbaxite.\n');
const PERSON = 'Zelda Quorrin';

let folder: string;
let storage: Storage;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attache-'));
  await writeFile(join(folder, 'harbour.md'), 'The harbour of Lumen is nine metres deep.');
  storage = await memoryStorage();
});
afterEach(async () => {
  await storage.close();
  await rm(folder, { recursive: true });
});

/** Everything that a bot has of documents, over the same folder and storage each time. */
async function opened() {
  const { log } = readableLog();
  const data = join(folder, '.data');
  const converter = await openConverter({ data, log });
  const desks = await openDesks({ knowledge: folder, data, log, analysis: 'none', convert: converter.convert });
  const perServer = { documents: 9, bytes: 99_999 };
  const made = await openKnowledge({ storage, desks, converter, perServer, now: () => 5000, log });
  await desks.analyze();
  const everythingIn = (guild: string, ...tags: readonly string[]) => {
    const desk = desks.deskFor({ guild, tags });
    const { documents } = desk.library();
    return {
      titles: documents.map(({ title }) => title),
      told: JSON.stringify([
        documents,
        [...desk.actors().values()].filter(({ id }) => !id.includes('minister')),
        desk.suggestActors(PERSON),
        desk.actor({ actor: 'poland' }),
        documents.map(({ id }) => desk.document(id)),
      ]),
    };
  };
  return { ...made, desks, everythingIn };
}

test('of a file that two servers have, neither hears what the other calls it or says of its author', async () => {
  const { knowledge, desks, everythingIn } = await opened();
  await knowledge.add('harbour', { name: 'quorrin-plan.txt', bytes: PLAN, by: '1', details: { author: PERSON } });
  await desks.analyze();
  await knowledge.add('island', { name: 'notes.txt', bytes: PLAN, by: '2' });
  await desks.analyze();
  expect(everythingIn('harbour').told).toContain(PERSON);
  expect(everythingIn('island').told).toContain('velbaxite');
  expect(everythingIn('island').told).not.toMatch(/quorrin/iu);
  const later = await opened();
  expect(later.everythingIn('island').told).not.toMatch(/quorrin/iu);
  expect(later.everythingIn('harbour').told).toContain(PERSON);
});

test('after a restart every server and channel has what it had', async () => {
  const { knowledge, desks, scopes, everythingIn } = await opened();
  await knowledge.add('harbour', {
    name: 'plan.txt',
    bytes: PLAN,
    by: '1',
    details: { title: 'Plan', tags: ['pumps'] },
  });
  await scopes.set({ guild: 'harbour', channel: 'talk', tags: ['pumps'] });
  await desks.analyze();
  const before = [everythingIn('harbour'), everythingIn('island'), everythingIn('harbour', 'pumps')];
  const later = await opened();
  expect(later.scopes.scopeAt({ guild: 'harbour', channels: ['talk'] }).tags).toEqual(['pumps']);
  const after = [later.everythingIn('harbour'), later.everythingIn('island'), later.everythingIn('harbour', 'pumps')];
  expect(after.map(({ titles }) => titles.toSorted())).toEqual([
    ['Plan', 'The harbour of Lumen is nine metres deep.'],
    ['The harbour of Lumen is nine metres deep.'],
    ['Plan'],
  ]);
  expect(after[2]).toEqual(before[2]);
});

test('a document comes to a channel that keeps to its tag, and goes with the tag', async () => {
  const { knowledge, scopes, everythingIn } = await opened();
  await scopes.set({ guild: 'harbour', channel: 'talk', tags: ['Pumps'] });
  await knowledge.add('harbour', { name: 'plan.txt', bytes: PLAN, by: '1', details: { title: 'Plan' } });
  expect(everythingIn('harbour', 'Pumps').titles).toEqual([]);
  const form = { title: 'Plan', author: '', date: '', url: '' };
  await knowledge.edit('harbour', 'plan.txt', { ...form, tags: 'pumps' });
  expect(everythingIn('harbour', 'Pumps').titles).toEqual(['Plan']);
  await knowledge.edit('harbour', 'plan.txt', { ...form, tags: '' });
  expect(everythingIn('harbour', 'Pumps').titles).toEqual([]);
});

test('another author is heard in the positions of a document, and the old one no more', async () => {
  const { knowledge, desks, everythingIn } = await opened();
  await knowledge.add('harbour', { name: 'plan.txt', bytes: PLAN, by: '1', details: { author: PERSON } });
  await desks.analyze();
  const form = { title: 'Plan', author: 'Otto Mossvale', date: '', url: '', tags: '' };
  await knowledge.edit('harbour', 'plan.txt', form);
  await desks.analyze();
  expect(everythingIn('harbour').told).toContain('Otto Mossvale');
  expect(everythingIn('harbour').told).not.toContain(PERSON);
});

test('what is added counts as new from then on', async () => {
  const { knowledge } = await opened();
  const added = await knowledge.add('harbour', { name: 'plan.txt', bytes: PLAN, by: '1' });
  const hash = added.outcome === 'added' ? added.document.hash : '';
  expect(await storage.documents.firstServed([hash], 9000)).toEqual(new Map([[hash, 5000]]));
});
