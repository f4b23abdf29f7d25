import type { Chunk, VerbGroup } from './chunks.ts';
import type { Clause } from './clauses.ts';
import { suppositions, times } from './closed-words.ts';
import { reportingVerbs } from './stance-verbs.ts';
import type { Tagged } from './tagged.ts';

const TELLING =
  /^(?:tell|remind|warn|inform|assure|persuade|convince|reassure|caution|be|make|advise|notify|take|hold|share|have|give|express)$/u;

/** Tells in whose complement a clause stands; `clauses` are those found so far. */
export function clauseFrames(words: readonly Tagged[], chunks: readonly Chunk[], clauses: readonly Clause[]) {
  return { openingOf, reporterOf };

  /** The word that opens the clause that begins at a chunk: "if", "because", "that". */
  function openingOf(start: number): string | undefined {
    for (let at = start - 1; at >= 0; at--) {
      const chunk = chunks[at] as Chunk;
      if (chunk.kind === 'that' && words[chunk.from - 1]?.key === 'so') return 'so that';
      if (chunk.kind === 'subordinator' || chunk.kind === 'that') return words[chunk.from]?.key;
      if (chunk.kind === 'verbs' || chunk.kind === 'comma' || chunk.kind === 'stop' || chunk.kind === 'dash')
        return undefined;
    }
    return undefined;
  }

  /** The reporting clause in whose complement this one stands. */
  function reporterOf(start: number, own: number): number | undefined {
    let nested = false;
    for (let at = start - 1; at >= 0; at--) {
      const chunk = chunks[at] as Chunk;
      if (chunk.kind === 'stop' && words[chunk.from]?.text !== ':') return undefined;
      if (chunk.kind === 'dash' && chunks.slice(at + 1, start).every(({ kind }) => kind !== 'dash')) return undefined;
      if (
        chunk.kind === 'subordinator' &&
        !suppositions.has(words[chunk.from]?.key ?? '') &&
        !/^(?:how|why|where|when|so)$/u.test(words[chunk.from]?.key ?? '')
      )
        nested = true;
      if (chunk.kind === 'comma' && chunks[at + 1]?.kind !== 'that') {
        const next = chunks[at + 1];
        if (next?.kind === 'and' || next?.kind === 'relative') nested = true;
      }
      if (chunk.kind !== 'verbs' || at === own) continue;
      const found = clauses.findIndex((clause) => clause.at === at);
      const reports =
        (reportingVerbs.has(chunk.verb) ||
          frames(chunk.verb, at) ||
          (chunk.verb === 'make' && words[chunk.to]?.key === 'clear')) &&
        (chunk.form !== 'participle' || chunk.passive);
      if (reports && found >= 0 && !nested && complement(at, start)) return found;
      if (found >= 0 && clauses[found]?.reporter !== undefined && !nested) return clauses[found]?.reporter;
    }
    return undefined;
  }

  /** A noun phrase with no preposition before it, which is no date: "suggested a body, a proposal that Chile …". */
  function isObject(at: number): boolean {
    const [before, chunk] = [chunks[at - 1], chunks[at]];
    if (chunk?.kind !== 'noun-phrase' || before?.kind === 'preposition' || before?.kind === 'to') return false;
    return !times.has(words[chunk.to - 1]?.key ?? '') && words[chunk.from]?.tag !== 'adjective';
  }

  /** "decided that", "is not obvious that". */
  function frames(verb: string, at: number): boolean {
    const after = chunks.slice(at + 1, at + 5).filter(({ kind }) => kind !== 'adverb');
    return after[0]?.kind === 'that' || (verb === 'be' && after[1]?.kind === 'that');
  }

  /** Whether what follows a reporting verb is what is reported: "said that", "said Japan wants", 'said: "…"'. */
  function complement(verb: number, start: number): boolean {
    const between = chunks.slice(verb + 1, start);
    const that = between.findIndex(({ kind }) => kind === 'that');
    if (
      that > 0 &&
      !TELLING.test((chunks[verb] as VerbGroup).verb) &&
      between.slice(0, that).some((_, index) => isObject(verb + 1 + index))
    )
      return false;
    if (between.some(({ kind }) => kind === 'that' || kind === 'quote')) return true;
    if (
      between.some(
        (chunk) => chunk.kind === 'subordinator' && /^(?:if|whether|how|why)$/u.test(words[chunk.from]?.key ?? ''),
      )
    )
      return true;
    return (
      between.every(({ kind }) => kind === 'adverb') ||
      between.some((chunk) => chunk.kind === 'stop' && words[chunk.from]?.text === ':')
    );
  }
}
