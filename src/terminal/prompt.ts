import { createInterface } from 'node:readline/promises';
import type { Readable } from 'node:stream';
import type { WriteStream } from 'node:tty';
import type { Desk } from '../core/desk.ts';
import { UserError } from '../core/user-error.ts';
import { type Look, lookOf } from './look.ts';
import { neutralise } from './neutralise.ts';
import { namesIn, readLine, unquoted } from './prompt-line.ts';
import { renderAnswer } from './render/answer.ts';
import { renderCard } from './render/card.ts';
import { renderComparison } from './render/comparison.ts';
import { renderDocuments } from './render/documents.ts';
import { renderEvidence } from './render/evidence.ts';
import { renderQuotationCheck } from './render/quotation-check.ts';
import { renderTopic } from './render/topic.ts';

const HELP = `/ask QUESTION   quotes the passages that answer it; the question alone does the same
/actor NAME     what an actor wants, says, did and opposes; topic:TOPIC after it shows one topic
/compare A, B   two or three actors side by side; topic:TOPIC after them shows one topic
/topic TOPIC    who holds what on a topic
/check TEXT     whether what it quotes stands so in the documents
/evidence CLAIM what the documents say for or against it
/documents      lists what is searched
/help           shows this
/quit           ends`;

/** Takes questions line by line until `/quit`, the end of the input or an interruption; piped lines are echoed. */
export async function runPrompt(desk: Desk, input: Readable & { isTTY?: boolean }, output: WriteStream): Promise<void> {
  const interactive = Boolean(input.isTTY && output.isTTY);
  const lines = createInterface({ input, output, terminal: interactive, prompt: '> ' });
  lines.on('SIGINT', () => lines.close());
  if (interactive) lines.prompt();
  for await (const line of lines) {
    const typed = line.trim();
    if (!interactive && typed !== '') output.write(`> ${neutralise(typed)}\n`);
    const reply = replyTo(desk, typed, lookOf(output));
    if (reply === undefined) return lines.close();
    if (reply !== '') output.write(`${reply}\n\n`);
    if (interactive) lines.prompt();
  }
  if (interactive) output.write('\n');
}

/** The reply to a line; `undefined` where the line asks to end. */
export function replyTo(desk: Desk, typed: string, look: Look): string | undefined {
  const { command, rest, topic } = readLine(typed);
  try {
    switch (command) {
      case undefined:
        return typed === '' ? '' : renderAnswer(desk.ask({ question: typed }), look);
      case 'ask': {
        const question = afterCommand(typed);
        return question === '' ? 'Write the question after /ask.' : renderAnswer(desk.ask({ question }), look);
      }
      case 'actor':
        return rest === ''
          ? 'Write the name of the actor after /actor.'
          : renderCard(desk.actor({ actor: unquoted(rest), topic }), desk, look);
      case 'compare': {
        const actors = namesIn(rest);
        return actors.length < 2 || actors.length > 3
          ? 'Name two or three actors after /compare, separated by commas.'
          : renderComparison(desk.compare({ actors, topic }), desk, look);
      }
      case 'topic':
        return rest === '' ? 'Write the topic after /topic.' : renderTopic(desk.topic(unquoted(rest)), desk, look);
      case 'check':
        return rest === ''
          ? 'Write the quotation after /check.'
          : renderQuotationCheck(desk.checkQuotation(afterCommand(typed)), look);
      case 'evidence':
        return rest === ''
          ? 'Write the claim after /evidence.'
          : renderEvidence(desk.evidenceFor(afterCommand(typed)), look);
      case 'documents':
        return renderDocuments(desk.library(), look);
      case 'help':
        return HELP;
      case 'quit':
      case 'exit':
        return undefined;
      default:
        return `There is no /${neutralise(command)}. What there is:\n${HELP}`;
    }
  } catch (error) {
    if (error instanceof UserError) return neutralise(error.message);
    throw error;
  }
}

/** A line without its command; a question or quotation may hold anything, `topic:` too. */
function afterCommand(typed: string): string {
  return typed.replace(/^\/\S*\s*/u, '');
}
