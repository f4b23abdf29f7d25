import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Traffic } from '../page-protocol.ts';
import { showIcon } from './icons.ts';
import type { State, Store } from './state.ts';

/** What the bot and the stand-in say to each other, for developers; what Discord would refuse stands on top. */
export function showPanel({ panel, traffic, violations, view }: State, store: Store): TemplateResult | typeof nothing {
  if (!panel) return nothing;
  return html`<aside id="panel" class="panel" aria-label="Exchange with the bot">
    <h2>Exchange with the bot</h2>
    <button type="button" class="icon" aria-label="Close the panel" @click=${() => store.set({ panel: false })}>
      ${showIcon('close')}
    </button>
    <p>${view?.connected ? 'The bot is connected.' : 'The bot is not connected.'}</p>
    <h3>Violations</h3>
    ${
      violations.length === 0
        ? html`<p>None: Discord would have taken everything.</p>`
        : html`<ul class="violations">
            ${violations.map(({ rule, at }) => html`<li><time>${clock(at)}</time> ${rule}</li>`)}
          </ul>`
    }
    <h3>Requests and events</h3>
    <ol class="traffic">
      ${repeat([...traffic].reverse(), (each) => each, showTraffic)}
    </ol>
  </aside>`;
}

function showTraffic({ way, title, status, sent, answer, at }: Traffic): TemplateResult {
  const refused = (status ?? 0) >= 400;
  return html`<li class=${refused ? 'refused' : way}>
    <details>
      <summary><time>${clock(at)}</time> ${title}${status === undefined ? '' : ` → ${status}`}</summary>
      ${sent === undefined ? nothing : html`<pre tabindex="0">${JSON.stringify(sent, undefined, 2)}</pre>`}
      ${answer === undefined ? nothing : html`<p>Answer</p><pre tabindex="0">${JSON.stringify(answer, undefined, 2)}</pre>`}
    </details>
  </li>`;
}

function clock(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' }).format(at);
}
