import { parseHTML } from 'linkedom';

const MARKED = /<\/?[a-z]|&(?:#|[a-z])/iu;
/** Code units of a title or name; more is no title. */
const LONGEST = 300;

/** A title or name on one line, without the HTML that feeds may write it in; `undefined` where nothing is left. */
export function plainLine(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const shown = MARKED.test(text) ? textOf(text.slice(0, 10 * LONGEST)) : text;
  const line = shown
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .toWellFormed();
  return line === '' ? undefined : line;
}

/** HTML without its tags, to see how much of it is text. */
export function withoutTags(html: string): string {
  return html
    .replace(/<[^<>]*>/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Writes a text so that HTML shows it as it is. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function textOf(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  for (const hidden of document.querySelectorAll('script, style')) hidden.remove();
  return document.body.textContent ?? '';
}
