import type { Desk } from '../core/desk.ts';
import { wordsIn } from '../core/quotation-marks.ts';
import { UserError } from '../core/user-error.ts';
import { askedPlace } from './asked-place.ts';
import type { MessageCommand, Press } from './command.ts';
import { textOf } from './message-text.ts';
import { type Reply, replaceMessage, sendReply } from './reply.ts';
import type { Sharing } from './sharing.ts';

/** How a reply to a message is shown: `id` finds the message's text again; `link` leads to the message, for all who did not ask. */
export type MessageView = {
  readonly id?: string | undefined;
  readonly message: string;
  readonly sharing: Sharing;
  readonly link?: string;
};

/** The reply to a text. */
export type Show = (text: string, desk: Desk, view: MessageView) => Reply;

/** What a command in the menu of a message does with its text: answers in private, and keeps the text for *Show everyone*. */
export function onMessage(show: Show): MessageCommand['execute'] {
  return async (interaction, { desk, memory }) => {
    const text = textOf(interaction.targetMessage);
    if (wordsIn(text) === 0)
      throw new UserError(
        'nothing-to-read',
        'That message has no words to look up, only a picture, a file or a link. Copy the words into a message, and use its menu.',
      );
    const at = { guild: interaction.guildId ?? '', channel: interaction.channelId };
    const id = await memory.keep({ question: text }, at);
    const view = { id, message: interaction.targetId, sharing: id === undefined ? 'none' : 'offered' } as const;
    await sendReply(interaction, show(text, desk, view), 'asker');
  };
}

/** *Show everyone*: posts it to the channel. The button goes first, so that two quick presses post once. State: id, message. */
export function shareOnMessage(show: Show): Press {
  return async (interaction, { desk, memory }, [id = '', message = '']) => {
    const kept = await memory.find(id, await askedPlace(interaction));
    if (!kept)
      throw new UserError(
        'button-expired',
        'That button has expired. Use the menu of the message again, and fresh ones come with the reply.',
      );
    const link = `https://discord.com/channels/${interaction.guildId}/${interaction.channelId}/${message}`;
    await replaceMessage(interaction, show(kept.question, desk, { id, message, sharing: 'done' }));
    await sendReply(interaction, show(kept.question, desk, { message, sharing: 'none', link }), 'everyone');
  };
}
