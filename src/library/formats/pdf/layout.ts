import type { TextBlock } from '../../../core/conversion.ts';
import { superscript } from '../superscript.ts';
import { columnsOf } from './columns.ts';
import { cutFootnotes, markOf } from './footnotes.ts';
import { countWords, joinLines, type WordCounts } from './join-lines.ts';
import { type Line, lineOf, typical } from './lines.ts';
import { beginsInside, endsOpen, type Group, groupsOf, LEADERS, type TextLine, type Usual } from './paragraphs.ts';
import { withoutRunningLines } from './running-lines.ts';
import type { Run } from './runs.ts';

/** What a raised number is the power of. */
const UNIT = /(?:^|[\s\d/])(?:[kcmd]?m|ft|in|mi|s|10)$/u;

type Page = { readonly columns: readonly Group[][]; readonly notes: readonly TextLine[][] };
type Draft = { kind: Group['kind']; text: string; size: number; page: number; lastPage: number };

/**
 * The text of a document's pages as blocks in reading order: running heads left out, broken words whole, paragraphs
 * joined over columns and pages, notes after the paragraph with which their page ends.
 */
export function layOut(pages: readonly (readonly Run[])[]): TextBlock[] {
  const bodies = withoutRunningLines(pages);
  const usual = usualOf(bodies.flat());
  const laid = bodies.map((runs) => pageOf(runs, usual));
  const lines = laid.flatMap(({ columns, notes }) => [
    ...columns.flat().flatMap((group) => group.lines),
    ...notes.flat(),
  ]);
  const counts = countWords(lines.map(({ text }) => text));
  const drafts: Draft[] = [];
  let open: Draft | undefined;
  let waiting: Draft[] = [];
  for (const [index, { columns, notes }] of laid.entries()) {
    for (const groups of columns) {
      for (const [at, group] of groups.entries()) {
        const draft = draftOf(group, index + 1, counts);
        if (at === 0 && open && goesOn(open, draft)) {
          open.text = joinLines(open.text, draft.text, counts);
          open.lastPage = draft.page;
        } else {
          drafts.push(...waiting, draft);
          waiting = [];
          open = draft;
        }
      }
    }
    waiting.push(...notes.map((lines) => draftOf({ kind: 'paragraph', lines }, index + 1, counts)));
  }
  return withLevels([...drafts, ...waiting]);
}

function pageOf(runs: readonly Run[], usual: Usual): Page {
  const cut = columnsOf(runs).map((rows) => cutFootnotes(rows, usual.size));
  const marks = new Set(cut.flatMap(({ notes }) => notes.flatMap((row) => markOf(row) ?? [])));
  const toLine = (row: readonly Run[]) => textLine(lineOf(row), marks);
  const notes: TextLine[][] = [];
  for (const row of cut.flatMap((column) => column.notes)) {
    const mark = markOf(row);
    const line = toLine(row);
    const text = line.text.replace(/^\[?(\d+|[*†‡§¶]+)\]?[.)]?\s*/u, '[$1] ');
    if (mark !== undefined || notes.length === 0) notes.push([mark === undefined ? line : { ...line, text }]);
    else notes.at(-1)?.push(line);
  }
  return { columns: cut.map(({ text }) => groupsOf(text.map(toLine), usual)), notes };
}

/** A line as text; cells of a table are parted where the whole line becomes a row. */
function textLine(line: Line, marks: ReadonlySet<string>): TextLine {
  const parts = line.parts.map(({ text, raised }, index) => {
    const ofUnit = UNIT.test(line.parts[index - 1]?.text ?? '');
    return raised ? superscript(text, (mark) => marks.has(mark) && !ofUnit) : text;
  });
  return { ...line, text: tidy(parts.join('')) };
}

function draftOf({ kind, lines }: Group, page: number, counts: WordCounts): Draft {
  const size = Math.max(...lines.map((line) => line.size));
  const text =
    kind === 'table'
      ? lines.map(rowOf).join('\n')
      : kind === 'code'
        ? lines.map((line) => line.text).join('\n')
        : lines.map((line) => line.text).reduce((before, after) => joinLines(before, after, counts));
  return { kind, text: tidy(text), size, page, lastPage: page };
}

function rowOf({ parts }: Line): string {
  const cells: string[] = [];
  for (const { text, cell } of parts) cells[cell] = (cells[cell] ?? '') + text;
  return cells.map((cell) => tidy(cell.replace(LEADERS, ' … '))).join(' | ');
}

function goesOn(open: Draft, next: Draft): boolean {
  const prose = (open.kind === 'paragraph' || open.kind === 'list') && next.kind === 'paragraph';
  const alike = Math.abs(open.size - next.size) <= 0.1 * next.size;
  return prose && alike && endsOpen(open.text) && beginsInside(next.text);
}

/** The larger the type of a heading, the higher it stands. */
function withLevels(drafts: readonly Draft[]): TextBlock[] {
  const round = ({ size }: Draft) => Math.round(size);
  const sizes = [...new Set(drafts.filter(({ kind }) => kind === 'heading').map(round))].sort((a, b) => b - a);
  return drafts.map((draft) => {
    const { kind, text, page, lastPage } = draft;
    return {
      kind,
      text,
      ...(kind === 'heading' ? { level: sizes.indexOf(round(draft)) + 1 } : {}),
      page,
      ...(lastPage === page ? {} : { lastPage }),
    };
  });
}

function usualOf(runs: readonly Run[]): Usual {
  const size = typical(runs);
  const letters = new Map<string, number>();
  for (const run of runs) {
    if (Math.abs(run.size - size) > 0.5) continue;
    letters.set(run.font, (letters.get(run.font) ?? 0) + run.text.length);
  }
  const font = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  return { size, font };
}

function tidy(text: string): string {
  return text.replace(/[^\S\n]+/gu, ' ').trim();
}
