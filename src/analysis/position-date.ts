const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DATE = new RegExp(
  `\\b(?:(\\d{1,2}(?:st|nd|rd|th)?\\s${MONTH}(?:,?\\s\\d{4})?)|(${MONTH}\\s\\d{1,2}(?!\\d)(?:,\\s\\d{4})?)|(${MONTH}(?:\\sof)?\\s\\d{4})|((?:19|20)\\d\\d)(?![-‐‑–]?\\d|\\s?(?:km|per cent|%))|((?<=\\b(?:in|since|last|this|from|of|early|late|mid)[\\s-])${MONTH}))\\b`,
  'gu',
);
/** What lies ahead or ends a span is no date of the position. */
const AHEAD =
  /(?:\bby|\buntil|\bbefore|\btill|\bto|\bthan|\bthrough|[-–])\s(?:the\s)?(?:end\sof\s|early\s|late\s|mid-)?$/iu;

/** The date that a sentence gives for what it says, as written: '2022', 'August', '28 December'. */
export function dateIn(sentence: string): string | undefined {
  for (const match of sentence.matchAll(DATE)) if (!AHEAD.test(sentence.slice(0, match.index))) return match[0];
  return undefined;
}
