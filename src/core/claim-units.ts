import { comparedWords } from './compared-words.ts';
import { isNegation } from './negation.ts';
import type { Span } from './span.ts';

/** Names of actors in a text, and the stem of a word, or `undefined` where it is a stop word. */
export type ReadWords = {
  readonly namesIn: (text: string, language: string) => readonly (Span & { readonly actor: string })[];
  readonly stemOf: (word: string, language: string) => string | undefined;
};

/** What a sentence is compared by, in its order: an actor under any name, a number with what it counts, any other word that tells. */
export type Unit =
  | { readonly kind: 'actor'; readonly actors: readonly string[] }
  | { readonly kind: 'number'; readonly value: string; readonly counts: readonly string[]; readonly bound?: string }
  | { readonly kind: 'word'; readonly stem: string };

/** A sentence of an argument, taken apart. Positions are those of the unit that comes next. */
export type Units = {
  readonly units: readonly Unit[];
  /** Units that are denied. */
  readonly denied: readonly number[];
  /** Units before which another clause may begin. */
  readonly breaks: ReadonlySet<number>;
  /** What makes of a fact a wish, a guess, a condition, an opinion or a part: "planned", "may", "if", "argues", "hardly". */
  readonly hedges: ReadonlySet<string>;
};

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const BREAK =
  /^(?:and|but|or|nor|while|whereas|although|though|because|since|so|that|which|who|when|where|than|after|before|as)$/u;
/** Each line is one hedge: sentences agree only where both have the same ones. */
const HEDGES = `may might
  could
  would
  should
  must
  can cannot can't
  will won't shall
  want wish
  plan propos inten[dt]
  hope hoping seek sought aim
  expect prepar
  promis pledg
  try tries tried attempt
  push press urg demand call
  consider believ think thought argu suggest opinion assum suppos
  fear worr
  alleg seem appear apparent
  doubt
  warn
  recommend advis
  conced
  prob possib perhaps likely unlikely maybe potential
  if unless whether until
  hard barely scarce rare seldom
  less least fewer few little
  without
  except
  instead rather
  deny denies denied
  refus reject
  fail lack
  avoid prevent
  stop ceas halt
  only mere
  almost near
  partly
  former
  or either
  mean
  eager willing ready interest`
  .split('\n')
  .map(
    (line) =>
      new RegExp(
        `^(?:${line.trim().replaceAll(' ', '|')})(?:n?ed|[te]?d|e?s|(?:n|t|l)?ing|e|al|als|ment|ly|ibly|ably)?$`,
        'u',
      ),
  );
/** Words before a number that make it a bound. */
const BOUNDS =
  /^(?:more|less|over|under|above|below|about|around|roughly|nearly|almost|least|most|up|than|some|approximately)$/u;
/** Before a year these make it a term that admits no other year. */
const TERMS = /^(?:by|since|until)$/u;
/** Words that a number counts stand within so many of it. */
const COUNTED = 3;

/** A sentence and the actors that it names, as spans in it. */
export type Said = { readonly text: string; readonly names: ReturnType<ReadWords['namesIn']> };

/** Takes an English sentence apart into what it is compared by. */
export function unitsOf({ text, names }: Said, stemOf: ReadWords['stemOf']): Units {
  const words = comparedWords(text).map((word) => ({ ...word, key: word.key.replace(/'s$/u, '') }));
  const units: Unit[] = [];
  const denied: number[] = [];
  const breaks = new Set<number>();
  const hedges = new Set<string>();
  let last = -1;
  for (const [at, { key, start, end }] of words.entries()) {
    if (/[;:—]|\s[–-]\s/u.test(text.slice(words[at - 1]?.end ?? start, start))) breaks.add(units.length);
    const named = names.filter((name) => name.start <= start && end <= name.end + 2);
    if (named.length > 0) {
      const [first = start] = named.map((name) => name.start);
      if (first !== last) units.push({ kind: 'actor', actors: named.map(({ actor }) => actor) });
      last = first;
      continue;
    }
    const hedge = HEDGES.findIndex((pattern) => pattern.test(key));
    if (hedge >= 0) hedges.add(String(hedge));
    if (isNegation(key)) denied.push(units.length);
    else if (BREAK.test(key)) breaks.add(units.length);
    else {
      const number = numberIn(key);
      const stem = stemOf(key, 'en');
      if (number !== undefined)
        units.push(
          readNumber(
            number,
            words.map((word) => word.key),
            at,
            stemOf,
          ),
        );
      else if (stem !== undefined && key !== '%') units.push({ kind: 'word', stem });
    }
  }
  return { units, denied, breaks, hedges };
}

function readNumber(value: string, keys: readonly string[], at: number, stemOf: ReadWords['stemOf']): Unit {
  const counts = keys.slice(at + 1, at + 1 + COUNTED).flatMap((key) => {
    if (key === '%' || key === 'percent' || key === 'per') return ['%'];
    return stemOf(key, 'en') ?? [];
  });
  const before = keys.slice(Math.max(0, at - 2), at);
  const bound = before.filter((key) => BOUNDS.test(key)).join(' ');
  const year = /^(?:1[89]|20)\d\d$/u.test(value);
  const term = keys[at - 1] ?? '';
  // A year stands for itself: what it counts is its term, and without one it contradicts no other year.
  return {
    kind: 'number',
    value,
    counts: year ? [TERMS.test(term) ? `year ${term}` : `year ${value}`] : counts,
    ...(bound === '' ? {} : { bound }),
  };
}

function numberIn(key: string): string | undefined {
  const word = NUMBERS.indexOf(key);
  if (word >= 0 && key !== 'one') return String(word);
  return /^-?\p{N}/u.test(key) ? key.replace(/,(?=\d{3})/gu, '').replace(/(?<=\d)(?:st|nd|rd|th)$/u, '') : undefined;
}
