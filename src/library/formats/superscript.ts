const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Raised text as plain text has it: the mark of a note in brackets, `[12]`, other digits as raised digits (`m²`), anything
 * else (`1st`, `[12]` as it may stand already) as it is. Set plainly, “2023¹²” would become another number.
 */
export function superscript(text: string, isNote: (mark: string) => boolean): string {
  const trimmed = text.trim();
  if (/^\[.*\]$/u.test(trimmed)) return text;
  const marks = trimmed.split(/[,\s]+/u).filter((mark) => mark !== '');
  if (marks.length > 0 && marks.every(isNote)) return text.replace(trimmed, marks.map((mark) => `[${mark}]`).join(''));
  return text.replace(/\d/gu, (digit) => DIGITS.charAt(Number(digit)));
}
