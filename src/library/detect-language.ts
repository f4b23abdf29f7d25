import iso from 'stopwords-iso' with { type: 'json' };

/** UTF-16 code units looked at, in parts spread over the text: an English abstract does not make a French report English. */
const SAMPLE = { parts: 4, length: 2500 };

const GREEK = ['el'] as const;
const CHINESE = ['zh', 'ja'] as const;
/** Scripts by their first and last code unit; each is one language here, or several told apart by their words. */
const SCRIPTS: readonly (readonly [number, number, readonly string[]])[] = [
  [0x0370, 0x03ff, GREEK],
  [0x1f00, 0x1fff, GREEK],
  [0x0400, 0x052f, ['ru', 'uk', 'bg', 'sr', 'mk', 'be', 'kk']],
  [0x0530, 0x058f, ['hy']],
  [0x0590, 0x05ff, ['he']],
  [0x0600, 0x077f, ['ar', 'fa', 'ur']],
  [0x0900, 0x097f, ['hi', 'mr']],
  [0x0980, 0x09ff, ['bn']],
  [0x0a00, 0x0a7f, ['pa']],
  [0x0a80, 0x0aff, ['gu']],
  [0x0b80, 0x0bff, ['ta']],
  [0x0c00, 0x0c7f, ['te']],
  [0x0c80, 0x0cff, ['kn']],
  [0x0d00, 0x0d7f, ['ml']],
  [0x0d80, 0x0dff, ['si']],
  [0x0e00, 0x0e7f, ['th']],
  [0x0e80, 0x0eff, ['lo']],
  [0x1000, 0x109f, ['my']],
  [0x10a0, 0x10ff, ['ka']],
  [0x1200, 0x137f, ['am']],
  [0x1780, 0x17ff, ['km']],
  [0xac00, 0xd7af, ['ko']],
  [0x3040, 0x30ff, CHINESE],
  [0x3400, 0x9fff, CHINESE],
];
const LATIN = 'en de fr es it pt nl sv da no fi pl cs sk sl hr hu ro tr vi id et lv lt ga ca eu gl af sw tl'.split(' ');

/** Spellings that one language has and its neighbours of the same script lack; each counts like a word of its own. */
const SPELLINGS: Readonly<Record<string, RegExp>> = {
  uk: /[іїєґ]/gu,
  ru: /[ыэё]/gu,
  bg: /ъ/gu,
  sr: /[ђћљњј]|(?<!\p{L})(?:је|су|није|који|која)(?!\p{L})/gu,
  mk: /[ѓќѕљњј]|(?<!\p{L})(?:дека|тој|таа|сите|бидат)(?!\p{L})/gu,
  be: /[ўыэі]/gu,
  kk: /[әғқңөұүһ]/gu,
  fa: /[پچژگ]/gu,
  ur: /[ٹڈڑںےہ]/gu,
  mr: /ळ/gu,
  ca: /l·l|(?<!\p{L})(?:amb|els|dels|aquest|aquesta|perquè)(?!\p{L})/gu,
  de: /ß/gu,
  cs: /[ěřů]/gu,
  da: /(?<!\p{L})(?:af|efter|nogle|blev|sagde)(?!\p{L})/gu,
  et: /õ/gu,
  hu: /[őű]/gu,
  lt: /[ėįų]|šk/gu,
  lv: /[āēģķļņ]/gu,
  no: /kj|sjon|øy|(?<!\p{L})(?:av|etter|noen|ble)(?!\p{L})/gu,
  pl: /[łśźż]/gu,
  ro: /[țșţ]/gu,
  sk: /[ľĺŕ]|(?<!\p{L})(?:sú|alebo|ktoré|ktorý|pre)(?!\p{L})/gu,
  tr: /[ğış]/gu,
};

const WORD = /[\p{L}\p{M}]+/gu;
/** "NATO" is no Slovene "nato": initialisms tell nothing about the language around them. */
const INITIALISM = /(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu;
const KANA = /[\u3041-\u30fa]/gu;
const HAN = /[\u3400-\u9fff]/gu;
/** Share of kana in a text of Chinese characters from which it is Japanese; Japanese prose has half, Chinese names of Japan none. */
const JAPANESE_SHARE = 0.1;

const languagesOf = invert(iso as Readonly<Record<string, readonly string[]>>);

/**
 * Guesses the language (BCP 47, 'de') by script, and within a script by its function words; 'en' where nothing tells. Of a
 * long text the language of most parts counts.
 */
export function detectLanguage(text: string): string {
  const votes = new Map<string, number>();
  for (const part of partsOf(text)) {
    const language = languageOf(part.replace(INITIALISM, ' ').toLowerCase());
    votes.set(language, (votes.get(language) ?? 0) + 1);
  }
  return highest(votes) ?? 'en';
}

function partsOf(text: string): string[] {
  const { parts, length } = SAMPLE;
  if (text.length <= parts * length) return [text];
  const step = (text.length - length) / (parts - 1);
  return Array.from({ length: parts }, (_, part) => text.slice(part * step, part * step + length));
}

/** The key with the highest count above nought, the first of equals. */
function highest<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  let best: Key | undefined;
  for (const [key, count] of counts) if (count > (best === undefined ? 0 : (counts.get(best) ?? 0))) best = key;
  return best;
}

function languageOf(sample: string): string {
  const words = sample.match(WORD) ?? [];
  const sizes = new Map<readonly string[], number>();
  for (const word of words) {
    const languages = scriptOf(word.charCodeAt(0));
    // Scripts without spaces give one "word" a clause, about a word for every two characters.
    sizes.set(
      languages,
      (sizes.get(languages) ?? 0) + (languages === CHINESE || languages[0] === 'th' ? word.length / 2 : 1),
    );
  }
  const candidates = highest(sizes) ?? LATIN;
  if (candidates.length === 1) return candidates[0] ?? 'en';
  if (candidates === CHINESE) return isJapanese(sample) ? 'ja' : 'zh';
  return byWords(sample, words, candidates);
}

function byWords(sample: string, words: readonly string[], candidates: readonly string[]): string {
  const scores = new Map(candidates.map((language) => [language, 0]));
  const add = (language: string, weight: number) => {
    const score = scores.get(language);
    if (score !== undefined) scores.set(language, score + weight);
  };
  for (const word of words) {
    const languages = languagesOf.get(word) ?? [];
    for (const language of languages) add(language, 1 / languages.length);
  }
  for (const language of candidates) {
    const spelling = SPELLINGS[language];
    if (spelling) add(language, sample.match(spelling)?.length ?? 0);
  }
  return highest(scores) ?? 'en';
}

function isJapanese(sample: string): boolean {
  const kana = sample.match(KANA)?.length ?? 0;
  return kana > JAPANESE_SHARE * (kana + (sample.match(HAN)?.length ?? 0));
}

function scriptOf(code: number): readonly string[] {
  if (code < 0x0370) return LATIN;
  for (const [first, last, languages] of SCRIPTS) if (code >= first && code <= last) return languages;
  return LATIN;
}

function invert(lists: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly string[]> {
  const result = new Map<string, string[]>();
  for (const [language, words] of Object.entries(lists)) {
    for (const word of words) {
      const key = word.normalize('NFC').toLowerCase();
      const languages = result.get(key);
      if (languages) languages.push(language);
      else result.set(key, [language]);
    }
  }
  return result;
}
