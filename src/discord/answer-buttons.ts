import { UserError } from '../core/user-error.ts';
import type { Asked, AskedQuestions } from './asked-questions.ts';
import type { Press } from './command.ts';
import { renderAnswer, renderMore } from './render/answer.ts';
import { renderContext } from './render/context.ts';
import { replaceMessage, sendReply } from './reply.ts';

/** *Context*: the paragraphs around a quotation, for the reader who pressed. State: hash, paragraph, answer's span in it. */
export const showContext: Press = async (interaction, { desk }, [hash = '', ...numbers]) => {
  const [paragraph = 0, start = 0, end = 0] = numbers.map(Number);
  const context = desk.context({ hash, paragraph });
  const around = context.outcome === 'context' ? context.quotations : [];
  const pointed = around.map((quotation) =>
    quotation.paragraph === paragraph
      ? { ...quotation, answer: { start: quotation.start + start, end: quotation.start + end } }
      : quotation,
  );
  const quotations = desk.verified(pointed);
  if (!quotations.some((quotation) => quotation.paragraph === paragraph)) {
    throw new UserError(
      'context-gone',
      'That passage is gone: its document has been changed or removed since. Ask again with /ask for what it says now.',
    );
  }
  await sendReply(interaction, renderContext(quotations, paragraph), 'asker');
};

/** *More*: the quotations that the first page had no room for, for the reader who pressed. */
export const showMore: Press = async (interaction, { desk, asked }, [id]) => {
  const more = renderMore(desk.ask(recall(asked, id)));
  if (more === undefined) {
    throw new UserError(
      'nothing-more',
      'The documents have changed since, and there is nothing more now. Ask again with /ask.',
    );
  }
  await sendReply(interaction, more, 'asker');
};

/** *Show everyone*: posts a private answer to the channel. The button goes first, so that two quick presses post once. */
export const showEveryone: Press = async (interaction, { desk, asked }, [id = '']) => {
  const answer = desk.ask(recall(asked, id));
  await replaceMessage(interaction, renderAnswer(answer, { id, sharing: 'done' }));
  await sendReply(interaction, renderAnswer(answer, { id, sharing: 'none' }), 'everyone');
};

function recall(asked: AskedQuestions, id = ''): Asked {
  const found = asked.find(id);
  if (!found)
    throw new UserError(
      'button-expired',
      'That button has expired. Ask again with /ask, and fresh ones come with the answer.',
    );
  return found;
}
