import type { Stance } from '../core/position.ts';
import type { Chunk } from './chunks.ts';
import type { Clause } from './clauses.ts';
import type { Findings } from './findings.ts';
import { nominalsOf } from './nominals.ts';
import type { Reporters } from './reporters.ts';
import { stanceOf } from './stance.ts';
import type { Tagged } from './tagged.ts';
import { isImagined } from './uncertainty.ts';
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
    if (around?.supposed || isOfNobody(at, stance, subjectOf?.group ?? chunks[at + 1])) continue;
    const reporter = around ? reporterOf(around, clauses.indexOf(around)) : trailing;
    const verb = subjectOf ? undefined : clauses[last];
    const attitude = verb && stanceOf(words, chunks, verb.at, verb.group);
    const open = attitude === 'advice' || attitude === 'guess';
    if (open && stance !== 'states') continue;
    const about = verb && attitude !== undefined && !open && ATTITUDES.has(attitude) ? (held[last] ?? []) : [];
    for (const actor of actors) {
      const other = about.length > 0 && !about.includes(actor);
      if (other) push({ actor, kind: 'others', stance, strength: 'weak', from, by: about[0] });
      else if (isInvited(at)) push({ actor, kind: 'others', stance, strength: 'weak', from });
      else add({ actor, kind: 'own', stance, strength: 'weak', from }, reporter);
    }
  }

  /** Of what might be done, and of "such help" that might be given, nobody has done anything. */
  function isOfNobody(at: number, stance: Stance, verbs: Chunk | undefined): boolean {
    if (verbs?.kind !== 'verbs' || !isImagined(words, verbs)) return false;
    return stance === 'did' || /^(?:such|an?|more|further|any|new)$/u.test(words[chunks[at]?.from ?? 0]?.key ?? '');
  }

  /** "Seoul's invitation to the summit" is from others, "Seoul's invitation to Putin" is its own. */
  function isInvited(at: number): boolean {
    const [phrase, link, to] = chunks.slice(at, at + 3);
    if (words[(phrase?.to ?? 0) - 1]?.key !== 'invitation' || words[link?.from ?? 0]?.key === 'from') return false;
    if (words[link?.from ?? 0]?.key !== 'to') return true;
    const guest = words[(to?.to ?? 0) - 1];
    return guest?.tag !== 'name' || voices.capitalOf(guest.text) !== undefined;
  }
}
