import { parseFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import type { FeedContent, FeedEntry } from '../core/feed.ts';
import { decodeFeed } from './decode-feed.ts';
import { entryOf, rawEntries } from './entries.ts';
import { plainLine } from './plain-text.ts';
import { readAddress } from './web-address.ts';

/** What is at an address: a feed, a page with the addresses of its feeds, the best first, or something else. */
export type FeedReading =
  | ({ readonly outcome: 'feed' } & FeedContent)
  | { readonly outcome: 'page'; readonly feeds: readonly string[] }
  | { readonly outcome: 'broken' }
  | { readonly outcome: 'other' };

/** Entries of a feed that are looked at. */
const MOST_ENTRIES = 500;
const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)$/iu;
/** Code units of a page in which its feeds are looked for: they are named at its top. */
const TOP = 200_000;
const PAGE = /^\s*(?:<!--[^>]*-->\s*|<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b/iu;

/** Reads what came from `url` with the content type `type`, '' for none. */
export function readFeed({
  bytes,
  type,
  url,
}: {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly url: string;
}): FeedReading {
  const text = decodeFeed(bytes, type);
  if (PAGE.test(text.slice(0, 2000))) return { outcome: 'page', feeds: feedsOf(text, url) };
  try {
    const parsed = parseFeed<string>(text, { maxItems: MOST_ENTRIES });
    const { title, raw } = rawEntries(parsed);
    const entries = new Map<string, FeedEntry>();
    for (const each of raw) {
      const entry = entryOf(each, new URL(url));
      if (entry && !entries.has(entry.key)) entries.set(entry.key, entry);
    }
    return {
      outcome: 'feed',
      format: parsed.format,
      title: plainLine(title) ?? new URL(url).host,
      entries: newestFirst([...entries.values()]),
    };
  } catch (error) {
    if ((error as Error).name !== 'DetectError') return { outcome: 'broken' };
    return /^text\/html\b|^application\/xhtml/iu.test(type)
      ? { outcome: 'page', feeds: feedsOf(text, url) }
      : { outcome: 'other' };
  }
}

/** Where some entries have no date, the order of the feed, which has the newest first as a rule. */
function newestFirst(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  if (entries.some(({ at }) => at === undefined)) return entries;
  return entries.toSorted((one, other) => (other.at ?? 0) - (one.at ?? 0));
}

/** The feeds that a page names in its head; those of comments are last. */
function feedsOf(text: string, url: string): readonly string[] {
  const { document } = parseHTML(text.slice(0, TOP));
  const base = document.querySelector('base[href]')?.getAttribute('href') ?? '';
  const from = URL.canParse(base, url) ? new URL(base, url) : new URL(url);
  const links = [...document.querySelectorAll('link[rel~=alternate][href]')].filter((link) =>
    FEED_TYPE.test(link.getAttribute('type')?.trim() ?? ''),
  );
  const ofComments = (link: Element) =>
    Number(/comments/iu.test(`${link.getAttribute('href')} ${link.getAttribute('title')}`));
  return links
    .sort((one, other) => ofComments(one) - ofComments(other))
    .flatMap((link) => addressOf(link.getAttribute('href') ?? '', from));
}

function addressOf(href: string, base: URL): readonly string[] {
  try {
    return [readAddress(href, base).href];
  } catch {
    return [];
  }
}
