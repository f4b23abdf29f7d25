import type { Chunk } from './chunks.ts';
import { holderOf } from './holders.ts';
import type { Subjects } from './subjects.ts';
import type { Tagged } from './tagged.ts';
import type { Voices } from './voices.ts';

/** Who does what a passive group of verbs at a chunk says: "was rejected by Greece and, later, by Cyprus". */
export function passiveAgents(
  words: readonly Tagged[],
  chunks: readonly Chunk[],
  at: number,
  voices: Voices,
  pointsTo: Subjects['pointsTo'],
): readonly string[] {
  for (let next = at + 1; next < Math.min(chunks.length - 1, at + 14); next++) {
    const chunk = chunks[next] as Chunk;
    if ((chunk.kind === 'verbs' && chunk.form === 'finite') || chunk.kind === 'stop') return [];
    if (chunk.kind !== 'preposition' || words[chunk.from]?.key !== 'by' || chunks[next + 1]?.kind !== 'noun-phrase')
      continue;
    const holder = holderOf(words, chunks, next + 1, voices);
    const further = chunks[next + 2]?.kind === 'and' ? alsoBy(next + 3) : [];
    if (holder.actors.length > 0) return [...holder.actors, ...further];
    if (holder.refersTo !== undefined) {
      return pointsTo(holder.refersTo, chunk.from);
    }
    return appositionAfter(next + 2);
  }
  return [];

  /** "by Canada and, less openly, by Denmark". */
  function alsoBy(from: number): readonly string[] {
    if (chunks[from]?.kind === 'noun-phrase') return holderOf(words, chunks, from, voices).actors;
    const by = chunks.findIndex((chunk, index) => index >= from && index < from + 6 && words[chunk.from]?.key === 'by');
    return by >= 0 && chunks[by + 1]?.kind === 'noun-phrase' ? holderOf(words, chunks, by + 1, voices).actors : [];
  }

  /** "by its largest member – the US". */
  function appositionAfter(from: number): readonly string[] {
    for (let next = from; next < Math.min(chunks.length - 1, from + 4); next++) {
      const kind = chunks[next]?.kind;
      if (kind === 'dash' || kind === 'comma')
        return chunks[next + 1]?.kind === 'noun-phrase' ? holderOf(words, chunks, next + 1, voices).actors : [];
      if (kind !== 'preposition' && kind !== 'adverb' && kind !== 'noun-phrase') return [];
    }
    return [];
  }
}
