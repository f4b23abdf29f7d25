import { pipeline } from 'node:stream/promises';
import { UserError } from '../core/user-error.ts';
import { answerBatch } from '../terminal/answer-batch.ts';
import { lookOf } from '../terminal/look.ts';
import { toJson } from '../terminal/neutralise.ts';
import { runPrompt } from '../terminal/prompt.ts';
import { toRecord } from '../terminal/record.ts';
import { renderAnswer } from '../terminal/render/answer.ts';
import { type Arguments, takeOnly } from './arguments.ts';
import { linesOf, openBatch, reportBadLine } from './batch.ts';
import { openDeskFor } from './desk.ts';

/** `ask QUESTION`, `ask --batch FILE`, or `ask` alone, which asks for questions; gives what to print. */
export async function ask(given: Arguments): Promise<string | undefined> {
  takeOnly(given, ['knowledge', 'document', 'batch', 'json']);
  const { values, words } = given;
  if (values.batch !== undefined) return askBatch(given, values.batch);
  if (words.length === 0) return prompt(given);
  const desk = await openDeskFor(given);
  const from = performance.now();
  const answer = desk.ask({ question: words.join(' '), document: values.document });
  const elapsed = performance.now() - from;
  return values.json ? toJson(toRecord(answer, elapsed)) : renderAnswer(answer, lookOf(process.stdout));
}

/** Asks for questions, one after the other. Piped lines come at once, so that everything they may ask for has to be there. */
async function prompt(given: Arguments): Promise<undefined> {
  const { json, document } = given.values;
  if (json || document !== undefined)
    throw new UserError(
      'usage',
      'Write the question after ask, in quotation marks; --json and --document go with one.',
    );
  const desk = await openDeskFor(given, { analysis: process.stdin.isTTY ? 'meanwhile' : 'awaited' });
  process.stdout.write('Type a question, or /help.\n\n');
  await runPrompt(desk, process.stdin, process.stdout);
}

async function askBatch(given: Arguments, file: string): Promise<undefined> {
  if (given.words.length > 0) throw new UserError('usage', 'Give either a question or --batch, not both.');
  const input = await openBatch(file);
  const desk = await openDeskFor(given);
  const onBadLine = reportBadLine('{"id": "q1", "question": "…"}');
  const answers = answerBatch(desk, linesOf(input), { document: given.values.document, onBadLine });
  await pipeline(answers, process.stdout, { end: false });
}
