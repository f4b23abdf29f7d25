import type { Document } from './document.ts';
import type { Passage } from './passage.ts';
import { type Quotation, quote } from './quotation.ts';
import type { Span } from './span.ts';

/** Where something stands: a span of a document's text, and the paragraph that holds it. */
export type Place = Span & { readonly document: string; readonly paragraph: number };

/** A place with the passage that shows it; the quotation's `answer` is the place's span. */
export type Cited<P extends Place = Place> = P & { readonly quotation: Quotation };

/** Quotes the passage of each place; a place whose document or paragraph is gone is left out. */
export function cite<P extends Place>(documents: ReadonlyMap<string, Document>, places: readonly P[]): Cited<P>[] {
  return places.flatMap((place) => {
    const document = documents.get(place.document);
    const passage = document && passageAt(document, place.paragraph);
    if (!document || !passage) return [];
    const answer = { start: place.start, end: place.end };
    return [{ ...place, quotation: quote(document, passage, { answer, matches: [], score: 0 }) }];
  });
}

/** The words of a place itself, out of its passage. */
export function wordsOf({ start, end, quotation }: Cited): string {
  return quotation.text.slice(start - quotation.start, end - quotation.start);
}

/** Paragraphs count from 1 without gaps, so the first guess is nearly always right. */
function passageAt({ passages }: Document, paragraph: number): Passage | undefined {
  const guess = passages[paragraph - 1];
  return guess?.paragraph === paragraph ? guess : passages.find((passage) => passage.paragraph === paragraph);
}
