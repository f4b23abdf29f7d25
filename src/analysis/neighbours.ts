import type { Candidate, Scene } from './document-names.ts';
import { startsHigh } from './document-names.ts';
import type { Token } from './tokens.ts';

/** The words beside a candidate; a word is empty where punctuation or a paragraph's end comes between. */
export type Neighbours = {
  readonly previous: string;
  readonly previousKey: string;
  readonly beforePrevious: string;
  readonly next: string;
  readonly nextKey: string;
  /** The text from the candidate's end, at most 40 characters. */
  readonly after: string;
  /** Whether the previous word has its capital only because it opens its sentence: "When Seoul", "Meanwhile Chad". */
  readonly opening: boolean;
};

const SPACE = /^(?:[^\S\n]|\n(?!\n))+$/u;
const POSSESSIVE = /^['’]s\b/u;

/** Words that open a sentence before a name without being part of it. */
const OPENERS = new Set(
  'after although and as because before both but by can could despite did does even first for from has have how however if instead is like may meanwhile moreover neither nor nonetheless now once only or perhaps should since so still that the then this though thus today unless unlike until what when whereas whether which while why will with without would yet second third finally in at to between among former mr mrs president'.split(
    ' ',
  ),
);

/** Looks to both sides of a candidate. */
export function neighbours({ text, tokens }: Scene, { from, to, end, start }: Candidate): Neighbours {
  const [first, before, next] = [tokens[from - 1], tokens[from - 2], tokens[to]];
  const previous = first && SPACE.test(text.slice(first.end, start)) ? first : undefined;
  const earlier = previous && before && SPACE.test(text.slice(before.end, previous.start)) ? before : undefined;
  const after = text.slice(end, end + 40);
  const following = next && SPACE.test(text.slice(end, next.start)) && !POSSESSIVE.test(after) ? next : undefined;
  return {
    previous: word(text, previous),
    previousKey: previous?.key ?? '',
    beforePrevious: word(text, earlier),
    next: word(text, following),
    nextKey: following?.key ?? '',
    after,
    opening: previous !== undefined && isOpener(word(text, previous)) && opensSentence(text, previous.start),
  };
}

function isOpener(opening: string): boolean {
  return OPENERS.has(opening.toLowerCase()) || opening.endsWith('ly');
}

function word(text: string, token: Token | undefined): string {
  return token ? text.slice(token.start, token.end) : '';
}

function opensSentence(text: string, start: number): boolean {
  return /(?:^|[.!?:…\n]["”’')\]]*\s*|["“‘])["“‘'(]*$/u.test(text.slice(Math.max(0, start - 6), start)) || start === 0;
}

/** How far a line or sentence is looked at, in code units, so that the cost of a mention is bounded. */
const REACH = 240;

/** The line a position is on. */
function lineAt(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(start, start + REACH);
  const to = after.indexOf('\n');
  return before.slice(before.lastIndexOf('\n') + 1) + (to < 0 ? after : after.slice(0, to));
}

/** Whether the line is a heading in which most words have capitals. */
export function isTitleLine({ text }: Scene, { start }: Candidate): boolean {
  const line = lineAt(text, start);
  if (line.length > 160 || /[.!?]\s*$/u.test(line)) return false;
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  return words.length >= 3 && words.filter(startsHigh).length >= 0.8 * words.length;
}

/** Whether the sentence around a candidate is all in capitals. */
export function isShouted({ text }: Scene, { start, end }: Candidate): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const sentence = before.replace(/^[\s\S]*(?:[.!?]\s|\n)/u, '') + after.replace(/[.!?\n][\s\S]*$/u, '');
  return /\p{Lu}{2}/u.test(sentence) && !/\p{Ll}/u.test(sentence);
}
