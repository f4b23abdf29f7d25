/**
 * Advance widths of Noto Sans Regular in hundredths of the letter size, rounded up to the next five, from its `hmtx`
 * table: what SVG cannot measure before it is drawn.
 */
const WIDTHS: readonly (readonly [number, string])[] = [
  [20, '‘’'],
  [25, "'"],
  [30, ' !(),.:;J`ijl|·ІЈіј'],
  [35, '-I[]fΙι‑'],
  [40, '/t{}“”•'],
  [45, '"?_r°г„'],
  [50, 'cszεζξςτзстэєѕ–'],
  [55, 'FLSkvxy«»γκλνЅГкухьҐґ'],
  [60, '$*+0123456789<=>ETVXYZ^ae~£¥×÷ΕΖΣΤΥΧδθρυχЕЗТХабвелочя−'],
  [65, '#ABCKPRbdghnopquµßþΑΒΔΚΛΞΡαβημοσЄАБВКРСУЬЭЯдинпрцъђћџ'],
  [70, 'πЛЧЪ'],
  [75, '&DGHUΗΠφψЂЋЏДНПЦф'],
  [80, 'NOQwΘΝΟωИОжмыю…'],
  [85, '%©®ΦΨФЫ'],
  [90, '@Ææшщљњ'],
  [95, 'MWmΜЖМ'],
  [100, 'Ю—'],
  [105, 'ЉЊШЩ'],
];

/** Bold letters are wider by no more than this, together with the rounding. */
const BOLD = 1.08;

const widthOf = new Map(
  WIDTHS.flatMap(([width, letters]) => Array.from(letters, (letter): [string, number] => [letter, width / 100])),
);

/** How wide Noto Sans sets a text, in pixels; rather too much than too little. */
export function textWidth(text: string, { size, bold }: { readonly size: number; readonly bold: boolean }): number {
  // Accents stand on their letter; a letter not listed, as Chinese, Japanese and Korean ones, is as wide as it is high.
  const letters = text.normalize('NFD').replace(/\p{M}|[\u1160-\u11ff]/gu, '');
  return (
    Array.from(letters, (letter) => widthOf.get(letter) ?? 1).reduce((sum, width) => sum + width, 0) *
    size *
    (bold ? BOLD : 1)
  );
}
