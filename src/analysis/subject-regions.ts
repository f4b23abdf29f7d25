import type { Chunk, VerbGroup } from './chunks.ts';
import type { Tagged } from './tagged.ts';

const LINKING = new Set<Chunk['kind']>(['noun-phrase', 'preposition', 'and', 'adverb', 'quote', 'to', 'genitive']);

/** Looks for subjects in a sentence; `reduced` holds participles that belong to a noun and are no verbs of their own. */
export function subjectRegions(words: readonly Tagged[], chunks: readonly Chunk[], reduced: ReadonlySet<number>) {
  return { skipInsertions, regionStart, firstNounPhrase, firstOfList, antecedentOf };

  /** Left over adverbs, brackets, pairs of dashes and pairs of commas. */
  function skipInsertions(from: number): number {
    let at = from;
    for (let guard = 0; guard < 12 && at >= 0; guard++) {
      const kind = chunks[at]?.kind;
      if (kind === 'adverb' || kind === 'quote') at--;
      else if (kind === 'close') {
        const open = lastBefore(at, 'open');
        if (open === undefined) return at;
        at = open - 1;
      } else if (kind === 'dash') {
        const open = lastBefore(at, 'dash');
        if (open === undefined) return at;
        at = open - 1;
      } else if (kind === 'comma') {
        const open = openingComma(at);
        if (open === undefined) return at;
        at = open - 1;
      } else return at;
    }
    return at;
  }

  function lastBefore(at: number, kind: Chunk['kind']): number | undefined {
    for (let before = at - 1; before >= 0; before--) if (chunks[before]?.kind === kind) return before;
    return undefined;
  }

  /** The comma that opens the insertion which a comma before a verb closes: a relative clause, an apposition. */
  function openingComma(close: number): number | undefined {
    for (let at = close - 1; at > 0; at--) {
      const chunk = chunks[at] as Chunk;
      if (chunk.kind === 'stop') return undefined;
      if (chunk.kind !== 'comma' || chunks[at - 1]?.kind !== 'noun-phrase') {
        if (chunk.kind === 'comma' && chunks[at - 1]?.kind === 'close') return at;
        // "the US or, more precisely, its president, left"
        if (chunk.kind === 'comma' && chunks[at - 1]?.kind === 'and' && chunks[at - 2]?.kind === 'noun-phrase')
          return at - 1;
        continue;
      }
      const inside = chunks.slice(at + 1, close);
      const finites = inside.filter((part) => part.kind === 'verbs' && part.form === 'finite').length;
      const first = inside.find(({ kind }) => kind !== 'adverb' && kind !== 'quote');
      if (!first) return at;
      const insertion =
        first.kind === 'relative' ||
        words[first.from]?.key === 'whose' ||
        first.kind === 'subordinator' ||
        (first.kind === 'verbs' && first.form !== 'finite') ||
        (first.kind === 'preposition' && (finites === 0 || inside[inside.indexOf(first) + 1]?.kind === 'relative')) ||
        (first.kind === 'noun-phrase' && (finites === 0 || inside.some(({ kind }) => kind === 'relative'))) ||
        (first.kind === 'and' && finites === 0);
      if (insertion) return at;
    }
    return undefined;
  }

  /** The first chunk of the subject's region. */
  function regionStart(end: number, verb: number): number {
    let at = end;
    let start = end;
    while (at >= 0) {
      const chunk = chunks[at] as Chunk;
      if (chunk.kind === 'close' || chunk.kind === 'dash') {
        const open = lastBefore(at, chunk.kind === 'close' ? 'open' : 'dash');
        if (open === undefined) break;
        at = open - 1;
        continue;
      }
      if (chunk.kind === 'comma' && !isListComma(at, start, verb)) break;
      if (chunk.kind === 'verbs' && chunk.form === 'finite' && !reduced.has(at)) {
        if (chunks[at - 1]?.kind === 'relative' && chunks[at - 2]?.kind === 'noun-phrase') {
          at -= 2;
          continue;
        }
        return afterObject(at + 1, end);
      }
      if (chunk.kind === 'verbs' && chunk.form === 'infinitive' && chunks[at - 1]?.kind === 'verbs')
        return afterObject(at + 1, end);
      if (chunk.kind === 'verbs' && chunk.form === 'infinitive' && !LINKING.has(chunks[at - 1]?.kind ?? 'stop')) break;
      if (chunk.kind !== 'verbs' && chunk.kind !== 'comma' && !LINKING.has(chunk.kind)) break;
      start = at;
      at--;
    }
    return start;
  }

  /** Where an object and a new subject stand side by side, the new one comes after "and". */
  function afterObject(start: number, end: number): number {
    for (let at = end; at > start; at--) {
      if (chunks[at]?.kind === 'and') return at + 1;
      if (chunks[at]?.kind === 'comma') return at + 1;
    }
    return start;
  }

  function isListComma(comma: number, start: number, verb: number): boolean {
    const [left, right] = [chunks[comma - 1], chunks[comma + 1]];
    if (left?.kind !== 'noun-phrase' && left?.kind !== 'close') return false;
    if (right?.kind !== 'noun-phrase' && right?.kind !== 'and') return false;
    const rest = chunks.slice(start, verb);
    const joined =
      right.kind === 'and'
        ? rest[0]?.kind === 'and' || rest[1]?.kind === 'noun-phrase'
        : rest[1]?.kind === 'and' || rest[1]?.kind === 'comma';
    const bare =
      left.kind === 'noun-phrase' &&
      words[left.to - 1]?.tag === 'name' &&
      right.kind === 'noun-phrase' &&
      words[right.to - 1]?.tag === 'name';
    const plural =
      chunks[verb]?.kind === 'verbs' && /^(?:are|were|have)$/u.test(words[(chunks[verb] as VerbGroup).from]?.key ?? '');
    return joined || (bare && (plural || rest.some(({ kind }) => kind === 'comma')));
  }

  function firstNounPhrase(start: number, end: number): number | undefined {
    for (let at = start; at <= end; at++) {
      if (chunks[at]?.kind !== 'noun-phrase') continue;
      let before = at - 1;
      while (before >= start && (chunks[before]?.kind === 'quote' || chunks[before]?.kind === 'adverb')) before--;
      if (before >= start && (chunks[before]?.kind === 'preposition' || chunks[before]?.kind === 'to')) {
        // "In 2022 Japan said": the phrase after a preposition's is the subject, unless joined to it.
        continue;
      }
      if (before >= start && chunks[before]?.kind === 'verbs') continue;
      if (before >= start && chunks[before]?.kind === 'and' && prepositional(start, before - 1)) continue;
      // "A week later Seoul …": of two phrases side by side the later one is the subject.
      let next = at + 1;
      while (next <= end && chunks[next]?.kind === 'adverb') next++;
      if (next <= end && chunks[next]?.kind === 'noun-phrase') continue;
      return at;
    }
    return undefined;
  }

  /** Whether the phrase that ends here hangs on a preposition. */
  function prepositional(start: number, end: number): boolean {
    return chunks[end]?.kind === 'noun-phrase' && end > start && chunks[end - 1]?.kind === 'preposition';
  }

  function firstOfList(at: number): number {
    let first = at;
    while (chunks[first - 1]?.kind === 'and' && chunks[first - 2]?.kind === 'noun-phrase') first -= 2;
    return first;
  }

  function antecedentOf(relative: number): number | undefined {
    let at = relative - 1;
    while (at >= 0 && /^(?:comma|preposition|quote|adverb)$/u.test(chunks[at]?.kind ?? '')) at--;
    if (chunks[at]?.kind === 'close') at = (lastBefore(at, 'open') ?? 0) - 1;
    return chunks[at]?.kind === 'noun-phrase' ? at : undefined;
  }
}
