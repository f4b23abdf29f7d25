import { drawable } from './drawable.ts';
import { textWidth } from './letter-widths.ts';
import { COLOUR, SIZE } from './look.ts';
import type { Cell, Matrix } from './matrix.ts';
import { wrapText } from './wrap-text.ts';

/** One line of text around its middle height; pixels from the upper left corner of the cells. */
export type Line = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  readonly align: 'left' | 'center';
  /** Degrees, clockwise. */
  readonly angle: number;
};

/** Where everything goes: `width` and `height` of the cells together, the margins around them, every line of text. */
export type Layout = {
  readonly width: number;
  readonly height: number;
  readonly edge: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** The rows that are drawn. */
  readonly rows: Matrix['rows'];
  readonly lines: readonly Line[];
};

type Style = Omit<Line, 'text' | 'x' | 'y'>;

/** Discord shows a picture at most as high as 350 of its pixels: of one that is much higher than wide nothing can be read. */
const ROWS = { most: 12, height: 900 } as const;
const LEADING = 1.3;
const GAP = 12;
/** Room for the names of rows: more beside few columns, whose cells are higher too. */
const NAMES = { few: { width: 250, lines: 3 }, many: { width: 220, lines: 2 } } as const;
const SLANT = { angle: -45, longest: 190 } as const;

const plain = { bold: false, colour: COLOUR.text, align: 'left', angle: 0 } as const;
const STYLE = {
  title: { ...plain, size: SIZE.title, bold: true },
  name: { ...plain, size: SIZE.name },
  note: { ...plain, size: SIZE.note, colour: COLOUR.soft },
  header: { ...plain, size: SIZE.header, bold: true, align: 'center' },
  slanted: { ...plain, size: SIZE.header, bold: true, angle: SLANT.angle },
  word: { ...plain, size: SIZE.word, bold: true, align: 'center' },
  aside: { ...plain, size: SIZE.aside, align: 'center' },
  silent: { ...plain, size: SIZE.aside, align: 'center', colour: COLOUR.soft },
} satisfies Record<string, Style>;

/** Decides what stands where, so that a matrix fits a picture of a fixed width. */
export function layOut(matrix: Matrix): Layout {
  const inner = SIZE.width - 2 * SIZE.margin;
  const few = matrix.columns.length <= 3;
  const { width: names, lines: nameLines } = few ? NAMES.few : NAMES.many;
  const columns = matrix.columns.map(drawable);
  const broad = (inner - names) / columns.length - GAP;
  // A stance is one word: where it is too broad for its column, all headers are slanted rather than broken.
  const slanted = !few && columns.some((column) => textWidth(column, STYLE.header) > broad);
  const headers = columns.map((text) =>
    slanted ? wrap(text, STYLE.slanted, SLANT.longest, 1) : wrap(text, STYLE.header, broad, 2),
  );
  const rises = headers.map((lines) => Math.max(...lines.map((line) => textWidth(line.text, line))) * Math.SQRT1_2);
  // Slanted headers reach to the right of their columns.
  const reach = rises.map((rise, index) => rise - (columns.length - 1 - index + 0.5) * broad);
  const overhang = slanted ? Math.max(0, ...reach) + SIZE.header / 2 : 0;

  const width = inner - names - overhang;
  const step = width / columns.length;
  const drawn = matrix.rows.slice(0, ROWS.most).map(({ name, cells }) => ({
    name: wrap(drawable(name), STYLE.name, names - GAP, nameLines),
    cells: cells.map((cell) => cellLines(cell, matrix.silent ?? '–', step - 1.5 * GAP)),
  }));
  const rowHeight = Math.ceil(
    Math.max(...drawn.flatMap(({ name, cells }) => [name, ...cells].map(heightOf))) + 2.5 * GAP,
  );
  const blocks = drawn.slice(0, Math.max(1, Math.floor(ROWS.height / rowHeight)));
  const rows = matrix.rows.slice(0, blocks.length);
  const height = rowHeight * rows.length;

  const title = wrap(drawable(matrix.title), STYLE.title, inner, 2);
  const note = notesOf(matrix, rows.length).flatMap((text) => wrap(drawable(text), STYLE.note, inner, 3));
  const headerHeight = slanted ? Math.max(...rises) + SIZE.header : Math.max(...headers.map(heightOf));
  const edge = {
    left: SIZE.margin + names,
    right: SIZE.margin + overhang,
    top: Math.ceil(SIZE.margin + heightOf(title) + 2 * GAP + headerHeight),
    bottom: Math.ceil(SIZE.margin + (note.length > 0 ? heightOf(note) + GAP : 0)),
  };
  const left = SIZE.margin - edge.left;
  const headerAt = (index: number) =>
    slanted
      ? { x: (index + 0.5) * step - SIZE.header / 4, y: -SIZE.header / 2 - GAP / 2 }
      : { x: (index + 0.5) * step, y: -GAP / 2 - headerHeight / 2 };
  return {
    width,
    height,
    edge,
    rows,
    lines: [
      ...stack(title, left, SIZE.margin - edge.top + heightOf(title) / 2),
      ...headers.flatMap((lines, index) => stack(lines, headerAt(index).x, headerAt(index).y)),
      ...blocks.flatMap(({ name, cells }, row) => [
        ...stack(name, left, (row + 0.5) * rowHeight),
        ...cells.flatMap((lines, column) => stack(lines, (column + 0.5) * step, (row + 0.5) * rowHeight)),
      ]),
      ...stack(note, left, height + GAP + heightOf(note) / 2),
    ],
  };
}

type Unplaced = Style & { readonly text: string };

function cellLines(cell: Cell | undefined, silent: string, width: number): readonly Unplaced[] {
  if (cell === undefined) return wrap(silent, STYLE.silent, width, 1);
  return [
    ...together(cell.words.map(drawable), width).flatMap((words) => wrap(words, STYLE.word, width, 2)),
    ...(cell.aside === undefined ? [] : wrap(drawable(cell.aside), STYLE.aside, width, 1)),
  ];
}

/** Words side by side as long as they fit. */
function together(words: readonly string[], width: number): readonly string[] {
  return words.reduce<readonly string[]>((lines, word) => {
    const line = lines.length > 0 ? `${lines.at(-1)} · ${word}` : word;
    return lines.length === 0 || textWidth(line, STYLE.word) > width ? [...lines, word] : [...lines.slice(0, -1), line];
  }, []);
}

function notesOf({ rows, note }: Matrix, drawn: number): readonly string[] {
  const rest = rows.slice(drawn);
  return [
    ...(rest.length > 0 ? [`and ${rest.length} more: ${rest.map(({ name }) => name).join(', ')}`] : []),
    ...(note ? [note] : []),
  ];
}

function wrap(text: string, style: Style, width: number, lines: number): readonly Unplaced[] {
  return wrapText(text, { ...style, width, lines }).map((line) => ({ ...style, text: line }));
}

function heightOf(lines: readonly Style[]): number {
  return lines.reduce((sum, { size }) => sum + size * LEADING, 0);
}

/** Sets lines under each other around the height `y`. */
function stack(lines: readonly Unplaced[], x: number, y: number): readonly Line[] {
  return lines.map((line, index) => ({
    ...line,
    x,
    y: y - heightOf(lines) / 2 + heightOf(lines.slice(0, index)) + (line.size * LEADING) / 2,
  }));
}
