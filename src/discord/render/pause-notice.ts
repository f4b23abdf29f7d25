import type { DigestSettings } from '../../core/digest-settings.ts';
import { customId } from '../custom-id.ts';
import { escapeLine } from '../escape.ts';
import type { Reply } from '../reply.ts';
import { button, rowsOf } from './buttons.ts';
import { COLOURS } from './colours.ts';
import { timesInWords } from './digest-settings.ts';

const LENGTH = { name: 100, reason: 500 } as const;

/**
 * Tells administrators that a digest was paused; `id` is its row of the ledger, which the button bears so that the message
 * is known again, `server` and `channel` are names.
 */
export function renderPauseNotice(
  settings: DigestSettings,
  {
    id,
    server,
    channel,
    reason,
  }: { readonly id: string; readonly server: string; readonly channel: string; readonly reason: string },
): Reply {
  const description = [
    `The digest for **#${escapeLine(channel, LENGTH.name)}** in **${escapeLine(server, LENGTH.name)}** (${timesInWords(settings)}) could not be posted on its last three days:`,
    `> ${escapeLine(reason, LENGTH.reason)}`,
    'It is posted no more until you have mended that and used `/digest resume` there.',
  ].join('\n');
  return {
    embeds: [{ color: COLOURS.quiet, title: 'A digest was paused', description }],
    components: rowsOf([{ ...button('Paused', customId('digest-paused', id)), disabled: true }]),
  };
}
