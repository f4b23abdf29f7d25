/** In scripts for which the picture brings no letters. */
const FOREIGN =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Common}\p{Script=Inherited}]+/gu;
const EMOJI = /(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[\ufe00-\ufe0f\u20e3]/gu;

/**
 * A text as it can be drawn on one line: composed letters, single spaces, no controls, nothing that turns the direction
 * of writing, no emoji. Words in scripts that the fonts lack become "…"; the alt text has them in full.
 */
export function drawable(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(EMOJI, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd]/gu, '')
    .replace(FOREIGN, '…')
    .replace(/…(?:\s*…)+/gu, '…')
    .trim();
}
