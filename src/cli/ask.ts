import { pipeline } from 'node:stream/promises';
import { UserError } from '../core/user-error.ts';
import { answerBatch } from '../terminal/answer-batch.ts';
import { lookOf } from '../terminal/look.ts';
import { toJson } from '../terminal/neutralise.ts';
import { toRecord } from '../terminal/record.ts';
import { renderAnswer } from '../terminal/render/answer.ts';
import { type Arguments, takeOnly } from './arguments.ts';
import { linesOf, openBatch, reportBadLine } from './batch.ts';
import { openDeskFor } from './desk.ts';

/** `ask QUESTION`, or `ask --batch FILE`; gives what to print. */
export async function ask(given: Arguments): Promise<string | undefined> {
  takeOnly(given, ['knowledge', 'document', 'batch', 'json']);
  const { values, words } = given;
  if (values.batch !== undefined) return askBatch(given, values.batch);
  if (words.length === 0) throw new UserError('usage', 'Write the question after ask, in quotation marks.');
  const desk = await openDeskFor(given);
  const from = performance.now();
  const answer = desk.ask({ question: words.join(' '), document: values.document });
  const elapsed = performance.now() - from;
  return values.json ? toJson(toRecord(answer, elapsed)) : renderAnswer(answer, lookOf(process.stdout));
}

async function askBatch(given: Arguments, file: string): Promise<undefined> {
  if (given.words.length > 0) throw new UserError('usage', 'Give either a question or --batch, not both.');
  const input = await openBatch(file);
  const desk = await openDeskFor(given);
  const onBadLine = reportBadLine('{"id": "q1", "question": "…"}');
  const answers = answerBatch(desk, linesOf(input), { document: given.values.document, onBadLine });
  await pipeline(answers, process.stdout, { end: false });
}
