import type { ClaimEvidence } from '../../core/evidence-for.ts';
import { explainEvidence, LABEL_CAUTION, LABELS } from '../../core/explain-evidence.ts';
import type { Look } from '../look.ts';
import { bold, plain, small } from '../text-lines.ts';
import { renderCitation, renderQuotation } from './quotation.ts';

/** What the documents say for or against a claim, for a terminal. */
export function renderEvidence(evidence: ClaimEvidence, look: Look): string {
  const labelled = evidence.pieces.some(({ label }) => label !== undefined);
  return [
    ...plain(explainEvidence(evidence), look),
    ...evidence.pieces.flatMap(({ quotation, label }) => [
      '',
      ...(label === undefined ? [] : bold(LABELS[label], look)),
      ...renderQuotation(quotation, look, evidence.near ? 'answer' : 'nearest'),
      ...renderCitation(quotation, look),
    ]),
    ...(labelled ? ['', ...small(LABEL_CAUTION, look)] : []),
  ].join('\n');
}
