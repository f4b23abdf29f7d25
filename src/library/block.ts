import type { Passage, PassageKind } from '../core/passage.ts';
import type { Span } from '../core/span.ts';

/** A line's worth of a block, as offsets into the source; `glue` stands in the text instead of what separates it from the piece before. */
export type Piece = Span & { readonly glue?: string };

/** Where a block stands, in formats with pages. */
type Pages = Pick<Passage, 'page' | 'lastPage'>;

/** A block of a source text before its hard-wrapped lines are joined. `level` counts from 1 and is set for headings only. */
export type Block = { readonly kind: PassageKind; readonly level?: number; readonly pieces: readonly Piece[] } & Pages;

/** Chinese and Japanese characters with their punctuation: nothing stands between two of them when lines are joined. */
const UNSPACED_END = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]$|\p{sc=Han}$/u;
const UNSPACED_START = /^(?:[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]|\p{sc=Han})/u;

/** What replaces the break between two hard-wrapped lines: one space, or nothing between two Chinese or Japanese characters. */
export function glueBetween(source: string, before: Span, after: Span): string {
  const unspaced =
    UNSPACED_END.test(source.slice(Math.max(before.start, before.end - 2), before.end)) &&
    UNSPACED_START.test(source.slice(after.start, after.start + 2));
  return unspaced ? '' : ' ';
}

/** A line of a text: `start` and `end` without surrounding white space (equal where it is blank), `next` the start of the following line. */
export type Line = Span & {
  readonly content: string;
  readonly indent: number;
  readonly hardBreak: boolean;
  readonly next: number;
};

/** Reads the line that starts at `from`. `indent` counts columns, a tab as four; `hardBreak` is Markdown's two spaces or backslash at the end. */
export function lineAt(source: string, from: number): Line {
  const at = source.indexOf('\n', from);
  const raw = source.slice(from, at < 0 ? source.length : at);
  const content = raw.trim();
  const start = from + raw.length - raw.trimStart().length;
  let indent = 0;
  for (const character of source.slice(from, Math.min(start, from + 16))) {
    if (character !== ' ' && character !== '\t') break;
    indent += character === '\t' ? 4 - (indent % 4) : 1;
  }
  return {
    start,
    end: start + content.length,
    content,
    indent,
    hardBreak: raw.endsWith('  ') || content.endsWith('\\'),
    next: at < 0 ? source.length : at + 1,
  };
}
