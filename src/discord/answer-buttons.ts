import type { ButtonInteraction } from 'discord.js';
import type { Answer } from '../core/answer.ts';
import type { Desk } from '../core/desk.ts';
import type { Memory } from '../core/memory.ts';
import type { Asked } from '../core/storage.ts';
import { UserError } from '../core/user-error.ts';
import { askedPlace } from './asked-place.ts';
import type { Press, Services } from './command.ts';
import { renderAnswer, renderMore } from './render/answer.ts';
import { renderContext } from './render/context.ts';
import { renderNotice } from './render/notice.ts';
import { replaceMessage, sendReply } from './reply.ts';
import { tokenOf } from './token.ts';

/**
 * *Context*: the paragraphs around a quotation, for the reader who pressed. State: hash, paragraph, the answer's span in
 * it, its number, the document's token.
 */
export const showContext: Press = async (interaction, { desk }, [hash = '', ...state]) => {
  const [paragraph = 0, start = 0, end = 0] = state.map(Number);
  const context = desk.context({ hash, paragraph });
  const around = context.outcome === 'context' ? context.quotations : [];
  const pointed = around.map((quotation) =>
    quotation.paragraph === paragraph
      ? { ...quotation, answer: { start: quotation.start + start, end: quotation.start + end } }
      : quotation,
  );
  const quotations = desk.verified(pointed);
  if (!quotations.some((quotation) => quotation.paragraph === paragraph)) throw noContext(desk, state[4]);
  await sendReply(interaction, renderContext(quotations, paragraph), 'asker');
};

/** Why the paragraph cannot be shown; buttons of earlier versions carry no token of their document. */
function noContext(desk: Desk, token: string | undefined): UserError {
  const now = desk.library().documents.find(({ id }) => tokenOf(id) === token);
  if (now) {
    const words = `“${now.title.slice(0, 100)}” has been changed since this was quoted. Ask again with /ask for what it says now.`;
    return new UserError('context-changed', words);
  }
  const cause =
    token === undefined
      ? 'its document has been changed or removed since'
      : 'its document was removed, or this channel searches it no longer';
  return new UserError('context-gone', `That passage is gone: ${cause}. Ask again with /ask for what there is now.`);
}

/** *More*: the quotations that the first page had no room for, for the reader who pressed. */
export const showMore: Press = async (interaction, services, [id]) => {
  const more = renderMore(await answerAgain(interaction, services, id));
  if (more === undefined) {
    throw new UserError(
      'nothing-more',
      'The documents have changed since, and there is nothing more now. Ask again with /ask.',
    );
  }
  await sendReply(interaction, more, 'asker');
};

/** *Full answer*, below a question of a digest: the answer, for the reader who pressed. */
export const showAnswer: Press = async (interaction, services, [id = '']) => {
  const answer = await answerAgain(interaction, services, id);
  await sendReply(interaction, renderAnswer(answer, { id, sharing: 'offered' }), 'asker');
};

/** *Show everyone*: posts a private answer to the channel. The button goes first, so that two quick presses post once. */
export const showEveryone: Press = async (interaction, services, [id = '']) => {
  const answer = await answerAgain(interaction, services, id);
  await replaceMessage(interaction, renderAnswer(answer, { id, sharing: 'done' }));
  await sendReply(interaction, renderAnswer(answer, { id, sharing: 'none' }), 'everyone');
};

/** *Helpful* and *Not helpful*: what a reader thinks of an answer, the last word of each. */
export function judgeAnswer(helpful: boolean): Press {
  return async (interaction, { memory }, [id = '']) => {
    const asked = await recall(memory, interaction, id);
    await memory.judge(id, asked, { guild: interaction.guildId ?? '', user: interaction.user.id, helpful });
    const words = helpful
      ? 'Thank you: noted as helpful. Press the other button if you change your mind.'
      : 'Thank you: noted as not helpful. Asking in other words may find more.';
    await sendReply(interaction, renderNotice(words), 'asker');
  };
}

/** The answer to a question that was asked before, from the documents as they are now. */
async function answerAgain(interaction: ButtonInteraction, { desk, memory }: Services, id = ''): Promise<Answer> {
  const asked = await recall(memory, interaction, id);
  try {
    return desk.ask(asked);
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'unknown-document') throw error;
    throw new UserError(
      'document-gone',
      'The document that was asked is gone: it was removed, or this channel searches it no longer. Ask again with /ask.',
    );
  }
}

async function recall(memory: Memory, interaction: ButtonInteraction, id = ''): Promise<Asked> {
  const found = await memory.find(id, await askedPlace(interaction));
  if (!found)
    throw new UserError(
      'button-expired',
      'That button has expired. Ask again with /ask, and fresh ones come with the answer.',
    );
  return found;
}
