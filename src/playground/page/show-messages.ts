import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Posted } from '../messages.ts';
import type { View } from '../page-protocol.ts';
import type { Actions } from './actions.ts';
import { avatarOf } from './avatars.ts';
import { guildOf } from './composing.ts';
import { showIcon } from './icons.ts';
import { anchorOf, type Opening } from './show-components.ts';
import { displayName, showMessage } from './show-message.ts';
import { sameDay, showDay } from './show-time.ts';
import type { Sending, State } from './state.ts';
import { whenShown } from './when-shown.ts';

/** Messages of one author within this time stand under one name. */
const TOGETHER_MS = 7 * 60_000;

/** The messages of the channel, with what has been sent and not been answered below them. */
export function showMessages(state: State, actions: Actions, opening: Opening): TemplateResult {
  const { view, sending, older } = state;
  if (!view) return html`<div class="scroll"></div>`;
  const channel = guildOf(state)?.channels.find(({ id }) => id === view.at.channel);
  const shown = state.messages.filter(({ message }) => !state.dismissed.has(message.id));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Messages of #${channel?.name}">
    <div class="messages">
      ${
        older
          ? html`<p class="older" ${whenShown(loadWhenSeen(actions))}>Earlier messages…</p>`
          : html`<div class="beginning">
              <h2>Welcome to #${channel?.name}</h2>
              <p>Type <kbd>/</kbd> to see what ${view.botName} can do. Nothing that you ask leaves this machine.</p>
            </div>`
      }
      <ol>
        ${repeat(
          shown,
          ({ message }) => message.id,
          (posted, at) => showEntry(state, posted, shown[at - 1], view, actions, opening),
        )}
      </ol>
      ${sending.map((each) => showSending(each, state, view, actions))}
    </div>
  </div>`;
}

function showEntry(
  state: State,
  posted: Posted,
  before: Posted | undefined,
  view: View,
  actions: Actions,
  opening: Opening,
): TemplateResult {
  const { message } = posted;
  const { id, timestamp } = message;
  const [time, last] = [Date.parse(timestamp), Date.parse(before?.message.timestamp ?? '')];
  const newDay = !before || !sameDay(time, last);
  const continued =
    !newDay &&
    message.type === 0 &&
    message.author.id === before.message.author.id &&
    time - last < TOGETHER_MS &&
    message.author.bot !== true;
  const failed = state.failed.has(id);
  const busy = [...state.busy].filter((key) => key.startsWith(`${id} `)).join();
  const menu = { kind: 'menu', message: id } as const;
  const onMenu = (event: MouseEvent) => {
    // A link or selected words keep the menu of the browser.
    if ((event.target as Element).closest('a, img') || getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    // Where the menu is asked for while the button is down, letting it go would close what has opened by then.
    if (event.buttons === 0) opening(menu);
    else addEventListener('pointerup', () => setTimeout(() => opening(menu)), { once: true });
  };
  const author = displayName(message.author);
  return html`<li @contextmenu=${onMenu}>
    ${newDay ? html`<h3 class="day"><span>${showDay(timestamp)}</span></h3>` : nothing}
    <div class="message ${continued ? '' : 'first'}">
      ${guard([posted, continued, failed, busy, view.guilds, new Date(view.now).toDateString()], () =>
        showMessage({ posted, view, continued, failed, busy: state.busy }, actions, opening),
      )}
      <button
        type="button"
        id=${anchorOf(menu)}
        class="icon more"
        aria-label="Apps for the message of ${author}"
        title="Apps"
        aria-haspopup="menu"
        @click=${() => opening(menu)}
      >
        ${showIcon('more')}
      </button>
    </div>
  </li>`;
}

function showSending({ key, name, failed }: Sending, state: State, view: View, actions: Actions): TemplateResult {
  const me = guildOf(state)?.members.find(({ id }) => id === view.at.member)?.name ?? '';
  return html`<div class="message first">
    <discord-message author=${view.botName} avatar=${avatarOf(view.botName, true)} ?bot=${true} timestamp="" class=${failed ? 'private' : ''}>
      <discord-command slot="reply" type="slash_command" author=${me} avatar=${avatarOf(me)} command=${name}></discord-command>
      ${
        failed
          ? html`<p class="fault">The application did not respond</p>
              <p slot="thread" class="privacy">
                Only you can see this •
                <button type="button" class="plain" @click=${() => actions.forget(key)}>Dismiss message</button>
              </p>`
          : html`<p class="thinking">Sending command…</p>`
      }
    </discord-message>
  </div>`;
}

/** Asks for older messages as soon as somebody scrolls up to the first one. */
function loadWhenSeen(actions: Actions) {
  return (element: HTMLElement) => {
    if (watched.has(element)) return;
    watched.add(element);
    new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) void actions.showOlder();
    }).observe(element);
  };
}

const watched = new WeakSet<Element>();
