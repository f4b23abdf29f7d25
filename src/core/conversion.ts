import type { Document } from './document.ts';
import type { PassageKind } from './passage.ts';

/** A block of a converted file, in reading order; its text is final: lines are joined, marks of layout are gone. */
export type TextBlock = {
  readonly kind: PassageKind;
  readonly text: string;
  /** Of a heading, from 1. */
  readonly level?: number;
  /** The page on which it begins, from 1, where the format has pages. */
  readonly page?: number;
  /** The page on which it ends, where that is another. */
  readonly lastPage?: number;
};

/** What the file itself says of the document. */
export type FileFields = Partial<Pick<Document, 'title' | 'author' | 'publisher' | 'date' | 'url'>>;

/** What is wrong with a file, and what its owner can do. */
export type Refusal = { readonly cause: string; readonly remedy: string };

/**
 * What became of a file that is no plain text. `gaps` tell what of it could not be read; `passing` marks a refusal that
 * another attempt may not meet: of time, memory or a worker.
 */
export type Conversion =
  | {
      readonly outcome: 'converted';
      readonly fields: FileFields;
      readonly blocks: readonly TextBlock[];
      readonly gaps: readonly Refusal[];
    }
  | ({ readonly outcome: 'refused'; readonly passing?: true } & Refusal);

/** Conversions that outlive a restart, by the SHA-256 of the file; what cannot be kept or read is made again. */
export type ConversionStore = {
  readonly read: (hash: string) => Promise<Conversion | undefined>;
  readonly write: (hash: string, conversion: Conversion) => Promise<void>;
  /** Deletes what is kept of a file, for one that its owner removed. */
  readonly forget: (hash: string) => Promise<void>;
};
