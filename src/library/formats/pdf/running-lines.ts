import { rowsOf } from './lines.ts';
import type { Run } from './runs.ts';

/** Rows at the top and at the bottom of a page among which running heads and page numbers are looked for. */
const OUTERMOST = 3;
/** Points within which two pages have a row at the same height. */
const SAME_HEIGHT = 3;
/** White space that sets running lines apart from the text: in distances of most rows, and in sizes of its type. */
const APART = { distances: 1.25, sizes: 1.6 };
const NUMBER = /\d+/gu;
const PAGE_NUMBER = /^[-–—\s[(]*(?:\p{L}{1,6}\.?\s*)?(\d{1,4})(?:\s*(?:\/|of|von|de)\s*\d{1,4})?[-–—\s\])]*$/iu;
const ROMAN = /^[ivxl]{1,7}$/iu;

type Candidate = { readonly page: number; readonly runs: readonly Run[]; readonly keys: readonly string[] };

/**
 * The runs of each page without running heads, footers and page numbers: lines at the edge of a page that others have at
 * the same height, alike or with a number that grows with the pages.
 */
export function withoutRunningLines(pages: readonly (readonly Run[])[]): Run[][] {
  const candidates = pages.flatMap((runs, page) => outermost(runs).flatMap((row) => candidatesOf(row, page)));
  const seen = new Map<string, Set<number>>();
  for (const { keys, page } of candidates)
    for (const key of keys) seen.set(key, (seen.get(key) ?? new Set()).add(page));
  const running = candidates.filter(({ keys }) => keys.some((key) => (seen.get(key)?.size ?? 0) >= 2));
  const heights = running.flatMap(({ runs }) => runs[0]?.y ?? []);
  const usual = (y: number) =>
    heights.filter((height) => Math.abs(height - y) <= SAME_HEIGHT).length >= Math.max(2, 0.3 * pages.length);
  return pages.map((runs, page) => {
    const ours = new Set(running.filter((candidate) => candidate.page === page).flatMap((candidate) => candidate.runs));
    const isRunning = (row: readonly Run[]) =>
      row.some((run) => ours.has(run)) ||
      usual(row[0]?.y ?? 0) ||
      Number(PAGE_NUMBER.exec(textOf(row))?.[1]) === page + 1;
    const rows = rowsOf(runs);
    const dropped = new Set([...edge(rows, isRunning), ...edge(rows.reverse(), isRunning)]);
    return runs.filter((run) => !dropped.has(run));
  });
}

/** The running rows that open a page, or end it where it is turned round, as far as white space parts them from the text. */
function edge(rows: readonly Run[][], isRunning: (row: readonly Run[]) => boolean): Run[] {
  const distances = rows.slice(1).map((row, index) => distance(rows[index], row));
  const usual = [...distances].sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0;
  let end = 0;
  for (let count = 1; count <= OUTERMOST && isRunning(rows[count - 1] ?? []); count++) {
    const beyond = distances[count - 1] ?? Infinity;
    const least = Math.max(APART.distances * usual, APART.sizes * (rows[count]?.[0]?.size ?? 0));
    if (beyond > least || rows.length <= OUTERMOST) end = count;
  }
  return rows.slice(0, end).flat();
}

function distance(one: readonly Run[] | undefined, other: readonly Run[] | undefined): number {
  return Math.abs((one?.[0]?.y ?? 0) - (other?.[0]?.y ?? 0));
}

function outermost(runs: readonly Run[]): Run[][] {
  const rows = rowsOf(runs);
  return rows.length <= 2 * OUTERMOST ? rows : [...rows.slice(0, OUTERMOST), ...rows.slice(-OUTERMOST)];
}

/** A row, and each of its parts where it has several: left and right heads change apart. */
function candidatesOf(row: readonly Run[], page: number): Candidate[] {
  const parts: Run[][] = [];
  for (const run of row) {
    const last = parts.at(-1)?.at(-1);
    if (last && run.x - last.x - last.width < 2 * run.size) parts.at(-1)?.push(run);
    else parts.push([run]);
  }
  return parts.map((runs) => ({ page, runs, keys: keysOf(runs, page) }));
}

/** What a running line has in common with those of other pages: its words, or its words and a number less the page's. */
function keysOf(runs: readonly Run[], page: number): string[] {
  const height = Math.round((runs[0]?.y ?? 0) / SAME_HEIGHT);
  const text = textOf(runs);
  const words = [text, ...(ROMAN.test(text) ? ['roman'] : [])];
  for (const { 0: number, index } of [...text.matchAll(NUMBER)].slice(0, 3)) {
    words.push(`${text.slice(0, index)}#${Number(number) - page}${text.slice(index + number.length)}`);
  }
  return words.flatMap((one) => [`${height} ${one}`, `${height + 1} ${one}`]);
}

function textOf(runs: readonly Run[]): string {
  return runs
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
