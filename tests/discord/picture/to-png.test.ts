import { expect, test } from 'vitest';
import { drawMatrix } from '../../../src/discord/picture/draw-matrix.ts';
import { fontsFor, toPng } from '../../../src/discord/picture/to-png.ts';
import { smallMatrix } from './sample.ts';

const drawn = (text: string) =>
  toPng(
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text y="30" font-family="Noto Sans" font-size="24">${text}</text></svg>`,
  );
/** Not in Unicode: stands for all that a font lacks. */
const UNKNOWN = '\u0378';
const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;

test('a picture has the size of its drawing, and what it says can be seen', async () => {
  const { svg } = await drawMatrix(smallMatrix('Budget'));
  const png = Buffer.from(await toPng(svg));
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  expect(`${png.readUInt32BE(16)} × ${png.readUInt32BE(20)}`).toBe(
    /width="(\d+)" height="(\d+)"/.exec(svg)?.slice(1).join(' × '),
  );
  expect(same(png, await toPng(svg.replaceAll(/<text.*?<\/text>/g, '')))).toBe(false);
});

/** Characters of a text for which the fonts have no letter. */
async function missingIn(text: string): Promise<string[]> {
  const [box, nothing] = [await drawn(UNKNOWN), await drawn(' ')];
  const missing: string[] = [];
  for (const character of new Set(text.replaceAll(' ', ''))) {
    const png = await drawn(character);
    if (same(png, box) || same(png, nothing)) missing.push(character);
  }
  return missing;
}

test('a character that no font has is drawn as a box', async () => {
  expect(await missingIn('aกb')).toEqual(['ก']);
});

test.for([
  ['Latin', 'ABCxyz0189ÅçéğıłñőşŽßæœøđħ’“–…€×(№'],
  ['Cyrillic', 'АБВабвёЖжЩщЫыЮюЯяІіЇїЄєҐґЎўЂђ'],
  ['Korean', '대한민국북조약기구윤석열핵무기힣뷁ㄱ、（）'],
  ['Japanese', '日本国防衛省岸田文雄ウクライナへのしん々働峠「、。」ー'],
  ['Chinese', '中华人民共和国务院军费开支俄罗斯臺灣國際聯盟：，。（）'],
] as const)('every character of a %s text has its letter in the fonts', async ([, text]) => {
  expect(await missingIn(text)).toEqual([]);
});

test.for(['ko', 'ja', 'zh', 'zh-Hant', 'ru', 'uk', 'vi', 'pl', 'tr', 'el'])(
  'the names of countries in the language "%s" have all their letters in the fonts',
  async (language) => {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    const codes = 'KR JP US CN KP RU TW UA PL FR DE GB IN AU NZ PH IR SY MM VN TR GR'.split(' ');
    expect(await missingIn(codes.map((code) => names.of(code)).join(' '))).toEqual([]);
  },
);

test.for([
  ['Seoul Сеул', []],
  ['한국', ['KR']],
  ['日本の', ['JP', 'SC']],
  ['中国', ['SC', 'JP']],
  ['日本の 한국', ['KR', 'JP', 'SC']],
] as const)('"%s" loads no more fonts than its scripts need', ([text, scripts]) => {
  expect(fontsFor(text).flatMap((path) => /NotoSans([A-Z]{2})-/.exec(path)?.slice(1) ?? [])).toEqual(scripts);
});
