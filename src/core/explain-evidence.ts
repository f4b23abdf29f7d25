import { count } from './answer.ts';
import type { Label } from './claim-label.ts';
import type { ClaimEvidence } from './evidence-for.ts';

/** What a label says of a passage. */
export const LABELS: Readonly<Record<Label, string>> = {
  supports: 'supports',
  contradicts: 'contradicts',
  'same-topic': 'same topic',
};

/** What a label is worth, below every list of evidence. */
export const LABEL_CAUTION = 'Labels compare words, numbers and negation, no more: read the passage.';

/** What was found for a claim, in one line. */
export function explainEvidence({ near, pieces, searched }: ClaimEvidence): string {
  if (pieces.length === 0)
    return `The documents say nothing near this. Searched: ${count(searched.documents, 'document')}.`;
  const labelled = (label: Label) => pieces.filter((piece) => piece.label === label).length;
  const decided = [
    ...(labelled('contradicts') > 0 ? [`${count(labelled('contradicts'), 'passage')} against it`] : []),
    ...(labelled('supports') > 0 ? [`${count(labelled('supports'), 'passage')} for it`] : []),
  ];
  if (decided.length > 0) return `${decided.join(', ')}.`;
  return near
    ? 'Passages near this; whether they are for or against it, their words alone do not tell.'
    : `The documents do not say. Searched: ${count(searched.documents, 'document')}, ${count(searched.passages, 'passage')}. Nearest, though not evidence:`;
}
