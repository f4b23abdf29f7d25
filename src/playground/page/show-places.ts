import { html, nothing, type TemplateResult } from 'lit';
import type { ChannelView, GuildView } from '../page-protocol.ts';
import type { Actions } from './actions.ts';
import { avatarOf } from './avatars.ts';
import { guildOf } from './composing.ts';
import { type Icon, showIcon } from './icons.ts';
import type { State } from './state.ts';

const SIGNS: Readonly<Record<ChannelView['kind'], Icon>> = {
  text: 'channel',
  announcement: 'announcement',
  thread: 'thread',
  forum: 'forum',
};
const WORDS: Readonly<Record<ChannelView['kind'], string>> = {
  text: 'channel',
  announcement: 'announcement channel',
  thread: 'thread',
  forum: 'forum',
};

/** Servers, their channels, and who one is: the left side of the page. */
export function showPlaces(state: State, actions: Actions): TemplateResult {
  const guild = guildOf(state);
  return html`<nav id="places" class="places ${state.places ? 'open' : ''}" aria-label="Servers and channels">
    <ul class="servers">
      ${state.view?.guilds.map((each) => showServer(each, each.id === guild?.id, actions))}
    </ul>
    <div class="channels">
      <h2>${guild?.name ?? 'Attaché'}</h2>
      <ul>
        ${guild?.channels.map((channel) => showChannel(channel, channel.id === state.view?.at.channel, actions))}
      </ul>
      ${guild && state.view ? showMember(guild, state.view.at.member, actions) : nothing}
    </div>
  </nav>`;
}

function showServer({ id, name }: GuildView, current: boolean, actions: Actions): TemplateResult {
  const letters = name
    .split(/\s+/u)
    .map((word) => word.charAt(0))
    .join('');
  return html`<li>
    <button
      type="button"
      class="server"
      title=${name}
      aria-current=${current ? 'true' : nothing}
      @click=${() => actions.enter({ guild: id })}
    >
      <span aria-hidden="true">${letters}</span><span class="unseen">Server ${name}</span>
    </button>
  </li>`;
}

function showChannel(
  { id, name, kind, hidden, parent }: ChannelView,
  current: boolean,
  actions: Actions,
): TemplateResult {
  const words = `${name}, ${hidden ? 'private ' : ''}${WORDS[kind]}`;
  return html`<li class=${parent === null ? '' : 'inner'}>
    <button
      type="button"
      class="channel"
      aria-label=${words}
      aria-current=${current ? 'page' : nothing}
      ?disabled=${kind === 'forum'}
      title=${kind === 'forum' ? 'A forum holds posts, not messages: nothing can be written here' : nothing}
      @click=${() => actions.enter({ channel: id })}
    >
      ${showIcon(SIGNS[kind])} ${name}
      ${hidden ? showIcon('lock', 14) : nothing}
    </button>
  </li>`;
}

function showMember({ members }: GuildView, current: string, actions: Actions): TemplateResult {
  const member = members.find(({ id }) => id === current);
  return html`<label class="member">
    <img src=${avatarOf(member?.name ?? '?')} alt="" width="32" height="32" />
    <span>
      <span class="member-label">You are</span>
      <select @change=${(event: Event) => actions.enter({ member: (event.target as HTMLSelectElement).value })}>
        ${members.map(
          ({ id, name, roles }) =>
            html`<option value=${id} ?selected=${id === current}>${[name, ...roles].join(' · ')}</option>`,
        )}
      </select>
    </span>
  </label>`;
}
