import type { Actor } from './actor.ts';
import { inTurn, keyOf, type Turn } from './digest-rotation.ts';
import type { Mention, Stance } from './position.ts';
import type { Line } from './repeats.ts';

/** A position that a digest may show: the key under which it is remembered, and how hard it is to read alone, from 0. */
export type DigestLine = Line & { readonly key: string; readonly rough: number };

/** Code units of a sentence that is read at a glance and still says something, and within which its holder is named. */
const READABLE = { least: 50, most: 320, holder: 45 } as const;
/** A sentence that opens so leans on the one before. */
const LEANS =
  /^["'“‘(]*(?:it|its|this|these|that|those|they|their|he|she|his|her|such|both|and|but|or|so|yet|however|moreover|also|nor|then|there|here|another|instead|otherwise|thus|therefore|hence|similarly|likewise|conversely|subsequently|accordingly|nevertheless|nonetheless|meanwhile|furthermore|additionally|consequently|still|in turn|in addition|in contrast|in distinction|by contrast|on the other hand|as a result|for (?:this|that|these|example|instance)|even so|at the same time|the (?:former|latter|same|two|other|paper|author|article|report|passage))\b/iu;
/** Words by which a sentence points back from its middle, and words that say there was something before. */
const POINTS_BACK = /\b(?:this|these|those|such an?|stated there|the (?:former|latter|same))\b/iu;
const GOES_ON = /^.{0,60}\b(?:also|likewise|too|further|again|additionally|as well)\b/isu;
/** What somebody did, or what holds it back, is no position in the plain sense of the word. */
const NO_VIEW: readonly Stance[] = ['did', 'constrained'];

/** Roughness below which a sentence needs no paragraph around it, and from which it is passed over. */
export const ALONE = 4;
const ROUGH = 6;
/** How much rougher a sentence may be for somebody else to be heard. */
const HEARD = 2;

/** What a digest needs to know of a line: with its sentence, and who is named in its paragraph. */
export function digestLine(
  line: Line,
  sentence: string,
  named: readonly Mention[],
  actors: ReadonlyMap<string, Actor>,
): DigestLine {
  const words = sentence.trim();
  const whole = /^["'“‘(]*[\p{Lu}\p{Lo}\p{N}]/u.test(words) && /[.!。！]["'”’)\]]*(?:\[\d+\])?$/u.test(words);
  const readable = words.length >= READABLE.least && words.length <= READABLE.most;
  const flaws = [
    LEANS.test(words) || POINTS_BACK.test(words) ? 4 : 0,
    whole ? 0 : 4,
    opensWithHolder(line, named, actors) ? 0 : 4,
    readable ? 0 : 2,
    NO_VIEW.includes(line.stance) ? 2 : 0,
    GOES_ON.test(words) ? 1 : 0,
  ];
  // The same sentence in another document, or held by another actor too, is the same to a reader.
  return { ...line, key: keyOf('p', words.replace(/\s+/gu, ' ')), rough: flaws.reduce((sum, flaw) => sum + flaw, 0) };
}

/** Whether the holder, an organ of it or somebody who speaks for it is named where the sentence begins. */
function opensWithHolder(
  { actor: holder, start }: Line,
  named: readonly Mention[],
  actors: ReadonlyMap<string, Actor>,
): boolean {
  const opening = named.filter((mention) => start <= mention.start && mention.end <= start + READABLE.holder);
  return opening.some(({ actor: id }) => {
    const { partOf, speaksFor = [] } = actors.get(id) ?? {};
    return id === holder || partOf === holder || speaksFor.some(({ actor }) => actor === holder);
  });
}

/**
 * Of lines as far as there are such: those of who counts, then those with direct evidence, then those that read well
 * alone; a sentence once for each actor.
 */
export function worthShowing(lines: readonly DigestLine[], counts: (actor: string) => boolean): readonly DigestLine[] {
  const counting = orAll(lines, ({ actor }) => counts(actor));
  const direct = orAll(counting, ({ strength }) => strength === 'direct');
  const chosen = new Map<string, DigestLine>();
  for (const line of orAll(direct, ({ rough }) => rough < ROUGH)) {
    const known = chosen.get(`${line.actor} ${line.key}`);
    if (!known || line.rough < known.rough) chosen.set(`${line.actor} ${line.key}`, line);
  }
  return [...chosen.values()];
}

/**
 * Lines in the order of their turn; of those never shown, what reads well alone comes first, and somebody else than those
 * who were heard just now.
 */
export function linesInTurn(
  lines: readonly DigestLine[],
  turn: Turn,
  heard: ReadonlySet<string | undefined> = new Set(),
): Generator<DigestLine, void> {
  return inTurn(
    lines,
    ({ key }) => key,
    turn,
    ({ rough, actor }) => rough + (heard.has(actor) ? HEARD : 0),
  );
}

function orAll<T>(all: readonly T[], fits: (one: T) => boolean): readonly T[] {
  const fitting = all.filter(fits);
  return fitting.length > 0 ? fitting : all;
}
