import type { Span } from './span.ts';

/** A word as two texts are compared by it; the span counts in its text. */
export type ComparedWord = Span & {
  /** What two spellings of the word have in common: no case, no form of apostrophe, no soft hyphen. */
  readonly key: string;
  /** 1, or a half for a character of a script without spaces between words, which stands for about half a word. */
  readonly weight: number;
  /** An ellipsis stands between this word and the one before. */
  readonly afterCut?: true;
  /** It stands in square brackets, as what a scholar adds to a quotation. */
  readonly bracketed?: true;
  /** A hyphen and a line's end part it from the next word, which may be its second half. */
  readonly broken?: true;
};

type Writable<T> = { -readonly [key in keyof T]: T[key] };

const DENSE = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}`;
const LETTER = String.raw`[[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d]--[${DENSE}]]`;
/**
 * In this order: what is passed over (addresses, a footnote's mark), an ellipsis, a word (with a capital changed as in
 * "[T]he", initialism, number, other, character, sign), a bracket.
 */
const TOKEN = new RegExp(
  [
    String.raw`\]\([^\(\)\s]*\)|https?:\/\/[^\s<>\)]+|\[\d{1,3}\]`,
    String.raw`(\[\s*(?:…|\.{3,})\s*\]|…|\.{3,}|(?:\. ){2,}\.)`,
    String.raw`(\[\p{L}\]${LETTER}+|(?<!\p{L})\p{L}(?:\.\p{L})+(?!\p{L})\.?`,
    String.raw`(?:(?<![\p{L}\p{N}])[\-\u2212])?\p{N}+(?:[.,:]\p{N}+)*${LETTER}*`,
    String.raw`${LETTER}+(?:['’ʼ‘]${LETTER}+)*|[${DENSE}]\p{M}*|[%‰§°±×÷=≤≥]|\p{Sc})`,
    String.raw`([\[\]])`,
  ].join('|'),
  'gv',
);
const IS_DENSE = new RegExp(`^[${DENSE}]`, 'v');
/** Scripts without spaces begin here; what comes before needs no look at its script. */
const FIRST_DENSE = 0x0e00;
const BROKEN = /[-\u2010\u00ad][^\S\n]*\n\s*\p{Ll}/uy;
/** Longest stretch in brackets that is taken for an insertion. */
const LONGEST_INSERTION = 20;

/**
 * The words of a text in order, compared without white space, quotation marks, punctuation and marks of Markdown. Spans
 * begin to count at `offset`.
 */
export function comparedWords(text: string, offset = 0): ComparedWord[] {
  const words: Writable<ComparedWord>[] = [];
  let afterCut = false;
  let opened: number | undefined;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [, cut, surface, bracket] = match;
    if (cut !== undefined) afterCut = true;
    if (bracket === '[') opened = words.length;
    if (bracket === ']' && opened !== undefined) {
      if (words.length - opened <= LONGEST_INSERTION) for (const word of words.slice(opened)) word.bracketed = true;
      opened = undefined;
    }
    if (surface === undefined) continue;
    const end = match.index + surface.length;
    const dense = surface.charCodeAt(0) >= FIRST_DENSE && IS_DENSE.test(surface);
    const word: Writable<ComparedWord> = {
      start: offset + match.index,
      end: offset + end,
      key: keyOf(surface),
      weight: dense ? 0.5 : 1,
    };
    if (afterCut && words.length > 0) word.afterCut = true;
    BROKEN.lastIndex = end;
    if (BROKEN.test(text)) word.broken = true;
    words.push(word);
    afterCut = false;
  }
  return words;
}

/** Joins the halves of words broken at a line's end, where the other text has the whole word. */
export function joinBroken(words: readonly ComparedWord[], isWord: (key: string) => boolean): readonly ComparedWord[] {
  if (!words.some(({ broken }) => broken)) return words;
  const joined: ComparedWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last?.broken && isWord(last.key + word.key))
      joined[joined.length - 1] = { ...last, end: word.end, key: last.key + word.key };
    else joined.push(word);
  }
  return joined;
}

function keyOf(word: string): string {
  if (/^[A-Za-z]+$/u.test(word)) return word.toLowerCase();
  const bare = word.length > 3 ? word.replace(/(?<=\p{L})[¹²³⁰⁴-⁹]+$/u, '') : word;
  const plain = bare
    .replace(/[[\]\u00ad\u200b-\u200d]/gu, '')
    .replace(/[’ʼ‘]/gu, "'")
    .replace(/^\u2212/u, '-');
  const key = plain.normalize('NFKC').toLowerCase();
  return /^\p{L}(?:\.\p{L})+\.?$/u.test(key) ? key.replaceAll('.', '') : key;
}
