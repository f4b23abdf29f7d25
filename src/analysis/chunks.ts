import * as closed from './closed-words.ts';
import type { Tag, Tagged } from './tagged.ts';

/** A group of verbs with its auxiliaries: "has not been invited". */
export type VerbGroup = {
  readonly kind: 'verbs';
  readonly from: number;
  readonly to: number;
  /** Base of its main verb; "be" and "have" where they stand alone. */
  readonly verb: string;
  readonly form: 'finite' | 'infinitive' | 'participle' | 'ing';
  readonly passive: boolean;
  readonly perfect: boolean;
  readonly negated: boolean;
  /** "may", "will"; as written, first of the group. */
  readonly modal?: string;
  readonly past: boolean;
};
/** A noun phrase up to its head noun, without what follows with "of" or "in". */
export type NounPhrase = { readonly kind: 'noun-phrase'; readonly from: number; readonly to: number };
type Other = {
  readonly kind: Exclude<Tag, 'verb' | 'auxiliary' | 'noun' | 'name'>;
  readonly from: number;
  readonly to: number;
};
export type Chunk = VerbGroup | NounPhrase | Other;

const IN_NOUN_PHRASE = new Set<Tag>([
  'name',
  'demonym',
  'noun',
  'adjective',
  'determiner',
  'possessive',
  'number',
  'genitive',
  'pronoun',
]);

/** Groups the words of a sentence into noun phrases, groups of verbs and single words. */
export function chunksOf(words: readonly Tagged[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] as Tagged;
    const group =
      word.tag === 'auxiliary' || word.tag === 'verb' || word.tag === 'to' ? verbGroup(words, at) : undefined;
    const chunk = group ?? (startsNounPhrase(words, at) ? nounPhrase(words, at) : single(word, at));
    chunks.push(chunk);
    at = chunk.to;
  }
  return chunks;
}

function single(word: Tagged, at: number): Other {
  const kind =
    word.tag === 'verb' || word.tag === 'auxiliary' || word.tag === 'noun' || word.tag === 'name' ? 'adverb' : word.tag;
  return { kind, from: at, to: at + 1 };
}

function startsNounPhrase(words: readonly Tagged[], at: number): boolean {
  const tag = words[at]?.tag ?? 'stop';
  return IN_NOUN_PHRASE.has(tag) && tag !== 'genitive';
}

function nounPhrase(words: readonly Tagged[], from: number): NounPhrase {
  let to = from + 1;
  const single = words[from]?.tag === 'pronoun';
  while (!single && to < words.length) {
    const word = words[to] as Tagged;
    const previous = words[to - 1] as Tagged;
    const modifier =
      word.tag === 'verb' && word.form?.form !== 's' && word.form?.form !== 'base' && modifiesNoun(words, to);
    const hyphen =
      word.text === '-' || word.text === '‐' || word.text === '/' || word.text === '%' || word.text === '&';
    const quote =
      word.tag === 'quote' &&
      (previous.tag !== 'noun' || word.text === '”') &&
      IN_NOUN_PHRASE.has(words[to + 1]?.tag ?? 'stop') &&
      !endsHere(words, to);
    // "Peace and Security Council"
    const pair =
      word.tag === 'and' &&
      ((isProper(previous) && isProper(words[to + 1])) ||
        (previous.tag === 'demonym' && words[to + 1]?.tag === 'demonym' && words[to + 2]?.tag === 'noun'));
    if (!IN_NOUN_PHRASE.has(word.tag) && !modifier && !hyphen && !quote && !pair) break;
    if (word.tag === 'pronoun') break;
    if (endsHere(words, to)) break;
    to++;
  }
  return { kind: 'noun-phrase', from, to };
}

function isProper(word: Tagged | undefined): boolean {
  return word?.tag === 'noun' && word.capital;
}

/** "the planned exercise", "its growing influence": a verb's form between a determiner and a noun. */
function modifiesNoun(words: readonly Tagged[], at: number): boolean {
  const previous = words[at - 1]?.tag;
  const next = words[at + 1]?.tag;
  return (
    (previous === 'determiner' ||
      previous === 'possessive' ||
      previous === 'adjective' ||
      previous === 'genitive' ||
      previous === 'number') &&
    (next === 'noun' || next === 'name' || next === 'adjective' || next === 'demonym')
  );
}

/** A determiner, or a name after a date, begins another phrase: "Last year Japan", "told Japan the plan". */
function endsHere(words: readonly Tagged[], at: number): boolean {
  const word = words[at] as Tagged;
  const previous = words[at - 1] as Tagged;
  if (previous.tag === 'genitive') return false;
  if (word.tag === 'determiner' || word.tag === 'possessive')
    return (
      !/^(?:all|both|half|such|these|those|the|what|other|any|no)$/u.test(previous.key) || word.key === previous.key
    );
  const dated =
    closed.times.has(previous.key) || closed.months.has(previous.key) || /^(?:19|20)\d\d$/u.test(previous.key);
  return dated && (word.tag === 'name' || word.tag === 'demonym');
}

function verbGroup(words: readonly Tagged[], from: number): VerbGroup | undefined {
  let at = from;
  let verb: string | undefined;
  let form: VerbGroup['form'] | undefined;
  let modal: string | undefined;
  let last = '';
  let negated = false;
  let perfect = false;
  let passive = false;
  let past = false;
  let to = from;
  if (words[at]?.tag === 'to') {
    const next = words[at + 1];
    const beyond = next?.tag === 'adverb' ? words[at + 2] : next;
    if (beyond?.form?.form !== 'base' && !/^(?:be|have|do)$/u.test(beyond?.key ?? '')) return undefined;
    form = 'infinitive';
    at++;
  }
  for (; at < words.length; at++) {
    const { tag, key, negated: not, form: own } = words[at] as Tagged;
    if (not) negated = true;
    if (tag === 'auxiliary') {
      if (verb !== undefined && verb !== 'be' && verb !== 'have' && verb !== 'do') break;
      if (verb !== undefined && !follows(last, key)) break;
      if (closed.modals.has(key)) modal ??= key;
      else verb = closed.be.has(key) ? 'be' : closed.have.has(key) ? 'have' : 'do';
      if (key === 'been' || (key === 'had' && last === '') || key === 'was' || key === 'were' || key === 'did')
        past = true;
      if (last !== '' && closed.have.has(last)) perfect = true;
      form ??= key === 'being' || key === 'having' ? 'ing' : 'finite';
      last = key;
      to = at + 1;
    } else if (tag === 'verb' && own) {
      if (verb !== undefined && verb !== 'be' && verb !== 'have' && verb !== 'do') break;
      if (closed.be.has(last)) passive = own.form === 'participle' || own.form === 'past';
      if (closed.have.has(last)) perfect = true;
      if (own.form === 'past') past = true;
      verb = own.base;
      form ??= own.form === 'ing' ? 'ing' : own.form === 'participle' ? 'participle' : 'finite';
      to = at + 1;
      break;
    } else if (tag === 'adverb') {
      if (closed.negations.has(key)) negated = true;
      if (words[at]?.kind === 'mark') break;
    } else break;
  }
  if (form === undefined || (verb === undefined && modal === undefined)) return undefined;
  const before = words[from - 1];
  if (before?.tag === 'adverb' && closed.negations.has(before.key) && before.key !== 'no') negated = true;
  if (before?.key === 'longer' && words[from - 2]?.key === 'no') negated = true;
  return {
    kind: 'verbs',
    from,
    to,
    verb: verb ?? 'do',
    form,
    passive,
    perfect,
    negated,
    past,
    ...(modal === undefined ? {} : { modal }),
  };
}

function follows(last: string, key: string): boolean {
  if (closed.modals.has(last)) return closed.be.has(key) || closed.have.has(key) || closed.does.has(key);
  if (closed.have.has(last)) return key === 'been' || key === 'had' || key === 'done';
  return closed.be.has(last) && key === 'being';
}
