import type { ClaimEvidence } from '../core/evidence-for.ts';
import { type QuotationCheck, sourcesOf } from '../core/quotation-check.ts';
import { toQuotationRecord } from './record.ts';

/** The record of a check: a verdict for each quotation, with its sources; `answer` is the part that is quoted. */
export function toCheckRecord({ checked, more, searched }: QuotationCheck, elapsedMs: number) {
  const quotations = checked.map((one) => ({
    quoted: one.quoted,
    verdict: one.verdict,
    sources: sourcesOf(one).map(toQuotationRecord),
    ...(one.verdict === 'verbatim' || one.verdict === 'altered' ? { differences: one.differences } : {}),
    ...(one.verdict === 'verbatim'
      ? { elsewhere: one.elsewhere, repunctuated: one.repunctuated, negation: one.negation ?? null }
      : {}),
    ...(one.verdict === 'merged' ? { pieces: one.pieces.map(({ quoted, exact }) => ({ quoted, exact })) } : {}),
    ...(one.verdict === 'not-found' ? { nearest: one.nearest.map(toQuotationRecord) } : {}),
  }));
  return { quotations, more, searched, elapsedMs: rounded(elapsedMs) };
}

/** The record of the evidence for a claim; `label` is null where words alone do not decide. */
export function toEvidenceRecord({ claim, near, pieces, searched }: ClaimEvidence, elapsedMs: number) {
  const evidence = pieces.map(({ quotation, label = null }) => ({ label, quotation: toQuotationRecord(quotation) }));
  return { claim, near, evidence, searched, elapsedMs: rounded(elapsedMs) };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
