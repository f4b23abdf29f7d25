import { join } from 'node:path';

/** Files that hold the letters of each script; the first that has a character draws it. */
const FONTS = {
  alphabets: ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf'],
  korean: ['NotoSansKR-Medium.ttf'],
  japanese: ['NotoSansJP-Medium.ttf'],
  chinese: ['NotoSansSC-Medium.ttf'],
} as const;

/**
 * Turns an SVG whose text is in Noto Sans into a PNG of the same size, off the main thread. It draws with the fonts of
 * this folder alone, so that it looks the same on every machine; the renderer is loaded at the first call.
 */
export async function toPng(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: fontsFor(svg), defaultFontFamily: 'Noto Sans' },
  });
  return image.asPng();
}

/** Paths of the fonts for the scripts in a text. Chinese characters look Japanese where the text has Japanese letters. */
export function fontsFor(text: string): string[] {
  const hangul = /\p{Script=Hangul}/u.test(text);
  const kana = /[\u3041-\u30ff\u31f0-\u31ff]/u.test(text);
  const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u.test(text);
  const chinese = kana ? [...FONTS.japanese, ...FONTS.chinese] : [...FONTS.chinese, ...FONTS.japanese];
  const files = [...FONTS.alphabets, ...(hangul ? FONTS.korean : []), ...(kana || han ? chinese : [])];
  return files.map((file) => join(import.meta.dirname, 'fonts', file));
}
