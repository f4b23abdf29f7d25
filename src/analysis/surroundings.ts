import type { Author } from './authors.ts';
import type { Voices } from './voices.ts';

/** What a sentence is read with. */
export type Surroundings = {
  readonly voices: Voices;
  /** Who held the last sentence's position. */
  readonly before: readonly string[];
  /** The one body that the last sentence, or else the heading, names. */
  readonly focus: readonly string[];
  /** Whose quotation the sentence stands in, where it began earlier. */
  readonly speaker: readonly string[];
  /** Who wrote the document. */
  readonly author: Author;
};
