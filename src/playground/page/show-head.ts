import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from './actions.ts';
import { guildOf } from './composing.ts';
import { showIcon } from './icons.ts';
import { forInput, untilHour } from './show-time.ts';
import type { State, Store } from './state.ts';

const HOUR_MS = 3_600_000;
const MORNING = 8;

/** The line above the messages: where one is, the clock, the developers' panel, the theme. */
export function showHead(state: State, actions: Actions, store: Store): TemplateResult {
  const channel = guildOf(state)?.channels.find(({ id }) => id === state.view?.at.channel);
  const faults = state.violations.length;
  return html`<header>
    <button
      type="button"
      class="icon places-switch"
      aria-label="Servers and channels"
      aria-expanded=${state.places}
      aria-controls="places"
      @click=${() => store.set({ places: !state.places })}
    >
      ${showIcon('menu')}
    </button>
    <h1><span aria-hidden="true">#</span> ${channel?.name ?? 'Attaché'}</h1>
    ${showClock(state, actions)}
    <button
      type="button"
      class="icon ${faults > 0 ? 'has-faults' : ''}"
      aria-label="Exchange with the bot${faults > 0 ? `, ${faults} violations` : ''}"
      title="Exchange with the bot"
      aria-expanded=${state.panel}
      aria-controls="panel"
      @click=${() => store.set({ panel: !state.panel })}
    >
      ${showIcon('exchange')}${faults > 0 ? html`<b aria-hidden="true">${faults}</b>` : nothing}
    </button>
    <button
      type="button"
      class="icon"
      aria-label=${state.theme === 'dark' ? 'Light theme' : 'Dark theme'}
      title=${state.theme === 'dark' ? 'Light theme' : 'Dark theme'}
      @click=${() => store.set({ theme: state.theme === 'dark' ? 'light' : 'dark' })}
    >
      ${showIcon(state.theme === 'dark' ? 'sun' : 'moon')}
    </button>
  </header>`;
}

function showClock({ now }: State, actions: Actions): TemplateResult {
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' }).format(now);
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(now);
  const advance = (ms: number) => () => actions.advance(ms);
  const set = (event: SubmitEvent) => {
    event.preventDefault();
    const { value } = (event.target as HTMLFormElement).elements.namedItem('moment') as HTMLInputElement;
    const wanted = new Date(value).getTime();
    if (wanted > now) void actions.advance(wanted - now);
  };
  return html`<button type="button" class="clock" popovertarget="clock">
      <span class="unseen">Clock:</span> <span class="date">${day},</span> ${time}
    </button>
    <div id="clock" class="pop" popover role="group" aria-label="Move the clock forward">
      <p>The clock of this playground can only go forward. What is due until then happens at once.</p>
      <button type="button" class="button secondary" @click=${advance(HOUR_MS)}>1 hour on</button>
      <button type="button" class="button secondary" @click=${advance(untilHour(MORNING, now))}>To the next 08:00</button>
      <form @submit=${set}>
        <label>To <input type="datetime-local" name="moment" min=${forInput(now)} .defaultValue=${forInput(now + HOUR_MS)} /></label>
        <button type="submit" class="button secondary">Go there</button>
      </form>
    </div>`;
}
