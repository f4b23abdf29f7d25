import type { Desk } from '../core/desk.ts';
import { readBatch } from './batch-lines.ts';
import { toJson } from './neutralise.ts';
import { toCardRecord } from './position-record.ts';

/**
 * Makes cards as names come, one JSON object `{query}` a line, with one JSON line each. A line that is no such object is
 * reported with its number, from 1, and passed over.
 */
export async function* actorBatch(
  desk: Desk,
  lines: AsyncIterable<string>,
  { topic, onBadLine }: { topic?: string | undefined; onBadLine: (line: number, cause: string) => void },
): AsyncGenerator<string> {
  for await (const { number, value, fault } of readBatch(lines)) {
    const query = value?.['query'];
    if (typeof query === 'string') yield `${toJson(toCardRecord(query, desk.actor({ actor: query, topic }), desk))}\n`;
    else onBadLine(number, fault ?? 'has no “query” that is a string');
  }
}
