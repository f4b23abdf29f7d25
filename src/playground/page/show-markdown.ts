import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../page-protocol.ts';
import { type Block, type Item, readMarkdown } from './markdown.ts';
import { type Inline, readInline } from './markdown-inline.ts';
import { showMoment, showTime } from './show-time.ts';

type Shown = TemplateResult | string | typeof nothing;

/** What a text of a message looks like. Elements are built one by one; text is never read as HTML. */
export function showMarkdown(text: string, view: View): readonly Shown[] {
  return readMarkdown(text).map((block) => showBlock(block, view));
}

/** The same for a line that knows no quotations or headings, such as the title of an embed. */
export function showLine(text: string, view: View): readonly Shown[] {
  return readInline(text).map((piece) => showInline(piece, view));
}

function showBlock(block: Block, view: View): Shown {
  switch (block.kind) {
    case 'paragraph':
      return html`<div class="text">${inside(block.inside, view)}</div>`;
    case 'small':
      return html`<div class="text small">${inside(block.inside, view)}</div>`;
    case 'heading':
      return html`<h3 class="heading-${block.level}">${inside(block.inside, view)}</h3>`;
    case 'quote':
      return html`<blockquote>${block.blocks.map((each) => showBlock(each, view))}</blockquote>`;
    case 'list':
      return block.first === undefined
        ? html`<ul>${entries(block.items, view)}</ul>`
        : html`<ol start=${block.first}>${entries(block.items, view)}</ol>`;
    case 'code':
      return html`<pre tabindex="0"><code>${block.text}</code></pre>`;
  }
}

function entries(items: readonly Item[], view: View): readonly Shown[] {
  return items.map((item) => html`<li class="depth-${item.depth}">${inside(item.inside, view)}</li>`);
}

function inside(pieces: readonly Inline[], view: View): readonly Shown[] {
  return pieces.map((piece) => showInline(piece, view));
}

function showInline(piece: Inline, view: View): Shown {
  if (typeof piece === 'string') return piece;
  switch (piece.kind) {
    case 'bold':
      return html`<b>${inside(piece.inside, view)}</b>`;
    case 'italic':
      return html`<i>${inside(piece.inside, view)}</i>`;
    case 'underline':
      return html`<u>${inside(piece.inside, view)}</u>`;
    case 'strike':
      return html`<s>${inside(piece.inside, view)}</s>`;
    case 'spoiler':
      return html`<span class="spoiler" role="button" tabindex="0" aria-label="Spoiler" @click=${reveal} @keydown=${reveal}
        ><span>${inside(piece.inside, view)}</span></span>`;
    case 'code':
      return html`<code>${piece.text}</code>`;
    case 'link':
      // Only addresses that begin with http come here: the reader of the marks lets no others through.
      return html`<a href=${piece.address} target="_blank" rel="noopener noreferrer">${inside(piece.inside, view)}</a>`;
    case 'mention':
      return html`<span class="mention">${nameOf(piece.of, piece.id, view)}</span>`;
    case 'command':
      return html`<span class="mention">/${piece.name}</span>`;
    case 'emoji':
      return `:${piece.name}:`;
    case 'time':
      return html`<time datetime=${showMoment(piece.seconds)} title=${showTime(piece.seconds, 'F', view.now)}
        >${showTime(piece.seconds, piece.style, view.now)}</time>`;
  }
}

function reveal(event: Event): void {
  if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
  const spoiler = event.currentTarget as HTMLElement;
  spoiler.classList.add('revealed');
  spoiler.removeAttribute('aria-label');
  event.preventDefault();
}

function nameOf(kind: 'user' | 'role' | 'channel', id: string, { guilds, at }: View): string {
  const guild = guilds.find((each) => each.id === at.guild);
  const named = { user: guild?.members, role: guild?.roles, channel: guild?.channels }[kind];
  const name = named?.find((each) => each.id === id)?.name;
  if (kind === 'channel') return `#${name ?? 'unknown'}`;
  return `@${(name ?? `unknown-${kind}`).replace(/^@/u, '')}`;
}
