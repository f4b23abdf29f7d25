import { resolve } from './antecedents.ts';
import type { Chunk, NounPhrase } from './chunks.ts';
import { type Clause, isQuoted, subjectPhrases } from './clauses.ts';
import { institutions } from './closed-words.ts';
import { holderOf } from './holders.ts';
import { adjectiveStances } from './stance-nouns.ts';
import type { Surroundings } from './surroundings.ts';
import type { Tagged } from './tagged.ts';

const PRONOUN = /^(?:it|he|she|they|both|each)$/u;

/** Who the subjects of a sentence's clauses are. */
export type Subjects = {
  /** Holders by clause, in the order of the clauses; none where the subject is no actor. */
  readonly held: (readonly string[])[];
  /** Who a word like "the bloc" at a chunk's first word points back to. */
  readonly pointsTo: (back: string, before: number) => readonly string[];
};

/** Finds the holder of every clause; "it" and "the bloc" look back over this sentence and the last one. */
export function subjectsOf(
  words: readonly Tagged[],
  chunks: readonly Chunk[],
  clauses: readonly Clause[],
  { voices, before, focus }: Pick<Surroundings, 'voices' | 'before' | 'focus'>,
): Subjects {
  const held: (readonly string[])[] = [];
  clauses.forEach((clause, index) => {
    held[index] = holdersIn(clause, index);
  });
  return { held, pointsTo };

  function pointsTo(back: string, at: number): readonly string[] {
    const near = namedBefore(at, back);
    return near.length > 0 ? near : backwards(back);
  }

  function holdersIn(clause: Clause, index: number): readonly string[] {
    if (clause.shares !== undefined) return held[clause.shares] ?? [];
    const phrases = subjectPhrases(chunks, clause);
    const found = phrases.map((phrase) => holderOf(words, chunks, chunks.indexOf(phrase), voices));
    // "North Korea and proliferation are challenges": no actor.
    if (
      found.some(
        ({ actors, refersTo }, at) =>
          actors.length === 0 && refersTo === undefined && !isParty(phrases[at] as NounPhrase),
      ) &&
      phrases.length > 1
    )
      return [];
    const actors = [
      ...new Set([...found.flatMap((holder) => holder.actors), ...companions(clause), ...apposition(clause)]),
    ];
    if (actors.length > 0) return actors;
    const back = found.find(({ refersTo }) => refersTo !== undefined)?.refersTo;
    if (back !== undefined) {
      if ((back === 'it' && isExpletive(clause)) || isQuoted(words, chunks, clause)) return [];
      const pair = back === 'each' || back === 'both' ? pairBefore(clause.subject ?? 0) : [];
      if (pair.length > 0) return pair;
      const near = held.slice(0, index).findLast((ids) => ids.length > 0);
      const apposed = apposition(clause);
      if (apposed.length > 0) return apposed;
      const resolved = near ? resolve(back, near, voices) : [];
      if (resolved.length > 0) return resolved;
      const byType =
        near === undefined && index > 0 && !/^(?:it|he|she|they)$/u.test(back)
          ? namedBefore(chunks[clause.at]?.from ?? 0, back)
          : [];
      if (byType.length > 0) return byType;
      const earlier = clauses
        .slice(0, index)
        .some(
          (other) =>
            other.subject !== undefined && other.reporter === undefined && !held[clauses.indexOf(other)]?.length,
        );
      if (near !== undefined && PRONOUN.test(back)) return [];
      return earlier && /^(?:it|they)$/u.test(back) ? [] : backwards(back);
    }
    return apposition(clause);
  }

  /** "Australia, along with Japan and Fiji, ...": who stands beside the subject. */
  function companions({ subject, subjectEnd, at }: Clause): readonly string[] {
    if (subject === undefined) return [];
    // "the US or, more precisely, President Trump, left"
    if (chunks[subjectEnd + 1]?.kind === 'and' && chunks[subjectEnd + 2]?.kind === 'comma')
      return partiesFrom(subjectEnd + 1, at);
    const start = chunks.findIndex(
      (chunk, index) =>
        index >= subject &&
        index < at &&
        chunk.kind !== 'verbs' &&
        /^(?:along|together|alongside)$/u.test(words[chunk.from]?.key ?? ''),
    );
    if (start < 0 || start > subjectEnd + 3 || holderOf(words, chunks, subject, voices).actors.length === 0) return [];
    return partiesFrom(start, at);
  }

  function partiesFrom(start: number, at: number): readonly string[] {
    const found: string[] = [];
    for (let index = start; index < at; index++) {
      const kind = chunks[index]?.kind;
      if (kind === 'noun-phrase') found.push(...holderOf(words, chunks, index, voices).actors);
      else if (!/^(?:and|comma|preposition|adverb)$/u.test(kind ?? '')) break;
    }
    return found;
  }

  function isParty({ from, to }: NounPhrase): boolean {
    return (
      words
        .slice(from, to)
        .some(
          ({ key }) =>
            institutions.has(key) ||
            /^(?:allies|partners?|countries|states|nations|neighbours|neighbors|friends|powers|capitals|others|ally|backers|islands|counterparts?)$/u.test(
              key,
            ),
        ) || words[to - 1]?.capital === true
    );
  }

  /** "it took Seoul years to", "it is essential that". */
  function isExpletive({ group, at }: Clause): boolean {
    const party = words
      .slice(group.to, group.to + 3)
      .some(({ key }) => (adjectiveStances.get(key) ?? 'states') !== 'states');
    if (party) return false;
    if (!/^(?:be|take|seem|appear|become|remain|make|matter|follow)$/u.test(group.verb)) return false;
    return chunks
      .slice(at + 1, at + 6)
      .some(
        (chunk) =>
          chunk.kind === 'that' ||
          chunk.kind === 'subordinator' ||
          (chunk.kind === 'verbs' && chunk.form === 'infinitive'),
      );
  }

  /** The nearest name before a word that "the alliance" fits. */
  function namedBefore(before: number, back: string): readonly string[] {
    for (let at = before - 1; at >= 0; at--) {
      const word = words[at] as Tagged;
      const fits = word.tag === 'name' ? resolve(back, word.actors, voices) : [];
      if (fits.length > 0) return fits;
    }
    return [];
  }

  /** Who a word points back to: the last sentence's holder; an office, where there is none, to the one body it names. */
  function backwards(back: string): readonly string[] {
    const found = resolve(back, before, voices);
    return found.length > 0 || PRONOUN.test(back) ? found : resolve(back, focus, voices);
  }

  /** "the foreign minister, Espen Eide, said". */
  function apposition({ subject, subjectEnd }: Clause): readonly string[] {
    if (
      subject === undefined ||
      chunks[subjectEnd + 1]?.kind !== 'comma' ||
      chunks[subjectEnd + 2]?.kind !== 'noun-phrase'
    )
      return [];
    const holder = holderOf(words, chunks, subjectEnd + 2, voices);
    return holder.actors.some(voices.isPerson) ? holder.actors : [];
  }

  /** "between the US and China …: each prefers". */
  function pairBefore(at: number): readonly string[] {
    for (let index = at - 1; index > 1; index--) {
      if (
        chunks[index]?.kind !== 'and' ||
        chunks[index - 1]?.kind !== 'noun-phrase' ||
        chunks[index + 1]?.kind !== 'noun-phrase'
      )
        continue;
      const [left, right] = [
        holderOf(words, chunks, index - 1, voices).actors,
        holderOf(words, chunks, index + 1, voices).actors,
      ];
      if (left.length > 0 && right.length > 0) return [...left, ...right];
    }
    return [];
  }
}
