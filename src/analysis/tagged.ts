import type { Word } from './sentence-words.ts';
import type { VerbForm } from './verb-forms.ts';

export type Tag =
  | 'name'
  | 'demonym'
  | 'noun'
  | 'adjective'
  | 'determiner'
  | 'possessive'
  | 'pronoun'
  | 'genitive'
  | 'number'
  | 'preposition'
  | 'to'
  | 'subordinator'
  | 'relative'
  | 'that'
  | 'and'
  | 'adverb'
  | 'auxiliary'
  | 'verb'
  | 'comma'
  | 'dash'
  | 'open'
  | 'close'
  | 'quote'
  | 'stop';

/** A word with its part of speech; `form` for verbs and auxiliaries. */
export type Tagged = Word & { readonly tag: Tag; readonly form?: VerbForm };
