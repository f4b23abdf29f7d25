import type { Span } from '../core/span.ts';

/** A word of a text; `key` is what names are compared by: lower case, without marks and full stops. */
export type Token = Span & { readonly key: string };

/** Scripts written without spaces give one token a character; "U.S." and "BRICS+" are one token each. */
const TOKEN =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*|(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{M}]))?|[\p{L}\p{N}](?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])[\p{L}\p{M}\p{N}])*(?:\+(?![\p{L}\p{N}]))?/gu;
const ADDRESS_MARKS = ['://', 'www.', '@'];
const ASCII = /^[a-z0-9+]*$/;
const UNDECOMPOSED: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', æ: 'ae', œ: 'oe', ß: 'ss' };

/** Every word of the text in order; web and mail addresses have none. */
export function tokensOf(text: string): Token[] {
  const addresses = addressesIn(text);
  const tokens: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    while (at < addresses.length && (addresses[at]?.end ?? 0) <= start) at++;
    if ((addresses[at]?.start ?? start + 1) <= start) continue;
    tokens.push({ start, end: start + match[0].length, key: foldWord(match[0]) });
  }
  return tokens;
}

/** A word as names are compared: lower case, without accents, vowel marks and full stops. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .replaceAll('.', '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[łøđıæœß]/gu, (letter) => UNDECOMPOSED[letter] ?? letter);
}

/** A name as it is looked up: its folded words with single spaces. */
export function foldName(name: string): string {
  return tokensOf(name)
    .map(({ key }) => key)
    .join(' ');
}

/** Web and mail addresses: what stands between white space around their marks. */
function addressesIn(text: string): Span[] {
  const spans: Span[] = [];
  for (const mark of ADDRESS_MARKS) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
      const start = at - (/\S*$/u.exec(text.slice(Math.max(0, at - 80), at))?.[0].length ?? 0);
      const length = text.slice(at, at + 2000).search(/\s/u);
      spans.push({ start, end: length < 0 ? text.length : at + length });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}
