import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Analysis } from '../src/core/position.ts';
import { openAnalysis } from '../src/open-analysis.ts';
import { openGazetteer } from '../src/open-gazetteer.ts';
import { documentOf } from './builders/document.ts';
import { readableLog } from './builders/log.ts';

const paragraph = 'Poland wants to buy more tanks. France opposes the plan.';
const short = documentOf([paragraph], { id: 'short.md' });
const long = documentOf(
  Array.from({ length: 400 }, (_, at) => `${paragraph} This is paragraph ${at}.`),
  { id: 'long.md' },
);

function temporary(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'attache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function open({ knowledge, data }: { knowledge: string; data: string }, documents = [short]) {
  const { log, entries } = readableLog();
  const { gazetteer } = await openGazetteer(knowledge);
  const analyst = await openAnalysis({ gazetteer, knowledge, data, log, detached: false });
  const analyses = new Map<string, Analysis>();
  await analyst.analyze(documents, ({ id }, analysis) => analyses.set(id, analysis).has(id));
  return {
    ...analyst,
    analyses,
    analysed: () => entries.filter(({ msg }) => msg === 'Documents analysed').length,
    entries,
  };
}

test('documents are analysed once, whether they are short or long, and not again after a restart', async () => {
  const at = { knowledge: temporary(), data: join(temporary(), 'data') };
  const first = await open(at, [short, long]);
  expect([...first.analyses.keys()].sort()).toEqual(['long.md', 'short.md']);
  const found = first.analyses.get('short.md')?.positions.map(({ actor, stance }) => `${actor} ${stance}`);
  expect(found).toEqual(['poland seeks', 'france opposes']);
  expect(first.analysed()).toBe(1);
  const second = await open(at, [short, long]);
  expect(second.analyses).toEqual(first.analyses);
  expect(second.analysed()).toBe(0);
}, 60_000);

test("other names make another analysis, and a folder's own topics add to those that ship", async () => {
  const data = temporary();
  await open({ knowledge: temporary(), data });
  const topics = 'tank-trade: { name: Tanks, words: [tanks, tank] }\n';
  const own = await open({ knowledge: temporary({ 'topics.yaml': topics }), data });
  expect(own.analysed()).toBe(1);
  expect(own.deps.topics).toContainEqual({ key: 'tank-trade', name: 'Tanks', words: ['tanks', 'tank'] });
  expect(own.deps.topics.length).toBeGreaterThan(1);
});

test('a broken topics.yaml is named with line and remedy, and the topics that ship stay in service', async () => {
  const knowledge = temporary({ 'topics.yaml': 'trade: { name: Trade, words: [trade] }\nbroken: [\n' });
  const { faults, deps } = await open({ knowledge, data: temporary() });
  expect(faults).toMatchObject([
    { path: join(knowledge, 'topics.yaml'), cause: expect.stringMatching(/^Line \d: /u), remedy: expect.any(String) },
  ]);
  expect(deps.topics.length).toBeGreaterThan(1);
});

test('where nothing can be kept, documents are analysed all the same, and the log says so once', async () => {
  const data = join(temporary({ file: '' }), 'file');
  const { analyses, entries } = await open({ knowledge: temporary(), data });
  expect(analyses.size).toBe(1);
  expect(entries.filter(({ level }) => Number(level) >= 40)).toMatchObject([
    { msg: expect.stringContaining('DATA_DIR'), folder: data },
  ]);
});
