import { createHash } from 'node:crypto';
import type { Conversion, Refusal } from '../core/conversion.ts';
import type { Document, DocumentFault } from '../core/document.ts';
import type { Passage } from '../core/passage.ts';
import { sentenceSpans } from '../core/sentence.ts';
import type { Block } from './block.ts';
import { decodeText } from './decode-text.ts';
import { detectLanguage } from './detect-language.ts';
import { formatOf } from './formats/formats.ts';
import { type Fields, readFields, splitFrontMatter, tidyFields } from './front-matter.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { toPassages, unmarked } from './passages.ts';
import { plainBlocks } from './plain-blocks.ts';

/** A file as it was read; `id` is its path in the knowledge folder, and `sidecar` the `NAME.meta.yaml` beside it. */
export type Source = {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly sidecar?: { readonly path: string; readonly bytes: Uint8Array };
  /** What its conversion gave, for a file that is no plain text. */
  readonly converted?: Converted;
};

type Converted = Extract<Conversion, { outcome: 'converted' }>;

/** The text of a file with its blocks, and what the file says of itself. */
type Content = {
  readonly source: string;
  readonly blocks: readonly Block[];
  readonly fields: Fields;
  readonly faults: readonly DocumentFault[];
  /** Whether the first heading anywhere may name the document. */
  readonly headed: boolean;
  /** Where the text begins, below the front matter. */
  readonly from: number;
};

/** `document` is absent where the file cannot be served; faults with a document tell what of its fields was ignored. */
export type Parsed = { readonly document?: Document; readonly faults: readonly DocumentFault[] };

/** Characters of a title made from the first sentence. */
const TITLE_LENGTH = 80;
const BETWEEN_BLOCKS = '\n\n';
/** Ignored fields that a fault names one by one. */
const NAMED = 5;

/**
 * Turns a file into a document with its passages; the same bytes give the same document. A sidecar's fields win over
 * those of the file, and neither keeps the text from being served.
 */
export function parseDocument({ id, bytes, sidecar, converted }: Source): Parsed {
  const content = converted ? contentOfBlocks(id, converted) : contentOfText(id, bytes);
  if ('cause' in content) return { faults: [{ path: id, ...content }] };
  const beside = sidecar && readSidecar(sidecar);
  const faults = [...content.faults, ...(beside?.faults ?? [])];
  const { text, passages } = toPassages(content.source, content.blocks);
  const first = passages[0];
  if (!first) return { faults: [emptyFault(id, content.source, content.from), ...faults] };
  const fields: Fields = { ...content.fields, ...beside?.fields };
  const document: Document = {
    tags: [],
    ...fields,
    id,
    hash: createHash('sha256').update(bytes).digest('hex'),
    title: fields.title ?? titleOf(text, passages, content.headed),
    text,
    language: detectLanguage(text.slice(first.start)),
    passages,
  };
  return { document, faults };
}

function contentOfText(id: string, bytes: Uint8Array): Content | Refusal {
  const decoded = decodeText(bytes);
  if (!('text' in decoded)) return decoded;
  const source = decoded.text;
  const { yaml, end, unclosed } = splitFrontMatter(source);
  const front = yaml === undefined ? undefined : readFields(yaml);
  const markdown = formatOf(id) !== 'text';
  return {
    source,
    blocks: markdown ? markdownBlocks(source, end) : plainBlocks(source, end),
    fields: front?.fields ?? {},
    faults: [
      ...(decoded.guessed === undefined ? [] : [guessedFault(id, decoded.guessed)]),
      ...(unclosed ? [UNCLOSED(id)] : []),
      ...(front ? ignoredFault(id, 'its front matter', front.ignored) : []),
    ],
    headed: markdown,
    from: end,
  };
}

/** The blocks of a conversion, a blank line between two. */
function contentOfBlocks(id: string, { fields, blocks, gaps }: Converted): Content {
  let from = 0;
  return {
    source: blocks.map(({ text }) => text).join(BETWEEN_BLOCKS),
    blocks: blocks.map(({ text, ...block }) => {
      const piece = { start: from, end: from + text.length };
      from = piece.end + BETWEEN_BLOCKS.length;
      return { ...block, pieces: [piece] };
    }),
    fields: tidyFields(fields),
    faults: gaps.map((gap) => ({ path: id, ...gap })),
    headed: true,
    from: 0,
  };
}

function readSidecar({ path, bytes }: { path: string; bytes: Uint8Array }): {
  fields: Fields;
  faults: DocumentFault[];
} {
  const decoded = decodeText(bytes);
  if (!('text' in decoded)) return { fields: {}, faults: [{ path, ...decoded }] };
  const { fields, ignored } = readFields(decoded.text);
  return { fields, faults: ignoredFault(path, 'this file', ignored) };
}

/** The first heading, of a plain text only where it opens the document; else the first sentence, cut at a word. */
function titleOf(text: string, passages: readonly Passage[], headed: boolean): string {
  const heading = (headed ? passages : passages.slice(0, 1)).find(({ kind }) => kind === 'heading');
  if (heading) return unmarked(text.slice(heading.start, heading.end));
  const { start, end } = passages[0] ?? { start: 0, end: 0 };
  const opening = text.slice(start, Math.min(end, start + 1000));
  const sentence = sentenceSpans(opening)[0] ?? { start: 0, end: opening.length };
  const characters = Array.from(opening.slice(sentence.start, sentence.end).replace(/\s+/gu, ' '));
  if (characters.length <= TITLE_LENGTH) return characters.join('');
  const most = characters.slice(0, TITLE_LENGTH + 1).join('');
  const space = most.lastIndexOf(' ');
  return `${(space > 0 ? most.slice(0, space) : characters.slice(0, TITLE_LENGTH).join('')).replace(/[\s,;:–—-]+$/u, '')}…`;
}

function guessedFault(path: string, encoding: string): DocumentFault {
  return {
    path,
    cause: `It is served, read as ${encoding}, for it is not UTF-8.`,
    remedy: 'Save it as UTF-8 in your editor, above all where letters look wrong.',
  };
}

const UNCLOSED = (path: string): DocumentFault => ({
  path,
  cause: 'It is served, but its front matter has no closing line, so its fields are read as text.',
  remedy: 'Put a line of three hyphens (---) below the last field.',
});

function ignoredFault(path: string, what: string, ignored: readonly string[]): DocumentFault[] {
  if (ignored.length === 0) return [];
  const more = ignored.length > NAMED ? `; and ${ignored.length - NAMED} more` : '';
  return [
    {
      path,
      cause: `The text is served, but not everything in ${what} could be used: ${ignored.slice(0, NAMED).join('; ')}${more}.`,
      remedy: 'Correct that; put a value that holds a colon, # or quotation mark into quotation marks.',
    },
  ];
}

function emptyFault(path: string, source: string, end: number): DocumentFault {
  const cause =
    source.trim() === ''
      ? 'The file is empty.'
      : source.slice(end).trim() === ''
        ? 'The file has front matter and no text.'
        : 'The file holds no words that could be quoted.';
  return { path, cause, remedy: 'Write its text, or remove the file.' };
}
