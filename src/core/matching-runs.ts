import type { ComparedWord } from './compared-words.ts';

/** The same words in a quotation and in its source: `length` words from these on. */
export type Run = { readonly quoted: number; readonly source: number; readonly length: number };

/** A word of a source, with the numbers of its passage and of its sentence in the source. */
export type SourceWord = ComparedWord & { readonly passage: number; readonly sentence: number };

/**
 * Words that may be dropped at one place beyond those that stand in their stead: in a sentence, and where the gap runs over
 * the end of one; after more, it is another place.
 */
const GAP = { inSentence: 30, between: 4 } as const;
/** Words of a run that may stand further off than `between`. */
const FAR_RUN = 3;
/** Runs of one length that are kept, and of them anchors that are tried. */
const TIES = 32;
const ANCHORS = 8;
/** Few letters match by chance: they count only where they are in line with what they belong to, and no further off than this. */
const NEAR = { letters: 6, words: 1 } as const;

/** Pairs of words that are compared at most: a text of one word over and over would take minutes. */
const MOST_PAIRS = 400_000;
/** A character of a script without spaces tells as much as so many letters. */
const CHARACTER = 3;

type Texts = {
  readonly quoted: readonly ComparedWord[];
  readonly source: readonly SourceWord[];
  /** Where each word stands in the source. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Pairs of words that may still be compared, and for two words of the quotation how long the run is that ends at each of the source's. */
  readonly work: { pairs: number; readonly ending: Int32Array; readonly now: Int32Array };
};
/** Where to look: words of the quotation, and for each of them the words of the source. */
type Within = {
  readonly from: number;
  readonly to: number;
  readonly least: (quoted: number) => number;
  readonly end: (quoted: number) => number;
};

/**
 * The runs of equal words that stand at one place of the source, in the order of both texts: the longest one, and on each
 * side those that follow at most a few dropped words later, or anywhere in the same passage after an ellipsis. Of several
 * places the one is taken that holds most of the quotation.
 */
export function matchingRuns(quoted: readonly ComparedWord[], source: readonly SourceWord[]): readonly Run[] {
  const wanted = new Set(quoted.map(({ key }) => key));
  const places = new Map<string, number[]>();
  for (const [at, { key }] of source.entries()) {
    if (!wanted.has(key)) continue;
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  }
  const lengths = () => new Int32Array(source.length);
  const texts = { quoted, source, places, work: { pairs: MOST_PAIRS, ending: lengths(), now: lengths() } };
  const anchors = longestRuns(texts, { from: 0, to: quoted.length, least: () => 0, end: () => source.length });
  const chains = anchors
    .slice(0, ANCHORS)
    .map((anchor) => [...runsBefore(texts, anchor), anchor, ...runsAfter(texts, anchor)]);
  const [first, ...others] = chains;
  if (!first) return [];
  return others.reduce((best, chain) => (isBetter(texts, chain, best) ? chain : best), first);
}

/** Weight of the quotation's words that the runs hold. */
export function weightOf(quoted: readonly ComparedWord[], runs: readonly Run[]): number {
  let sum = 0;
  for (const run of runs)
    for (let at = run.quoted; at < run.quoted + run.length; at++) sum += (quoted[at] as ComparedWord).weight;
  return sum;
}

function isBetter({ quoted }: Texts, one: readonly Run[], other: readonly Run[]): boolean {
  const more = weightOf(quoted, one) - weightOf(quoted, other);
  return more > 0 || (more === 0 && reach(one) < reach(other));
}

function reach(runs: readonly Run[]): number {
  const [first, last] = [runs.at(0), runs.at(-1)];
  return first && last ? last.source + last.length - first.source : 0;
}

function runsBefore(texts: Texts, anchor: Run): Run[] {
  const { quoted, source } = texts;
  const diagonal = anchor.source - anchor.quoted;
  const cut = lastCut(quoted, anchor.quoted);
  const [passage, sentence] = [firstOf(source, anchor.source, 'passage'), firstOf(source, anchor.source, 'sentence')];
  const find = (gap: number) =>
    longestRuns(texts, {
      from: 0,
      to: anchor.quoted,
      least: (at) => {
        if (at < cut) return passage;
        const line = at + diagonal;
        return Math.min(Math.max(sentence, line - gap), line - GAP.between);
      },
      end: () => anchor.source,
    }).at(-1);
  const found = nearOrLong(find(GAP.between), () => find(GAP.inSentence));
  if (!found) return [];
  const gaps = [anchor.quoted - found.quoted - found.length, anchor.source - found.source - found.length] as const;
  if (found.quoted + found.length > cut && isChance(texts, found, gaps)) return [];
  return [...runsBefore(texts, found), found, ...runsBetween(texts, found, anchor)];
}

function runsAfter(texts: Texts, anchor: Run): Run[] {
  const { quoted, source } = texts;
  const [from, start] = [anchor.quoted + anchor.length, anchor.source + anchor.length];
  const diagonal = anchor.source - anchor.quoted;
  const cut = firstCut(quoted, from);
  const [passage, sentence] = [endOf(source, start - 1, 'passage'), endOf(source, start - 1, 'sentence')];
  const find = (gap: number) =>
    longestRuns(texts, {
      from,
      to: quoted.length,
      least: () => start,
      end: (at) => {
        if (at >= cut) return passage;
        const line = at + diagonal + 1;
        return Math.max(Math.min(sentence, line + gap), line + GAP.between);
      },
    })[0];
  const found = nearOrLong(find(GAP.between), () => find(GAP.inSentence));
  if (!found) return [];
  if (found.quoted < cut && isChance(texts, found, [found.quoted - from, found.source - start])) return [];
  return [...runsBetween(texts, anchor, found), found, ...runsAfter(texts, found)];
}

/** The run nearby, unless there is a longer one further off that is no chance. */
function nearOrLong(near: Run | undefined, findFar: () => Run | undefined): Run | undefined {
  if ((near?.length ?? 0) >= FAR_RUN) return near;
  const far = findFar();
  return far && far.length >= FAR_RUN ? far : near;
}

function runsBetween(texts: Texts, before: Run, after: Run): Run[] {
  const found = longestRuns(texts, {
    from: before.quoted + before.length,
    to: after.quoted,
    least: () => before.source + before.length,
    end: () => after.source,
  })[0];
  return found ? [...runsBetween(texts, before, found), found, ...runsBetween(texts, found, after)] : [];
}

/** Whether a run beyond the others is too short to tell anything, and neither in line with them nor next to them. */
function isChance({ quoted }: Texts, run: Run, [inQuoted, inSource]: readonly [number, number]): boolean {
  const words = quoted.slice(run.quoted, run.quoted + run.length);
  const letters = words.reduce((sum, { key, weight }) => sum + (weight < 1 ? CHARACTER : 1) * key.length, 0);
  if (letters >= NEAR.letters) return false;
  const adjoins = inQuoted === inSource || Math.min(inQuoted, inSource) === 0;
  return !adjoins || Math.max(inQuoted, inSource) > NEAR.words;
}

/** The runs than which none is longer, in the order of the quotation; of very many, the first ones and the last. */
function longestRuns({ quoted, places, work }: Texts, { from, to, least, end }: Within): Run[] {
  const longest: Run[] = [];
  let most = 1;
  let { ending, now } = work;
  let before: readonly number[] = [];
  for (let at = from; at < to && work.pairs > 0; at++) {
    const here = places.get(quoted[at]?.key ?? '') ?? [];
    work.pairs -= here.length;
    const [first, last] = [least(at), end(at)];
    for (const place of here) {
      if (place < first) continue;
      if (place >= last) break;
      const length = 1 + (place > 0 ? (ending[place - 1] as number) : 0);
      now[place] = length;
      if (length < most) continue;
      if (length > most) longest.length = 0;
      most = length;
      longest[Math.min(longest.length, TIES - 1)] = { quoted: at - length + 1, source: place - length + 1, length };
    }
    for (const place of before) ending[place] = 0;
    [ending, now] = [now, ending];
    before = here;
  }
  for (const place of before) ending[place] = 0;
  return longest;
}

/** The last word up to this one before which an ellipsis stands; 0 where there is none. */
function lastCut(quoted: readonly ComparedWord[], until: number): number {
  for (let at = Math.min(until, quoted.length - 1); at > 0; at--) if (quoted[at]?.afterCut) return at;
  return 0;
}

/** The first word from this one on before which an ellipsis stands. */
function firstCut(quoted: readonly ComparedWord[], from: number): number {
  for (let at = from; at < quoted.length; at++) if (quoted[at]?.afterCut) return at;
  return quoted.length;
}

/** The first word of the passage or sentence of a word of the source. */
function firstOf(source: readonly SourceWord[], at: number, unit: 'passage' | 'sentence'): number {
  let first = at;
  while (first > 0 && source[first - 1]?.[unit] === source[at]?.[unit]) first--;
  return first;
}

function endOf(source: readonly SourceWord[], at: number, unit: 'passage' | 'sentence'): number {
  let end = at + 1;
  while (end < source.length && source[end]?.[unit] === source[at]?.[unit]) end++;
  return end;
}
