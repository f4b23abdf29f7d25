import type { Span } from '../core/span.ts';

/** A word of a text with the form in which it is looked up; `joined` marks a compound written with hyphens, as one word. */
export type Token = Span & { readonly surface: string; readonly joined?: true };

/** Initialisms with full stops, numbers with separators, words; apostrophes and hyphens separate. */
const WORD = /(?:\p{L}\.){2,}|\p{N}+(?:[.,]\p{N}+)*[\p{L}\p{M}]*|[\p{L}\p{N}\p{M}]+/gu;
/** Scripts without spaces between words, and Hangul, whose particles cling to the word. */
const DENSE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const RUN =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー々〆]+|\p{sc=Hang}+|[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]+|[^\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]+/gu;
const HANGUL = /^\p{sc=Hang}/u;
const SEGMENTED = /^[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const HYPHEN = /^[-\u2010\u2011]$/u;
/** Prefixes that form one word with what follows: "co-operation" is "cooperation", not "operation". */
const PREFIX = /^(?:co|non|anti|pre|re|de|sub|multi|bi|tri|mini)$/iu;
/** Korean particles, longest first, stripped from words of at least three syllables, or two with a one-syllable particle. */
const PARTICLE =
  /(?<=.)(?:에서는|으로는|에게서|이라고|으로써|으로서|에서|에게|까지|부터|으로|보다|처럼|라고|이나|은|는|이|가|을|를|의|에|와|과|도|로|만)$/u;

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/**
 * Calls `visit` for each word of `text` in order. Chinese and Japanese give characters and pairs of characters, Korean
 * words lose their particle and give pairs of syllables, Thai, Lao, Khmer and Burmese are cut by `Intl.Segmenter`.
 */
export function eachToken(text: string, visit: (token: Token) => void): void {
  WORD.lastIndex = 0;
  const dense = DENSE.test(text);
  let compound: Token | undefined;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const surface = match[0];
    const start = match.index;
    const end = start + surface.length;
    if (dense && DENSE.test(surface)) {
      eachRun(surface, start, visit);
      continue;
    }
    const clings = compound !== undefined && compound.end === start - 1 && HYPHEN.test(text.charAt(start - 1));
    const opens = HYPHEN.test(text.charAt(end));
    const prefix = opens && PREFIX.test(surface) && /\p{L}/u.test(text.charAt(end + 1));
    if (!prefix && !(clings && compound && PREFIX.test(compound.surface))) visit({ start, end, surface });
    if (clings && compound) {
      compound = { start: compound.start, end, surface: compound.surface + surface };
      visit({ ...compound, joined: true });
      compound = opens ? compound : undefined;
    } else {
      compound = opens ? { start, end, surface } : undefined;
    }
  }
}

function eachRun(surface: string, offset: number, visit: (token: Token) => void): void {
  for (const { 0: run, index } of surface.matchAll(RUN)) {
    const start = offset + index;
    if (SEGMENTED.test(run)) {
      for (const part of segmenter.segment(run)) {
        visit({ start: start + part.index, end: start + part.index + part.segment.length, surface: part.segment });
      }
    } else if (HANGUL.test(run)) {
      grams(run.length > 1 ? run.replace(PARTICLE, '') : run, start, visit, false);
    } else if (DENSE.test(run)) {
      grams(run, start, visit, true);
    } else {
      visit({ start, end: start + run.length, surface: run });
    }
  }
}

/** Pairs of characters, and each character where `single` is set or there is only one. */
function grams(run: string, start: number, visit: (token: Token) => void, single: boolean): void {
  const characters = Array.from(run);
  let at = start;
  for (const [position, character] of characters.entries()) {
    const next = characters[position + 1];
    if (single || characters.length === 1) visit({ start: at, end: at + character.length, surface: character });
    if (next !== undefined) {
      visit({ start: at, end: at + character.length + next.length, surface: character + next });
    }
    at += character.length;
  }
}

/** All tokens of a text, for questions and other short texts. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  eachToken(text, (token) => tokens.push(token));
  return tokens;
}
