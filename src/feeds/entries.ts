import { createHash } from 'node:crypto';
import type { parseFeed } from 'feedsmith';
import type { FeedEntry } from '../core/feed.ts';
import { escapeHtml, plainLine, withoutTags } from './plain-text.ts';
import { readAddress } from './web-address.ts';

export type Parsed = ReturnType<typeof parseFeed<string>>;

/** What an entry says of itself, whatever the format. */
type Raw = {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  /** Against which the link counts, where it is none by itself. */
  readonly base?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  /** The article as HTML. */
  readonly text?: string | undefined;
};

/** Code units of text from which on a feed carries an article itself, unless it breaks off. */
const WHOLE = 1000;
const BROKEN_OFF = /(?:…|\.{3}|&hellip;|&#8230;)[^\p{L}\p{N}]{0,20}$/u;

/** The title of a feed, and its entries in the order in which it has them. */
export function rawEntries(parsed: Parsed): { readonly title: string | undefined; readonly raw: readonly Raw[] } {
  switch (parsed.format) {
    case 'rss': {
      const { title, items = [] } = parsed.feed;
      const raw = items.map(({ guid, authors, dc, content, ...item }) => ({
        ...item,
        id: guid?.value,
        link: item.link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
        author: dc?.creators?.[0] ?? authors?.[0]?.name,
        date: item.pubDate ?? dc?.dates?.[0],
        text: content?.encoded ?? item.description,
      }));
      return { title, raw };
    }
    case 'rdf': {
      const { title, items = [] } = parsed.feed;
      const raw = items.map(({ rdf, dc, content, ...item }) => ({
        ...item,
        id: rdf?.about,
        author: dc?.creators?.[0],
        date: dc?.dates?.[0],
        text: content?.encoded,
      }));
      return { title, raw };
    }
    case 'atom': {
      const { title, entries = [], authors, xml } = parsed.feed;
      const raw = entries.map((entry) => ({
        id: entry.id,
        title: entry.title?.value,
        link: entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href,
        base: entry.xml?.base ?? xml?.base,
        author: (entry.authors ?? authors)?.[0]?.name,
        date: entry.published ?? entry.updated,
        text: atomText(entry.content),
      }));
      return { title: title?.value, raw };
    }
    case 'json': {
      const { title, items = [], authors } = parsed.feed;
      const raw = items.map((item) => ({
        ...item,
        link: item.url ?? item.external_url,
        author: (item.authors ?? authors)?.[0]?.name,
        date: item.date_published ?? item.date_modified,
        text: item.content_html ?? (item.content_text === undefined ? undefined : paragraphs(item.content_text)),
      }));
      return { title, raw };
    }
  }
}

/** An entry of the feed at `url` in the words of the product; nothing where it can neither be fetched nor read. */
export function entryOf({ id, title, link, base, author, date, text }: Raw, url: URL): FeedEntry | undefined {
  const page = addressOf(link, base, url);
  const whole = text !== undefined && isWhole(text) ? text : undefined;
  const name = plainLine(title);
  if (page === undefined && whole === undefined) return undefined;
  const identity = id ?? page ?? `${name ?? ''} ${date ?? ''}`;
  const [writer, day, at] = [plainLine(author), dayOf(date), Date.parse(date ?? '')];
  return {
    key: createHash('sha256').update(identity).digest('base64url').slice(0, 22),
    ...(name === undefined ? {} : { title: name }),
    ...(page === undefined ? {} : { url: page }),
    ...(writer === undefined ? {} : { author: writer }),
    ...(day === undefined ? {} : { date: day }),
    ...(Number.isNaN(at) ? {} : { at }),
    ...(whole === undefined ? {} : { text: whole }),
  };
}

function isWhole(html: string): boolean {
  const text = withoutTags(html);
  return text.length >= WHOLE && !BROKEN_OFF.test(text);
}

function atomText(content: { value?: string; type?: string } | undefined): string | undefined {
  const { value, type = 'text' } = content ?? {};
  if (value === undefined) return undefined;
  if (type === 'text' || type === 'text/plain') return paragraphs(value);
  return /html/iu.test(type) ? value : undefined;
}

function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('\n');
}

function addressOf(link: string | undefined, base: string | undefined, url: URL): string | undefined {
  if (link === undefined || link.trim() === '') return undefined;
  try {
    return readAddress(link, base !== undefined && URL.canParse(base, url) ? new URL(base, url) : url).href;
  } catch {
    return undefined;
  }
}

/** The day that a date names where it was written: of '2026-11-02T23:30:00-05:00' or 'Mon, 02 Nov 2026 23:30 -0500'. */
function dayOf(date: string | undefined): string | undefined {
  const iso = /^\s*(\d{4}-\d{2}-\d{2})/u.exec(date ?? '')?.[1];
  const written = /(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})/u.exec(date ?? '');
  const text = iso ?? (written ? `${written[1]} ${written[2]} ${written[3]}` : '');
  const at = Date.parse(`${text} UTC`);
  const day = iso === undefined ? at : Date.parse(iso);
  return Number.isNaN(day) ? undefined : new Date(day).toISOString().slice(0, 10);
}
