import { UserError } from '../core/user-error.ts';
import { lookOf } from '../terminal/look.ts';
import { toJson } from '../terminal/neutralise.ts';
import { toTopicRecord } from '../terminal/position-record.ts';
import { renderTopic } from '../terminal/render/topic.ts';
import { type Arguments, takeOnly } from './arguments.ts';
import { openDeskFor } from './desk.ts';

/** `topic TOPIC`; gives what to print. */
export async function topic(given: Arguments): Promise<string> {
  takeOnly(given, ['knowledge', 'json']);
  const { values, words } = given;
  if (words.length === 0) throw new UserError('usage', 'Write the topic after topic, such as nuclear weapons.');
  const desk = await openDeskFor(given, { analysis: 'awaited' });
  const query = words.join(' ');
  const answer = desk.topic(query);
  return values.json ? toJson(toTopicRecord(query, answer, desk)) : renderTopic(answer, desk, lookOf(process.stdout));
}
