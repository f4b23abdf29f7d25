import { parentPort, workerData } from 'node:worker_threads';
import { analyzeDocument } from './analysis/analyze-document.ts';
import type { Document } from './core/document.ts';
import { openGazetteer } from './open-gazetteer.ts';
import { openTopics } from './open-topics.ts';

/** Analyses the documents that it is sent, one after the other, with the names and topics of a folder. */
const { knowledge } = workerData as { knowledge: string };
const [{ gazetteer }, { topics }] = await Promise.all([openGazetteer(knowledge), openTopics(knowledge)]);

parentPort?.on('message', (document: Document) => {
  try {
    parentPort?.postMessage({ analysis: analyzeDocument(document, gazetteer, topics) });
  } catch (error) {
    parentPort?.postMessage({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
