/** Colour of a cell, always beside its words: a reader who sees no colour loses nothing. */
export type Tone = 'for' | 'plain' | 'against' | 'mixed';

export type Cell = {
  /** One line each: a number, or stances. */
  readonly words: readonly string[];
  /** A last, smaller line. */
  readonly aside?: string;
  /** The same for the alt text, in words. */
  readonly said: string;
  readonly tone: Tone;
  /** Outlined instead of filled: there is weaker evidence only. */
  readonly weak: boolean;
};

/** A table to draw: every row has one cell a column, `undefined` where there is nothing. */
export type Matrix = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly (Cell | undefined)[] }[];
  /** Word for a cell with nothing in it; without it such a cell shows a dash and the alt text leaves it out. */
  readonly silent?: string;
  /** Last line of the picture: what the numbers count, where they come from. */
  readonly note?: string;
};
