import { type Author, isAuthor } from './authors.ts';
import type { Chunk } from './chunks.ts';
import { type Clause, subjectPhrases } from './clauses.ts';
import { commentators, institutions, writings } from './closed-words.ts';
import { reportingVerbs } from './stance-verbs.ts';
import type { Tagged } from './tagged.ts';

const DOUBTFUL =
  /^(?:obvious|clear|certain|likely|possible|unlikely|doubtful|improbable|conceivable|unclear|plausible)$/u;

/** Who in a sentence reports what. */
export type Reporters = ReturnType<typeof reportersOf>;

/** Tells which clause reports another, at the front or at the end of the sentence, and what sort of voice that is. */
export function reportersOf(
  words: readonly Tagged[],
  chunks: readonly Chunk[],
  clauses: readonly Clause[],
  held: readonly (readonly string[])[],
  author: Author,
) {
  const trailing = trailingReporter();
  return { reporterOf, isSomebody, isDoubted, isFirstPerson, trailing };

  function isFirstPerson({ subject }: Clause): boolean {
    return subject !== undefined && /^(?:we|i)$/u.test(words[chunks[subject]?.from ?? 0]?.key ?? '');
  }

  function isCommentator(clause: Clause): boolean {
    return subjectPhrases(chunks, clause).some(({ to }) => commentators.has(words[to - 1]?.key ?? ''));
  }

  /** "…, Japan said." and "…”, said the minister": what stands before is what is said. */
  function trailingReporter(): number | undefined {
    const index = clauses.findIndex((clause, at) => {
      if (
        at === 0 ||
        clause.group.form !== 'finite' ||
        !reportingVerbs.has(clause.group.verb) ||
        clause.shares !== undefined
      )
        return false;
      const start = clause.inverted ? clause.at : (clause.subject ?? clause.at);
      const edge = chunks[start - 1]?.kind;
      const opened = edge === 'subordinator' && words[chunks[start - 1]?.from ?? 0]?.key === 'as';
      const ends =
        chunks.slice(clause.inverted ? clause.at + 2 : clause.at + 1).filter(({ kind }) => kind === 'verbs').length ===
        0;
      return (
        (opened || edge === 'comma' || edge === 'quote' || clause.inverted) &&
        ends &&
        !chunks.slice(clause.at + 1).some(({ kind }) => kind === 'that')
      );
    });
    return index < 0 ? undefined : index;
  }

  function reporterOf(clause: Clause, index: number): number | undefined {
    if (clause.reporter !== undefined)
      return isAuthor(words, chunks, clauses[clause.reporter] as Clause, author) ? undefined : clause.reporter;
    return trailing !== undefined && index < trailing ? trailing : undefined;
  }

  /** "It is not obvious that Niger wants it". */
  function isDoubted({ reporter }: Clause): boolean {
    const frame = reporter === undefined ? undefined : clauses[reporter];
    if (frame && (frame.supposed || /^(?:may|might|could)$/u.test(frame.group.modal ?? ''))) return true;
    return (
      frame?.group.verb === 'be' &&
      (held[reporter ?? 0]?.length ?? 0) === 0 &&
      words.slice(frame.group.to, frame.group.to + 3).some(({ key }) => DOUBTFUL.test(key))
    );
  }

  /** Whether the reporting subject is a person or a body that is no actor, not a strategy or "it". */
  function isSomebody(clause: Clause): boolean {
    const reporting = clause.shares === undefined ? clause : (clauses[clause.shares] ?? clause);
    if (isCommentator(reporting)) return true;
    if (!reportingVerbs.has(clause.group.verb)) return false;
    return subjectPhrases(chunks, clause).some(({ from, to }) => {
      const last = words[to - 1];
      const office =
        last !== undefined && institutions.has(last.key) && !/^(?:a|an|former|one|some)$/u.test(words[from]?.key ?? '');
      return last !== undefined && !writings.has(last.key) && !office && last.tag !== 'pronoun';
    });
  }
}
