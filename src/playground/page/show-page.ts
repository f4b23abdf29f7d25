import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from './actions.ts';
import type { Composing } from './composing.ts';
import type { Opening } from './show-components.ts';
import { showComposer } from './show-composer.ts';
import { showForm } from './show-form.ts';
import { showHead } from './show-head.ts';
import { showLayer } from './show-layer.ts';
import { showMessages } from './show-messages.ts';
import { showPanel } from './show-panel.ts';
import { showPlaces } from './show-places.ts';
import type { State, Store, Violation } from './state.ts';

/** The whole page. */
export function showPage(state: State, store: Store, actions: Actions, composing: Composing): TemplateResult {
  const opening: Opening = (open) => void store.set({ open, active: 0 });
  const last = state.violations.at(-1);
  return html`${showPlaces(state, actions)}
    <main>
      ${showHead(state, actions, store)}
      ${state.status === 'lost' ? html`<p class="banner" role="alert">The connection to the playground is lost. Connecting again…</p>` : nothing}
      ${last && !state.panel ? showViolation(last, state.violations.length, store) : nothing}
      ${showMessages(state, actions, opening)} ${showComposer(state, composing)}
    </main>
    ${showPanel(state, store)} ${showLayer(state, actions, store)} ${showForm(state, actions, store)}
    <div class="unseen" role="status">${state.announced}</div>`;
}

function showViolation({ rule }: Violation, count: number, store: Store): TemplateResult {
  return html`<p class="banner" role="alert">
    <span><b>Discord would refuse this${count > 1 ? ` (and ${count - 1} more)` : ''}:</b> ${rule}</span>
    <button type="button" class="button secondary" @click=${() => store.set({ panel: true })}>Show</button>
  </p>`;
}
