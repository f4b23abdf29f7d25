import * as closed from './closed-words.ts';
import { COMPLEMENT, complements, frames, isNoun, isPlural, isStrongComplement, NOUNS } from './nouns-like-verbs.ts';
import { texts } from './other-texts.ts';
import type { Word } from './sentence-words.ts';
import type { Tag, Tagged } from './tagged.ts';
import { guessedForm, type VerbForm, verbFormsOf } from './verb-forms.ts';

export const isAuxiliary = (key: string) =>
  closed.modals.has(key) || closed.be.has(key) || closed.have.has(key) || closed.does.has(key);

/** "Seemed interested": the participle is an adjective. */
export const COPULAR = /^(?:seem|appear|remain|become|feel|look|stay)$/u;

export function looksParticiple(word: Word | undefined): boolean {
  return word?.kind === 'word' && verbFormsOf(word.key).some(({ form }) => form === 'participle' || form === 'past');
}

export function looksFinite(word: Word): boolean {
  return word.kind === 'word' && verbFormsOf(word.key).some(({ form }) => form === 's' || form === 'past');
}

/** The verb form that a word is in its place, if it is a verb. */
export function formAt(words: readonly Word[], before: readonly Tagged[], at: number): VerbForm | undefined {
  const word = words[at] as Word;
  if (word.kind !== 'word') return undefined;
  const { key } = word;
  if (key === 'like' && closed.modals.has(before.at(-1)?.key ?? '')) return { base: 'like', form: 'base' };
  if (isAuxiliary(key) || key === 'to') return undefined;
  const progressive = key.endsWith('ing') && closed.be.has(before.findLast(({ tag }) => tag !== 'adverb')?.key ?? '');
  if (closed.prepositions.has(key) && !progressive) return undefined;
  if (COPULAR.test(before.at(-1)?.form?.base ?? '') && key.endsWith('ed')) return undefined;
  const known = verbFormsOf(key);
  const forms = known.length > 0 ? known : [guessedForm(key)].filter((form) => form !== undefined);
  const previous = before.findLast(({ tag }) => tag !== 'adverb' && tag !== 'quote');
  if (forms.length === 0) return unknownBase(words, previous, at);
  const next = words.slice(at + 1).find((other) => other.text !== '“' && !other.key.endsWith('ly'));
  if (word.capital && previous !== undefined) return undefined;
  const pick = (...wanted: VerbForm['form'][]) =>
    wanted.map((form) => forms.find((candidate) => candidate.form === form)).find((form) => form !== undefined);
  const tag = previous?.tag;
  if (tag === 'to') return pick('base');
  if (
    tag === 'determiner' &&
    /^(?:each|both|many|most|some|few)$/u.test(previous?.key ?? '') &&
    pick('base') &&
    (complements(next) || !isNoun(key, key))
  )
    return pick('base');
  if (tag === 'auxiliary') return afterAuxiliary(previous as Tagged, pick);
  if (tag === 'adverb' || tag === 'subordinator' || tag === undefined) return pick('ing', 'participle');
  const ing = pick('ing');
  if (ing)
    return tag === 'determiner' || tag === 'adjective' || tag === 'demonym'
      ? undefined
      : isNominalIng(tag, next)
        ? undefined
        : ing;
  const past = pick('past', 'participle');
  const modifies = next !== undefined && (next.kind === 'name' || next.kind === 'word') && !complements(next);
  if (past && /ed$|en$/u.test(key) && !pick('base')) {
    if (tag === 'determiner' || tag === 'possessive' || tag === 'adjective' || tag === 'genitive' || tag === 'number')
      return undefined;
    const continues = tag === 'and' && next?.kind === 'name' && before.some(({ form }) => form?.form === 'past');
    if ((tag === 'preposition' || tag === 'and') && modifies && !continues) return undefined;
    return past;
  }
  if (
    tag === 'determiner' ||
    tag === 'possessive' ||
    tag === 'adjective' ||
    tag === 'genitive' ||
    tag === 'preposition' ||
    tag === 'number' ||
    tag === 'demonym'
  )
    return tag === 'demonym' && past && !pick('base') && !pick('s') ? past : undefined;
  if (past && !pick('base')) return past;
  const third = pick('s');
  if (third) return isThird(third, previous as Tagged, before, words, at) ? third : undefined;
  if (isBase(previous as Tagged, before, key, next)) return past ?? pick('base');
  const follows =
    tag === 'name' || tag === 'noun' || tag === 'pronoun' || tag === 'relative' || tag === 'close' || tag === 'quote';
  return past && follows && isStrongComplement(next) ? past : undefined;
}

/** After "to" and after "will" a word that is in no list is a verb where an object follows. */
function unknownBase(words: readonly Word[], previous: Tagged | undefined, at: number): VerbForm | undefined {
  const [word, next] = [words[at] as Word, words[at + 1]];
  const expected =
    previous?.tag === 'to' ||
    (previous !== undefined && closed.modals.has(previous.key)) ||
    (/^(?:do|does|did)$/u.test(previous?.key ?? '') && (previous?.negated === true || words[at - 1]?.key === 'not'));
  if (
    !expected ||
    word.capital ||
    !/^\p{Ll}{3,}$/u.test(word.key) ||
    closed.adverbs.has(word.key) ||
    closed.determiners.has(word.key) ||
    word.key.endsWith('ly')
  )
    return undefined;
  return previous?.tag !== 'to' ||
    (next !== undefined && (COMPLEMENT.has(next.key) || next.kind === 'name' || next.kind === 'demonym'))
    ? { base: word.key, form: 'base' }
    : undefined;
}

function afterAuxiliary(
  previous: Tagged,
  pick: (...forms: VerbForm['form'][]) => VerbForm | undefined,
): VerbForm | undefined {
  if (closed.be.has(previous.key)) return pick('ing', 'participle');
  if (closed.have.has(previous.key)) return pick('participle', 'past');
  return pick('base');
}

/** "Growing concern", "for building ships": an -ing before a noun is an adjective, except after a preposition. */
function isNominalIng(tag: Tag | undefined, next: Word | undefined): boolean {
  if (tag === 'possessive' || tag === 'genitive') return true;
  return tag === 'number' || (tag === 'name' && next?.key === 'of');
}

function isThird(
  form: VerbForm,
  previous: Tagged,
  before: readonly Tagged[],
  words: readonly Word[],
  at: number,
): boolean {
  const next = words[at + 1];
  const auxiliary = isAuxiliary(next?.key ?? '') && !/^(?:having|being)$/u.test(next?.key ?? '');
  if (previous.tag === 'relative' || previous.tag === 'that') return !auxiliary;
  if (previous.tag === 'pronoun') return /^(?:it|he|she|who|one|everyone|nobody|that|this)$/u.test(previous.key);
  if (previous.tag === 'verb') return false;
  if (previous.tag === 'noun' && before.at(-2)?.key === 'the' && closed.roleNouns.has(previous.key))
    return !isAuxiliary(next?.key ?? '');
  // "the 2024 paper notes."
  if (previous.tag === 'noun' && texts.has(previous.key)) return !isAuxiliary(next?.key ?? '');
  // "its partners could": a noun, except in "what Japan wants is".
  if (auxiliary && !before.some(({ key }) => key === 'what')) return false;
  if (next?.key === 'of' && !frames(form.base, next)) return false;
  const noun = isPlural(form.base, words[at]?.key ?? '');
  if (previous.tag === 'and' || previous.tag === 'comma') {
    const earlier = before.some(
      ({ tag, form: verb }) => tag === 'verb' && (verb?.form === 's' || verb?.form === 'past'),
    );
    const tensed = before.some(({ key }) => key === 'is' || key === 'has');
    return noun
      ? (earlier || previous.tag === 'comma') && isStrongComplement(next)
      : earlier || tensed || isStrongComplement(next);
  }
  if (!noun) return true;
  // "Djibouti hosts bases", but "EU sanctions", "Ukraine talks".
  if (previous.tag === 'name' && !/^[\p{Lu}.]{2,}$/u.test(previous.text) && !NOUNS.test(words[at]?.key ?? ''))
    return (
      next?.kind !== 'mark' &&
      !isAuxiliary(next?.key ?? '') &&
      !(next && looksFinite(next) && !isPlural(next.key, next.key))
    );
  return isStrongComplement(next) || frames(form.base, next);
}

/** A bare form is a verb after a plural subject: "they want", "allies support the plan". */
function isBase(previous: Tagged, before: readonly Tagged[], key: string, next: Word | undefined): boolean {
  if (previous.tag === 'pronoun') return /^(?:they|we|i|you|who|those|both|each)$/u.test(previous.key);
  if (previous.tag === 'relative') return true;
  if (previous.tag === 'determiner')
    return /^(?:both|each|some|many|others?|most)$/u.test(previous.key) && complements(next);
  if (previous.tag === 'verb') return false;
  const noun = isNoun(key, key);
  if (previous.tag === 'and' || previous.tag === 'comma')
    return before.some(({ form }) => form?.form === 'base') && !noun
      ? next?.kind !== 'mark'
      : noun
        ? isStrongComplement(next) && before.some(({ form }) => form?.form === 'base')
        : false;
  const plural =
    previous.tag === 'noun' &&
    /s$|people|police|military|forces$/u.test(previous.key) &&
    !/ss$|us$|is$/u.test(previous.key);
  const several = previous.tag === 'name' && before.slice(-4, -1).some(({ tag: other }) => other === 'and');
  if (!(plural || several || (previous.tag === 'name' && previous.text.endsWith('s')))) return false;
  return noun ? isStrongComplement(next) || frames(key, next) : true;
}
