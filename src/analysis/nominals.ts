import type { Stance } from '../core/position.ts';
import type { Chunk, NounPhrase } from './chunks.ts';
import { holderOf } from './holders.ts';
import { nounStance } from './stance.ts';
import { ownedByOf } from './stance-nouns.ts';
import type { Tagged } from './tagged.ts';
import type { Voices } from './voices.ts';

/** A deed or an attitude named by a noun: "NATO's decision to", "praise from Washington". */
export type Nominal = { readonly at: number; readonly stance: Stance; readonly actors: readonly string[] };

/** Every noun of a sentence that names what an actor does or thinks. */
export function nominalsOf(words: readonly Tagged[], chunks: readonly Chunk[], voices: Voices): Nominal[] {
  return chunks.flatMap((chunk, at) => {
    if (chunk.kind !== 'noun-phrase') return [];
    if (isGenitiveOf(words, chunk.from) || /^(?:every|any|each)$/u.test(words[chunk.from]?.key ?? '')) return [];
    const stance = nounStance(words, chunk.from, chunk.to);
    if (stance === undefined) return [];
    const actors = ownersInside(words, chunk, voices) ?? ownersBehind(words, chunks, at, voices);
    return actors === undefined || actors.length === 0 ? [] : [{ at, stance, actors }];
  });
}

/** "the resilience of US engagement": what is spoken of is another noun. */
function isGenitiveOf(words: readonly Tagged[], from: number): boolean {
  return (
    words[from - 1]?.key === 'of' &&
    !/^(?:because|result|consequence|consequences|wake|light|face|part|one|effect|effects|impact|series|wave|round|number)$/u.test(
      words[from - 2]?.key ?? '',
    )
  );
}

/** "Japan's decision", "the French government's refusal", "North Korean tests", "NATO support for". */
function ownersInside(
  words: readonly Tagged[],
  { from, to }: NounPhrase,
  voices: Voices,
): readonly string[] | undefined {
  const head = lastNoun(words, from, to);
  const genitive = words.slice(from, head).findLastIndex(({ tag }) => tag === 'genitive');
  if (genitive >= 0) {
    const holder = holderOf(words, [{ kind: 'noun-phrase', from, to: from + genitive }], 0, voices);
    return holder.actors.length > 0 ? holder.actors : undefined;
  }
  const owners = words.slice(from, head).filter(({ tag }) => tag === 'name' || tag === 'demonym');
  const [owner] = owners;
  if (!owner) return undefined;
  // "US-Japan talks" are of both; in "Russia sanctions" a bare name is what the noun is about.
  if (
    owner.tag === 'name' &&
    !/^(?:support|help|backing|assistance|aid|sanctions|invasion|decision|pressure|proposal|plan|plans|approval|opposition|demands?|warnings?|outreach|engagement|tariffs|concerns?|troop|strikes?|intervention|withdrawal|insistence|efforts?)$/u.test(
      words[head]?.key ?? '',
    )
  )
    return owners.length > 1 && joined(words, from, to) ? owners.flatMap(({ actors }) => actors) : undefined;
  return voices.withStates(joined(words, from, to) ? owners.flatMap(({ actors }) => actors) : owner.actors);
}

function joined(words: readonly Tagged[], from: number, to: number): boolean {
  return words.slice(from, to).some(({ text }) => /^[-‐‑–]$/u.test(text));
}

function lastNoun(words: readonly Tagged[], from: number, to: number): number {
  return from + words.slice(from, to).findLastIndex(({ tag }) => tag === 'noun' || tag === 'verb');
}

/** "praise from Washington", "the launch of a satellite by Pyongyang", "the reluctance of Paris to". */
function ownersBehind(
  words: readonly Tagged[],
  chunks: readonly Chunk[],
  at: number,
  voices: Voices,
): readonly string[] | undefined {
  const noun = words[lastNoun(words, chunks[at]?.from ?? 0, chunks[at]?.to ?? 0)]?.key ?? '';
  for (let next = at + 1; next < Math.min(chunks.length - 1, at + 9); next++) {
    const chunk = chunks[next] as Chunk;
    if (!/^(?:noun-phrase|preposition|adverb|and|comma|verbs|quote)$/u.test(chunk.kind)) return undefined;
    if (chunk.kind === 'verbs' && chunk.form === 'finite') return undefined;
    if (chunk.kind === 'verbs' && chunk.form !== 'ing') continue;
    if (chunk.kind !== 'preposition' || chunks[next + 1]?.kind !== 'noun-phrase') continue;
    const key = words[chunk.from]?.key ?? '';
    const owns =
      key === 'by' ||
      (key === 'from' && !/^(?:withdrawal|exit|departure|return|imports|purchases?|threats?)$/u.test(noun)) ||
      (key === 'of' && next === at + 1 && ownedByOf.has(noun));
    if (!owns) continue;
    const afterParticiple = chunks[next - 1]?.kind === 'verbs';
    if (afterParticiple && key !== 'by') continue;
    const holder = holderOf(words, chunks, next + 1, voices);
    if (holder.actors.length === 0) return undefined;
    const second =
      chunks[next + 2]?.kind === 'and' && chunks[next + 3]?.kind === 'noun-phrase'
        ? holderOf(words, chunks, next + 3, voices).actors
        : [];
    return [...holder.actors, ...second];
  }
  return undefined;
}
