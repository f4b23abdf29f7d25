import { UserError } from '../core/user-error.ts';
import { toCheckRecord } from '../terminal/check-record.ts';
import { lookOf } from '../terminal/look.ts';
import { toJson } from '../terminal/neutralise.ts';
import { renderQuotationCheck } from '../terminal/render/quotation-check.ts';
import { type Arguments, takeOnly } from './arguments.ts';
import { openDeskFor } from './desk.ts';

/** `check TEXT`; gives what to print. */
export async function check(given: Arguments): Promise<string> {
  takeOnly(given, ['knowledge', 'json']);
  const { values, words } = given;
  const text = words.join(' ');
  if (text.trim() === '') throw new UserError('usage', 'Write the quotation after check, in quotation marks.');
  const desk = await openDeskFor(given);
  const from = performance.now();
  const checked = desk.checkQuotation(text);
  const elapsed = performance.now() - from;
  return values.json ? toJson(toCheckRecord(checked, elapsed)) : renderQuotationCheck(checked, lookOf(process.stdout));
}
