import { createDesk } from '../../src/core/desk.ts';
import type { Document } from '../../src/core/document.ts';
import type { Evidence, Hit } from '../../src/core/evidence.ts';
import { analysisDeps } from '../builders/positions.ts';

/** A document of one paragraph a line, all of kind paragraph. */
export function documentOf(id: string, lines: readonly string[], more: Partial<Document> = {}): Document {
  let at = 0;
  const passages = lines.map((line, index) => {
    const start = at;
    at += line.length + 2;
    return { start, end: start + line.length, paragraph: index + 1, kind: 'paragraph' as const, headings: [] };
  });
  return { id, hash: 'a'.repeat(64), title: id, text: lines.join('\n\n'), language: 'en', tags: [], passages, ...more };
}

/** The hit on a paragraph whose answering sentence is the text given. */
export function hitOn(document: Document, paragraph: number, sentence: string, score = 1): Hit {
  const start = document.text.indexOf(sentence);
  return { document: document.id, paragraph, answer: { start, end: start + sentence.length }, matches: [], score };
}

/** A desk that answers every question with the same evidence. */
export function deskOf(documents: readonly Document[], evidence: Partial<Evidence>) {
  return createDesk({
    ...analysisDeps(),
    documents: new Map(documents.map((document) => [document.id, document])),
    faults: [{ path: 'scan.pdf', cause: 'This is not text.', remedy: 'Save it as text.' }],
    passagesLike: () => [],
    stemOf: (word) => word,
    search: () => ({ hits: [], confidence: 0.9, corrections: [], wordless: false, headings: [], ...evidence }),
    suggest: () => documents,
    onAltered: () => {},
  });
}
