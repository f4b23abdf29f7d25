import type { Passage } from '../core/passage.ts';
import { sentenceSpans } from '../core/sentence.ts';
import type { Span } from '../core/span.ts';
import type { Block } from './block.ts';

/** UTF-16 code units above which a block is cut into several passages. */
const LONGEST = 6000;
/** Headings above this length are shown as they are; searching them for marks would take quadratic time. */
const LONGEST_MARKED = 500;
/** What makes a block a passage: "* * *" is counted as a paragraph, yet nobody would quote it. */
const QUOTABLE = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/**
 * Joins the hard-wrapped lines of the blocks, which must be in order, and gives the resulting text with its passages. Every
 * block takes the next paragraph number; one longer than 6,000 code units is cut at sentences, else words, and each part
 * takes a number of its own.
 */
export function toPassages(source: string, blocks: readonly Block[]): { text: string; passages: Passage[] } {
  const { text, spans } = join(source, blocks);
  const passages: Passage[] = [];
  const above: { level: number; heading: string }[] = [];
  let headings: readonly string[] = [];
  let paragraph = 0;
  for (const [index, { kind, level, page, lastPage }] of blocks.entries()) {
    const pages = { ...(page === undefined ? {} : { page }), ...(lastPage === undefined ? {} : { lastPage }) };
    const span = spans[index] ?? { start: 0, end: 0 };
    const content = text.slice(span.start, span.end);
    if (!QUOTABLE.test(content)) {
      paragraph++;
      continue;
    }
    if (level !== undefined) {
      while ((above.at(-1)?.level ?? 0) >= level) above.pop();
      headings = above.map(({ heading }) => heading);
    }
    for (const { start, end } of cut(content)) {
      passages.push({
        start: span.start + start,
        end: span.start + end,
        paragraph: ++paragraph,
        kind,
        headings,
        ...pages,
      });
    }
    if (level !== undefined) {
      above.push({ level, heading: unmarked(content) });
      headings = above.map(({ heading }) => heading);
    }
  }
  return { text, passages };
}

/** The source with every piece's glue in place, and where each block then stands. */
function join(source: string, blocks: readonly Block[]): { text: string; spans: Span[] } {
  const parts: string[] = [];
  const spans: Span[] = [];
  let copied = 0;
  let length = 0;
  const add = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  for (const { pieces } of blocks) {
    let start: number | undefined;
    for (const piece of pieces) {
      add(piece.glue ?? source.slice(copied, piece.start));
      start ??= length;
      add(source.slice(piece.start, piece.end));
      copied = piece.end;
    }
    spans.push({ start: start ?? length, end: length });
  }
  add(source.slice(copied));
  return { text: parts.join(''), spans };
}

/** Spans of at most 6,000 code units, cut at sentences, or at words where one sentence is longer. */
function cut(content: string): Span[] {
  if (content.length <= LONGEST) return [{ start: 0, end: content.length }];
  const spans: { start: number; end: number }[] = [];
  for (const sentence of sentenceSpans(content)) {
    for (const part of cutAtWords(content, sentence)) {
      const last = spans.at(-1);
      if (last && part.end - last.start <= LONGEST) last.end = part.end;
      else spans.push({ ...part });
    }
  }
  return spans.filter(({ start, end }) => QUOTABLE.test(content.slice(start, end)));
}

function cutAtWords(content: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const most = content.slice(from, from + LONGEST + 1);
    const space = Math.max(most.lastIndexOf(' '), most.lastIndexOf('\u00a0'), most.lastIndexOf('\t'));
    let to = from + (space > LONGEST / 2 ? space : LONGEST);
    while (to > from + LONGEST / 2 && splitsCharacter(content, to)) to--;
    const part = content.slice(from, to).trimEnd();
    if (part !== '') spans.push({ start: from, end: from + part.length });
    from = to + content.slice(to, end).length - content.slice(to, end).trimStart().length;
  }
  if (end > from) spans.push({ start: from, end });
  return spans;
}

/** Whether a cut at `at` would part a surrogate pair, a letter from its accents, or a joined emoji. */
function splitsCharacter(content: string, at: number): boolean {
  return /^(?:[\udc00-\udfff]|\p{M}|\u200d)/u.test(content.slice(at, at + 2)) || content.charAt(at - 1) === '\u200d';
}

/** A heading as plain words: emphasis, code marks, escapes and link targets are Markdown's, not the author's. */
export function unmarked(heading: string): string {
  if (heading.length > LONGEST_MARKED) return heading;
  return heading
    .replace(/!?\[([^\][]*)\]\([^)\s]*\)/gu, '$1')
    .replace(/(?<![\p{L}\p{N}\\])(\*{1,3}|_{1,3}|`+)(\S(?:[^\n]*?\S)?)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replace(/\s+/gu, ' ');
}
