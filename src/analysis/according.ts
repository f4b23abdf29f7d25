import { commentators } from './closed-words.ts';
import type { Findings } from './findings.ts';
import { holderOf } from './holders.ts';
import type { HeldSentence } from './nominal-positions.ts';

/** "According to Paris, …": its view; the rest of the sentence is what it says of others. */
export function readAccording(
  { words, chunks, voices }: Pick<HeldSentence, 'words' | 'chunks' | 'voices'>,
  { push, replace }: Pick<Findings, 'push' | 'replace'>,
): void {
  const at = words.findIndex(({ key }, index) => key === 'according' && words[index + 1]?.key === 'to');
  if (at < 0) return;
  const phrase = chunks.findIndex(({ kind, from }) => kind === 'noun-phrase' && from >= at + 2);
  if (phrase < 0 || (chunks[phrase]?.from ?? 0) > at + 3) return;
  const { actors } = holderOf(words, chunks, phrase, voices);
  const [by] = actors;
  const comment = commentators.has(words[(chunks[phrase]?.to ?? 1) - 1]?.key ?? '');
  if ((by === undefined && !comment) || actors.some(voices.isUnplaced)) return;
  replace((finding) =>
    finding.kind === 'own' && !actors.includes(finding.actor)
      ? { ...finding, kind: 'others', strength: 'weak', by }
      : finding,
  );
  for (const actor of actors) push({ actor, kind: 'own', stance: 'states', strength: 'direct', from: at });
}
