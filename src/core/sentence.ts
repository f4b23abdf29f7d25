import type { Span } from './span.ts';

/** Marks that can end a sentence, in any script; the second group needs no space after it. */
const END = /[.!?…؟۔।॥։።]+|[。！？｡]+/gu;
const CLOSING = /^(?:["'”’»›)\]」』】）]|\[\d{1,3}\]\.?)*/u;
const WIDE = /[。！？｡]/u;
/** A new sentence starts with an upper-case letter, a digit, an opening mark, or a letter of a script without case. */
const STARTS = /^[\s]*["'“‘«‹([「『（¿¡–—-]*[\s]*(?:\p{Lu}|\p{Lt}|\p{Lo}|\p{N}|…)/u;
/** Abbreviations after which a full stop ends no sentence although a capital follows. */
const ABBREVIATION =
  /(?:^|[\s(“"‘[])(?:v|Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Col|Capt|Lt|Sgt|Maj|Adm|Gov|Sen|Rep|Rev|Hon|Pres|Amb|vs|cf|ca|approx|No|Nos|Art|Fig|Vol|Ed|Eds|pp?|al|e\.g|i\.e|z\.B|d\.h|bzw|Nr|Abs|Bd|Sr?a|Ud|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Bros|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})$/u;
/** Initialisms that do end a sentence where a word that usually starts one follows. */
const OPENER =
  /^\s+(?:The|This|These|That|Those|It|In|On|At|But|And|However|He|She|They|We|I|A|An|Its|His|Her|Their|As|If|When|While)\b/u;

/**
 * Splits a text into sentences; spans are offsets into `text`, without the white space between them. A closing quotation
 * mark and a footnote mark belong to the sentence before; initials, titles and abbreviations end none. Lines of a list
 * stand alone. Deterministic, language-independent; text without sentence marks is one sentence.
 */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  const close = (to: number) => {
    const start = from + (text.slice(from, to).match(/^\s*/u)?.[0].length ?? 0);
    const end = start + text.slice(start, to).trimEnd().length;
    if (end > start) spans.push({ start, end });
    from = to;
  };
  END.lastIndex = 0;
  let newline = text.indexOf('\n');
  for (let match = END.exec(text); match; match = END.exec(text)) {
    for (; newline >= 0 && newline < match.index; newline = text.indexOf('\n', newline + 1)) close(newline);
    const after = match.index + match[0].length;
    const to = after + (CLOSING.exec(text.slice(after, after + 12))?.[0].length ?? 0);
    if (endsSentence(text, from, match.index, match[0], to)) close(to);
    END.lastIndex = Math.max(after, to);
  }
  for (; newline >= 0; newline = text.indexOf('\n', newline + 1)) close(newline);
  close(text.length);
  return spans;
}

function endsSentence(text: string, from: number, at: number, mark: string, to: number): boolean {
  if (WIDE.test(mark)) return true;
  const next = text.slice(to, to + 24);
  if (next !== '' && !/^\s/u.test(next)) return false;
  if (next === '' || !STARTS.test(next)) return next === '';
  if (mark !== '.') return !(mark.startsWith('…') && at === from);
  const before = text.slice(Math.max(from, at - 12), at);
  return !ABBREVIATION.test(before) || (/\.\p{Lu}$/u.test(before) && OPENER.test(next));
}
