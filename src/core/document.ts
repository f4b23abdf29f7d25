import type { Passage } from './passage.ts';

/**
 * A document as it is searched and quoted. `text` is the whole file's text, front matter included, after decoding, NFC
 * (except letters that NFC would take apart), removal of a byte order mark and CRLF, and joining of hard-wrapped lines;
 * every offset of the product counts UTF-16 code units in it.
 */
export type Document = {
  /** Path relative to the knowledge folder, with forward slashes; of a document that a server added, `/SERVER/NAME`. */
  readonly id: string;
  /** SHA-256 of the file's bytes, as 64 hexadecimal digits. */
  readonly hash: string;
  readonly title: string;
  readonly text: string;
  /** BCP 47 language without region: 'en', 'de', 'zh'. */
  readonly language: string;
  readonly author?: string;
  readonly publisher?: string;
  /** As the document gives it: '2023', '2023-01-12'. */
  readonly date?: string;
  readonly url?: string;
  readonly tags: readonly string[];
  /** The server to which it belongs alone; a shared document belongs to none. */
  readonly guild?: string;
  readonly passages: readonly Passage[];
};

/** A file that cannot be served, with what is wrong and what its owner can do. */
export type DocumentFault = { readonly path: string; readonly cause: string; readonly remedy: string };
