import type { Document } from './document.ts';
import type { Passage } from './passage.ts';
import type { Span } from './span.ts';

/** A passage offered as evidence. All spans are offsets into the document's text, `answer` and `matches` within the passage. */
export type Quotation = Span & {
  readonly document: string;
  /** Hash of the document at the time of quoting. */
  readonly hash: string;
  readonly title: string;
  readonly date?: string;
  readonly url?: string;
  readonly paragraph: number;
  readonly headings: readonly string[];
  /** The pages on which it begins and ends, from 1, where the format has pages; `lastPage` only where it is another. */
  readonly page?: number;
  readonly lastPage?: number;
  readonly text: string;
  /** The sentence that answers best. */
  readonly answer: Span;
  /** Words of the answering sentence that matched the question, in order. */
  readonly matches: readonly Span[];
  /** Relevance, comparable within one answer only. */
  readonly score: number;
};

/** Quotes a passage; `matches` and `score` come from the search. */
export function quote(
  document: Document,
  passage: Passage,
  evidence: { answer: Span; matches: readonly Span[]; score: number },
): Quotation {
  return {
    document: document.id,
    hash: document.hash,
    title: document.title,
    ...(document.date === undefined ? {} : { date: document.date }),
    ...(document.url === undefined ? {} : { url: document.url }),
    paragraph: passage.paragraph,
    headings: passage.headings,
    ...(passage.page === undefined ? {} : { page: passage.page }),
    ...(passage.lastPage === undefined ? {} : { lastPage: passage.lastPage }),
    start: passage.start,
    end: passage.end,
    text: document.text.slice(passage.start, passage.end),
    ...evidence,
  };
}

/** Whether the quotation is, this moment, a verbatim span of the document, with its answering sentence inside it. */
export function isVerbatim(quotation: Quotation, document: Document | undefined): boolean {
  const { start, end, answer } = quotation;
  return (
    document !== undefined &&
    quotation.text.length > 0 &&
    document.hash === quotation.hash &&
    document.text.slice(start, end) === quotation.text &&
    start <= answer.start &&
    answer.start < answer.end &&
    answer.end <= end
  );
}

/** 'p. 4', or 'pp. 4–5' for a quotation that runs on; nothing where the format has no pages. */
export function pagesOf({ page, lastPage }: Pick<Quotation, 'page' | 'lastPage'>): string | undefined {
  if (page === undefined) return undefined;
  return lastPage === undefined ? `p. ${page}` : `pp. ${page}–${lastPage}`;
}

/** The answering sentence alone, as a quotation of its own. */
export function answerAlone(quotation: Quotation): Quotation {
  const { text, start, answer } = quotation;
  return { ...quotation, ...answer, text: text.slice(answer.start - start, answer.end - start) };
}
