import { readFileSync } from 'node:fs';
import { analyzeDocument } from '../../src/analysis/analyze-document.ts';
import { parseTopics } from '../../src/analysis/topics.ts';
import type { Analysis, Position } from '../../src/core/position.ts';
import { documentOf } from '../builders/document.ts';
import { shippedGazetteer } from './shipped-gazetteer.ts';

export const gazetteer = shippedGazetteer();
export const shippedTopics = parseTopics(
  readFileSync(new URL('../../knowledge/topics.yaml', import.meta.url), 'utf8'),
  'knowledge/topics.yaml',
);

/** The analysis of a document of these paragraphs; a paragraph that starts with # is a heading. */
export function analysisOf(paragraphs: readonly string[], given: Parameters<typeof documentOf>[1] = {}): Analysis {
  const document = documentOf(paragraphs, given);
  const passages = document.passages.map((passage) =>
    document.text.startsWith('#', passage.start) ? { ...passage, kind: 'heading' as const } : passage,
  );
  return analyzeDocument({ ...document, passages }, gazetteer, shippedTopics.topics);
}

/** "own japan seeks", sorted, without the author's own. */
export function positionsIn(...paragraphs: string[]): string[] {
  return shown(analysisOf(paragraphs).positions.filter(({ actor }) => !actor.startsWith('author-of')));
}

/** Only what actors hold themselves. */
export function heldIn(...paragraphs: string[]): string[] {
  return positionsIn(...paragraphs).flatMap((line) => (line.startsWith('own ') ? [line.slice(4)] : []));
}

function shown(positions: readonly Position[]): string[] {
  return positions.map(({ kind, actor, stance }) => `${kind} ${actor} ${stance}`).toSorted();
}
