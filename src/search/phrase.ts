import Fuse from 'fuse.js';
import { fold } from './analyzer.ts';
import { editDistance } from './spelling.ts';
import { tokenize } from './tokenize.ts';

/** Pairs of quotation marks in use, outer ones only; an apostrophe is none. */
const QUOTED =
  /"([^"]{2,})"|“([^”“]{2,})[”“]|„([^“”„]{2,})[“”]|«([^»«]{2,})»|»([^»«]{2,})«|「([^」「]{2,})」|『([^』『]{2,})』/gu;
/** Fuse's score from which a place in a text is no longer taken for the phrase: 0 is exact, 1 is anything. */
const FAR = 0.4;

/** The phrases of a question that stand in quotation marks, each of at least one word. */
export function quotedPhrases(question: string): string[] {
  return [...question.matchAll(QUOTED)]
    .map((match) => match.slice(1).find((phrase) => phrase !== undefined) ?? '')
    .map((phrase) => phrase.replace(/[\s.,;:!?…]+$/u, '').trim())
    .filter((phrase) => /[\p{L}\p{N}]/u.test(phrase));
}

/** Whether a text holds a phrase word for word; white space, case and the form of quotation marks and hyphens aside. */
export function holdsPhrase(text: string, phrase: string): boolean {
  const [flat, sought] = [level(text), level(phrase)];
  for (let at = flat.indexOf(sought); at >= 0; at = flat.indexOf(sought, at + 1)) {
    const inWord = (character: string) =>
      /[\p{L}\p{N}]/u.test(character) && !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]/u.test(character);
    const cutsBefore = inWord(flat.charAt(at - 1)) && inWord(sought.charAt(0));
    const cutsAfter = inWord(flat.charAt(at + sought.length)) && inWord(sought.at(-1) ?? '');
    if (!cutsBefore && !cutsAfter) return true;
  }
  return false;
}

function level(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[\u2010-\u2015]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Where a text comes nearest to a phrase that was misremembered; `correction` where only spelling differs. */
export type NearPhrase = { readonly text: number; readonly correction?: string };

/** Finds the text of a shortlist that comes nearest to a phrase. */
export function nearestPhrase(phrase: string, texts: readonly string[]): NearPhrase | undefined {
  const fuse = new Fuse(texts, { ignoreLocation: true, includeScore: true, threshold: FAR, ignoreDiacritics: true });
  const found = fuse.search(phrase);
  const best = found[0];
  if (!best) return undefined;
  for (const { refIndex } of found) {
    const correction = misspelt(phrase, texts[refIndex] ?? '');
    if (correction !== undefined) return { text: refIndex, correction };
  }
  return { text: best.refIndex };
}

/** The run of words in a text that differs from a phrase in the spelling of its words only. */
function misspelt(phrase: string, text: string): string | undefined {
  const sought = tokenize(phrase).filter(({ joined }) => !joined);
  const words = tokenize(text).filter(({ joined }) => !joined);
  for (let at = 0; at + sought.length <= words.length; at++) {
    if (sought.every(({ surface }, offset) => sameWord(surface, words[at + offset]?.surface ?? ''))) {
      return text.slice(words[at]?.start, words[at + sought.length - 1]?.end);
    }
  }
  return undefined;
}

function sameWord(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)];
  return x === y || (x.length > 3 && !/\p{N}/u.test(x) && editDistance(x, y, x.length > 5 ? 2 : 1) !== undefined);
}
