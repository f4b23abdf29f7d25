import type { Run } from './runs.ts';

/** A piece of a line; `raised` is small and above the baseline: the mark of a footnote, an exponent. */
type Part = { readonly text: string; readonly raised: boolean; readonly cell: number };

/** A line of a column, or of the whole page where it has no columns. Lengths are in points from the top left. */
export type Line = {
  readonly parts: readonly Part[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** The font of nearly all its letters; empty where it has several. */
  readonly font: string;
  readonly mono: boolean;
  /** White space within the line as wide as between two cells of a table; cells count from 0. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  /** Whether its spaces are all alike, as where a line is stretched; those between cells differ with what the cells hold. */
  readonly even: boolean;
};

/** Share of the type size within which two baselines are one. */
const SAME_BASELINE = 0.3;
/** A raised run is smaller than this share of its line's type size, and this share of it higher. */
const RAISED = { size: 0.87, least: 0.12, most: 0.8 };
/** In shares of the type size: white space that parts two words, and two cells. */
const WORD_GAP = 0.13;
const CELL_GAP = 1.4;
/** Share of a line's letters that makes their font the line's; a hyphen or a sign may come from another. */
const MAIN_FONT = 0.85;
/** Spaces of a justified line differ by less than this factor. */
const EVEN = 1.15;

/** Runs by lines from top to bottom, each from left to right; small raised and lowered runs go with the line they touch. */
export function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: { y: number; size: number; runs: Run[] }[] = [];
  const bySize = [...runs].sort((a, b) => b.size - a.size);
  const large = bySize.filter(({ size }) => size >= RAISED.size * typical(runs));
  for (const run of large.sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(run.y - row.y) <= SAME_BASELINE * Math.min(run.size, row.size)) {
      row.runs.push(run);
      row.size = Math.max(row.size, run.size);
    } else rows.push({ y: run.y, size: run.size, runs: [run] });
  }
  const small = runs.filter((run) => run.size < RAISED.size * typical(runs)).sort((a, b) => a.y - b.y || a.x - b.x);
  const own: { y: number; size: number; runs: Run[] }[] = [];
  for (const run of small) {
    const row = rows.find((candidate) => carries(candidate, run));
    const last = own.at(-1);
    if (row) row.runs.push(run);
    else if (last && Math.abs(run.y - last.y) <= SAME_BASELINE * Math.max(run.size, last.size)) last.runs.push(run);
    else own.push({ y: run.y, size: run.size, runs: [run] });
  }
  attachRaised(own);
  return [...rows, ...own].sort((a, b) => a.y - b.y).map((row) => row.runs.sort((a, b) => a.x - b.x));
}

/** Among small print, as in footnotes, a raised mark is a row of its own until it finds the line that it opens. */
function attachRaised(rows: { y: number; size: number; runs: Run[] }[]): void {
  for (let index = rows.length - 1; index > 0; index--) {
    const [before, row] = [rows[index - 1], rows[index]];
    if (!before || !row || before.size >= RAISED.size * row.size) continue;
    if (!before.runs.every((run) => carries(row, run))) continue;
    row.runs.push(...before.runs);
    rows.splice(index - 1, 1);
  }
}

/** Whether a small run stands beside a run of the row, a little above or below its baseline. */
function carries(row: { y: number; size: number; runs: readonly Run[] }, run: Run): boolean {
  const rise = row.y - run.y;
  if (run.size >= RAISED.size * row.size || rise > RAISED.most * row.size || rise < -0.35 * row.size) return false;
  const reach = (Math.abs(rise) <= SAME_BASELINE * row.size ? 3 : 0.5) * row.size;
  return row.runs.some(({ x, width }) => run.x <= x + width + reach && run.x + run.width >= x - reach);
}

/** The type size of most letters. */
export function typical(runs: readonly Pick<Run, 'size' | 'text'>[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of runs) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  let best = 0;
  for (const [size, count] of letters) if (count > (letters.get(best) ?? 0)) best = size;
  return best;
}

/** The line of a row: words parted by one space each, wide gaps remembered. */
export function lineOf(row: readonly Run[]): Line {
  const size = typical(row);
  const body = row.filter((run) => run.size >= RAISED.size * size);
  const y = body[0]?.y ?? row[0]?.y ?? 0;
  const reversed = row.filter(({ rightToLeft }) => rightToLeft).length > row.length / 2;
  const ordered = reversed ? [...row].reverse() : row;
  const parts: Part[] = [];
  const gaps: { from: number; to: number }[] = [];
  const spaces: number[] = [];
  let before: Run | undefined;
  for (const run of ordered) {
    const from = before && (reversed ? run.x + run.width : before.x + before.width);
    const to = before && (reversed ? before.x : run.x);
    const gap = from === undefined || to === undefined ? 0 : to - from;
    if (from !== undefined && to !== undefined && gap > CELL_GAP * size) gaps.push({ from, to });
    const raised = run.size < RAISED.size * size && y - run.y > RAISED.least * size;
    const touching = gap <= WORD_GAP * size;
    if (!touching) spaces.push(gap);
    const text = (touching ? '' : ' ') + run.text;
    const last = parts.at(-1);
    if (last && last.raised === raised && last.cell === gaps.length)
      parts[parts.length - 1] = { ...last, text: last.text + text };
    else parts.push({ text, raised, cell: gaps.length });
    before = run;
  }
  const letters = new Map<string, number>();
  for (const { font, text } of body) letters.set(font, (letters.get(font) ?? 0) + text.length);
  const all = [...letters.values()].reduce((sum, count) => sum + count, 0);
  const font = [...letters].find(([, count]) => count >= MAIN_FONT * all)?.[0] ?? '';
  return {
    parts,
    left: Math.min(...row.map(({ x }) => x)),
    right: Math.max(...row.map(({ x, width }) => x + width)),
    y,
    size,
    font,
    mono: body.every(({ mono }) => mono),
    gaps,
    even: spaces.length > 1 && Math.max(...spaces) < EVEN * Math.min(...spaces),
  };
}
