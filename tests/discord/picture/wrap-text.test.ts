import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { textWidth } from '../../../src/discord/picture/letter-widths.ts';
import { fontsFor } from '../../../src/discord/picture/to-png.ts';
import { wrapText } from '../../../src/discord/picture/wrap-text.ts';

const room = { width: 260, size: 28, bold: false, lines: 2 };

test.for([
  ['South Korea', ['South Korea']],
  ['Association of Southeast Asian Nations', ['Association of', 'Southeast Asian…']],
  ['Donaudampfschifffahrtsgesellschaft', ['Donaudampfschiff', 'fahrtsgesellschaft']],
  ['북대서양 조약 기구와 대한민국', ['북대서양 조약', '기구와 대한민국']],
  ['ウクライナへの軍事支援', ['ウクライナへの軍事', '支援']],
  ['南海航行自由，与国际法的关系', ['南海航行自由，与', '国际法的关系']],
  ['', ['']],
] as const)('"%s" is broken between words and cut with "…"', ([text, lines]) => {
  expect(wrapText(text, room)).toEqual(lines);
});

test.for([
  ['Shanghai Cooperation Organisation', false],
  ['Comprehensive and Progressive Agreement', true],
  ['Организация Договора о коллективной безопасности', false],
  ['Министерство иностранных дел', true],
  ['조선민주주의인민공화국', false],
  ['アメリカ合衆国', false],
  ['中华人民共和国', true],
] as const)('the width of "%s" is not underestimated, nor by much overestimated', ([text, bold]) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="99"><text y="60" font-family="Noto Sans" font-weight="${bold ? 'bold' : 'normal'}" font-size="28">${text}</text></svg>`;
  const font = { loadSystemFonts: false, fontFiles: fontsFor(text) };
  const real = new Resvg(svg, { font }).innerBBox()?.width ?? 0;
  const estimate = textWidth(text, { size: 28, bold });
  expect(estimate / real).toBeGreaterThan(0.99);
  expect(estimate / real).toBeLessThan(1.2);
});
