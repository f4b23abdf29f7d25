import type { Document, DocumentFault } from './document.ts';
import type { Details } from './document-details.ts';
import type { ListedDocument } from './storage.ts';

/** A document that a server added. */
export type Added = {
  readonly stored: ListedDocument;
  /** As it is served; absent where the file cannot be read any more. */
  readonly document?: Document;
  /** What of the file could not be used. */
  readonly faults: readonly DocumentFault[];
};

/** A file to add; `details` is what its owner says of it. */
export type NewDocument = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly by: string;
  readonly details?: Details;
};

export type AddOutcome =
  /** `namesake`: another file had that name, and is kept beside this one. */
  | { readonly outcome: 'added'; readonly added: Added; readonly document: Document; readonly namesake: boolean }
  /** The server finds a document of the same bytes already; `own`: one that it added itself. */
  | { readonly outcome: 'duplicate'; readonly title: string; readonly own: boolean }
  | { readonly outcome: 'unreadable'; readonly fault: Omit<DocumentFault, 'path'> }
  /** In bytes. */
  | { readonly outcome: 'too-large'; readonly most: number; readonly size: number }
  | { readonly outcome: 'too-many'; readonly most: number }
  /** In bytes. */
  | { readonly outcome: 'too-much'; readonly most: number; readonly used: number; readonly size: number };

/** `faults` has a sentence for each field that could not be used and stays as it was. */
export type EditOutcome =
  | { readonly outcome: 'edited'; readonly added: Added; readonly faults: readonly string[] }
  | { readonly outcome: 'absent' };

export type ShareOutcome =
  | { readonly outcome: 'shared' | 'unshared' | 'unchanged'; readonly added: Added }
  | { readonly outcome: 'absent' };
