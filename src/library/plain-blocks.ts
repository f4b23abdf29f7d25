import { type Block, glueBetween, type Line, lineAt, type Piece } from './block.ts';

/** Share of line breaks that a wrap at the text's own width must explain before lines are joined. */
const WRAPPED_SHARE = 0.8;
/** Columns between which people wrap text by hand or by editor; wider lines are paragraphs, narrower ones verse or lists. */
const WRAP_WIDTH = { least: 30, most: 160 };
/** A line shorter than this share of the wrap width was ended on purpose. */
const SHORT = 0.6;

const ITEM = /^(?:[-*+•·‣▪–—]|\(?\d{1,2}[.)])[ \t]/u;
const FINAL = /[.!?…。！？؟۔।]["'”’»›)\]」』]*$/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;
const UNSPACED = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/**
 * Splits plain text from the offset `from` into blocks. Nothing is markup. Lines between blank lines are joined where the
 * file is hard-wrapped, else each is a paragraph. Short lines without a final mark before prose are headings.
 */
export function plainBlocks(source: string, from: number): Block[] {
  const groups: Line[][] = [];
  let open: Line[] | undefined;
  for (let at = from; at < source.length; ) {
    const line = lineAt(source, at);
    const rule = !LETTER_OR_DIGIT.test(line.content);
    if (rule) open = undefined;
    if (open) open.push(line);
    else if (line.content !== '') {
      open = [line];
      groups.push(open);
    }
    if (rule) open = undefined;
    at = line.next;
  }
  const width = wrapWidth(groups);
  const blocks = groups.flatMap((group) =>
    width === undefined ? group.map((line) => [line]) : paragraphs(group, width),
  );
  return withHeadings(source, blocks);
}

/** The width at which the text is hard-wrapped, in columns; `undefined` where its line breaks are no wraps. */
function wrapWidth(groups: readonly (readonly Line[])[]): number | undefined {
  const breaks = groups
    .flatMap((group) => group.slice(1).map((after, index) => ({ before: group[index] ?? after, after })))
    .filter(({ after }) => !ITEM.test(after.content));
  const widths = breaks.map(({ before }) => columns(before.content)).sort((a, b) => a - b);
  const width = widths[Math.ceil(0.95 * (widths.length - 1))] ?? 0;
  if (width < WRAP_WIDTH.least || width > WRAP_WIDTH.most) return undefined;
  const share = (holds: (pair: { before: Line; after: Line }) => boolean) =>
    breaks.filter(holds).length / breaks.length;
  const forced = share(({ before, after }) => columns(before.content) + 1 + firstWord(after.content) > width);
  const capital = share(({ after }) => /^[^\p{L}]*\p{Lu}/u.test(after.content.slice(0, 8)));
  const final = share(({ before }) => endsSentence(before.content));
  return forced >= WRAPPED_SHARE && capital < 0.7 && final < 0.5 ? width : undefined;
}

/** Cuts the lines of a hard-wrapped block where a new paragraph or item begins. */
function paragraphs(group: readonly Line[], width: number): Line[][] {
  const result: Line[][] = [];
  for (const [index, line] of group.entries()) {
    const before = group[index - 1];
    const begins =
      before === undefined ||
      ITEM.test(line.content) ||
      columns(before.content) < SHORT * width ||
      (line.indent > before.indent && endsSentence(before.content));
    if (begins) result.push([line]);
    else result.at(-1)?.push(line);
  }
  return result;
}

/**
 * A heading opens the document, or is one of at most two short lines between blocks of prose; longer runs of short lines
 * are lists. A short last line is one too: an invitation to comment is no statement of the document.
 */
function withHeadings(source: string, paragraphs: readonly (readonly Line[])[]): Block[] {
  const short = paragraphs.map((lines) => lines.length === 1 && isHeadingLike(lines[0]?.content ?? ''));
  const headings = new Set<number>(short[0] && short.length > 1 ? [0] : []);
  for (let start = 0; start < short.length; start++) {
    let end = start;
    while (short[end]) end++;
    const besideProse = start > 0 || end < short.length;
    if (besideProse && end - start <= 2) for (let index = start; index < end; index++) headings.add(index);
    start = end;
  }
  const titled = headings.has(0);
  return paragraphs.map((lines, index) =>
    headings.has(index)
      ? { kind: 'heading', level: titled && index > 0 ? 2 : 1, pieces: pieces(source, lines) }
      : { kind: 'paragraph', pieces: pieces(source, lines) },
  );
}

function pieces(source: string, lines: readonly Line[]): Piece[] {
  return lines.map(({ start, end }, index) => {
    const before = lines[index - 1];
    return before ? { start, end, glue: glueBetween(source, before, { start, end }) } : { start, end };
  });
}

/** Short, without a final mark, quotation mark or bracket at the end, and not beginning in lower case or with a bullet. */
function isHeadingLike(content: string): boolean {
  return (
    content.length <= 90 &&
    columns(content) <= 90 &&
    content.split(/\s+/u).length <= 14 &&
    !/[\p{Po}\p{Pe}\p{Pf}\p{Pd}"'“‘]$/u.test(content) &&
    /^[\p{Pi}"'¿¡„]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(content) &&
    LETTER_OR_DIGIT.test(content)
  );
}

function endsSentence(content: string): boolean {
  return FINAL.test(content.slice(-20));
}

/** Width on a terminal: East Asian wide characters count two. */
function columns(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** Columns of the first word; in scripts without spaces a character and the mark that may not begin a line. */
function firstWord(content: string): number {
  return UNSPACED.test(content) ? 4 : columns(/^\S*/u.exec(content)?.[0] ?? '');
}
