import { type APIEmbed, ComponentType } from 'discord.js';
import type { Row } from '../../src/discord/reply.ts';
import type { Posted } from '../../src/playground/messages.ts';
import { escapeHtml, inlineToHtml, markdownToHtml } from './markdown.ts';

type Attachment = { readonly url: string; readonly description?: string };

/** A page that shows one message as Discord's dark theme does: attachments first, then the embed, then what can be pressed. */
export function messagePage(
  { message, visibleTo }: Posted,
  { used, by = '' }: { readonly used?: string; readonly by?: string },
): string {
  const time = new Date(message.timestamp).toISOString().slice(11, 16);
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/page.css">
<article>
  ${used === undefined ? '' : usedHtml(used, by)}
  <span class="avatar">A</span>
  <header><b>Attaché</b><span class="app">APP</span><time>${time}</time></header>
  ${(message.attachments as readonly Attachment[]).map(attachmentHtml).join('')}
  ${(message.embeds as readonly APIEmbed[]).map(embedHtml).join('')}
  ${(message.components as unknown as readonly Row[]).map(rowHtml).join('')}
  ${visibleTo === undefined ? '' : '<small>Only you can see this</small>'}
</article></html>`;
}

function usedHtml(used: string, by: string): string {
  return `<p class="used"><span class="face">${escapeHtml(by.charAt(0))}</span><b>${escapeHtml(by)}</b> used <span class="command">/${escapeHtml(used)}</span></p>`;
}

function attachmentHtml({ url, description = '' }: Attachment): string {
  return `<img src="${escapeHtml(url)}" alt="${escapeHtml(description)}">`;
}

function embedHtml({ title, description, fields = [], footer, color = 0 }: APIEmbed): string {
  const bar = `#${color.toString(16).padStart(6, '0')}`;
  const shown = fields.map(
    ({ name, value, inline }) =>
      `<div class="field${inline ? ' inline' : ''}"><h3>${inlineToHtml(name)}</h3>${markdownToHtml(value)}</div>`,
  );
  return `<section style="border-color: ${bar}">
    ${title === undefined ? '' : `<h2>${inlineToHtml(title)}</h2>`}
    ${description === undefined ? '' : markdownToHtml(description)}
    ${shown.length > 0 ? `<div class="fields">${shown.join('')}</div>` : ''}
    ${footer === undefined ? '' : `<footer>${escapeHtml(footer.text)}</footer>`}
  </section>`;
}

function rowHtml({ components }: Row): string {
  const shown = components.map((component) => {
    if (component.type !== ComponentType.StringSelect) {
      return `<button${component.disabled ? ' disabled' : ''}>${escapeHtml(component.label ?? '')}</button>`;
    }
    const chosen = component.options.find((option) => option.default)?.label;
    const label = chosen ?? component.placeholder ?? '';
    return `<span class="select${chosen ? ' chosen' : ''}">${escapeHtml(label)}<span>⌄</span></span>`;
  });
  return `<nav>${shown.join('')}</nav>`;
}
