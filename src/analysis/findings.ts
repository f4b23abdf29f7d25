import type { PositionKind, Stance } from '../core/position.ts';
import type { Clause } from './clauses.ts';
import type { Reporters } from './reporters.ts';
import type { Tagged } from './tagged.ts';

/** A position before it has a topic and a summary; `from` is the word where it is shown. */
export type Finding = {
  readonly actor: string;
  readonly kind: PositionKind;
  readonly stance: Stance;
  readonly strength: 'direct' | 'weak';
  /** Who says it. */
  readonly by?: string | undefined;
  readonly from: number;
};

/** Collects the findings of a sentence; each actor has a stance once. */
export type Findings = {
  readonly findings: readonly Finding[];
  readonly push: (finding: Finding) => void;
  /** The same, where a clause may report it: what one says of another is the other's no more. */
  readonly add: (finding: Finding, reporter: number | undefined) => void;
  readonly replace: (change: (finding: Finding) => Finding) => void;
};

/** Starts a collection for a sentence, its holders by clause and whoever speaks in its quotation. */
export function findingsOf({
  words,
  clauses,
  held,
  speaker,
  isSomebody,
}: Pick<Reporters, 'isSomebody'> & {
  readonly words: readonly Tagged[];
  readonly clauses: readonly Clause[];
  readonly held: readonly (readonly string[])[];
  readonly speaker: readonly string[];
}): Findings {
  const findings: Finding[] = [];
  const push = (finding: Finding) => {
    const same = ({ actor, kind, stance }: Finding) =>
      actor === finding.actor && kind === finding.kind && stance === finding.stance;
    if (!findings.some(same)) findings.push(finding);
  };
  const add = (finding: Finding, reporter: number | undefined) => {
    const { actor, from } = finding;
    if (reporter === undefined) {
      const by = words[from]?.quoted && !speaker.includes(actor) ? speaker[0] : undefined;
      push(by === undefined ? finding : { ...finding, by, strength: 'weak' });
      return;
    }
    const speakers = held[reporter] ?? [];
    const [by] = speakers;
    if (speakers.includes(actor)) push(finding);
    else if (by !== undefined || isSomebody(clauses[reporter] as Clause))
      push({ ...finding, kind: 'others', strength: 'weak', by });
    else push({ ...finding, strength: 'weak' });
  };
  const replace = (change: (finding: Finding) => Finding) => {
    for (const finding of findings.splice(0)) push(change(finding));
  };
  return { findings, push, add, replace };
}
