import { type Inline, readInline } from './markdown-inline.ts';

/** A part of a message as Discord lays it out. The lines of a paragraph are parted by line breaks in its text. */
export type Block =
  | { readonly kind: 'paragraph' | 'small'; readonly inside: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly inside: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly first: number | undefined; readonly items: readonly Item[] }
  | { readonly kind: 'code'; readonly text: string };
/** An entry of a list; `depth` counts from 0 how far it is indented. */
export type Item = { readonly depth: number; readonly inside: readonly Inline[] };

const FENCE = /```(?:[\w+#-]*\n)?([\s\S]+?)\n?```/gu;
const QUOTE = /^> ?/u;
const ENTRY = /^( *)(?:[-*]|(\d{1,9})\.) (?=\S)/u;

/** Reads a message's text as a client does: blocks of code first, then quotations, headings, small type and lists. */
export function readMarkdown(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let done = 0;
  for (const match of text.matchAll(FENCE)) {
    blocks.push(...readLines(text.slice(done, match.index).replace(/\n$/u, ''), false));
    blocks.push({ kind: 'code', text: match[1] ?? '' });
    done = match.index + match[0].length;
    if (text.charAt(done) === '\n') done += 1;
  }
  return [...blocks, ...readLines(text.slice(done), false)];
}

function readLines(text: string, quoted: boolean): readonly Block[] {
  if (text === '') return [];
  const blocks: Block[] = [];
  const lines = text.split('\n');
  let plain: string[] = [];
  const endParagraph = (last: boolean) => {
    // An empty line at the end of a paragraph is seen only where another line follows it.
    const breaks = !last && plain.length > 1 && plain.at(-1) === '' ? '\n' : '';
    if (plain.length > 0) blocks.push({ kind: 'paragraph', inside: readInline(plain.join('\n') + breaks) });
    plain = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const taken = quoted ? undefined : readQuote(lines, at);
    const block = taken?.block ?? readMarked(line) ?? readList(lines, at);
    if (block === undefined) {
      plain.push(line);
      continue;
    }
    endParagraph(false);
    blocks.push(block);
    at += (taken?.lines ?? (block.kind === 'list' ? block.items.length : 1)) - 1;
  }
  endParagraph(true);
  return blocks;
}

/** `>>> ` quotes all that follows, `> ` one line; lines that follow each other are one quotation. */
function readQuote(lines: readonly string[], at: number): { block: Block; lines: number } | undefined {
  const rest = lines.slice(at);
  if (rest[0]?.startsWith('>>> ')) {
    return { block: quote([rest[0].slice(4), ...rest.slice(1)]), lines: rest.length };
  }
  const end = rest.findIndex((line) => !/^>(?: |$)/u.test(line));
  const quoted = end < 0 ? rest : rest.slice(0, end);
  if (quoted.length === 0 || !rest[0]?.startsWith('> ')) return undefined;
  return { block: quote(quoted.map((line) => line.replace(QUOTE, ''))), lines: quoted.length };
}

function quote(lines: readonly string[]): Block {
  return { kind: 'quote', blocks: readLines(lines.join('\n'), true) };
}

function readMarked(line: string): Block | undefined {
  const [, heading, words = ''] = /^(#{1,3}) +(?=\S)(.*)$/u.exec(line) ?? [];
  if (heading !== undefined) {
    return { kind: 'heading', level: heading.length as 1 | 2 | 3, inside: readInline(words) };
  }
  const [, small] = /^-# +(?=\S)(.*)$/u.exec(line) ?? [];
  return small === undefined ? undefined : { kind: 'small', inside: readInline(small) };
}

function readList(lines: readonly string[], at: number): Block | undefined {
  const rest = lines.slice(at);
  const end = rest.findIndex((line) => !ENTRY.test(line));
  const entries = end < 0 ? rest : rest.slice(0, end);
  const [, , number] = ENTRY.exec(entries[0] ?? '') ?? [];
  if (entries.length === 0) return undefined;
  const items = entries.map((line): Item => {
    const [mark = '', indent = ''] = ENTRY.exec(line) ?? [];
    return { depth: Math.min(Math.floor(indent.length / 2), 10), inside: readInline(line.slice(mark.length)) };
  });
  return { kind: 'list', first: number === undefined ? undefined : Number(number), items };
}
