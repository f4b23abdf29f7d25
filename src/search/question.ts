import { analyzerOf, fold } from './analyzer.ts';
import { backgroundOf } from './background.ts';
import type { PassageIndex } from './passage-index.ts';
import { stopWords } from './stop-words.ts';
import { type FoundPhrase, phrasesIn } from './synonyms.ts';
import { type Token, tokenize } from './tokenize.ts';
import { STOP } from './vocabulary.ts';

/** What a near synonym is worth beside the word itself. */
const RELATED = 0.75;
/** What a similar word is worth where the word itself is known, in this many passages at most. */
const RARE = 2;
const BESIDE_RARE = 0.6;
/** Two words written apart that the documents write as one. */
const WRITTEN_TOGETHER = 0.9;
/** Shortest part of a word that the documents write apart, and the longest word that is looked at for parts. */
const SHORTEST_PART = 4;
const LONGEST_COMPOUND = 40;
/** What a name weighs at least, however often the documents name it: who asks about an actor wants that actor. */
const NAMED = 2.5;
/** Words about asking rather than about the matter, and what they weigh. */
const ASKING = new Set(
  `say says said saying tell told think thinks thought explain describe mean means meant position stance view views opinion
  opinions attitude happened happen happens concerning regarding about information know known want wants wanted`.split(
    /\s+/u,
  ),
);
const ASKING_WEIGHT = 0.1;

/** A term that may stand for a word of the question; `shown` is the word as the documents write it, where it was corrected. */
type Alternative = { readonly term: number; readonly worth: number; readonly shown?: string };

/** One word or name of the question with everything that may stand for it; a passage gets the best, never the sum. */
export type Group = {
  readonly surface: string;
  readonly alternatives: readonly Alternative[];
  readonly weight: number;
  /** Inverse document frequency of the word, or of what stands for it. */
  readonly idf: number;
  /** What its alternatives weigh at least. */
  readonly least: number;
  readonly isName: boolean;
  /** Whether the documents hold the word itself or another name of it. */
  readonly known: boolean;
};

/** A word of the question as the vocabulary knows it. */
type Word = Token & {
  /** The word's term in each language of the documents that knows it. */
  readonly exact: readonly number[];
  readonly similar: readonly Alternative[];
  /** The term by which names of several words are recognised, corrected where need be. */
  readonly spelt: number;
};

/** The groups of a question, in order; empty where it has no word to search for. */
export function groupsOf(question: string, index: PassageIndex): Group[] {
  const all = tokenize(question.normalize('NFC'));
  const language = languageOf(all, index.vocabulary.languages());
  const words = all
    .filter((token, at) => !token.joined || (all[at - 1]?.start ?? -1) < token.start)
    .map((token, at, tokens) => (isCountry(token, tokens[at - 1]) ? { ...token, surface: 'US' } : token))
    .filter(({ surface }) => analyzerOf(language)(surface) !== undefined)
    .map((token) => readWord(token, language, index));
  const names = phrasesIn(
    index.synonymsOf(language),
    words.map(({ spelt }) => spelt),
    (emits) => index.vocabulary.frequencyOf(emits) > 0,
  );
  const groups: Group[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const name = names.find((phrase) => phrase.at <= at && at < phrase.at + phrase.terms.length);
    if (name?.same && (name.isName || index.vocabulary.frequencyOf(name.emits) > 0)) {
      groups.push(nameGroup(words.slice(at, at + name.terms.length), name, language, index));
      at += name.terms.length - 1;
      continue;
    }
    const near = [name?.emits, ...word.exact].flatMap((term) => related(term, language, index));
    const together = [words[at - 1], words[at + 1]].flatMap((other) => writtenTogether(word, other, language, index));
    const apart =
      word.exact.length + word.similar.length + near.length === 0 ? writtenApart(word, language, index) : [];
    if (apart.length > 0) groups.push(...apart);
    else groups.push(wordGroup(word, [...near, ...together], question, index));
  }
  // A word that is said twice asks for no more than one that is said once.
  return groups.filter(({ surface }, at) => groups.findIndex((other) => fold(other.surface) === fold(surface)) === at);
}

function readWord(token: Token, language: string, index: PassageIndex): Word {
  const { vocabulary } = index;
  const exact = termsOf(token.surface, index);
  const held = Math.max(0, ...exact.map(vocabulary.frequencyOf));
  const { worded, named } = index.synonymsOf(language);
  const background = backgroundOf(language, analyzerOf(language));
  const candidates =
    held > RARE || background.isCommon(token.surface) ? [] : vocabulary.spell(fold(token.surface), named);
  const similar = candidates.map(({ term, worth, shown }) => ({
    term,
    worth: held > 0 ? worth * BESIDE_RARE : worth,
    shown,
  }));
  const own = exact.find((term) => vocabulary.frequencyOf(term) > 0 || worded.has(term));
  return {
    ...token,
    exact,
    similar,
    spelt: own ?? similar[0]?.term ?? STOP,
  };
}

/** The numbers of a word's terms in every language of the documents. */
function termsOf(surface: string, { vocabulary }: PassageIndex): number[] {
  const terms = vocabulary.languages().map((language) => vocabulary.find(surface, language));
  return [...new Set(terms.filter((term) => term !== undefined))];
}

function related(term: number | undefined, language: string, index: PassageIndex): Alternative[] {
  const near = term === undefined ? undefined : index.synonymsOf(language).related.get(term);
  return [...(near ?? [])].map((other) => ({ term: other, worth: RELATED }));
}

function writtenTogether(word: Word, other: Word | undefined, language: string, index: PassageIndex): Alternative[] {
  if (!other || Math.max(word.start, other.start) - Math.min(word.end, other.end) > 1) return [];
  const [first, second] = word.start < other.start ? [word, other] : [other, word];
  const term = index.vocabulary.find(first.surface + second.surface, language);
  return term === undefined ? [] : [{ term, worth: WRITTEN_TOGETHER }];
}

/** The two known words of which an unknown one is made, if there are such. */
function writtenApart(word: Word, language: string, index: PassageIndex): Group[] {
  const { surface, start } = word;
  if (surface.length > LONGEST_COMPOUND) return [];
  for (let at = SHORTEST_PART; at <= surface.length - SHORTEST_PART; at++) {
    const parts = [surface.slice(0, at), surface.slice(at)].map((part) =>
      readWord({ surface: part, start, end: start }, language, index),
    );
    const known = parts.every(({ exact }) => exact.some((term) => index.vocabulary.frequencyOf(term) > 0));
    if (known) return parts.map((part) => wordGroup(part, [], word.surface, index));
  }
  return [];
}

/** Whether a name was recognised only in another spelling. */
function isCorrected({ exact, spelt }: Word): boolean {
  return !exact.includes(spelt);
}

function nameGroup(words: readonly Word[], name: FoundPhrase, language: string, index: PassageIndex): Group {
  const { vocabulary, totals } = index;
  const corrected = words.some(isCorrected);
  const shown = corrected
    ? { shown: words.map((word) => (isCorrected(word) ? word.similar[0]?.shown : undefined) ?? word.surface).join(' ') }
    : {};
  const [only, second] = words;
  const alternatives = [
    {
      term: name.emits,
      worth: Math.min(1, ...words.filter(isCorrected).map(({ similar }) => similar[0]?.worth ?? 1)),
      ...shown,
    },
    ...(only && !second ? only.exact.map((term) => ({ term, worth: 1 })) : []),
    ...(only && !second && isCorrected(only) ? only.similar : []),
    ...related(name.emits, language, index),
  ].filter(({ term }) => vocabulary.frequencyOf(term) > 0);
  return {
    surface: words.map(({ surface }) => surface).join(' '),
    alternatives,
    weight: 1,
    idf: Math.max(NAMED, vocabulary.rarity(name.emits, totals.passages)),
    least: NAMED,
    isName: name.isName,
    known: vocabulary.frequencyOf(name.emits) > 0,
  };
}

function wordGroup(word: Word, more: readonly Alternative[], question: string, index: PassageIndex): Group {
  const { vocabulary, totals } = index;
  const alternatives = [...word.exact.map((term) => ({ term, worth: 1 })), ...more, ...word.similar].filter(
    ({ term }) => vocabulary.frequencyOf(term) > 0,
  );
  const held = Math.max(0, ...word.exact.map(vocabulary.frequencyOf));
  const standIn = held > 0 ? word.exact.find((term) => vocabulary.frequencyOf(term) === held) : alternatives[0]?.term;
  return {
    surface: word.surface,
    alternatives,
    weight: ASKING.has(fold(word.surface)) ? ASKING_WEIGHT : 1,
    idf: vocabulary.rarity(standIn, totals.passages),
    least: 0,
    isName: isName(word, question, index),
    known: held > 0,
  };
}

/** The language of the documents whose function words the question uses most; the first where none stands out. */
function languageOf(tokens: readonly Token[], languages: readonly string[]): string {
  const uses = (language: string) =>
    tokens.filter(({ surface }) => stopWords(language).has(surface.toLowerCase())).length;
  return languages.reduce((best, language) => (uses(language) > uses(best) ? language : best), languages[0] ?? 'en');
}

/** Words after which "us" is the pronoun; elsewhere in a question typed in small letters it is the country. */
const BEFORE_PRONOUN = /^(?:tell|give|let|show|help|teach|remind|of|to|for|with|between)$/iu;

function isCountry({ surface }: Token, before: Token | undefined): boolean {
  return surface === 'us' && !BEFORE_PRONOUN.test(before?.surface ?? '');
}

/**
 * Capitals tell names: in the question, or in the documents where the question is typed in small letters throughout. In
 * German they tell nouns, and only listed names count.
 */
function isName(word: Word, question: string, { vocabulary }: PassageIndex): boolean {
  if (vocabulary.languages()[0] === 'de') return false;
  if (/\p{Lu}/u.test(question.slice(1)))
    return /^\p{Lu}/u.test(word.surface) && (word.start > 0 || word.exact.some(vocabulary.isName));
  return word.exact.some(vocabulary.isName);
}
