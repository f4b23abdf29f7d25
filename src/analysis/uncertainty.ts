import type { Chunk } from './chunks.ts';
import type { Clause } from './clauses.ts';
import type { Tagged } from './tagged.ts';

/** "If India joins, China will leave": what follows from a supposition. */
export function isConsequence(words: readonly Tagged[], { group }: Clause): boolean {
  return /^(?:will|would)$/u.test(group.modal ?? '') && /^(?:if|unless)$/u.test(words[0]?.key ?? '');
}

/** "What France wants is not easy to establish". */
export function isUnknown(words: readonly Tagged[], chunks: readonly Chunk[], { subject, at }: Clause): boolean {
  if (subject === undefined || words[chunks[subject - 1]?.from ?? 0]?.key !== 'what') return false;
  const next = chunks.slice(at + 1).find(({ kind }) => kind === 'verbs');
  return next?.kind === 'verbs' && (next.negated || next.modal !== undefined);
}

/** "engagement with China, which …": what "which" means is open. */
export function isLoose(words: readonly Tagged[], chunks: readonly Chunk[], { subject = 0, at }: Clause): boolean {
  const who = chunks.slice(subject, at).some(({ kind, from }) => kind === 'relative' && words[from]?.key === 'who');
  const linked = /^(?:preposition|and|to)$/u.test(chunks[subject - 1]?.kind ?? '');
  return !who && linked && chunks.slice(0, subject).some(({ kind }) => kind === 'noun-phrase');
}
