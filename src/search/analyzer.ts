import snowball from 'snowball-stemmers';
import { stopWords } from './stop-words.ts';

/** Turns a word as written into the term under which it is indexed; `undefined` for a stop word. */
export type Analyzer = (surface: string) => string | undefined;

const STEMMERS: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};
/** Languages that do not inflect by endings: words stay whole. */
const ISOLATING = new Set(['zh', 'ja', 'ko', 'th', 'lo', 'km', 'my', 'vi', 'id', 'ms']);
/** Letters kept where a language inflects but has no stemmer (McNamee and Mayfield 2004: 4 to 6 serve European languages). */
const TRUNCATED = 6;

const MARKS = /\p{Mn}|\u200c|\u200d|\u00ad|\u0640/gu;
const analyzers = new Map<string, Analyzer>();

/** Lower case, compatibility forms and, outside Indic and Thai scripts, accents folded; "U.S." is "us", "1,500" is "1500". */
export function fold(word: string): string {
  const lower = word.normalize('NFKC').toLowerCase();
  if (/^[a-z]+$/u.test(lower)) return lower;
  if (/^\p{N}/u.test(lower)) return lower.replace(/[,.](?=\p{N}{3}(?!\p{N}))/gu, '');
  const bare = lower.replaceAll('.', '');
  return /[\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uac00-\ud7af\u3040-\u30ff]/u.test(bare)
    ? bare
    : bare.normalize('NFD').replace(MARKS, '').normalize('NFC').replaceAll('ı', 'i').replaceAll('ß', 'ss');
}

/** The analyzer of a language: stop words out, Snowball stem or truncation, folded. One instance a language. */
export function analyzerOf(language: string): Analyzer {
  let analyzer = analyzers.get(language);
  if (!analyzer) {
    const stops = stopWords(language);
    const stem = stemmerOf(language);
    analyzer = (surface) => {
      // Lower-casing the Turkish capital İ leaves a combining dot, which no stemmer knows.
      const lower = surface.normalize('NFKC').toLowerCase().replaceAll('.', '').replaceAll('i\u0307', 'i');
      if (stops.has(lower)) return isInitialism(surface) ? `^${lower}` : undefined;
      return /^\p{N}/u.test(lower) ? fold(surface) : fold(stem(lower));
    };
    analyzers.set(language, analyzer);
  }
  return analyzer;
}

/** "US", "WHO", "U.S.": capitals that spell a stop word name something. */
function isInitialism(surface: string): boolean {
  return /^(?:\p{Lu}{2,5}|(?:\p{Lu}\.){2,})$/u.test(surface);
}

function stemmerOf(language: string): (word: string) => string {
  const algorithm = STEMMERS[language];
  if (algorithm !== undefined) {
    const stemmer = snowball.newStemmer(algorithm);
    return (word) => stemmer.stem(word);
  }
  return ISOLATING.has(language)
    ? (word) => word
    : (word) => (word.length > TRUNCATED ? word.slice(0, TRUNCATED) : word);
}
