const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DATE = new RegExp(
  `\\b(?:(\\d{1,2}(?:st|nd|rd|th)?\\s${MONTH}(?:,?\\s\\d{4})?)|(${MONTH}\\s\\d{1,2}(?!\\d)(?:,\\s\\d{4})?)|(${MONTH}(?:\\sof)?\\s\\d{4})|((?:19|20)\\d\\d)(?![-‐‑–]?\\d|\\s?(?:km|per cent|%))|((?<=\\b(?:in|since|last|this|from|of|early|late|mid)[\\s-])${MONTH}))\\b`,
  'gu',
);
/** What lies ahead or ends a span is no date of the position. */
const AHEAD =
  /(?:\bby|\buntil|\bbefore|\btill|\bto|\bthan|\bthrough|[-–])\s(?:the\s)?(?:end\sof\s|early\s|late\s|mid-)?$/iu;

const TEXT = '(?:paper|article|study|survey|essay|book|report|analysis|brief|poll|column|op-ed|commentary)s?';
/** "The 2024 paper", "an article of early 2023": when a text was written and not when something was done; a state's own text has its owner before it. */
const BEFORE_TEXT = new RegExp(`^\\s(?:[a-z-]+\\s)?${TEXT}\\b`, 'u');
const AFTER_TEXT = new RegExp(
  `\\b${TEXT}\\s(?:published\\s|written\\s|issued\\s)?(?:of|from|in|dated)\\s(?:early\\s|late\\s|mid-)?$`,
  'u',
);
const OWN_TEXT = /(?:['’]s?|\b(?:its|their|his|her)|\bwhite|\bgreen)\s(?:[a-z]+\s)?$/u;

/** The date that a sentence gives for what it says, as written: '2022', 'August', '28 December'. */
export function dateIn(sentence: string): string | undefined {
  for (const match of sentence.matchAll(DATE)) {
    const before = sentence.slice(0, match.index);
    if (!AHEAD.test(before) && !isOfText(before, sentence.slice(match.index + match[0].length))) return match[0];
  }
  return undefined;
}

function isOfText(before: string, after: string): boolean {
  if (BEFORE_TEXT.test(after)) return !OWN_TEXT.test(before) && !/^\swhite\b/u.test(after);
  const behind = AFTER_TEXT.exec(before);
  return behind !== null && !OWN_TEXT.test(before.slice(0, behind.index));
}
