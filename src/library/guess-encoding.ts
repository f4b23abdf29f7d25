import iso from 'stopwords-iso' with { type: 'json' };
import { detectLanguage } from './detect-language.ts';

/** Bytes looked at; enough to tell encodings apart, and quick. */
const SAMPLE = 40_000;
/** Share of zero bytes in every other place from which a text is UTF-16. */
const UTF16_ZEROS = 0.3;
/** Bytes from which that says something. */
const LEAST_UTF16 = 16;

/** Encodings of one language area each, as TextDecoder names them; the first of equals is taken. */
const SINGLE_BYTE = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'koi8-r',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'iso-8859-2',
  'windows-1255',
  'windows-1256',
] as const;

/** What is usual in texts of an encoding of East Asia: kana, common Chinese characters, syllables of Korean. */
const EAST_ASIAN = {
  shift_jis: /[\u3041-\u3096\u30a1-\u30fa]/gu,
  'euc-jp': /[\u3041-\u3096\u30a1-\u30fa]/gu,
  'euc-kr': /[\uac00-\ud7a3]/gu,
  gb18030: /[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里]/gu,
  big5: /[的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡]/gu,
} as const;
/** Share of the characters beyond ASCII that are usual where the encoding is right; by chance it is far less. */
const EAST_ASIAN_SHARE = { shift_jis: 0.2, 'euc-jp': 0.2, 'euc-kr': 0.6, gb18030: 0.12, big5: 0.12 } as const;

/** Letters of languages whose list of words was itself read in a wrong encoding. */
const MISSPELT_LISTS: Readonly<Record<string, readonly string[]>> = { hu: ['áéíóöőúüű'], lt: ['ąčęėįšųūž'] };
/** Score a letter above which Western text is taken for what it seems, though its language is not recognised. */
const LEAST_A_LETTER = -0.25;

export type Guessed = { readonly text: string; readonly encoding: string };

/**
 * Decodes text that is not UTF-8 by the encoding in which it has most words or characters that its languages use
 * everywhere; nothing where none fits, so that no text is served in letters that it never had.
 */
export function decodeGuessed(bytes: Uint8Array): Guessed | undefined {
  const encoding = isBrokenUtf8(bytes) ? undefined : guess(bytes);
  return encoding === undefined ? undefined : { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** Whether far more of it is UTF-8 beyond ASCII than is not: a file that was cut off or pasted together. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE));
  const bad = text.match(/\ufffd/gu)?.length ?? 0;
  const good = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return bad > 0 && good >= 2 * bad;
}

function guess(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  const utf16 = utf16Of(sample);
  if (utf16 !== undefined || sample.includes(0)) return utf16;
  for (const [encoding, usual] of Object.entries(EAST_ASIAN)) {
    const text = decode(bytes, encoding);
    const beyond = text?.match(/[^\p{ASCII}]/gu)?.length ?? 0;
    const share = EAST_ASIAN_SHARE[encoding as keyof typeof EAST_ASIAN];
    if (text !== undefined && beyond >= 4 && (text.match(usual)?.length ?? 0) >= share * beyond) return encoding;
  }
  let best: { encoding: string; score: number } | undefined;
  for (const encoding of SINGLE_BYTE) {
    const text = decode(sample, encoding);
    if (text === undefined || /[\u0080-\u009f]/u.test(text)) continue;
    const score = scoreOf(text);
    if (score > (best?.score ?? -Infinity)) best = { encoding, score };
  }
  if (!best || best.score > 0) return best?.encoding;
  const western = new TextDecoder('windows-1252').decode(sample);
  const beyond = western.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const likely = /\p{L}[ß-öø-ÿ]|[À-ÖØ-öø-ÿ]\p{Ll}/u.test(western) && scoreOf(western) >= LEAST_A_LETTER * beyond;
  return likely ? 'windows-1252' : undefined;
}

/** UTF-16 without a mark: Latin letters have a zero byte before or after each. */
function utf16Of(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (bytes.length < LEAST_UTF16 || bytes.length % 2 === 1) return undefined;
  const least = (UTF16_ZEROS * bytes.length) / 2;
  const encoding =
    odd > least && even * 10 < odd ? 'utf-16le' : even > least && odd * 10 < even ? 'utf-16be' : undefined;
  const text = encoding && decode(bytes, encoding);
  return text === undefined || /[\p{Cc}--[\n\r\t]]/v.test(text) ? undefined : encoding;
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * How well the letters beyond ASCII suit the language that the text then seems to be in: those of its everyday words
 * count for it, others against, and a capital within a word most of all.
 */
function scoreOf(text: string): number {
  const letters = lettersOf(detectLanguage(text));
  let score = 0;
  for (const letter of text.toLowerCase().match(/[^\p{ASCII}]/gu) ?? []) {
    if (letters.has(letter)) score += 1;
    else if (/[“”„‘’«»…–—€£°§©®\u00a0]/u.test(letter)) score += 0.5;
    else score -= /[\p{L}\p{M}]/u.test(letter) ? 0.25 : 1;
  }
  return score - 2 * (text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0);
}

function lettersOf(language: string): ReadonlySet<string> {
  const words = MISSPELT_LISTS[language] ?? (iso as Readonly<Record<string, readonly string[]>>)[language] ?? [];
  return new Set(words.join('').normalize('NFC').toLowerCase());
}
