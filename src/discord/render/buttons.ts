import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Quotation } from '../../core/quotation.ts';
import { customId } from '../custom-id.ts';
import { LIMITS } from '../limits.ts';
import type { Row } from '../reply.ts';
import { tokenOf } from '../token.ts';

export type Button = APIButtonComponentWithCustomId;

/** Enough of a document's hash to find it among those that are served: 48 bits. */
const HASH_DIGITS = 12;

/**
 * Opens the paragraphs around a quotation. Carries all that it needs, so it works after a restart too: the hash finds the
 * document as it was quoted, its token tells whether there is another version of it now.
 */
export function contextButton(
  { document, hash, paragraph, start, answer }: Quotation,
  number: number | undefined,
  name = 'Context',
): Button {
  const span = [answer.start - start, answer.end - start];
  return button(
    number === undefined ? name : `${name} ${number}`,
    customId('context', hash.slice(0, HASH_DIGITS), paragraph, ...span, number ?? 1, tokenOf(document)),
  );
}

export function moreButton(id: string): Button {
  return button('More', customId('more', id));
}

/** Ask the reader whether an answer helped; `id` finds the question again. */
export function judgeButtons(id: string): Button[] {
  return [
    { ...button('Helpful', customId('helpful', id)), emoji: { name: '👍' } },
    { ...button('Not helpful', customId('unhelpful', id)), emoji: { name: '👎' } },
  ];
}

/** Posts a private answer to the channel; `id` is the whole custom id. */
export function shareButton(id: string, sharing: 'offered' | 'done'): Button {
  const shown = sharing === 'done';
  return { ...button(shown ? 'Shown to everyone' : 'Show everyone', id), disabled: shown };
}

/**
 * Rows of five buttons; none where there is no button, for Discord refuses an empty one. Groups that do not fit into one
 * row begin one each.
 */
export function rowsOf(...groups: readonly (readonly Button[])[]): APIActionRowComponent<Button>[] {
  const buttons = groups.flat();
  if (groups.length > 1 && buttons.length > LIMITS.buttonsPerRow) return groups.flatMap((group) => rowsOf(group));
  const starts = buttons.flatMap((_, index) => (index % LIMITS.buttonsPerRow === 0 ? [index] : []));
  return starts.map((start) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(start, start + LIMITS.buttonsPerRow),
  }));
}

/** A list to choose one option from; no row where there are no options. */
export function selectRow(id: string, placeholder: string, options: readonly APISelectMenuOption[]): Row[] {
  if (options.length === 0) return [];
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder,
    options: options.slice(0, LIMITS.selectOptions),
  };
  return [{ type: ComponentType.ActionRow, components: [select] }];
}

export function button(label: string, id: string): Button {
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: id };
}
