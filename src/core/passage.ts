import type { Span } from './span.ts';

export type PassageKind = 'paragraph' | 'heading' | 'list' | 'quotation' | 'table' | 'code';

/** One block of a document, the unit that is found and cited. Its span excludes Markdown's marks of heading and quotation. */
export type Passage = Span & {
  /** Position among the document's non-empty blocks, from 1, headings included. */
  readonly paragraph: number;
  readonly kind: PassageKind;
  /** Headings above the passage, outermost first. */
  readonly headings: readonly string[];
  /** The page on which it begins, from 1, where the format has pages. */
  readonly page?: number;
  /** The page on which it ends, where that is another. */
  readonly lastPage?: number;
};
