import { beginning } from '../core/excerpt.ts';

/**
 * Marks of Discord's Markdown that act anywhere in a line: emphasis, code, spoilers, links, `<@…> <#…> <t:…> </…:…>`,
 * `@everyone`, and the colon of `:emoji:` and of addresses, which would become links with our backslashes in them.
 */
const ACTIVE = /[\\*_~|`[\](<@]|:(?=\S)/gu;

/** Marks that act at the beginning of a line: headings, quotes, lists, small type; `12.` and `12)` too. */
const LEADING = /^([^\S\n]*)(?:([#>+-])|(\d+)([.)]))/gmu;

/** Characters that nobody can see but that change what is seen: C0 save tab and line feed, C1, separators, bidi overrides; and halves of surrogate pairs, which Discord refuses. */
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Cs}]/gu;

const ESCAPED = /\\([^0-9A-Za-z\s])|\[U\+([0-9A-F]{4})\]/gu;

/**
 * Makes text of documents and people mean itself in an embed: no mark of Markdown takes effect, hidden characters
 * become visible as `[U+202E]`. Every character can be told from its escape, so `unescapeText` gives the text back.
 */
export function escapeText(text: string): string {
  return text
    .replace(ACTIVE, '\\$&')
    .replace(HIDDEN, (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(LEADING, '$1$3\\$2$4');
}

/** What a reader sees of an escaped text, and what it was before: the inverse of `escapeText`. */
export function unescapeText(escaped: string): string {
  return escaped.replace(
    ESCAPED,
    (_, mark: string | undefined, code: string) => mark ?? String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Escapes a text as one line of at most `limit` code units, cut with `…` where it is longer. Not for quotations. */
export function escapeLine(text: string, limit: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const end = beginning(line, limit, (part) => escapeText(part).length);
  if (end === line.length) return escapeText(line);
  return `${escapeText(
    line.slice(
      0,
      beginning(line, limit - 1, (part) => escapeText(part).length),
    ),
  )}…`;
}
