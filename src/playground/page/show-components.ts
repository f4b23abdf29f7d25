import { html, nothing, type TemplateResult } from 'lit';
import { isJson, type Json, objects } from '../form.ts';
import type { Actions } from './actions.ts';
import { showIcon } from './icons.ts';
import type { MessageParts } from './show-message.ts';
import type { Open } from './state.ts';
import { textOf } from './text-of.ts';

/** Component types and the style of a button that is a link (components/reference). */
const BUTTON = 2;
const STRING_SELECT = 3;
const LINK = 5;
const STYLES: Readonly<Record<number, string>> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };

/** Opens a list or menu over the page, below the element that was pressed. */
export type Opening = (open: Open) => void;

/** A row of buttons, or of one list. */
export function showRow(row: Json, parts: MessageParts, actions: Actions, opening: Opening): TemplateResult {
  const held = objects(row['components']).map((component) => {
    if (component['type'] === BUTTON) return showButton(component, parts, actions);
    return component['type'] === STRING_SELECT ? showSelect(component, parts, opening) : showUnknown(component);
  });
  return html`<div class="components-row">${held}</div>`;
}

function showButton(button: Json, { posted, busy }: MessageParts, actions: Actions): TemplateResult {
  const face = html`${emojiOf(button['emoji'])}${textOf(button['label'])}`;
  const disabled = button['disabled'] === true;
  if (button['style'] === LINK) {
    const address = String(button['url']);
    return /^https?:/u.test(address)
      ? html`<a class="button secondary" href=${address} target="_blank" rel="noopener noreferrer">${face} ↗</a>`
      : html`<span class="button secondary">${face}</span>`;
  }
  const { id } = posted.message;
  const customId = String(button['custom_id']);
  const waiting = busy.has(`${id} ${customId}`);
  return html`<button
    type="button"
    class="button ${STYLES[Number(button['style'])] ?? 'secondary'}"
    data-custom-id=${customId}
    ?disabled=${disabled}
    aria-busy=${waiting}
    @click=${() => !waiting && actions.press(id, customId)}
  >
    ${face}
  </button>`;
}

function showSelect(select: Json, { posted, busy }: MessageParts, opening: Opening): TemplateResult {
  const { id } = posted.message;
  const customId = String(select['custom_id']);
  const options = objects(select['options']);
  const chosen = options.filter((option) => option['default'] === true);
  const words = chosen.map(({ label }) => String(label)).join(', ');
  const place = textOf(select['placeholder']) || 'Make a selection';
  const open = () =>
    opening({ kind: 'select', message: id, customId, chosen: chosen.map(({ value }) => String(value)) });
  return html`<button
    type="button"
    id=${anchorOf({ message: id, customId })}
    class="select"
    aria-haspopup="listbox"
    aria-label=${words === '' ? place : `${place}: ${words}`}
    aria-busy=${busy.has(`${id} ${customId}`)}
    ?disabled=${select['disabled'] === true}
    @click=${open}
  >
    <span class=${words === '' ? 'place' : ''}>${words === '' ? place : words}</span>
    ${showIcon('chevron')}
  </button>`;
}

/** The id of the element below which a list or menu opens. */
export function anchorOf({
  message,
  customId = 'menu',
}: {
  readonly message: string;
  readonly customId?: string;
}): string {
  return `of-${message}-${customId}`;
}

/** A kind of component that only Discord shows, so that nobody looks for it in vain. */
export function showUnknown(component: Json): TemplateResult {
  return html`<p class="absent">Here Discord shows a component of type ${textOf(component['type'])}.</p>`;
}

export function emojiOf(emoji: unknown): TemplateResult | typeof nothing {
  return isJson(emoji) ? html`<span aria-hidden="true">${String(emoji['name'])}</span> ` : nothing;
}
