import { pipeline } from 'node:stream/promises';
import { UserError } from '../core/user-error.ts';
import { actorBatch } from '../terminal/actor-batch.ts';
import { lookOf } from '../terminal/look.ts';
import { toJson } from '../terminal/neutralise.ts';
import { toCardRecord } from '../terminal/position-record.ts';
import { renderCard } from '../terminal/render/card.ts';
import { type Arguments, takeOnly } from './arguments.ts';
import { linesOf, openBatch, reportBadLine } from './batch.ts';
import { openDeskFor } from './desk.ts';

/** `actor NAME`, or `actor --batch FILE`; gives what to print. */
export async function actor(given: Arguments): Promise<string | undefined> {
  takeOnly(given, ['knowledge', 'topic', 'batch', 'json']);
  const { values, words } = given;
  if (values.batch !== undefined) return actorsOfBatch(given, values.batch);
  if (words.length === 0) throw new UserError('usage', 'Write the name of the actor after actor.');
  const desk = await openDeskFor(given, { analysis: 'awaited' });
  const query = words.join(' ');
  const answer = desk.actor({ actor: query, topic: values.topic });
  return values.json ? toJson(toCardRecord(query, answer, desk)) : renderCard(answer, desk, lookOf(process.stdout));
}

async function actorsOfBatch(given: Arguments, file: string): Promise<undefined> {
  if (given.words.length > 0) throw new UserError('usage', 'Give either a name or --batch, not both.');
  const input = await openBatch(file);
  const desk = await openDeskFor(given, { analysis: 'awaited' });
  const onBadLine = reportBadLine('{"query": "japan"}');
  const cards = actorBatch(desk, linesOf(input), { topic: given.values.topic, onBadLine });
  await pipeline(cards, process.stdout, { end: false });
}
