import type { PassageKind } from '../core/passage.ts';
import { type Block, glueBetween, type Line, lineAt, type Piece } from './block.ts';

const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/u;
const THEMATIC_BREAK = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/u;
const UNDERLINE = /^(?:=+|-+)$/u;
const QUOTED = /^>(?:[ \t]*>)*/u;
const ITEM = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/u;
/** Of the items, only these may follow a paragraph without a blank line, as CommonMark has it: "in\n2022. Then" is prose. */
const INTERRUPTING_ITEM = /^(?:[-*+]|1[.)])[ \t]+\S/u;
const TABLE_RULE = /^(?=.*\|)(?=.*-)[|:\- \t]+$/u;
const LINK_DEFINITION = /^\[[^\]^][^\]]*\]:[ \t]*<?(?:https?:|mailto:|[#/.])/u;

/** Marks are looked for in this many characters of a line, so that no line of a million marks can stall or overflow a pattern. */
const HEAD = 1000;
const COMMENT = /\s*<!--/uy;

type Open = { kind: PassageKind; level?: number; pieces: Piece[]; hardBreak: boolean };

/**
 * Splits Markdown from the offset `from` into blocks, by CommonMark's rules except that a blank line ends a list or
 * quotation too. Comments and link definitions, which no reader sees, give no block. Time is linear in the text.
 */
export function markdownBlocks(source: string, from: number): Block[] {
  const blocks: Open[] = [];
  const lastComment = source.lastIndexOf('-->');
  let open: Open | undefined;
  let inList = false;
  const begin = (kind: PassageKind, line: Line, more: { start?: number; level?: number } = {}) => {
    const { start = line.start, ...level } = more;
    open = { kind, ...level, pieces: [{ start, end: line.end }], hardBreak: line.hardBreak };
    blocks.push(open);
  };

  for (let at = from, line: Line; at < source.length; at = line.next) {
    line = lineAt(source, at);
    const content = line.content.slice(0, HEAD);
    const nested = line.indent < 4 || inList;
    const atx = line.indent < 4 ? atxHeading(line.content) : undefined;
    if (content === '') {
      open = undefined;
    } else if (!open && line.indent < 4 && LINK_DEFINITION.test(content)) {
      continue;
    } else if (nested && FENCE.test(content)) {
      const code = fenced(source, line);
      if (code.block) blocks.push(code.block);
      open = undefined;
      line = { ...line, next: code.next };
    } else if (nested && content.startsWith('<!--') && lastComment >= line.start + 4) {
      open = undefined;
      line = { ...line, next: skipComments(source, line.start, lastComment) };
    } else if (atx) {
      const { level, start, end } = atx;
      if (end > start) begin('heading', { ...line, end: line.start + end }, { start: line.start + start, level });
      open = undefined;
      inList = false;
    } else if (open?.kind === 'paragraph' && line.indent < 4 && UNDERLINE.test(content)) {
      open.kind = 'heading';
      open.level = content.startsWith('=') ? 1 : 2;
      open = undefined;
    } else if (nested && THEMATIC_BREAK.test(content)) {
      begin('paragraph', line);
      open = undefined;
      inList = false;
    } else if (nested && content.startsWith('>')) {
      const start = line.end - line.content.slice(QUOTED.exec(content)?.[0].length).trimStart().length;
      if (start >= line.end) open = undefined;
      else if (open?.kind === 'quotation') extend(source, open, { ...line, start });
      else begin('quotation', line, { start });
    } else if (nested && ITEM.test(content) && (open?.kind !== 'paragraph' || INTERRUPTING_ITEM.test(content))) {
      if (open?.kind === 'list') keep(open, line);
      else begin('list', line);
      inList = true;
    } else if (open && TABLE_RULE.test(content) && headsTable(source, open)) {
      const header = open.pieces.pop();
      if (open.pieces.length === 0) blocks.pop();
      begin('table', line, { start: header?.start ?? line.start });
    } else if (open?.kind === 'table' || (open?.kind === 'code' && line.indent >= 4)) {
      keep(open, line);
    } else if (open && open.kind !== 'code') {
      extend(source, open, line);
    } else if (inList && line.indent >= 2) {
      begin('list', line);
    } else {
      inList = false;
      begin(line.indent >= 4 ? 'code' : 'paragraph', line);
    }
  }
  return blocks;
}

/** The offset after the comments that begin at `at`, one after the other. */
function skipComments(source: string, at: number, lastComment: number): number {
  let next = at;
  for (COMMENT.lastIndex = next; COMMENT.test(source) && COMMENT.lastIndex <= lastComment; COMMENT.lastIndex = next) {
    next = source.indexOf('-->', COMMENT.lastIndex) + 3;
  }
  return next;
}

/** Appends a wrapped line; after a hard break, and before an item inside a quotation, the line stands alone. */
function extend(source: string, open: Open, line: Line): void {
  const before = open.pieces.at(-1) ?? line;
  const alone = open.hardBreak || (open.kind === 'quotation' && ITEM.test(source.slice(line.start, line.end)));
  open.pieces.push({ start: line.start, end: line.end, glue: alone ? '\n' : glueBetween(source, before, line) });
  open.hardBreak = line.hardBreak;
}

/** Appends a line with the break before it as it stands: items, rows, lines of code. */
function keep(open: Open, line: Line): void {
  open.pieces.push({ start: line.start, end: line.end });
  open.hardBreak = line.hardBreak;
}

/** Level and content of an ATX heading, offsets into the line, without the marks at either end. */
function atxHeading(content: string): { level: number; start: number; end: number } | undefined {
  const marks = /^#{1,6}(?=[ \t]|$)/u.exec(content)?.[0].length;
  if (marks === undefined) return undefined;
  let end = content.length;
  while (content.charAt(end - 1) === '#') end--;
  if (end > marks && !/\s/u.test(content.charAt(end - 1))) end = content.length;
  const start = marks + content.slice(marks).length - content.slice(marks).trimStart().length;
  return { level: marks, start, end: content.slice(0, Math.max(end, start)).trimEnd().length };
}

function headsTable(source: string, { kind, pieces }: Open): boolean {
  const last = pieces.at(-1);
  return kind === 'paragraph' && last !== undefined && source.slice(last.start, last.end).includes('|');
}

/** The code between a fence and its closing fence, or the end of the text where there is none. */
function fenced(source: string, fence: Line): { block?: Open; next: number } {
  const mark = FENCE.exec(fence.content)?.[0] ?? '```';
  const closing = new RegExp(`^${mark.charAt(0)}{${mark.length},}$`, 'u');
  let end = fence.next;
  let next = fence.next;
  while (next < source.length) {
    const line = lineAt(source, next);
    next = line.next;
    if (closing.test(line.content)) break;
    end = line.next;
  }
  const code = source.slice(fence.next, end);
  const start = fence.next + code.length - code.trimStart().length;
  const piece = { start, end: start + code.trim().length };
  return code.trim() === '' ? { next } : { block: { kind: 'code', pieces: [piece], hardBreak: false }, next };
}
