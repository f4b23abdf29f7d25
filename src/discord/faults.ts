import { randomBytes } from 'node:crypto';
import { RESTJSONErrorCodes, type RepliableInteraction } from 'discord.js';
import type { Logger } from 'pino';
import { UserError } from '../core/user-error.ts';
import { renderNotice } from './render/notice.ts';
import { sendReply } from './reply.ts';

/** Discord no longer takes an answer, or has one already: late, answered twice, or its token has ended. */
const PAST_ANSWERING: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
]);

/** The one door for errors: tells the reader what to do about it, or logs it under a number that the reader can pass on. */
export async function answerFault(interaction: RepliableInteraction, error: unknown, log: Logger): Promise<void> {
  if (isPastAnswering(error))
    return log.warn({ err: loggable(error) }, 'Discord took no answer to an interaction any more');
  try {
    await sendReply(interaction, renderNotice(wordsFor(error, log)), 'asker');
  } catch (failure) {
    log.error({ err: loggable(failure) }, 'The notice of a fault could not be sent');
  }
}

export function isPastAnswering(error: unknown): boolean {
  return error instanceof Error && 'code' in error && PAST_ANSWERING.has(error.code);
}

/** What a log may hold of an error: Discord's errors carry the whole request, with what people asked and were told. */
export function loggable(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { name, message, stack } = error;
  return { type: name, message, stack, ...('code' in error && { code: error.code }) };
}

function wordsFor(error: unknown, log: Logger): string {
  if (error instanceof UserError) {
    log.info({ code: error.code }, 'The reader was told what to do');
    return error.message;
  }
  const fault = randomBytes(4).toString('hex');
  log.error({ err: loggable(error), fault }, 'An interaction failed');
  return `Something went wrong here, not with your question. Try again; if it stays, give this number to whoever runs the bot: ${fault}`;
}
