import { type ReadWords, type Said, type Unit, type Units, unitsOf } from './claim-units.ts';

/**
 * How a sentence stands to a claim, where its words alone decide that: it says the same, it says the same with another
 * number or denied, or it speaks of the same actors and things.
 */
export type Label = 'supports' | 'contradicts' | 'same-topic';

/** Units of a claim, and those among them that are no actors, below which it says too little to be held against anything. */
const LEAST = { units: 3, things: 2 } as const;
/** Things in common, beside actors, that make it the same topic; and their part of the claim where it names no actor. */
const SAME_TOPIC = { things: 2, share: 0.6 } as const;

/**
 * The label of an English sentence, or `undefined` where its words do not decide. A wrong label is worse than none: every
 * word, actor and number of the claim must stand in the sentence, in the claim's order, in one clause, hedged alike.
 */
export function labelOf(claim: Said, sentence: Said, stemOf: ReadWords['stemOf']): Label | undefined {
  if (isQuestion(claim) || isQuestion(sentence)) return undefined;
  const [one, other] = [unitsOf(claim, stemOf), unitsOf(sentence, stemOf)];
  const told = one.units.filter(({ kind }) => kind !== 'number');
  const things = one.units.filter(({ kind }) => kind !== 'actor').length;
  if (one.units.length < LEAST.units || things < LEAST.things || told.length < 2) return undefined;
  const places = placesOf(told, other);
  const decided = places && decide(one, other, places);
  return decided ?? (isSameTopic(one, other) ? 'same-topic' : undefined);
}

function isQuestion({ text }: Said): boolean {
  return /\?\s*["'”’»]?$/u.test(text);
}

/** Where the claim's units, numbers aside, stand in the sentence, in their order; `undefined` where one does not. */
function placesOf(told: readonly Unit[], { units }: Units): number[] | undefined {
  const places: number[] = [];
  for (const unit of told) {
    const at = units.findIndex((other, index) => index > (places.at(-1) ?? -1) && isSame(unit, other));
    if (at < 0) return undefined;
    places.push(at);
  }
  // Of several places for a unit the last one is taken, which is nearest to the next unit.
  for (let at = places.length - 2; at >= 0; at--) {
    const unit = told[at];
    const next = places[at + 1] ?? 0;
    places[at] = units.findLastIndex((other, index) => index < next && unit !== undefined && isSame(unit, other));
  }
  return places;
}

function isSame(one: Unit, other: Unit): boolean {
  if (one.kind === 'actor' && other.kind === 'actor') return one.actors.some((actor) => other.actors.includes(actor));
  return one.kind === 'word' && other.kind === 'word' && one.stem === other.stem;
}

function decide(claim: Units, sentence: Units, places: readonly number[]): Label | undefined {
  if (!isOneClause(claim, sentence, places)) return undefined;
  if ([...claim.hedges].sort().join() !== [...sentence.hedges].sort().join()) return undefined;
  const numbers = compareNumbers(claim, sentence);
  const polarity = comparePolarity(claim, sentence, places);
  if (numbers === undefined || polarity === undefined) return undefined;
  // Denied, and with another number, it may be true all the same.
  if (numbers === 'other' && (polarity === 'other' || claim.denied.length > 0)) return undefined;
  return numbers === 'same' && polarity === 'same' ? 'supports' : 'contradicts';
}

/** Whether the sentence says what it shares with the claim in one go, of the same subject, without much in between. */
function isOneClause({ units: said }: Units, { units, breaks }: Units, places: readonly number[]): boolean {
  const [first = 0, second = 0] = places;
  const last = places.at(-1) ?? 0;
  const held = new Set(places);
  const foreign = (at: number) => units[at]?.kind !== 'number' && !held.has(at);
  const span = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  if (span.filter(foreign).length > said.length / 2) return false;
  // "supports … and condemns …": what follows belongs to another verb.
  if (span.some((at) => at > first && breaks.has(at) && foreign(at))) return false;
  if (span.some((at) => at < second && foreign(at) && units[at]?.kind === 'actor')) return false;
  // What stands before the subject in its clause governs it: "pushed for South Korea to …", "the fear that …".
  let subject = first;
  while (units[subject - 1]?.kind === 'actor') subject--;
  let start = subject;
  while (start > 0 && !breaks.has(start)) start--;
  return units.slice(start, subject).filter(({ kind }) => kind !== 'number').length <= 1;
}

/** Whether the numbers are the same, or another stands where one counts the same thing; `undefined` where that is unclear. */
function compareNumbers(claim: Units, sentence: Units): 'same' | 'other' | undefined {
  const numbersOf = ({ units }: Units) => units.flatMap((unit) => (unit.kind === 'number' ? [unit] : []));
  const theirs = numbersOf(sentence);
  let other = false;
  for (const own of numbersOf(claim)) {
    const counted = theirs.filter(({ counts }) => counts.some((thing) => own.counts.includes(thing)));
    if (counted.some(({ value, bound }) => value === own.value && bound === own.bound)) continue;
    const [rival, ...more] = counted;
    if (!rival || more.length > 0 || rival.bound !== undefined || own.bound !== undefined) return undefined;
    other = true;
  }
  return other ? 'other' : 'same';
}

/** Whether both deny the same, or one of them what the other says; `undefined` where it is unclear what is denied. */
function comparePolarity(claim: Units, sentence: Units, places: readonly number[]): 'same' | 'other' | undefined {
  const [first = 0, last = 0] = [places.at(0), places.at(-1)];
  const told = claim.units.flatMap((unit, at) => (unit.kind === 'number' ? [] : [at]));
  const own = claim.denied.map((at) => told.indexOf(at));
  if (sentence.denied.some((at) => at <= first)) return undefined;
  const theirs = sentence.denied.filter((at) => at <= last).map((at) => places.indexOf(at));
  if ([...own, ...theirs].some((at) => at <= 0) || own.length > 1 || theirs.length > 1) return undefined;
  if (own.length === theirs.length) return own[0] === theirs[0] ? 'same' : undefined;
  return 'other';
}

function isSameTopic({ units: said }: Units, { units }: Units): boolean {
  const actors = said.filter(({ kind }) => kind === 'actor');
  const things = said.filter(({ kind }) => kind === 'word');
  const isHeld = (unit: Unit) => units.some((other) => isSame(unit, other));
  const common = new Set(things.filter(isHeld).map((unit) => (unit.kind === 'word' ? unit.stem : ''))).size;
  if (!actors.every(isHeld) || common < SAME_TOPIC.things) return false;
  return actors.length > 0 || common >= SAME_TOPIC.share * things.length;
}
