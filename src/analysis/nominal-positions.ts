import type { Stance } from '../core/position.ts';
import type { Chunk } from './chunks.ts';
import type { Clause } from './clauses.ts';
import type { Findings } from './findings.ts';
import { nominalsOf } from './nominals.ts';
import type { Reporters } from './reporters.ts';
import { stanceOf } from './stance.ts';
import type { Tagged } from './tagged.ts';
import type { Voices } from './voices.ts';

/** A sentence with the holders of its clauses. */
export type HeldSentence = {
  readonly words: readonly Tagged[];
  readonly chunks: readonly Chunk[];
  readonly clauses: readonly Clause[];
  readonly held: readonly (readonly string[])[];
  readonly voices: Voices;
};

const ATTITUDES = new Set<Stance>(['supports', 'opposes', 'seeks', 'warns', 'states']);

/** Reads the nouns that name deeds and attitudes; in what somebody else supports or condemns they are that one's word. */
export function readNominals(
  { words, chunks, clauses, held, voices }: HeldSentence,
  { reporterOf, trailing }: Reporters,
  { push, add }: Pick<Findings, 'push' | 'add'>,
): void {
  for (const { at, stance, actors } of nominalsOf(words, chunks, voices)) {
    const from = chunks[at]?.from ?? 0;
    const last = clauses.findLastIndex((clause) => clause.at < at);
    const subjectOf = clauses.find(
      ({ subject, subjectEnd }) => subject !== undefined && subject <= at && at <= subjectEnd,
    );
    const around = subjectOf ?? clauses[last];
    if (around?.supposed || (subjectOf && stance === 'did' && isImagined(words, subjectOf))) continue;
    const reporter = around ? reporterOf(around, clauses.indexOf(around)) : trailing;
    const verb = subjectOf ? undefined : clauses[last];
    const attitude = verb && stanceOf(words, chunks, verb.at, verb.group);
    if (attitude === 'advice' || attitude === 'guess') continue;
    const about = verb && attitude !== undefined && ATTITUDES.has(attitude) ? (held[last] ?? []) : [];
    for (const actor of actors) {
      const other = about.length > 0 && !about.includes(actor);
      if (other) push({ actor, kind: 'others', stance, strength: 'weak', from, by: about[0] });
      else add({ actor, kind: 'own', stance, strength: 'weak', from }, reporter);
    }
  }
}

/** "An attack by Pyongyang is unlikely": a deed that nobody has done. */
function isImagined(words: readonly Tagged[], { group }: Clause): boolean {
  return /^(?:may|might|could|would)$/u.test(group.modal ?? '') || /^(?:un)?likely$/u.test(words[group.to]?.key ?? '');
}
