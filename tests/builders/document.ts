import { createHash } from 'node:crypto';
import { type Answer, FOUND_AT, type Found, type NotFound } from '../../src/core/answer.ts';
import { createDesk, type Desk } from '../../src/core/desk.ts';
import type { Document } from '../../src/core/document.ts';
import { type Quotation, quote } from '../../src/core/quotation.ts';
import { sentenceSpans } from '../../src/core/sentence.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { analysisDeps } from './positions.ts';

type Given = Partial<Omit<Document, 'text' | 'passages' | 'hash'>> & { readonly headings?: readonly string[] };

/** A document of the paragraphs given, all of them below the same headings. */
export function documentOf(paragraphs: readonly string[], { headings = [], ...given }: Given = {}): Document {
  let from = 0;
  const passages = paragraphs.map((paragraph, index) => {
    const start = from;
    from += paragraph.length + 2;
    return { paragraph: index + 1, kind: 'paragraph' as const, headings, start, end: start + paragraph.length };
  });
  const text = paragraphs.join('\n\n');
  const hash = createHash('sha256').update(text).digest('hex');
  return { id: 'harbours.md', title: 'Harbours', language: 'en', tags: [], hash, text, passages, ...given };
}

/** Quotes a paragraph; the answer is the sentence with those words, or the first one. */
export function quotationOf(document: Document, paragraph: number, { words = '', score = 1 } = {}): Quotation {
  const passage = document.passages.find((candidate) => candidate.paragraph === paragraph);
  if (!passage) throw new Error(`The document has no paragraph ${paragraph}`);
  const text = document.text.slice(passage.start, passage.end);
  const spans = sentenceSpans(text);
  const span = spans.find(({ start, end }) => text.slice(start, end).includes(words)) ?? { start: 0, end: text.length };
  const answer = { start: passage.start + span.start, end: passage.start + span.end };
  return quote(document, passage, { answer, matches: [], score });
}

const searched = { documents: 6, passages: 71 };

export function foundOf(quotations: readonly Quotation[], given: Partial<Found> = {}): Found {
  return {
    outcome: 'found',
    question: 'how deep is it?',
    corrections: [],
    searched,
    confidence: 0.9,
    quotations,
    ...given,
  };
}

export function notFoundOf(nearest: readonly Quotation[], given: Partial<NotFound> = {}): NotFound {
  const common = { question: 'how deep is it?', corrections: [], searched, confidence: 0.1, headings: [] };
  return { outcome: 'not-found', ...common, reason: 'silent', nearest, ...given };
}

/** A desk whose search finds every passage that holds a word of the question of four letters or more, in order. */
export function deskOf(
  documents: readonly Document[],
  given: { readonly altered?: Quotation[]; readonly analysis?: ReturnType<typeof analysisDeps> } = {},
): Desk {
  const index = createSearch({ synonyms: [] });
  for (const document of documents) index.add(document);
  const byId = new Map(documents.map((document) => [document.id, document]));
  return createDesk({
    ...(given.analysis ?? analysisDeps()),
    documents: byId,
    passagesLike: index.passagesLike,
    stemOf: index.stemOf,
    faults: [],
    suggest: (typed) => documents.filter(({ title }) => title.toLowerCase().includes(typed.toLowerCase())),
    onAltered: (quotation) => given.altered?.push(quotation),
    search: (question, scope = {}) => {
      const words = question.toLowerCase().match(/\w{4,}/gu) ?? [];
      const hits = documents
        .filter(({ id }) => scope.document === undefined || id === scope.document)
        .flatMap((document) => document.passages.map(({ paragraph }) => quotationOf(document, paragraph)))
        .filter(({ text }) => words.some((word) => text.toLowerCase().includes(word)))
        .map(({ document, paragraph, answer, matches, score }) => ({ document, paragraph, answer, matches, score }));
      const confidence = hits.length > 0 ? FOUND_AT : 0;
      return { hits: hits.slice(0, 10), confidence, corrections: [], wordless: words.length === 0, headings: [] };
    },
  });
}

/** The quotations that an answer shows, in either outcome. */
export function shownBy(answer: Answer): readonly Quotation[] {
  return answer.outcome === 'found' ? answer.quotations : answer.nearest;
}
