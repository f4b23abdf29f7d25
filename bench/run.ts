/**
 * Speed of answering beside minisearch and fuse.js, on the same passages and questions in one run. `npm run bench` takes
 * some minutes; `npm run bench -- 240 10000` measures these sizes only. Times in milliseconds; heap is what the index
 * and its documents add, garbage collected, in MB. fuse.js is asked few questions: it takes seconds each above 10,000.
 */
import { join } from 'node:path';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { createDesk } from '../src/core/desk.ts';
import type { Document } from '../src/core/document.ts';
import { readLibrary } from '../src/library/read-library.ts';
import { openSearch } from '../src/open-desk.ts';
import { growingText, seeded } from './growing-text.ts';
import { labelledCollections } from './labelled.ts';

const SIZES = process.argv.slice(2).map(Number);
const QUESTIONS = 300;
const FUSE_SECONDS = 20;

type Engine = { readonly ask: (question: string) => unknown };
type Measured = {
  readonly engine: string;
  readonly passages: number;
  readonly p50: number;
  readonly p95: number;
  readonly build: number;
  readonly heap: number;
};

const briefs = (await readLibrary(join(import.meta.dirname, '../knowledge'))).documents;
const questions = (await labelledCollections()).flatMap((collection) =>
  collection.questions.map(({ question }) => question),
);
const words = wordsOf(briefs);

const rows: Measured[] = [];
for (const passages of SIZES.length > 0 ? SIZES : [240, 10_000, 100_000]) {
  const documents = collection(passages);
  rows.push(await measure('attaché', passages, () => attache(documents)));
  rows.push(await measure('minisearch, prefix + fuzzy', passages, async () => minisearch(documents)));
  if (passages <= 10_000) rows.push(await measure('fuse.js, token search', passages, async () => fuse(documents)));
}
report(rows);

/** The briefs and, up to the size, coined passages, ten a document. */
function collection(passages: number): Document[] {
  const real = briefs.flatMap(({ passages: all }) => all).length;
  const texts = growingText(Math.max(0, passages - real), words, seeded(passages));
  const made: Document[] = [];
  for (let at = 0; at < texts.length; at += 10) {
    const parts = texts.slice(at, at + 10);
    let start = 0;
    const spans = parts.map((part, number) => {
      const passage = {
        paragraph: number + 1,
        kind: 'paragraph' as const,
        headings: [],
        start,
        end: start + part.length,
      };
      start = passage.end + 2;
      return passage;
    });
    const id = `made-${at}.md`;
    made.push({
      id,
      hash: id,
      title: `Report ${at / 10}`,
      text: parts.join('\n\n'),
      language: 'en',
      tags: [],
      passages: spans,
    });
  }
  return [...briefs, ...made];
}

async function attache(documents: readonly Document[]): Promise<Engine> {
  const { index } = await openSearch();
  for (const document of documents) index.add(document);
  const desk = createDesk({
    ...({} as Parameters<typeof createDesk>[0]),
    documents: new Map(documents.map((document) => [document.id, document])),
    faults: [],
    search: index.search,
    suggest: index.suggest,
    onAltered: () => undefined,
  });
  return { ask: (question) => desk.ask({ question }) };
}

function minisearch(documents: readonly Document[]): Engine {
  const index = new MiniSearch({ fields: ['title', 'text'], searchOptions: { prefix: true, fuzzy: 0.2 } });
  index.addAll(passagesOf(documents));
  return { ask: (question) => index.search(question).slice(0, 10) };
}

function fuse(documents: readonly Document[]): Engine {
  const index = new Fuse(passagesOf(documents), {
    keys: ['text'],
    useTokenSearch: true,
    threshold: 0.2,
    includeScore: true,
  });
  return { ask: (question) => index.search(question, { limit: 10 }) };
}

function passagesOf(documents: readonly Document[]) {
  return documents.flatMap(({ title, text, passages }, at) =>
    passages.map(({ start, end, paragraph }) => ({ id: `${at}:${paragraph}`, title, text: text.slice(start, end) })),
  );
}

function wordsOf(documents: readonly Document[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of documents) {
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

async function measure(engine: string, passages: number, open: () => Promise<Engine>): Promise<Measured> {
  const before = held();
  const started = performance.now();
  const { ask } = await open();
  const build = performance.now() - started;
  const heap = held() - before;
  const deadline = performance.now() + FUSE_SECONDS * 1000;
  const times: number[] = [];
  const round = Array.from({ length: QUESTIONS }, (_, at) => questions[at % questions.length] as string);
  for (const question of round.slice(0, 30)) if (performance.now() < deadline) ask(question);
  for (const question of round) {
    if (performance.now() > deadline) break;
    const from = performance.now();
    ask(question);
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN;
  return { engine, passages, p50: at(0.5), p95: at(0.95), build, heap };
}

/** Bytes held after a collection, V8's heap and typed arrays together. */
function held(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function report(measured: readonly Measured[]): void {
  console.log('passages  engine                       p50 ms   p95 ms  p95 as ratio   build s   heap MB');
  for (const { engine, passages, p50, p95, build, heap } of measured) {
    const own = measured.find((row) => row.passages === passages)?.p95 ?? Number.NaN;
    console.log(
      [
        String(passages).padStart(8),
        engine.padEnd(27),
        p50.toFixed(2).padStart(8),
        p95.toFixed(2).padStart(8),
        (p95 / own).toFixed(1).padStart(13),
        (build / 1000).toFixed(1).padStart(9),
        (heap / 2 ** 20).toFixed(0).padStart(9),
      ].join(' '),
    );
  }
}
