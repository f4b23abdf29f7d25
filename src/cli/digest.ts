import { explainUnclearFocus } from '../core/focus.ts';
import { localDate } from '../core/local-date.ts';
import { UserError } from '../core/user-error.ts';
import { toDigestRecord } from '../terminal/digest-record.ts';
import { lookOf } from '../terminal/look.ts';
import { toJson } from '../terminal/neutralise.ts';
import { renderDigest } from '../terminal/render/digest.ts';
import { type Arguments, takeOnly } from './arguments.ts';
import { openDeskFor } from './desk.ts';

/** `digest preview`: the digest of a day for a channel that has had none before; gives what to print. */
export async function digest(given: Arguments): Promise<string> {
  takeOnly(given, ['knowledge', 'date', 'focus', 'json']);
  const { values, words } = given;
  if (words.join(' ') !== 'preview')
    throw new UserError('usage', 'Write preview after digest: digest preview --date 2026-12-01 --focus japan,nato');
  const date = values.date === undefined ? today() : readDate(values.date);
  const desk = await openDeskFor(given, { analysis: 'awaited' });
  const reading = desk.readFocus(values.focus ?? '');
  if (reading.outcome === 'unclear') throw new UserError('unclear-focus', explainUnclearFocus(reading.unclear));
  const composed = desk.digest({ date, focus: reading.focus, firstServed: new Map(), shown: [], questions: [] });
  return values.json
    ? toJson(toDigestRecord(composed, desk.suggestTopics('')))
    : renderDigest(composed, lookOf(process.stdout));
}

function today(): string {
  return localDate(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
}

function readDate(typed: string): string {
  const at = /^\d{4}-\d\d-\d\d$/u.test(typed) ? Date.parse(typed) : Number.NaN;
  // The 30th of February is read as a day of March.
  if (!Number.isNaN(at) && new Date(at).toISOString().startsWith(typed)) return typed;
  throw new UserError('bad-date', `“${typed.slice(0, 40)}” is no day. Write year, month and day, as ${today()}.`);
}
