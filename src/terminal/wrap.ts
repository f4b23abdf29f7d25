import type { Span } from '../core/span.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Graphemes that take two columns: East Asian scripts and full-width forms (not the half-width ones), and emoji. */
const WIDE =
  /^(?![\uff61-\uffdc])(?:[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}\u3000-\u303e\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u;
const NO_WIDTH = /^[\p{M}\p{Cf}\n]+$/u;
/** Closing marks do not start a line. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}]/u;
/** A tab is kept, and counted at its widest. */
const TAB = 8;

/** Columns that text takes on a terminal. */
export function textWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

/**
 * The lines of a text at a width in columns, as offsets into it: cut at line feeds, then after spaces or before a wide
 * character, and inside a word only where the word alone is too long. Spaces at a cut belong to no line.
 */
export function wrap(text: string, width: number): Span[] {
  const lines: Span[] = [];
  let start = 0;
  let used = 0;
  let cut = 0;
  const close = (end: number) => lines.push({ start, end: start + text.slice(start, end).trimEnd().length });
  for (const { segment, index } of graphemes.segment(text)) {
    if (segment === '\n') {
      close(index);
      start = cut = index + 1;
      used = 0;
      continue;
    }
    const columns = graphemeWidth(segment);
    const space = segment === ' ' || segment === '\t';
    if (columns === 2 && !CLOSING.test(segment)) cut = index;
    if (used + columns > width && !space && index > start) {
      const end = cut > start ? cut : index;
      close(end);
      start = end;
      used = textWidth(text.slice(start, index));
    }
    used += columns;
    if (space) cut = index + segment.length;
  }
  close(text.length);
  return lines;
}

function graphemeWidth(grapheme: string): number {
  if (grapheme === '\t') return TAB;
  if (NO_WIDTH.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}
