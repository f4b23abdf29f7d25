import type { Span } from '../core/span.ts';
import { contractions } from './closed-words.ts';
import type { Mention } from './mentions.ts';

/** A word, a mark or the whole name of an actor in a sentence; offsets count in the document. */
export type Word = Span & {
  /** Small letters, straight apostrophes; empty for no word. */
  readonly key: string;
  readonly text: string;
  readonly kind: 'word' | 'name' | 'demonym' | 'number' | 'genitive' | 'mark';
  /** Ids of the actors that a name names. */
  readonly actors: readonly string[];
  /** "don't", "can't": the key is the verb without its negation. */
  readonly negated: boolean;
  readonly capital: boolean;
  /** Whether it stands between quotation marks. */
  quoted: boolean;
};

const WORD =
  /(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}]*(?:[-‐‑&.’'][\p{L}\p{N}\p{M}]+)*(?:['’](?=[\s,.;:)]))?|[$€£¥]?\p{N}+(?:[.,]\p{N}+)*%?(?:[-‐‑][\p{L}\p{N}]+)*|[—–]|\.{3}|[^\s\p{L}\p{N}]/gu;
const GENITIVE = /^(.*?)(['’]s|(?<=s)['’])$/iu;
const PRONOUN_IS = new Set('it he she that there what who here where'.split(' '));

/** Splits a sentence into words and marks; a name is one word. `open` says whether a quotation is open from before. */
export function wordsOf(
  text: string,
  { start, end }: Span,
  mentions: readonly Mention[],
  open = false,
): { readonly words: Word[]; readonly open: boolean } {
  const words: Word[] = [];
  let at = start;
  for (const mention of named(mentions)) {
    if (mention.start < at) continue;
    between(at, mention.start);
    const raw = text.slice(mention.start, mention.end);
    const base = {
      start: mention.start,
      text: raw,
      key: raw.toLowerCase(),
      negated: false,
      capital: true,
      quoted: false,
    };
    words.push({ ...base, end: mention.end, kind: mention.demonym ? 'demonym' : 'name', actors: mention.actors });
    at = mention.end;
    const genitive = text.slice(at, at + 3).match(/^(?:['’]s(?!\p{L})|['’](?=\s))/u)?.[0];
    if (genitive !== undefined && (genitive.length > 1 || raw.endsWith('s')) && at + genitive.length <= end) {
      words.push(mark(at, at + genitive.length, 'genitive'));
      at += genitive.length;
    }
  }
  between(at, end);
  return { words, open: markQuoted(words, open) };

  function between(from: number, to: number): void {
    for (const match of text.slice(from, to).matchAll(WORD)) addWord(match[0], from + match.index);
  }

  function addWord(raw: string, from: number): void {
    const key = raw.toLowerCase().replaceAll('’', "'");
    const bare = contractions.get(key);
    const capital = /^\p{Lu}/u.test(raw);
    const rest = { text: raw, actors: [], capital, quoted: false };
    if (bare !== undefined) {
      words.push({ ...rest, start: from, end: from + raw.length, key: bare, kind: 'word', negated: true });
      return;
    }
    const genitive = GENITIVE.exec(raw);
    if (genitive && genitive[1] !== '' && raw.length > 2) {
      const [, stem = '', ending = ''] = genitive;
      addWord(stem, from);
      const is = PRONOUN_IS.has(stem.toLowerCase());
      const span = { start: from + stem.length, end: from + raw.length };
      words.push(
        is
          ? {
              ...span,
              text: ending,
              key: 'is',
              kind: 'word',
              actors: [],
              negated: false,
              capital: false,
              quoted: false,
            }
          : mark(span.start, span.end, 'genitive'),
      );
      return;
    }
    const kind = /^[$€£¥]?\p{N}/u.test(raw) ? 'number' : /^\p{L}/u.test(raw) ? 'word' : 'mark';
    words.push({ ...rest, start: from, end: from + raw.length, key, kind, negated: false });
  }

  function mark(from: number, to: number, kind: Word['kind']): Word {
    const raw = text.slice(from, to);
    return {
      start: from,
      end: to,
      key: raw,
      text: raw,
      kind,
      actors: [],
      negated: false,
      capital: false,
      quoted: false,
    };
  }

  function named(list: readonly Mention[]) {
    const spans = new Map<number, Span & { actors: string[]; demonym: boolean }>();
    for (const mention of list) {
      if (mention.start < start || mention.end > end) continue;
      const known = spans.get(mention.start);
      if (known) known.actors.push(mention.actor);
      else
        spans.set(mention.start, {
          start: mention.start,
          end: mention.end,
          actors: [mention.actor],
          demonym: mention.kind === 'demonym',
        });
    }
    return [...spans.values()].sort((a, b) => a.start - b.start);
  }
}

/** Marks what stands in quotation marks; returns whether one is still open at the end. */
function markQuoted(words: readonly Word[], open: boolean): boolean {
  let quoted = open;
  for (const word of words) {
    if (word.kind === 'mark') {
      if (/^[“„«]$/u.test(word.text)) quoted = true;
      else if (/^[”»]$/u.test(word.text)) quoted = false;
      else if (word.text === '"') quoted = !quoted;
    }
    word.quoted = quoted;
  }
  return quoted;
}
