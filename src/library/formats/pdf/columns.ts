import { rowsOf, typical } from './lines.ts';
import type { Run } from './runs.ts';

/** Rows that two columns have at least, on either side; fewer are a table or a signature. */
const LEAST_ROWS = 5;
/** Points; and in shares of the type size: the least white space between two columns. */
const GUTTER = { points: 7, share: 0.7 };
/** Streaks of rows with a white strip that are looked at, the longest first. */
const TRIED = 40;
/** Rows above which a page is no page of prose, and is read from top to bottom. */
const MOST_ROWS = 400;
/** Share of the page's text width that a column has at least. */
const LEAST_WIDTH = 0.18;
/** Share of its column that the middle line of prose fills, and its letters; cells of a table are shorter. */
const PROSE = { fill: 0.6, letters: 16 };

/** From the `first` to the `last` row, nothing stands between `left` and `right`. */
type Gutter = { first: number; last: number; left: number; right: number };

/**
 * The columns of a page in reading order, each as its rows from top to bottom. What spans columns parts them: above it,
 * left, right, below it. A page without columns is one.
 */
export function columnsOf(runs: readonly Run[]): Run[][][] {
  const rows = rowsOf(runs);
  const gutter = rows.length < LEAST_ROWS || rows.length > MOST_ROWS ? undefined : widestGutter(rows);
  if (!gutter) return rows.length === 0 ? [] : [rows];
  const between = rows.slice(gutter.first, gutter.last + 1).flat();
  const middle = (gutter.left + gutter.right) / 2;
  return [
    ...columnsOf(rows.slice(0, gutter.first).flat()),
    ...columnsOf(between.filter(({ x }) => x < middle)),
    ...columnsOf(between.filter(({ x }) => x >= middle)),
    ...columnsOf(rows.slice(gutter.last + 1).flat()),
  ];
}

/** The gutter beside the most rows: white from one row to another, with prose on either side. */
function widestGutter(rows: readonly (readonly Run[])[]): Gutter | undefined {
  const runs = rows.flat();
  const from = Math.floor(Math.min(...runs.map(({ x }) => x)));
  const to = Math.ceil(Math.max(...runs.map(({ x, width }) => x + width)));
  const least = Math.max(GUTTER.points, GUTTER.share * typical(runs));
  const margin = LEAST_WIDTH * (to - from);
  const covered = rows.map((row) => coverage(row, from, to));
  const white = (x: number, first: number, last: number) => {
    for (let row = first; row <= last; row++) if (covered[row]?.[x]) return false;
    return true;
  };
  const streaks = new Map<string, Pick<Gutter, 'first' | 'last'>>();
  for (let x = Math.ceil(margin); x < to - from - margin; x++) {
    for (let first = 0, last = 0; first < rows.length; first = last + 1) {
      for (last = first; last < rows.length && !covered[last]?.[x]; ) last++;
      if (last - first >= LEAST_ROWS) streaks.set(`${first} ${last}`, { first, last: last - 1 });
    }
  }
  for (const streak of [...streaks.values()].sort((a, b) => b.last - b.first - (a.last - a.first)).slice(0, TRIED)) {
    for (let x = Math.ceil(margin), end = x; x < to - from - margin; x = end + 1) {
      for (end = x; end < to - from - margin && white(end, streak.first, streak.last); ) end++;
      const gutter = trimmed(rows, { ...streak, left: from + x, right: from + end });
      if (end - x >= least && partsProse(rows, gutter)) return gutter;
    }
  }
  return undefined;
}

/** Which points of the page's width a row covers. */
function coverage(row: readonly Run[], from: number, to: number): Uint8Array {
  const covered = new Uint8Array(to - from + 1);
  for (const { x, width } of row) covered.fill(1, Math.floor(x) - from, Math.ceil(x + width) - from);
  return covered;
}

/** Without the first rows that stand on the left alone: the short last line of what spans the columns above. */
function trimmed(rows: readonly (readonly Run[])[], gutter: Gutter): Gutter {
  let { first } = gutter;
  const runs = rows.slice(gutter.first, gutter.last + 1).flat();
  const onLeftAlone = (row: readonly Run[] = []) => {
    const { y = 0, size = 0 } = row[0] ?? {};
    return !runs.some((run) => Math.abs(run.y - y) < size && run.x >= gutter.right);
  };
  while (first < gutter.last && onLeftAlone(rows[first])) first++;
  return { ...gutter, first };
}

function partsProse(rows: readonly (readonly Run[])[], { first, last, right }: Gutter): boolean {
  const between = rows.slice(first, last + 1).flat();
  return isProse(between.filter(({ x }) => x < right)) && isProse(between.filter(({ x }) => x >= right));
}

/** Whether most lines fill their column, or the columns into which it is cut in its turn. */
function isProse(side: readonly Run[]): boolean {
  const rows = rowsOf(side);
  if (rows.length < LEAST_ROWS) return false;
  const lines = rows.map((row) => ({
    from: Math.min(...row.map(({ x }) => x)),
    to: Math.max(...row.map(({ x, width }) => x + width)),
    letters: row.reduce((sum, { text }) => sum + text.length, 0),
  }));
  const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const width = Math.max(...lines.map(({ to }) => to)) - Math.min(...lines.map(({ from }) => from));
  const fills = middle(lines.map(({ from, to }) => to - from)) >= PROSE.fill * width;
  if (middle(lines.map(({ letters }) => letters)) < PROSE.letters) return false;
  return fills || widestGutter(rows) !== undefined;
}
