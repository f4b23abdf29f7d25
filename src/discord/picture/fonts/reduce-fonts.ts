// Reduces Noto Sans (SIL Open Font License 1.1, see OFL.txt) to the characters that names and topics are written in.
// In an empty folder:
//   npm install subset-font@2 @expo-google-fonts/noto-sans @expo-google-fonts/noto-sans-{kr,jp,sc}
// then here:
//   node reduce-fonts.ts FOLDER/node_modules
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

type SubsetFont = (
  font: Buffer,
  characters: string,
  options: { targetFormat: 'sfnt'; noLayoutClosure: boolean },
) => Promise<Buffer>;

const modules = resolve(process.argv[2] ?? 'node_modules');
const { default: subsetFont } = (await import(pathToFileURL(join(modules, 'subset-font/index.js')).href)) as {
  default: SubsetFont;
};

/** Latin, Greek, Cyrillic, punctuation, currency signs, numero, trade mark, arrows, minus. */
const alphabets: readonly (readonly [number, number])[] = [
  [0x20, 0x24f],
  [0x259, 0x259],
  [0x2b0, 0x36f],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x1e00, 0x1eff],
  [0x2010, 0x203a],
  [0x20a0, 0x20bf],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2190, 0x2199],
  [0x2212, 0x2212],
];

// The national character sets say which characters each language writes: every Hangul syllable, JIS X 0208, and
// GB 2312 with the common level of Big5 for traditional Chinese.
const hangul = [range(0xac00, 0xd7a3), range(0x3131, 0x318e), range(0x3000, 0x301c), range(0xff01, 0xff5e)].join('');
const japanese = decode('euc-jp', [0xa1, 0xf4], [0xa1, 0xfe]);
const chinese = decode('gb18030', [0xa1, 0xf7], [0xa1, 0xfe]) + onlyHan(decode('big5', [0xa4, 0xc6], [0x40, 0xfe]));

await reduce('noto-sans', '400Regular', 'NotoSans', alphabets.map(([from, to]) => range(from, to)).join(''));
await reduce('noto-sans', '700Bold', 'NotoSans', alphabets.map(([from, to]) => range(from, to)).join(''));
await reduce('noto-sans-kr', '500Medium', 'NotoSansKR', hangul);
await reduce('noto-sans-jp', '500Medium', 'NotoSansJP', japanese);
await reduce('noto-sans-sc', '500Medium', 'NotoSansSC', chinese);

async function reduce(pack: string, weight: string, name: string, characters: string): Promise<void> {
  const source = join(modules, '@expo-google-fonts', pack, weight, `${name}_${weight}.ttf`);
  // Without layout closure: no vertical or historical forms that a character could be exchanged for.
  const reduced = await subsetFont(readFileSync(source), characters, { targetFormat: 'sfnt', noLayoutClosure: true });
  writeFileSync(join(import.meta.dirname, `${name}-${weight.replace(/\d+/, '')}.ttf`), reduced);
}

function range(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');
}

/** Every character of a two-byte character set. */
function decode(encoding: string, lead: readonly [number, number], trail: readonly [number, number]): string {
  const decoder = new TextDecoder(encoding);
  let characters = '';
  for (let first = lead[0]; first <= lead[1]; first++) {
    for (let second = trail[0]; second <= trail[1]; second++) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if (/^[^\ufffd]$/u.test(character)) characters += character;
    }
  }
  return characters;
}

function onlyHan(text: string): string {
  return text.replace(/\P{Script=Han}/gu, '');
}
