import { glueBetween } from '../../block.ts';

const BROKEN_WORD = /(\p{L}[\p{L}\p{M}’']*)[-\u2010\u00ad]$/u;
const REST = /^\p{L}[\p{L}\p{M}’']*/u;
/** First parts of compounds that keep their hyphen in English wherever they stand. */
const KEEPS_HYPHEN = /^(?:self|well|half|cross|vice|quasi)$/iu;

/** Last parts of compounds that do the same. */
const TAKES_HYPHEN = /^(?:based|backed|owned|planned|year|month|week|term|scale|level|speaking|built)$/u;
/** After these a hyphen is of a compound cut short: "mid- and long-term". */
const SUSPENDS = /^(?:and|or|to|und|oder|bis|et|ou|y|o|e)$/u;

/** How often each word of a document occurs, compounds with a hyphen as one; what a broken word was is looked up in it. */
export type WordCounts = ReadonlyMap<string, number>;

/** Counts the words within lines, not those that a line's end breaks. */
export function countWords(lines: Iterable<string>): WordCounts {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const words =
      line.toLowerCase().match(/[\p{L}\p{M}’']+(?:[-\u2010][\p{L}\p{M}’']+)*(?![\p{L}\p{M}’'\u00ad\u2010-]*$)/gu) ?? [];
    for (const word of words) counts.set(word.replaceAll('\u2010', '-'), (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/**
 * Joins two lines of a paragraph. A word that was broken at a hyphen becomes one again, unless the document writes it with
 * a hyphen elsewhere or the hyphen is a compound's own.
 */
export function joinLines(line: string, after: string, counts: WordCounts): string {
  // Some programs set the hyphen apart as if it were a word.
  const before = line.replace(/(?<=\p{L})\s\u2010$/u, '\u2010');
  const broken = BROKEN_WORD.exec(before);
  const rest = REST.exec(after)?.[0];
  if (!broken) {
    const both = before + after;
    const glue = glueBetween(both, { start: 0, end: before.length }, { start: before.length, end: both.length });
    return /[\p{L}\p{N}][-\u2010/]$/u.test(before) ? both : before + glue + after;
  }
  if (rest === undefined) return before.replace(/\u00ad$/u, '') + after;
  const [, first = ''] = broken;
  const open = before.slice(0, -1);
  if (before.endsWith('\u00ad')) return open + after;
  const whole = counts.get((first + rest).toLowerCase()) ?? 0;
  if (SUSPENDS.test(rest) && whole === 0 && before.endsWith('-')) return `${before} ${after}`;
  const compound = counts.get(`${first}-${rest}`.toLowerCase()) ?? 0;
  // A capital after the hyphen is a compound's (Anglo-American), unless the whole word is known (UNESCO).
  if (/^\p{Lu}/u.test(rest)) return (whole > compound ? open : before) + after;
  const keeps =
    whole === compound
      ? KEEPS_HYPHEN.test(first) || TAKES_HYPHEN.test(rest) || /[-\u2010]\p{L}+$/u.test(open)
      : compound > whole;
  return (keeps ? before : open) + after;
}
