import { UserError } from '../core/user-error.ts';
import { toEvidenceRecord } from '../terminal/check-record.ts';
import { lookOf } from '../terminal/look.ts';
import { toJson } from '../terminal/neutralise.ts';
import { renderEvidence } from '../terminal/render/evidence.ts';
import { type Arguments, takeOnly } from './arguments.ts';
import { openDeskFor } from './desk.ts';

/** `evidence CLAIM`; gives what to print. */
export async function evidence(given: Arguments): Promise<string> {
  takeOnly(given, ['knowledge', 'json']);
  const { values, words } = given;
  const claim = words.join(' ');
  if (claim.trim() === '') throw new UserError('usage', 'Write the claim after evidence, in quotation marks.');
  const desk = await openDeskFor(given);
  const from = performance.now();
  const found = desk.evidenceFor(claim);
  const elapsed = performance.now() - from;
  return values.json ? toJson(toEvidenceRecord(found, elapsed)) : renderEvidence(found, lookOf(process.stdout));
}
