import type { Chunk } from './chunks.ts';
import { type Clause, subjectPhrases } from './clauses.ts';
import type { Tagged } from './tagged.ts';

/** Texts and their writers, which a document reports on; they are no state's word. */
export const texts: ReadonlySet<string> = new Set('author authors paper article study survey essay book'.split(' '));

/** Whether another text or its writer is a clause's subject: "the author believes", "the 2024 paper's author warns". */
export function isText(words: readonly Tagged[], chunks: readonly Chunk[], clause: Clause): boolean {
  const [phrase] = subjectPhrases(chunks, clause);
  return phrase !== undefined && texts.has(words[phrase.to - 1]?.key ?? '') && words[phrase.from]?.key !== 'white';
}

/** "In the author's view", "according to the 2024 paper": the sentence tells what another text says. */
export function followsText(words: readonly Tagged[]): boolean {
  return words.some(
    ({ key }, at) =>
      texts.has(key) &&
      (/^(?:view|opinion|reading|summary|words|eyes)$/u.test(words[at + 2]?.key ?? '') ||
        words
          .slice(Math.max(0, at - 5), at)
          .some((word, back, near) => word.key === 'to' && near[back - 1]?.key === 'according')),
  );
}
