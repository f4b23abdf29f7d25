import type { Chunk, NounPhrase, VerbGroup } from './chunks.ts';
import { suppositions } from './closed-words.ts';
import { clauseFrames } from './reported-clauses.ts';
import { reportingVerbs } from './stance-verbs.ts';
import { subjectRegions } from './subject-regions.ts';
import type { Tagged } from './tagged.ts';

/** A group of verbs with its subject; indexes into the sentence's chunks. */
export type Clause = {
  readonly at: number;
  readonly group: VerbGroup;
  /** Index of the subject's first noun phrase; absent where there is none to the left. */
  readonly subject?: number;
  /** Where the subject's region ends: the chunk before the verb. */
  readonly subjectEnd: number;
  /** The clause whose subject this one shares: "condemns … and shares". */
  readonly shares?: number;
  /** The clause that reports this one: "Japan said that …". */
  readonly reporter?: number;
  /** Within if, unless or whether. */
  readonly supposed: boolean;
  /** The subject stands behind: "said Japan". */
  readonly inverted: boolean;
  readonly relative: boolean;
};

/** Finds the clauses of a sentence: every finite verb, and every -ing with a subject of its own. */
export function clausesOf(words: readonly Tagged[], chunks: readonly Chunk[]): Clause[] {
  const clauses: Clause[] = [];
  const reduced = new Set<number>();
  const { skipInsertions, regionStart, firstNounPhrase, firstOfList, antecedentOf } = subjectRegions(
    words,
    chunks,
    reduced,
  );
  const { openingOf, reporterOf } = clauseFrames(words, chunks, clauses);
  chunks.forEach((chunk, at) => {
    if (chunk.kind !== 'verbs' || chunk.form === 'infinitive') return;
    const clause = chunk.form === 'finite' ? finite(chunk, at) : dependent(chunk, at);
    if (clause) clauses.push(clause);
  });
  return clauses;

  function finite(group: VerbGroup, at: number): Clause | undefined {
    const earlier = clauses.length - 1;
    let end = skipInsertions(at - 1);
    const inverted = isInverted(group, at, end);
    if (inverted) return make(group, at, { subject: at + 1, subjectEnd: at + 1, inverted: true });
    if (chunks[end]?.kind === 'relative' || (chunks[end]?.kind === 'that' && chunks[end - 1]?.kind === 'noun-phrase')) {
      const antecedent = antecedentOf(end);
      return antecedent === undefined
        ? undefined
        : make(group, at, { subject: antecedent, subjectEnd: antecedent, relative: true });
    }
    if (chunks[end]?.kind === 'comma' || chunks[end]?.kind === 'and' || chunks[end]?.kind === 'dash') {
      while (/^(?:comma|and|adverb|dash)$/u.test(chunks[end]?.kind ?? '')) end--;
      const other = earlierFinite(earlier, group);
      return other < 0 ? undefined : make(group, at, { shares: other, subjectEnd: at - 1 });
    }
    const start = regionStart(end, at);
    const subject = firstNounPhrase(start, end);
    if (subject === undefined) return undefined;
    if (isReduced(group, at) || isComplement(group, subject)) {
      reduced.add(at);
      return undefined;
    }
    return make(group, at, { subject, subjectEnd: end });
  }

  /** "North Korea supplying shells": only after a bare name. */
  function dependent(group: VerbGroup, at: number): Clause | undefined {
    if (group.form !== 'ing') return undefined;
    const before = chunks[at - 1];
    if (before?.kind !== 'noun-phrase' || words[before.to - 1]?.tag !== 'name') return undefined;
    const link = chunks[at - 2];
    if (link && !/^(?:preposition|and|adverb|subordinator)$/u.test(link.kind)) return undefined;
    return make(group, at, { subject: firstOfList(at - 1), subjectEnd: at - 1 });
  }

  function make(own: VerbGroup, at: number, given: Partial<Clause> & { subjectEnd: number }): Clause {
    const shared = given.shares === undefined ? undefined : clauses[given.shares];
    // "would break the treaty, pay for it and leave"
    const modal = own.modal ?? (isBare(own) ? shared?.group.modal : undefined);
    const group = modal === undefined ? own : { ...own, modal };
    const start = given.inverted ? at : (given.subject ?? at);
    const opening = openingOf(start);
    const reporter = shared?.reporter ?? reporterOf(start, at);
    const supposed = shared
      ? shared.supposed && opening === undefined
      : opening !== undefined && suppositions.has(opening);
    return {
      at,
      group,
      supposed,
      inverted: false,
      relative: false,
      ...given,
      ...(reporter === undefined ? {} : { reporter }),
    };
  }

  function isBare({ from, to }: VerbGroup): boolean {
    return words.slice(from, to).every(({ tag, form }) => tag === 'adverb' || form?.form === 'base');
  }

  /** The clause that "and insists" continues: the last one in the same tense, else the last. */
  function earlierFinite(last: number, group: VerbGroup): number {
    const open = clauses
      .slice(0, last + 1)
      .map((clause, index) => ({ clause, index }))
      .filter(({ clause }) => clause.group.form === 'finite' && !clause.relative);
    const same = open.findLast(({ clause }) => tense(clause.group) === tense(group));
    return (same ?? open.at(-1))?.index ?? -1;
  }

  function tense({ from, to, modal }: VerbGroup): string {
    if (modal !== undefined) return 'base';
    const first = words.slice(from, to).find(({ tag }) => tag === 'auxiliary' || tag === 'verb');
    if (/^(?:is|has|does)$/u.test(first?.key ?? '') || first?.form?.form === 's') return 'present';
    return /^(?:was|were|had|did)$/u.test(first?.key ?? '') || first?.form?.form === 'past' ? 'past' : 'base';
  }

  function isInverted(group: VerbGroup, at: number, end: number): boolean {
    if (!reportingVerbs.has(group.verb) || chunks[at + 1]?.kind !== 'noun-phrase') return false;
    const before = chunks[at - 1];
    if (before?.kind === 'subordinator') return true;
    return (
      (before?.kind === 'quote' || before?.kind === 'comma') &&
      (end < 0 || chunks[at - 1]?.kind === 'quote' || chunks[end]?.kind === 'comma' || chunks[at - 2]?.kind === 'quote')
    );
  }

  /** "kept Ghana engaged", "describes a Congress brought to a standstill". */
  function isComplement(group: VerbGroup, subject: number): boolean {
    const before = chunks[subject - 1];
    const form = words[group.to - 1]?.form?.form;
    return (
      group.to - group.from === 1 &&
      (form === 'past' || form === 'participle') &&
      before?.kind === 'verbs' &&
      !before.passive &&
      !reportingVerbs.has(before.verb)
    );
  }

  /** "sanctions imposed on Seoul": a participle that belongs to the noun before it, where a finite verb comes later. */
  function isReduced(group: VerbGroup, at: number): boolean {
    if (group.to - group.from > 1) return false;
    const word = words[group.to - 1];
    if (/^(?:include|exclude)$/u.test(group.verb) && chunks[at + 1]?.kind === 'comma') return true;
    if (
      word?.form?.form !== 'past' ||
      !/ed$|[^aeiou]t$|put$|set$|led$|hit$|built$|held$|made$|sent$|met$/u.test(word.key)
    )
      return false;
    const next = chunks[at + 1];
    if (next?.kind === 'preposition' && words[next.from]?.key === 'by') return true;
    if (next?.kind === 'noun-phrase' || next?.kind === 'that') return false;
    for (let later = at + 1; later < chunks.length; later++) {
      const chunk = chunks[later] as Chunk;
      if (/^(?:comma|subordinator|relative|that|stop|and|dash)$/u.test(chunk.kind)) return false;
      if (chunk.kind === 'verbs' && chunk.form === 'finite') return true;
    }
    return false;
  }
}

/** The coordinated noun phrases of a subject: "Japan, Korea and the US". */
export function subjectPhrases(chunks: readonly Chunk[], { subject, subjectEnd }: Clause): NounPhrase[] {
  const found: NounPhrase[] = [];
  if (subject === undefined) return found;
  for (let at = subject; at <= subjectEnd; at++) {
    const chunk = chunks[at] as Chunk;
    if (chunk.kind === 'noun-phrase') found.push(chunk);
    else if (chunk.kind === 'open') while (at < subjectEnd && chunks[at]?.kind !== 'close') at++;
    else if (!/^(?:and|comma|adverb|quote)$/u.test(chunk.kind)) break;
  }
  return found;
}

/** Whether a clause's verb stands between quotation marks. */
export function isQuoted(words: readonly Tagged[], chunks: readonly Chunk[], { at }: Clause): boolean {
  return words[chunks[at]?.from ?? 0]?.quoted === true;
}
