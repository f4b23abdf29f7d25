import * as closed from './closed-words.ts';
import type { Word } from './sentence-words.ts';
import { nounStances } from './stance-nouns.ts';

/** Words that follow verbs and hardly nouns. */
export const COMPLEMENT = new Set(
  'the a an its their his her that this these those to it them no any all both more not him us itself themselves himself two three four five six seven eight nine ten several'.split(
    ' ',
  ),
);

const BARE = new Set(
  'back block ban push press respect trust value help support praise witness campaign police chair address center contest'.split(
    ' ',
  ),
);

const PLURALS = new Set(
  'arm view state note report claim force house head hand place board name order form deal list mark step ship shell mine draft post start stop result lead fund market benefit control export import trade increase rise fall study process issue function market tax charge cost share race need plot record reform rule tie train talk work benefit test top turn transfer travel signal interest vote visit end drill exercise raise transport influence patrol limit link measure threat demand balance ally point sign term program function question doubt worry fear hope pledge promise plan target bid request protest decline challenge exit exchange contract conflict focus table escort judge guard raid strike fight battle lease loan border group use move deal hedge swap face stand stage present matter range cause impact attempt stress comment answer reply question estimate forecast signal land fish top award reward fine fuel fire probe cut split set drop surge attack attribute defeat delay debate display debut profit gain experience release return repeat review revolt sanction sponsor survey partner rival channel value'.split(
    ' ',
  ),
);

/** After a name these are nouns: "Ukraine talks". */
export const NOUNS =
  /^(?:sanctions|talks|forces|exports|imports|strikes|attacks|plans|deals|reports|reforms|drills|exercises|tests|ships|votes|interests|controls|notes|orders|limits|links|shells|forms|names|lists|marks|mines|funds|hands|heads|boards|places|houses|points|signs|programs|borders|groups|results|stages|matters|causes|fires|answers|questions|chairs)$/u;

const FRAMES: Record<string, string> = {
  call: 'for on upon',
  look: 'to forward',
  push: 'for',
  press: 'for',
  rely: 'on',
  report: 'that',
  point: 'to out',
  hope: 'for that',
  insist: 'on',
  stand: 'by with behind',
  deal: 'with',
  work: 'with on towards',
  talk: 'of',
  fear: 'that',
  focus: 'on',
  lead: 'in',
  rank: 'as',
  need: 'to',
  face: 'up',
  bid: 'for',
  object: 'to',
  back: 'down',
  benefit: 'from',
  depend: 'on',
  threaten: 'to',
  result: 'in',
  approve: 'of',
  disapprove: 'of',
  speak: 'of',
  consist: 'of',
  dispose: 'of',
  think: 'of',
  warn: 'of',
  complain: 'of',
  boast: 'of',
  dream: 'of',
  conceive: 'of',
  hear: 'of',
  know: 'of',
  tire: 'of',
  despair: 'of',
};

/** Whether a verb's bare form is as often a noun. */
export function isNoun(base: string, key: string): boolean {
  return nounStances.has(base) || isPlural(base, key) || BARE.has(base);
}

/** Whether a form in -s is as often a plural noun. */
export function isPlural(base: string, key: string): boolean {
  return nounStances.has(key) || PLURALS.has(base);
}

/** Whether a word can follow a verb and hardly follows a noun. */
export function complements(next: Word | undefined): boolean {
  if (!next) return false;
  return (
    COMPLEMENT.has(next.key) ||
    next.kind === 'mark' ||
    closed.prepositions.has(next.key) ||
    closed.subordinators.has(next.key) ||
    next.key === 'and' ||
    next.key === 'or' ||
    next.key.endsWith('ing')
  );
}

/** Whether a word can hardly follow anything but a verb. */
export function isStrongComplement(next: Word | undefined): boolean {
  return (
    next !== undefined &&
    (COMPLEMENT.has(next.key) ||
      next.key.endsWith('ing') ||
      next.kind === 'name' ||
      next.kind === 'demonym' ||
      next.key.endsWith('ly'))
  );
}

/** Whether a verb has the particle that follows: "calls for". */
export function frames(base: string, next: Word | undefined): boolean {
  return (FRAMES[base] ?? '').split(' ').includes(next?.key ?? '-');
}
