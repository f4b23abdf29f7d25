import type { Desk } from '../core/desk.ts';
import { readBatch } from './batch-lines.ts';
import { toJson } from './neutralise.ts';
import { toRecord } from './record.ts';

/**
 * Answers questions as they come, one JSON object `{id, question}` a line, with one JSON line each. A line that is no
 * such object is reported with its number, from 1, and passed over; empty lines are ignored.
 */
export async function* answerBatch(
  desk: Desk,
  lines: AsyncIterable<string>,
  { document, onBadLine }: { document?: string | undefined; onBadLine: (line: number, cause: string) => void },
): AsyncGenerator<string> {
  for await (const { number, value, fault } of readBatch(lines)) {
    const { id, question } = value ?? {};
    if (typeof question !== 'string') onBadLine(number, fault ?? 'has no “question” that is a string');
    else if (typeof id !== 'string' && typeof id !== 'number')
      onBadLine(number, 'has no “id” that is a string or a number');
    else {
      const from = performance.now();
      const answer = desk.ask({ question, document });
      yield `${toJson(toRecord(answer, performance.now() - from, id))}\n`;
    }
  }
}
