import { UserError } from '../core/user-error.ts';
import { lookOf } from '../terminal/look.ts';
import { toJson } from '../terminal/neutralise.ts';
import { toComparisonRecord } from '../terminal/position-record.ts';
import { renderComparison } from '../terminal/render/comparison.ts';
import { type Arguments, takeOnly } from './arguments.ts';
import { openDeskFor } from './desk.ts';

/** `compare A B [C]`; gives what to print. */
export async function compare(given: Arguments): Promise<string> {
  takeOnly(given, ['knowledge', 'topic', 'json']);
  const { values, words } = given;
  if (words.length < 2 || words.length > 3) {
    throw new UserError(
      'usage',
      'Name two or three actors after compare; put a name of several words in quotation marks.',
    );
  }
  const desk = await openDeskFor(given, { analysis: 'awaited' });
  const answer = desk.compare({ actors: words, topic: values.topic });
  return values.json
    ? toJson(toComparisonRecord(words, answer, desk))
    : renderComparison(answer, desk, lookOf(process.stdout));
}
