import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Suggestion } from '../page-protocol.ts';
import { choicesOf, type Option, takesFile, takesNumber } from './command-entry.ts';
import { type Composing, focusedOption, guildOf, offersFor, readFile, suggestionsFor } from './composing.ts';
import { showIcon } from './icons.ts';
import { moved } from './keys.ts';
import type { Draft, State } from './state.ts';

type CommandDraft = Draft & { readonly kind: 'command' };
type Shown = TemplateResult | typeof nothing;

/** The box below the messages, with the list of commands or choices above it. */
export function showComposer(state: State, composing: Composing): TemplateResult {
  const { draft, fault } = state;
  const channel = guildOf(state)?.channels.find(({ id }) => id === state.view?.at.channel);
  return html`<form class="composer" aria-label="Write to the channel" @submit=${submit(composing)}>
    ${draft.kind === 'text' ? showOffers(state, composing) : showChoices(state, draft, composing)}
    ${fault === undefined ? nothing : html`<p class="fault" role="alert">${fault}</p>`}
    <div class="box">
      ${draft.kind === 'text' ? showText(state, draft.text, channel, composing) : showCommand(state, draft, composing)}
      <button id="send" type="submit" class="send" aria-label="Send">${showIcon('send')}</button>
    </div>
  </form>`;
}

function submit(composing: Composing) {
  return (event: Event) => {
    event.preventDefault();
    void composing.send();
  };
}

function showText(
  state: State,
  text: string,
  channel: { name: string; maySend: boolean } | undefined,
  composing: Composing,
): Shown {
  const offers = offersFor(state);
  const place = channel ? `Message #${channel.name}, or type /` : 'Connecting…';
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const chosen = offers[state.active];
    if (chosen && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      void composing.choose(chosen);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void composing.send();
    } else if (event.key === 'Escape' && state.listed) void composing.hide();
    else if (offers.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      void composing.move(moved(state.active, event.key, offers.length));
    }
  };
  return html`<textarea
    id="say"
    rows="1"
    maxlength="2000"
    role="combobox"
    aria-label=${place}
    aria-autocomplete="list"
    aria-expanded=${offers.length > 0}
    aria-controls="list"
    aria-activedescendant=${offers[state.active] ? `entry-${state.active}` : nothing}
    placeholder=${place}
    .value=${live(text)}
    @input=${(event: Event) => composing.write((event.target as HTMLTextAreaElement).value)}
    @keydown=${onKey}
  ></textarea>`;
}

function showOffers(state: State, composing: Composing): Shown {
  const offers = offersFor(state);
  if (!state.listed || state.draft.kind !== 'text') return nothing;
  if (offers.length === 0) {
    return html`<div class="list"><p>No command of that name may be used here by ${memberName(state)}.</p></div>`;
  }
  return html`<div class="list" id="list" role="listbox" aria-label="Commands">
    ${repeat(
      offers,
      ({ path }) => path,
      (offer, at) =>
        html`<div
          id="entry-${at}"
          class="entry"
          role="option"
          aria-selected=${at === state.active}
          @pointermove=${() => at !== state.active && composing.move(at)}
          @click=${() => composing.choose(offer)}
        >
          <span class="entry-name">/${offer.path}</span>
          <span class="entry-options">${offer.options.map(({ name, required }) => html`<span>${name}${required ? '*' : ''}</span>`)}</span>
          <span class="entry-text">${offer.description}</span>
        </div>`,
    )}
  </div>`;
}

function memberName(state: State): string {
  return guildOf(state)?.members.find(({ id }) => id === state.view?.at.member)?.name ?? 'you';
}

function showCommand(state: State, draft: CommandDraft, composing: Composing): Shown {
  const { offer, shown } = draft;
  const boxes = shown.flatMap((name) => offer.options.find((option) => option.name === name) ?? []);
  const hidden = offer.options.filter(({ name }) => !shown.includes(name));
  return html`<div class="command">
    <button type="button" class="chip" aria-label="/${offer.path}, leave this command" @click=${() => composing.leave()}>
      /${offer.path}
    </button>
    ${repeat(
      boxes,
      ({ name }) => name,
      (option) => showOption(state, draft, option, composing),
    )}
    ${hidden.map(
      (option) =>
        html`<button type="button" class="add" aria-label="Add ${option.name}: ${option.description}" @click=${() => composing.add(option.name)}>
          +${option.name}
        </button>`,
    )}
  </div>`;
}

function showOption(state: State, draft: CommandDraft, option: Option, composing: Composing): Shown {
  const { name, description, required } = option;
  const label = `${name}${required ? ', required' : ''}: ${description}`;
  if (takesFile(option)) {
    const take = async ({ target }: Event) => {
      const file = (target as HTMLInputElement).files?.[0];
      if (file) composing.fill(option, { text: file.name, value: await readFile(file) });
    };
    return html`<label class="option">
      <span aria-hidden="true">${name}${required ? '*' : ''}</span>
      <input id="option-${name}" type="file" aria-label=${label} @focus=${() => composing.focus(option)} @change=${take} />
    </label>`;
  }
  const items = draft.focused === name ? suggestionsFor(state) : [];
  return html`<label class="option ${state.fault?.startsWith(`${name} `) ? 'wrong' : ''}">
    <span aria-hidden="true">${name}${required ? '*' : ''}</span>
    <input
      id="option-${name}"
      type="text"
      autocomplete="off"
      spellcheck="false"
      inputmode=${takesNumber(option) ? 'decimal' : 'text'}
      role="combobox"
      aria-label=${label}
      aria-required=${required}
      aria-autocomplete="list"
      aria-expanded=${items.length > 0}
      aria-controls="list"
      aria-activedescendant=${items[state.active] ? `entry-${state.active}` : nothing}
      .value=${live(draft.written[name]?.text ?? '')}
      @focus=${() => composing.focus(option)}
      @input=${(event: Event) => composing.fill(option, { text: (event.target as HTMLInputElement).value })}
      @keydown=${onOptionKey(state, draft, option, items, composing)}
    />
  </label>`;
}

function onOptionKey(
  state: State,
  draft: CommandDraft,
  option: Option,
  items: readonly Suggestion[],
  composing: Composing,
) {
  return (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const chosen = items[state.active];
    const stop = (act: Promise<void>) => {
      event.preventDefault();
      void act;
    };
    const written = draft.written[option.name];
    if (event.key === 'Enter' && chosen && written?.value === undefined) return stop(composing.pick(option, chosen));
    if (event.key === 'Enter') return stop(composing.send());
    if (event.key === 'Tab' && !event.shiftKey && chosen && written?.value === undefined) {
      // The choice is taken, and the key moves on as it always does.
      void composing.take(option, chosen);
    } else if (event.key === 'Escape') {
      stop(items.length > 0 ? composing.hide() : composing.leave());
    } else if (event.key === 'Backspace' && (written?.text ?? '') === '') stop(composing.drop(option));
    else if (items.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      stop(composing.move(moved(state.active, event.key, items.length)));
    }
  };
}

function showChoices(state: State, draft: CommandDraft, composing: Composing): Shown {
  const option = focusedOption(draft);
  if (!option) return nothing;
  const items = suggestionsFor(state);
  const limited = !option.autocomplete && choicesOf(option, guildOf(state)).length > 0;
  return html`<div class="list">
    <p><b>${option.name}</b> ${option.description}</p>
    ${
      items.length === 0
        ? limited && state.listed
          ? html`<p>No options match your search.</p>`
          : nothing
        : html`<div id="list" role="listbox" aria-label="Choices for ${option.name}">
            ${items.map(
              (item, at) =>
                html`<div
                  id="entry-${at}"
                  class="entry"
                  role="option"
                  aria-selected=${at === state.active}
                  @pointermove=${() => at !== state.active && composing.move(at)}
                  @pointerdown=${(event: Event) => event.preventDefault()}
                  @click=${() => composing.pick(option, item)}
                >
                  ${item.name}
                </div>`,
            )}
          </div>`
    }
  </div>`;
}
