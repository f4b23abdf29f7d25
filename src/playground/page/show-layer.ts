import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { type Json, objects } from '../form.ts';
import type { Actions } from './actions.ts';
import { moved } from './keys.ts';
import { anchorOf, emojiOf } from './show-components.ts';
import { menuCommands } from './show-message.ts';
import type { Open, State, Store } from './state.ts';
import { textOf } from './text-of.ts';
import { whenShown } from './when-shown.ts';

const EDGE = 8;

/** The list or menu that is open over the page, beside what it belongs to. */
export function showLayer(state: State, actions: Actions, store: Store): TemplateResult | typeof nothing {
  const { open } = state;
  if (!open) return nothing;
  const shown = open.kind === 'menu' ? showMenu(state, open, actions, store) : showList(state, open, actions, store);
  return html`${keyed(anchorOf(open), shown)}`;
}

type OpenList = Open & { readonly kind: 'select' };

function showMenu(state: State, open: Open, actions: Actions, store: Store): TemplateResult {
  const names = state.view ? menuCommands(state.view) : [];
  const onKey = (event: KeyboardEvent) => {
    const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=menuitem]')];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = items[moved(at, event.key, items.length)];
    if (items[at] !== next) event.preventDefault();
    next?.focus();
  };
  return html`<div class="pop menu" popover ${whenShown(atAnchor(open, store))}>
    <h2>Apps</h2>
    ${names.length === 0 ? html`<p>${state.view?.botName} offers nothing for messages here.</p>` : nothing}
    <div role="menu" aria-label="Apps" @keydown=${onKey}>
      ${names.map(
        (name) =>
          html`<button type="button" role="menuitem" autofocus @click=${() => actions.menu(open.message, name)}>${name}</button>`,
      )}
    </div>
  </div>`;
}

function showList(state: State, open: OpenList, actions: Actions, store: Store): TemplateResult | typeof nothing {
  const select = findSelect(state, open);
  if (!select) return nothing;
  const options = objects(select['options']);
  const most = Number(select['max_values'] ?? 1);
  const finish = (chosen: readonly string[]) => {
    focusAnchor(open);
    void actions.select(open.message, open.customId, chosen);
  };
  const take = (option: Json | undefined) => {
    const value = String(option?.['value']);
    if (most === 1) return finish([value]);
    const { chosen } = open;
    const kept = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value].slice(-most);
    return void store.set({ open: { ...open, chosen: kept } });
  };
  const onKey = (event: KeyboardEvent) => {
    const typed = event.key.length === 1 && event.key !== ' ' ? event.key.toLowerCase() : undefined;
    const found = options.findIndex(
      ({ label }) => typed !== undefined && String(label).toLowerCase().startsWith(typed),
    );
    const next = found >= 0 ? found : moved(state.active, event.key, options.length);
    if (event.key === 'Enter' || event.key === ' ') take(options[state.active]);
    else if (next === state.active) return;
    void store.set({ active: next });
    event.preventDefault();
  };
  return html`<div class="pop select-list" popover ${whenShown(atAnchor(open, store))}>
    <div
      role="listbox"
      tabindex="0"
      autofocus
      aria-label=${textOf(select['placeholder']) || 'Options'}
      aria-multiselectable=${most > 1}
      aria-activedescendant="choice-${state.active}"
      @keydown=${onKey}
    >
      ${options.map(
        (option, at) =>
          html`<div
            id="choice-${at}"
            role="option"
            class="entry ${at === state.active ? 'active' : ''}"
            aria-selected=${open.chosen.includes(String(option['value']))}
            @pointermove=${() => at !== state.active && store.set({ active: at })}
            @click=${() => take(option)}
          >
            <b>${emojiOf(option['emoji'])}${String(option['label'])}</b>
            ${typeof option['description'] === 'string' ? html`<span>${option['description']}</span>` : nothing}
          </div>`,
      )}
    </div>
    ${most > 1 ? html`<button type="button" class="button primary" @click=${() => finish(open.chosen)}>Choose</button>` : nothing}
  </div>`;
}

function findSelect({ messages }: State, { message, customId }: OpenList): Json | undefined {
  const posted = messages.find((each) => each.message.id === message);
  return posted?.message.components
    .flatMap((row) => objects(row['components']))
    .find((component) => component['custom_id'] === customId);
}

function focusAnchor(open: Open): void {
  document.getElementById(anchorOf(open))?.focus();
}

/** Shows the layer below its anchor, or above it where there is no room, and forgets it when it is closed. */
function atAnchor(open: Open, store: Store) {
  return (element: HTMLElement) => {
    if (element.matches(':popover-open')) return;
    element.addEventListener('toggle', (event) => {
      const now = store.get().open;
      if (event.newState === 'closed' && now && anchorOf(now) === anchorOf(open)) void store.set({ open: undefined });
    });
    element.showPopover();
    const anchor = document.getElementById(anchorOf(open))?.getBoundingClientRect();
    if (!anchor) return;
    const { width, height } = element.getBoundingClientRect();
    const below = anchor.bottom + height + EDGE < innerHeight;
    const left = Math.max(EDGE, Math.min(anchor.left, innerWidth - width - EDGE));
    element.style.left = `${left}px`;
    element.style.top = `${Math.max(EDGE, below ? anchor.bottom + 4 : anchor.top - height - 4)}px`;
  };
}
