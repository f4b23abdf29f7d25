import type { Desk } from '../core/desk.ts';
import type { Press } from './command.ts';
import { type Reply, replaceMessage, sendReply } from './reply.ts';

/** Whether the reader may show a private answer to the channel, or has done so. */
export type Sharing = 'none' | 'offered' | 'done';

/**
 * *Show everyone*: posts what a private message shows to the channel, pictures and all. The button goes first, so that
 * two quick presses post once.
 */
export function showEveryone<View extends { readonly sharing: Sharing }>(
  read: (state: readonly string[], desk: Desk) => View,
  show: (desk: Desk, view: View) => Reply | Promise<Reply>,
): Press {
  return async (interaction, { desk }, state) => {
    const view = read(state, desk);
    await replaceMessage(interaction, await show(desk, { ...view, sharing: 'done' }));
    await sendReply(interaction, await show(desk, { ...view, sharing: 'none' }), 'everyone');
  };
}
