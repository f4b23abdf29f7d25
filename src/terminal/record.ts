import type { Answer, Correction } from '../core/answer.ts';
import type { Quotation } from '../core/quotation.ts';

/** A quotation as programs read it: offsets count UTF-16 code units, `answer` is the answering sentence. */
export type QuotationRecord = {
  readonly document: string;
  readonly title: string;
  readonly paragraph: number;
  /** The page on which it begins, where the format has pages. */
  readonly page?: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly answer: string;
  readonly score: number;
};

/** An answer as programs read it: `quotations` is empty where nothing was found, `nearest` where something was. */
export type AnswerRecord = {
  readonly id?: string | number;
  readonly question: string;
  readonly outcome: Answer['outcome'];
  readonly confidence: number;
  readonly quotations: readonly QuotationRecord[];
  readonly corrections: readonly Correction[];
  readonly nearest: readonly QuotationRecord[];
  readonly elapsedMs: number;
};

/** The record of an answer; `id` is left out where the question has none. */
export function toRecord(answer: Answer, elapsedMs: number, id?: string | number): AnswerRecord {
  return {
    ...(id === undefined ? {} : { id }),
    question: answer.question,
    outcome: answer.outcome,
    confidence: answer.confidence,
    quotations: answer.outcome === 'found' ? answer.quotations.map(toQuotationRecord) : [],
    corrections: answer.corrections,
    nearest: answer.outcome === 'found' ? [] : answer.nearest.map(toQuotationRecord),
    elapsedMs: Math.round(elapsedMs * 1000) / 1000,
  };
}

/** The record of a quotation. */
export function toQuotationRecord({
  document,
  title,
  paragraph,
  page,
  start,
  end,
  text,
  answer,
  score,
}: Quotation): QuotationRecord {
  return {
    document,
    title,
    paragraph,
    ...(page === undefined ? {} : { page }),
    start,
    end,
    text,
    answer: text.slice(answer.start - start, answer.end - start),
    score,
  };
}
