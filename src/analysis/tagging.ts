import * as closed from './closed-words.ts';
import type { Word } from './sentence-words.ts';
import type { Tag, Tagged } from './tagged.ts';
import { COPULAR, formAt, isAuxiliary, looksFinite, looksParticiple } from './verb-tagging.ts';

const MARKS: Record<string, Tag> = {
  ',': 'comma',
  '–': 'dash',
  '—': 'dash',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
};
const ADJECTIVE = /(?:ous|ful|ive|less|ical|able|ible|ary|ish|ese|ic|ial|ual|tal|nal|ral|cal|gal|pal|ant|ent)$/u;
const NOT_ADJECTIVE =
  /(?:ment|agent|president|parliament|arrival|proposal|approval|withdrawal|denial|refusal|renewal|removal|deal|appeal|rival|capital|signal|general|official|student|client|event|continent|incident|accident|accent|precedent|topic|critic|music|traffic|republic|logic|public|fabric|olive|initiative|objective|executive|representative|offensive|perspective|alternative|archive|incentive|dialogue|warrant|tenant|plant|grant|merchant|restaurant|cable|table|variable|dispute|territory|secretary|summary|boundary|treasury|finish|publish|arsenal|journal|tribunal|signatory|festival|animal|goal|coal|metal|hospital|manual|ritual|trial|material|potential|credential|talent|patent|extent|content|intent|consent|parent|cent|rent|element|covenant|participant|migrant|militant|defendant|remnant|consultant|tactic|mechanic|clinic|epidemic|pandemic|arctic|atlantic|pacific|missile|shellfish|polish|british)$/u;

const ADJECTIVES = new Set(
  'new old large small big high low good bad long short strong weak major minor next last early late great recent key main full free joint own common single final former current further wide broad deep hard soft tough heavy light rapid slow quick rare senior junior poor rich young foreign keen wary eager ready neutral better best worse greater larger higher lower stronger closer clear'.split(
    ' ',
  ),
);

/** Gives every word its part of speech, from left to right. */
export function tagWords(words: readonly Word[]): Tagged[] {
  const tagged: Tagged[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const form = formAt(words, tagged, at);
    const tag = form ? (isAuxiliary(word.key) ? 'auxiliary' : 'verb') : tagOf(word, words, tagged, at);
    tagged.push(form ? { ...word, tag, form } : { ...word, tag });
  }
  return tagged;
}

function tagOf(word: Word, words: readonly Word[], before: readonly Tagged[], at: number): Tag {
  const { key, kind } = word;
  if (kind === 'name' || kind === 'genitive' || kind === 'number') return kind;
  if (kind === 'demonym') return 'demonym';
  if (kind === 'mark')
    return (
      MARKS[word.text] ?? (/["“”‘’«»„]/u.test(word.text) ? 'quote' : /[.!?:;…]/u.test(word.text) ? 'stop' : 'adverb')
    );
  if (key === 'to') return 'to';
  if (key === 'that') return thatTag(words, before, at);
  if (key.endsWith('ed') && COPULAR.test(before.at(-1)?.form?.base ?? '')) return 'adjective';
  if (key === 'who' || key === 'whom' || key === 'which') return 'relative';
  if (key === 'no' && words[at + 1]?.key === 'longer') return 'adverb';
  if (key === 'longer' && words[at - 1]?.key === 'no') return 'adverb';
  if (isAuxiliary(key)) return key === 'may' && word.capital && at > 0 ? 'noun' : 'auxiliary';
  if (key === 'as' || key === 'so') return asTag(key, words, at);
  if (closed.subordinators.has(key)) return 'subordinator';
  if (closed.possessives.has(key)) return 'possessive';
  if (closed.pronouns.has(key)) return 'pronoun';
  if (key === 'since' && closed.have.has(before.at(-1)?.key ?? '')) return 'adverb';
  if (
    /^(?:both|all|each|themselves|itself)$/u.test(key) &&
    before.at(-1)?.tag === 'auxiliary' &&
    looksParticiple(words[at + 1])
  )
    return 'adverb';
  if (/^(?:since|before|after|until)$/u.test(key))
    return words[at + 1]?.kind === 'number' ? 'preposition' : startsClause(words, at) ? 'subordinator' : 'preposition';
  if (closed.prepositions.has(key)) return 'preposition';
  if (/^(?:and|or|but|nor|&)$/u.test(key)) return 'and';
  if (closed.adverbs.has(key) && !(key === 'second' && before.at(-1)?.tag === 'determiner')) return 'adverb';
  if (closed.determiners.has(key)) return 'determiner';
  if (key.endsWith('ly') && !closed.notAdverbs.has(key)) return 'adverb';
  if (ADJECTIVES.has(key)) return 'adjective';
  if (!word.capital && ADJECTIVE.test(key) && !NOT_ADJECTIVE.test(key)) return 'adjective';
  return 'noun';
}

function thatTag(words: readonly Word[], before: readonly Tagged[], at: number): Tag {
  const next = words[at + 1];
  const previous = before.at(-1);
  if (
    previous?.tag === 'verb' ||
    previous?.tag === 'auxiliary' ||
    previous?.tag === 'comma' ||
    previous?.tag === 'quote' ||
    previous?.tag === 'adverb' ||
    previous?.tag === 'subordinator' ||
    previous?.tag === 'preposition'
  )
    return next && isAuxiliary(next.key) ? 'pronoun' : pointsAt(words, previous, at) ? 'determiner' : 'that';
  const finite = next && (isAuxiliary(next.key) || (looksFinite(next) && !isAuxiliary(words[at + 2]?.key ?? '')));
  if (previous?.tag === 'noun' && finite) return 'relative';
  if (previous?.tag === 'noun' || previous?.tag === 'adjective' || previous?.tag === 'name') return 'that';
  return next && /^(?:noun|word)$/u.test(next.kind) && !isAuxiliary(next.key) ? 'determiner' : 'pronoun';
}

/** "By that term", "rejects that course:": no clause begins. */
function pointsAt(words: readonly Word[], { tag, key }: Tagged, at: number): boolean {
  if (words[at + 1]?.kind !== 'word' || isAuxiliary(words[at + 1]?.key ?? '')) return false;
  if (tag === 'preposition') return /^(?:by|of|on|at|with|from|for|to|under|over|behind|against)$/u.test(key);
  return tag === 'verb' && /^[,.:;]$/u.test(words[at + 2]?.text ?? '') && !looksFinite(words[at + 1] as Word);
}

/** "As Stoltenberg put it", "as it grows" begin clauses; "as a partner", "as well as" do not. */
function asTag(key: string, words: readonly Word[], at: number): Tag {
  if (key === 'so') return words[at + 1]?.key === 'that' ? 'subordinator' : 'adverb';
  return startsClause(words, at) ? 'subordinator' : 'preposition';
}

/** Whether a finite verb comes before the next mark. */
function startsClause(words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next < Math.min(words.length, at + 14); next++) {
    const word = words[next] as Word;
    if (word.kind === 'mark' && !/["“”‘’]/u.test(word.text)) return false;
    if (isAuxiliary(word.key)) return next > at + 1;
    if (next > at + 1 && looksFinite(word) && !/^(?:the|a|an|its|their|of|in|to)$/u.test(words[next - 1]?.key ?? ''))
      return true;
  }
  return false;
}
