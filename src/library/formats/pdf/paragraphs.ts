import type { PassageKind } from '../../../core/passage.ts';
import type { Line } from './lines.ts';

/** A line with the text that it has in its document. */
export type TextLine = Line & { readonly text: string };

/** Lines that belong together, before they are joined. */
export type Group = { readonly kind: PassageKind; readonly lines: readonly TextLine[] };

/** What is usual in a document: the type size and the font of most letters. */
export type Usual = { readonly size: number; readonly font: string };

/** In shares of the usual size: what is a heading, what the distance of lines in one paragraph. */
const HEADING_SIZE = 1.12;
const SAME_SIZE = 0.08;
/** In shares of the usual distance of lines: more is a new paragraph. */
const PARAGRAPH_GAP = 1.3;
/** In type sizes: an indent begins a paragraph. */
const INDENT = { least: 0.7, most: 5 };
/** Letters and lines that a heading has at most. */
const HEADING = { letters: 250, lines: 4, plainLetters: 100 };
const BULLET = /^[•◦▪▫‣●○■□–—*·-]\s+\S/u;
const ITEM = /^(?:[•◦▪▫‣●○■□–—*·-]|\(?(?:\d{1,2}|[a-z])[.)]|\([ivx]+\))\s+\S/u;
/** Dots that lead the eye to a page number, in a table of contents. */
export const LEADERS = /\s*(?:\.\s?){4,}/u;
const FINAL = /[.!?…。！？:;]["'”’»›)\]」』]*(?:\[\d+\]|[⁰¹²³⁴-⁹])*$/u;
const HEADING_END = /[.!?,;:…。]["'”’»)]*$/u;
const HEADING_START = /^["'“‘«„(¿¡]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;

/** Cuts the lines of a column, from top to bottom, into paragraphs, headings, items, tables and code. */
export function groupsOf(lines: readonly TextLine[], usual: Usual): Group[] {
  const leading = usualLeading(lines);
  const groups: { kind: PassageKind; lines: TextLine[] }[] = [];
  const right = Math.max(...lines.map((line) => line.right));
  const rows = lines.map(
    (line, index) => isRow(line, right) && [-1, 1].some((step) => meets(line, lines[index + step], right)),
  );
  for (const [index, line] of lines.entries()) {
    const kind = rows[index] ? 'table' : kindOf(line, usual);
    const group = groups.at(-1);
    const before = group?.lines.at(-1);
    if (group && before && continues({ group, before, line, kind, right, leading })) group.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  return groups.map((group) => (isNoHeading(group) ? { ...group, kind: 'paragraph' } : group));
}

/** Whether the end of a text may go on in another column or on another page. */
export function endsOpen(text: string): boolean {
  return !FINAL.test(text.slice(-30));
}

/** Whether a line, as far as can be seen from it alone, begins nothing new. */
export function beginsInside(text: string): boolean {
  return !ITEM.test(text) && /^["'“‘«„(]*[\p{L}\p{N}]/u.test(text);
}

function kindOf(line: TextLine, usual: Usual): PassageKind {
  if (LEADERS.test(line.text)) return 'table';
  if (line.mono) return 'code';
  if (BULLET.test(line.text)) return 'list';
  if (line.size >= HEADING_SIZE * usual.size) return 'heading';
  const setApart = line.font !== '' && line.font !== usual.font && line.size >= (1 - SAME_SIZE) * usual.size;
  const looksIt =
    line.text.length <= HEADING.plainLetters && HEADING_START.test(line.text) && !HEADING_END.test(line.text);
  if (setApart && looksIt) return 'heading';
  return ITEM.test(line.text) ? 'list' : 'paragraph';
}

/** Whether a line may be a row of a table: wide white space in it, and not because it was stretched to fill the column. */
function isRow({ gaps, even, right, size }: TextLine, edge: number): boolean {
  return gaps.length > 0 && !(even && right > edge - 0.5 * size);
}

/** Two lines are rows of one table where they have white space in the same place. */
function meets(line: TextLine, other: TextLine | undefined, edge: number): boolean {
  if (!other || !isRow(other, edge) || Math.abs(other.y - line.y) > 4 * line.size) return false;
  return line.gaps.some(({ from, to }) =>
    other.gaps.some((gap) => Math.min(to, gap.to) - Math.max(from, gap.from) >= 0.5 * line.size),
  );
}

type Meeting = {
  readonly group: Group;
  readonly before: TextLine;
  readonly line: TextLine;
  readonly kind: PassageKind;
  readonly right: number;
  readonly leading: number;
};

function continues({ group, before, line, kind, right, leading }: Meeting): boolean {
  const distance = line.y - before.y;
  const size = Math.max(line.size, before.size);
  if (kind === 'table' || group.kind === 'table') return kind === group.kind && distance <= 4 * size;
  if (kind === 'code' || group.kind === 'code') return kind === group.kind && distance <= 3 * size;
  if (kind === 'heading' || group.kind === 'heading') {
    const alike = Math.abs(line.size - before.size) <= SAME_SIZE * size && line.font === before.font;
    return kind === group.kind && alike && distance <= 1.6 * size;
  }
  if (kind === 'list') return false;
  if (distance > PARAGRAPH_GAP * leading || Math.abs(line.size - before.size) > 2 * SAME_SIZE * size) return false;
  if (group.kind === 'list') return line.left > (group.lines[0]?.left ?? 0) + 0.3 * size || endsOpen(before.text);
  const first = group.lines.length === 1;
  const indent = line.left - before.left;
  if (!first && indent > INDENT.least * size && indent < INDENT.most * size) return false;
  if (first && indent > INDENT.least * size && !endsOpen(before.text)) return false;
  return endsOpen(before.text) || !wasEnded(before, line, right);
}

/** Whether the next word would still have found room on the line before, so that its end was meant. */
function wasEnded(before: TextLine, line: TextLine, right: number): boolean {
  const word = /^\S*/u.exec(line.text)?.[0].length ?? 0;
  const letter = (line.right - line.left) / Math.max(1, line.text.length);
  return before.right + (word + 1) * letter < right - 2 * line.size;
}

/** The distance of most lines to the next; in a column of single lines, one that they are unlikely to have. */
function usualLeading(lines: readonly TextLine[]): number {
  const distances = lines
    .slice(1)
    .flatMap((line, index) => {
      const before = lines[index];
      const distance = before ? line.y - before.y : 0;
      return before && distance > 0 && distance < 2.2 * line.size ? [distance] : [];
    })
    .sort((a, b) => a - b);
  const size = lines[0]?.size ?? 10;
  return Math.min(distances[Math.floor(distances.length * 0.4)] ?? 1.3 * size, 2 * size);
}

function isNoHeading({ kind, lines }: Group): boolean {
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  return (
    kind === 'heading' &&
    (letters > HEADING.letters || lines.length > HEADING.lines || !lines.some(({ text }) => /\p{L}/u.test(text)))
  );
}
