import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Document } from './core/document.ts';
import type { Analysis } from './core/position.ts';

/** What a worker says of a document: its analysis, or the stack of what went wrong. */
type Outcome = { readonly analysis: Analysis } | { readonly fault: string };

const WORKERS = 2;

/**
 * Analyses documents off the main thread, on one or two workers; `onDone` comes once for each document. Resolves when all
 * are done, rejects where a worker cannot start or dies. With `detached` the workers do not keep the process alive.
 */
export async function analyzeAside(
  documents: readonly Document[],
  {
    knowledge,
    detached,
    onDone,
  }: { knowledge: string; detached: boolean; onDone: (document: Document, outcome: Outcome) => void },
): Promise<void> {
  const queue = documents.values();
  const workers = Math.max(1, Math.min(WORKERS, availableParallelism(), documents.length));
  await Promise.all(Array.from({ length: workers }, () => work(queue, { knowledge, detached, onDone })));
}

function work(
  queue: Iterator<Document>,
  {
    knowledge,
    detached,
    onDone,
  }: { knowledge: string; detached: boolean; onDone: (document: Document, outcome: Outcome) => void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('analysis-worker.ts', import.meta.url), { workerData: { knowledge } });
    if (detached) worker.unref();
    let current: Document | undefined;
    const next = () => {
      current = queue.next().value;
      if (current) worker.postMessage(current);
      else void worker.terminate().then(() => resolve(), reject);
    };
    worker.on('message', (outcome: Outcome) => {
      if (current) onDone(current, outcome);
      next();
    });
    worker.on('error', reject);
    worker.on('exit', (code) =>
      code === 0 || current === undefined ? resolve() : reject(new Error(`Worker ended with code ${code}`)),
    );
    next();
  });
}
