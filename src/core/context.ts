import type { Document } from './document.ts';
import { type Quotation, quote } from './quotation.ts';

/** Paragraphs shown before and after a quotation. */
const AROUND = 1;

/** The paragraphs around a citation, or `gone` where no served document has that hash any more. */
export type Context =
  | { readonly outcome: 'context'; readonly paragraph: number; readonly quotations: readonly Quotation[] }
  | { readonly outcome: 'gone' };

/** Finds the cited document by a prefix of its hash and quotes the paragraph with its neighbours, in order. */
export function contextOf(
  documents: ReadonlyMap<string, Document>,
  { hash, paragraph }: { hash: string; paragraph: number },
): Context {
  const document = [...documents.values()].find((candidate) => candidate.hash.startsWith(hash));
  const at = document?.passages.findIndex((passage) => passage.paragraph === paragraph) ?? -1;
  if (!document || at < 0) return { outcome: 'gone' };
  const around = document.passages.slice(Math.max(0, at - AROUND), at + AROUND + 1);
  return {
    outcome: 'context',
    paragraph,
    quotations: around.map((passage) =>
      quote(document, passage, { answer: { start: passage.start, end: passage.end }, matches: [], score: 0 }),
    ),
  };
}
