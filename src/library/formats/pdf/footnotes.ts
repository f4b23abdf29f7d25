import { typical } from './lines.ts';
import type { Run } from './runs.ts';

/** Notes are set smaller than this share of the document's usual type. */
const SMALLER = 0.93;
const MARK = /^(?:\d{1,3}|[*†‡§¶]{1,3})(?=[\s.)\p{Lu}“"‘]|$)/u;

/**
 * Cuts the small print at the foot of a column off its text: from the first row that a note's mark opens, with what an
 * earlier page's note left to be continued above it.
 */
export function cutFootnotes(rows: readonly Run[][], usualSize: number): { text: Run[][]; notes: Run[][] } {
  let from = rows.length;
  while (from > 0 && typical(rows[from - 1] ?? []) < SMALLER * usualSize) from--;
  const marked = rows.slice(from).some((row) => markOf(row) !== undefined);
  return marked ? { text: rows.slice(0, from), notes: rows.slice(from) } : { text: [...rows], notes: [] };
}

/** The mark of a note that opens a row: a number or a sign. */
export function markOf(row: readonly Run[]): string | undefined {
  const text = row
    .slice(0, 2)
    .map((run) => run.text)
    .join(' ');
  return MARK.exec(text.trim())?.[0];
}
