import { pagesOf, type Quotation } from '../../core/quotation.ts';
import { escapeLine } from '../escape.ts';

const LENGTH = { title: 120, heading: 100, date: 40, url: 300 } as const;

/**
 * Where a quotation stands: `**1** · Title › Section · p. 2 · ¶ 4 · 2023 · [source](…)`. The link has its own word, for Discord
 * shows the backslashes of escaped text inside a link.
 */
export function renderCitation(quotation: Quotation, number?: number): string {
  const { title, headings, paragraph, date } = quotation;
  const section = headings.at(-1);
  const parts = [
    number === undefined ? undefined : `**${number}**`,
    [title, section === title ? undefined : section]
      .filter((part) => part !== undefined)
      .map((part, index) => escapeLine(part, index === 0 ? LENGTH.title : LENGTH.heading))
      .join(' › '),
    pagesOf(quotation),
    `¶ ${paragraph}`,
    date === undefined ? undefined : escapeLine(date, LENGTH.date),
    renderSource(quotation),
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** A link to the document, where it has an address of the web that is not overlong. */
export function renderSource({ url }: Pick<Quotation, 'url'>): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { href, protocol } = new URL(url);
  const safe = href.replace(/[()[\]<>\\]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return /^https?:$/u.test(protocol) && safe.length <= LENGTH.url ? `[source](${safe})` : undefined;
}
