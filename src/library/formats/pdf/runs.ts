/** A run of text on a page in PDF points from the page's top left corner; `y` is its baseline. */
export type Run = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Names a font within its document; the name tells nothing else. */
  readonly font: string;
  readonly mono: boolean;
  readonly rightToLeft: boolean;
};

/** As pdf.js gives a piece of text; `transform` is [a b c d e f] of the PDF's text matrix. */
export type TextItem = {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
  readonly dir: string;
};

type Placed = { readonly item: TextItem; readonly turn: number; readonly x: number; readonly y: number; size: number };

/**
 * The text of a page in the direction in which most of it is written; anything across that, such as a stamp in the
 * margin, is left out. `viewport` is pdf.js's matrix from the page's own coordinates to the screen's.
 */
export function runsOf(
  items: readonly TextItem[],
  viewport: readonly number[],
  isMono: (font: string) => boolean,
): Run[] {
  const placed = items.filter(({ str }) => str.trim() !== '').map((item) => place(item, viewport));
  const letters = [0, 0, 0, 0];
  for (const { item, turn } of placed) letters[turn] = (letters[turn] ?? 0) + item.str.length;
  const main = letters.indexOf(Math.max(...letters));
  return placed
    .filter(({ turn, size }) => turn === main && size > 0)
    .map(({ item, x, y, size }) => ({
      text: item.str,
      ...upright(x, y, main),
      width: item.width,
      size,
      font: item.fontName,
      mono: isMono(item.fontName),
      rightToLeft: item.dir === 'rtl',
    }));
}

/** Where an item stands on the screen, and its direction in quarter turns clockwise. */
function place(item: TextItem, viewport: readonly number[]): Placed {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport;
  const [ia = 1, ib = 0, ic = 0, id = 1, ie = 0, If = 0] = item.transform;
  const along = { x: a * ia + c * ib, y: b * ia + d * ib };
  const up = { x: a * ic + c * id, y: b * ic + d * id };
  const quarter = Math.round(Math.atan2(along.y, along.x) / (Math.PI / 2));
  return {
    item,
    turn: (quarter + 4) % 4,
    x: a * ie + c * If + e,
    y: b * ie + d * If + f,
    size: Math.hypot(up.x, up.y),
  };
}

/** Coordinates as if the page had been turned so that its text runs to the right. */
function upright(x: number, y: number, turn: number): { x: number; y: number } {
  if (turn === 1) return { x: y, y: -x };
  if (turn === 2) return { x: -x, y: -y };
  return turn === 3 ? { x: -y, y: x } : { x, y };
}
