import { html, nothing, type TemplateResult } from 'lit';
import { isJson, type Json, objects } from '../form.ts';
import type { View } from '../page-protocol.ts';
import { isOwnAddress } from './own-address.ts';
import { showLine, showMarkdown } from './show-markdown.ts';
import { showDay } from './show-time.ts';

/** Where a picture stands within an embed. */
const SLOTS = { image: 'fields', thumbnail: 'description' } as const;

/** An embed of a message; `files` are the message's own, by name, for pictures that refer to them. */
export function showEmbed(embed: Json, files: ReadonlyMap<string, string>, view: View): TemplateResult {
  const colour = Number(embed['color'] ?? 0);
  const fields = objects(embed['fields']);
  return html`<discord-embed
    slot="embeds"
    .color=${colour === 0 ? undefined : `#${colour.toString(16).padStart(6, '0')}`}
  >
    ${showPicture(embed['thumbnail'], 'thumbnail', files)} ${showAuthor(embed['author'])}
    ${
      typeof embed['title'] === 'string'
        ? html`<div slot="description" class="title">${linked(embed['url'], showLine(embed['title'], view))}</div>`
        : nothing
    }
    ${
      typeof embed['description'] === 'string'
        ? html`<discord-embed-description slot="description">${showMarkdown(embed['description'], view)}</discord-embed-description>`
        : nothing
    }
    ${fields.length > 0 ? html`<div slot="fields" class="fields">${inRows(fields).map((row) => showRow(row, view))}</div>` : nothing}
    ${showPicture(embed['image'], 'image', files)} ${showFooter(embed)}
  </discord-embed>`;
}

/** Fields that stand beside each other, three at most, as a client lays them out. */
function inRows(fields: readonly Json[]): readonly (readonly Json[])[] {
  const rows: Json[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (field['inline'] === true && last && last.length < 3 && last[0]?.['inline'] === true) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

function showRow(row: readonly Json[], view: View): TemplateResult {
  return html`<div class="row row-${row.length}">
    ${row.map(
      ({ name, value }) =>
        html`<div class="field">
          <div class="name">${showLine(String(name), view)}</div>
          <div>${showMarkdown(String(value), view)}</div>
        </div>`,
    )}
  </div>`;
}

function showAuthor(author: unknown): TemplateResult | typeof nothing {
  if (!isJson(author)) return nothing;
  return html`<div slot="description" class="embed-author">${linked(author['url'], String(author['name']))}</div>`;
}

function linked(address: unknown, words: unknown): unknown {
  return typeof address === 'string' && /^https?:\/\//u.test(address)
    ? html`<a href=${address} target="_blank" rel="noopener noreferrer">${words}</a>`
    : words;
}

/** Pictures come with the message. One on the web is named but not fetched: nothing leaves this machine. */
function showPicture(
  picture: unknown,
  part: 'image' | 'thumbnail',
  files: ReadonlyMap<string, string>,
): TemplateResult | typeof nothing {
  if (!isJson(picture)) return nothing;
  const address = String(picture['url']);
  const own = files.get(address.replace(/^attachment:\/\//u, '')) ?? address;
  return !isOwnAddress(own)
    ? html`<p slot=${SLOTS[part]} class="absent">Picture on the web, not loaded here: ${address}</p>`
    : html`<img slot=${SLOTS[part]} class=${part} src=${own} alt="" />`;
}

function showFooter(embed: Json): TemplateResult | typeof nothing {
  const { footer, timestamp } = embed;
  const text = isJson(footer) ? String(footer['text']) : undefined;
  if (text === undefined && typeof timestamp !== 'string') return nothing;
  const parts = [text, typeof timestamp === 'string' ? showDay(timestamp) : undefined].filter(
    (part) => part !== undefined,
  );
  return html`<discord-embed-footer slot="footer">${parts.join(' • ')}</discord-embed-footer>`;
}
