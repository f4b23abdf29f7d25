import type { Chunk, NounPhrase } from './chunks.ts';
import { institutions, roleNouns, writings } from './closed-words.ts';
import type { Tagged } from './tagged.ts';
import type { Voices } from './voices.ts';

/** Who a noun phrase stands for: actors with their state or body, or a word that points back. */
export type Holder = {
  readonly actors: readonly string[];
  /** "it", "the bloc": to be looked up in what came before. */
  readonly refersTo?: string;
};

const NOBODY: Holder = { actors: [] };
/** Who is out of office speaks for nobody else. */
const FORMER = /^(?:former|ex|retired|one-time)$/u;
const BACK = /^(?:it|he|she|they|both|each)$/u;

/** Who the phrase at `at` stands for; phrases with "of", "from" and "under" after it count where its noun is an office. */
export function holderOf(words: readonly Tagged[], chunks: readonly Chunk[], at: number, voices: Voices): Holder {
  const phrase = chunks[at] as NounPhrase;
  const last = lastWord(words, phrase);
  if (!last) return NOBODY;
  if (phrase.to - phrase.from === 1 && BACK.test(last.key)) return { actors: [], refersTo: last.key };
  if (last.tag === 'name') return nameHolder(words, phrase, voices);
  if (last.tag === 'demonym' && (last.text.endsWith('s') || words[phrase.from]?.key === 'the'))
    return { actors: last.actors };
  const inner = names(words, phrase);
  const office = institutions.has(last.key);
  const writing = writings.has(last.key) || (last.capital && writings.has(last.key.replace(/s$/u, '')));
  if (office && words.slice(phrase.from, phrase.to).some(({ key }) => FORMER.test(key))) return NOBODY;
  if (inner.length > 0 && (office || writing || speaksByName(words, phrase))) {
    const owners = isPair(words, phrase) ? inner : inner.slice(0, 1);
    return {
      actors: voices.withStates([...owners.flatMap(({ actors }) => actors), ...(office ? following(true) : [])]),
    };
  }
  if (office || writing) {
    const after = following(false);
    if (after.length > 0) return { actors: voices.withStates(after) };
  }
  const first = words[phrase.from];
  const called =
    first?.key === 'the' && last.capital && phrase.to - phrase.from === 2 ? voices.calledThe(last.key) : undefined;
  if (called !== undefined) return { actors: withParent(called, voices) };
  if (first?.tag === 'possessive' && /^(?:its|his|her|their)$/u.test(first.key) && office && !inner.length)
    return { actors: [], refersTo: first.key === 'their' ? 'they' : first.key === 'its' ? 'it' : 'government' };
  if (
    first &&
    (first.key === 'the' ||
      first.key === 'its' ||
      first.key === 'his' ||
      first.key === 'her' ||
      first.key === 'this' ||
      first.key === 'their') &&
    roleNouns.has(last.key) &&
    isShort(words, phrase)
  )
    return { actors: [], refersTo: last.key };
  return NOBODY;

  /** Names after "of", "from", "for" and "under" behind an office. */
  function following(person: boolean): string[] {
    const link = chunks[at + 1];
    const next = chunks[at + 2];
    const key = link ? words[link.from]?.key : undefined;
    if (
      key === 'in' &&
      !/^(?:government|officials?|authorities|ministers?|leaders|policymakers|policy-makers|cabinet|administration|rulers|generals|planners|strategists|negotiators|self-government|ministry|parliament|military|lawmakers|regulators|junta)$/u.test(
        last?.key ?? '',
      )
    )
      return [];
    if (link?.kind !== 'preposition' || next?.kind !== 'noun-phrase') return [];
    const city = words
      .slice(next.from, next.to)
      .map(({ text }) => text)
      .join(' ');
    const seat = key === 'in' && !person ? voices.capitalOf(city) : undefined;
    if (seat !== undefined) return [seat];
    if (person ? key !== 'under' : !/^(?:of|from|for|in)$/u.test(key ?? '')) return [];
    const found = names(words, next);
    const several =
      chunks[at + 3]?.kind === 'and' && chunks[at + 4]?.kind === 'noun-phrase'
        ? names(words, chunks[at + 4] as NounPhrase)
        : [];
    return [...found.slice(0, 1), ...(last?.key.endsWith('s') ? several.slice(0, 1) : [])].flatMap(
      ({ actors }) => actors,
    );
  }
}

function isPair(words: readonly Tagged[], { from, to }: NounPhrase): boolean {
  return words.slice(from, to).some(({ tag }, at) => tag === 'and' && words[from + at - 1]?.tag === 'demonym');
}

function withParent(id: string, voices: Voices): readonly string[] {
  const parent = voices.actorOf(id)?.partOf;
  return parent === undefined ? [id] : [id, parent];
}

function isShort(words: readonly Tagged[], { from, to }: NounPhrase): boolean {
  return (
    to - from <= 3 &&
    !words.slice(from + 1, to - 1).some(({ tag, capital }) => capital || tag === 'name' || tag === 'demonym')
  );
}

/** "Japanese Prime Minister Fumio Kishida": the person, and the state beside; "China's ally Russia" is Russia. */
function nameHolder(words: readonly Tagged[], phrase: NounPhrase, voices: Voices): Holder {
  const found = names(words, phrase);
  const last = found.at(-1) as Tagged;
  const person = last.actors.some((id) => voices.isPerson(id));
  const former = words.slice(phrase.from, phrase.to).some(({ key }) => FORMER.test(key));
  const joined = found.length > 1 && /^[-‐‑–/&]$/u.test(words[words.indexOf(last) - 1]?.text ?? '');
  const holders =
    joined || (person && institutionBefore(words, phrase)) ? found.flatMap(({ actors }) => actors) : last.actors;
  return { actors: former ? holders.slice(-1) : voices.withStates(holders) };
}

function institutionBefore(words: readonly Tagged[], { from, to }: NounPhrase): boolean {
  return words.slice(from, to).some(({ key }) => institutions.has(key));
}

/** A capitalised noun with a name before it is a body of its own: "the NATO Strategic Concept", "EU High Representative". */
function speaksByName(words: readonly Tagged[], { from, to }: NounPhrase): boolean {
  const inner = words.slice(from, to);
  const name = inner.findIndex(({ tag }) => tag === 'name' || tag === 'demonym');
  const rest = inner.slice(name + 1).filter(({ kind }) => kind !== 'number');
  return (
    rest.length > 1 &&
    rest.every(({ capital }) => capital) &&
    rest.some(({ key }) => writings.has(key.replace(/s$/u, '')) || writings.has(key) || institutions.has(key))
  );
}

function names(words: readonly Tagged[], { from, to }: NounPhrase): Tagged[] {
  return words.slice(from, to).filter(({ tag }) => tag === 'name' || tag === 'demonym');
}

function lastWord(words: readonly Tagged[], { from, to }: NounPhrase): Tagged | undefined {
  return words.slice(from, to).findLast(({ kind, tag }) => kind !== 'mark' && tag !== 'genitive');
}
