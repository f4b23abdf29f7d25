import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { isJson, type Json, objects } from '../form.ts';
import type { Posted } from '../messages.ts';
import type { View } from '../page-protocol.ts';
import { type Actions, COMMAND_REPLY, LOADING } from './actions.ts';
import { avatarOf } from './avatars.ts';
import { showIcon } from './icons.ts';
import { isOwnAddress } from './own-address.ts';
import { type Opening, showRow } from './show-components.ts';
import { showEmbed } from './show-embed.ts';
import { showMarkdown } from './show-markdown.ts';
import { showPosted } from './show-time.ts';
import { textOf } from './text-of.ts';

type Shown = TemplateResult | typeof nothing;
export type MessageParts = {
  readonly posted: Posted;
  readonly view: View;
  /** Whether it goes on where the same author wrote just before, without name and picture. */
  readonly continued: boolean;
  readonly failed: boolean;
  readonly busy: ReadonlySet<string>;
};

/** A message as a client shows it: what was used, who wrote it, text, files, embeds, what can be pressed. */
export function showMessage(parts: MessageParts, actions: Actions, opening: Opening): TemplateResult {
  const { posted, view, continued, failed } = parts;
  const { message, visibleTo } = posted;
  const author = displayName(message.author);
  const bot = message.author.bot === true;
  const hidden = visibleTo !== undefined;
  const files = new Map(message.attachments.map(({ filename, url }) => [String(filename), String(url)]));
  return html`<discord-message
    author=${author}
    avatar=${avatarOf(author, bot)}
    ?bot=${bot}
    ?edited=${message.edited_timestamp !== null && !bot}
    ?ephemeral=${false}
    ?message-body-only=${continued}
    timestamp=${showPosted(message.timestamp, view.now)}
    class=${hidden ? 'private' : ''}
  >
    ${showUsed(message)}
    ${(message.flags & LOADING) === 0 ? showMarkdown(message.content, view) : html`<p class="thinking">${author} is thinking…</p>`}
    ${message.attachments.map(showFile)} ${message.embeds.map((embed) => showEmbed(embed, files, view))}
    <div slot="components" class="components">${message.components.map((row) => showRow(row, parts, actions, opening))}</div>
    ${failed ? html`<p slot="components" class="fault">This interaction failed</p>` : nothing}
    ${hidden ? showPrivacy(message.id, actions) : nothing}
  </discord-message>`;
}

export function displayName(user: unknown): string {
  return isJson(user) ? String(user['global_name'] ?? user['username']) : '';
}

/** “Jun used /ask” above a reply. */
function showUsed(message: Posted['message']): Shown {
  const { interaction_metadata: metadata, interaction } = message as Json;
  if (message.type !== COMMAND_REPLY || !isJson(metadata)) return nothing;
  const name = displayName(metadata['user']);
  const used = isJson(interaction) ? String(interaction['name']) : 'a command';
  return html`<discord-command slot="reply" type="slash_command" author=${name} avatar=${avatarOf(name)} command=${used}></discord-command>`;
}

function showFile(file: Json): TemplateResult {
  const { filename, description, content_type: type, size } = file;
  const url = String(file['url']);
  if (String(type).startsWith('image/') && isOwnAddress(url)) {
    return html`<img
      slot="attachments"
      class="attachment"
      src=${url}
      alt=${textOf(description ?? filename)}
      width=${ifDefined(file['width'] as number | undefined)}
      height=${ifDefined(file['height'] as number | undefined)}
    />`;
  }
  return html`<a slot="attachments" class="file" href=${isOwnAddress(url) ? url : nothing} download=${String(filename)}>
    ${String(filename)} <span>${Math.ceil(Number(size) / 1024)} kB</span>
  </a>`;
}

function showPrivacy(id: string, actions: Actions): TemplateResult {
  return html`<p slot="thread" class="privacy">
    ${showIcon('eye', 16)}
    Only you can see this •
    <button type="button" class="plain" @click=${() => actions.dismiss(id)}>Dismiss message</button>
  </p>`;
}

/** The names of commands in the menu of a message. */
export function menuCommands(view: View): readonly string[] {
  return objects(view.commands)
    .filter(({ type }) => type === 3)
    .map(({ name }) => String(name));
}
