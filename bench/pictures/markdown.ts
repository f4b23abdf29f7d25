/** Discord's Markdown as far as the bot writes it, as HTML; every word of the text is escaped. */

const INLINE =
  /\\([^0-9A-Za-z\s])|\*\*((?:\\.|[^\\])+?)\*\*|\*((?:\\.|[^*\\])+)\*|\[((?:\\.|[^\]\\])+)\]\((https?:[^)\s]+)\)/gu;

/** Lines as a client shows them: `> ` as a block quotation, `-# ` as small type, everything else as it stands. */
export function markdownToHtml(text: string): string {
  const blocks: { readonly kind: 'quote' | 'small' | 'plain'; readonly lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const kind = line.startsWith('> ') ? 'quote' : line.startsWith('-# ') ? 'small' : 'plain';
    const words = inlineToHtml(kind === 'plain' ? line : line.slice(line.indexOf(' ') + 1));
    const last = blocks.at(-1);
    if (last?.kind === kind && kind !== 'small') last.lines.push(words);
    else blocks.push({ kind, lines: [words] });
  }
  const tags = { quote: 'blockquote', small: 'small', plain: 'div' } as const;
  return blocks
    .map(({ kind, lines }, at) => {
      // An empty line is seen only where something stands below it.
      const end = kind === 'plain' && at < blocks.length - 1 ? '\n' : '';
      return `<${tags[kind]}>${lines.join('\n')}${end}</${tags[kind]}>`;
    })
    .join('');
}

/** Bold, italics, links and backslashes of one line; titles of embeds know no more than these. */
export function inlineToHtml(text: string): string {
  let html = '';
  let done = 0;
  for (const match of text.matchAll(INLINE)) {
    const [all, mark, bold, italic, label, address] = match;
    html += escapeHtml(text.slice(done, match.index));
    if (mark !== undefined) html += escapeHtml(mark);
    else if (bold !== undefined) html += `<b>${inlineToHtml(bold)}</b>`;
    else if (italic !== undefined) html += `<i>${inlineToHtml(italic)}</i>`;
    else html += `<a href="${escapeHtml(address ?? '')}">${inlineToHtml(label ?? '')}</a>`;
    done = match.index + all.length;
  }
  return html + escapeHtml(text.slice(done));
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (mark) => `&#${mark.charCodeAt(0)};`);
}
