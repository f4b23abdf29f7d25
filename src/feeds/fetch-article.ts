import { type Details, LONGEST } from '../core/document-details.ts';
import type { Feed, FeedEntry } from '../core/feed.ts';
import { UserError } from '../core/user-error.ts';
import { charsetOf, isKnown } from './decode-feed.ts';
import { escapeHtml } from './plain-text.ts';
import type { PoliteFetch } from './polite-fetch.ts';

/** Bytes of a page. */
const MOST_BYTES = 10 * 2 ** 20;
const ACCEPT = 'text/html, application/xhtml+xml;q=0.9, application/pdf;q=0.8, text/plain;q=0.8, */*;q=0.1';
/** Code units of a file's name, for which the beginning of the title does. */
const NAME = 60;

/** Endings of files by their content type; anything else is no article. */
const ENDINGS: Readonly<Record<string, string>> = {
  '': 'html',
  'text/html': 'html',
  'application/xhtml+xml': 'xhtml',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/markdown': 'md',
};

/** An article as a file, with what its feed says of it. */
export type Article = { readonly name: string; readonly bytes: Uint8Array; readonly details: Details };

export type FetchArticle = ReturnType<typeof createFetchArticle>;

/**
 * Gets the article of an entry: from the feed where that carries the whole of it, else from its page. Throws `UserError`,
 * whose words are for people, where there is none to be had.
 */
export function createFetchArticle(fetch: PoliteFetch) {
  return async (feed: Feed, entry: FeedEntry): Promise<Article> => {
    const { ending, bytes } = entry.text === undefined ? await fetchPage(fetch, entry) : wholeText(feed, entry);
    return { name: `${nameOf(entry)}.${ending}`, bytes, details: detailsOf(feed, entry) };
  };
}

async function fetchPage(fetch: PoliteFetch, { url = '' }: FeedEntry) {
  const page = await fetch(url, { accept: ACCEPT, mostBytes: MOST_BYTES });
  if (page.outcome === 'unchanged') throw noArticle(url, 'nothing new');
  const type = page.type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const ending = ENDINGS[type];
  if (ending === undefined) throw noArticle(url, type);
  return { ending, bytes: ending === 'pdf' ? page.body : inUtf8(page.body, page.type) };
}

/** A page may have its encoding in the content type alone, which is not kept. */
function inUtf8(bytes: Uint8Array, type: string): Uint8Array {
  const charset = charsetOf(type);
  if (charset === undefined || /^utf-?8$/iu.test(charset) || !isKnown(charset)) return bytes;
  return Buffer.from(new TextDecoder(charset).decode(bytes));
}

function wholeText({ title: publisher }: Feed, { title, text = '', url }: FeedEntry) {
  const head = [
    '<meta charset="utf-8">',
    `<meta property="og:site_name" content="${escapeHtml(publisher)}">`,
    ...(title === undefined ? [] : [`<title>${escapeHtml(title)}</title>`]),
    ...(url === undefined ? [] : [`<link rel="canonical" href="${escapeHtml(url)}">`]),
  ];
  const heading = title === undefined ? '' : `<h1>${escapeHtml(title)}</h1>\n`;
  const page = `<!doctype html>\n<html>\n<head>\n${head.join('\n')}\n</head>\n<body>\n${heading}${text}\n</body>\n</html>\n`;
  return { ending: 'html', bytes: Buffer.from(page) };
}

function nameOf({ title, url = '' }: FeedEntry): string {
  const last = URL.canParse(url) ? new URL(url).pathname.split('/').findLast((part) => part !== '') : undefined;
  return (title ?? last ?? 'article')
    .replace(/[/\\.]+/gu, ' ')
    .trim()
    .slice(0, NAME)
    .toWellFormed();
}

function detailsOf({ tags }: Feed, { title, author, date, url }: FeedEntry): Details {
  return {
    ...(title === undefined ? {} : { title: title.slice(0, LONGEST.title).toWellFormed() }),
    ...(author === undefined ? {} : { author: author.slice(0, LONGEST.author).toWellFormed() }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined || url.length > LONGEST.url ? {} : { url }),
    ...(tags.length === 0 ? {} : { tags }),
  };
}

function noArticle(url: string, what: string): UserError {
  return new UserError('no-article', `${new URL(url).host} sends ${what} for it, which is no article.`);
}
