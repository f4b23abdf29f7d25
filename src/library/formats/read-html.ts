import { Readability } from '@mozilla/readability';
import type { Conversion, FileFields, TextBlock } from '../../core/conversion.ts';
import { decodeMarkup } from './decode-markup.ts';
import { elementBlocks, tidy } from './element-blocks.ts';
import { parseHtml } from './markup.ts';
import { refuse } from './refuse.ts';

/** What a page has around its article; a page without any of it is an article from top to bottom. */
const AROUND = 'nav, aside, footer, form, [role=navigation], [role=banner], [role=complementary], [role=contentinfo]';
/** Share of a page's words that its article has at least; less was the wrong part of it. */
const LEAST_ARTICLE = 0.2;
/** Elements above which Readability does not begin. */
const MOST_ELEMENTS = 200_000;

/** Reads a page: its article where it has more than that, and who wrote it when, as far as the page says so. */
export function readHtml(bytes: Uint8Array): Conversion {
  const source = decodeMarkup(bytes);
  const page = parseHtml(source);
  if (!page.body) throw refuse('The page has no text.', 'Save the page again, or remove the file.');
  const fields = fieldsOf(page);
  const whole = elementBlocks(page.body);
  const article = page.querySelector(AROUND) === null ? undefined : articleOf(source, fields);
  const enough = article !== undefined && lettersOf(article) >= LEAST_ARTICLE * lettersOf(whole);
  return { outcome: 'converted', fields, blocks: enough ? article : whole, gaps: [] };
}

/** The article below its heading, which Readability takes off where it is the page's title. */
function articleOf(source: string, { title }: FileFields): TextBlock[] | undefined {
  const page = parseHtml(source);
  const heading = tidy(page.querySelector('h1')?.textContent ?? '');
  const found = new Readability(page, { maxElemsToParse: MOST_ELEMENTS }).parse();
  if (!found?.content) return undefined;
  const blocks = elementBlocks(parseHtml(found.content).body);
  const first = blocks[0];
  const name = heading === '' ? (title ?? found.title ?? '') : heading;
  const named = name === '' || (first?.kind === 'heading' && (first.level === 1 || first.text === name));
  return named ? blocks : [{ kind: 'heading', level: 1, text: name }, ...blocks];
}

function lettersOf(blocks: readonly TextBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

function fieldsOf(page: Document): FileFields {
  const meta = (...names: readonly string[]) => {
    for (const name of names) {
      const found = [...page.querySelectorAll('meta')].find((element) =>
        ['name', 'property', 'itemprop'].some((attribute) => element.getAttribute(attribute)?.toLowerCase() === name),
      );
      const content = tidy(found?.getAttribute('content') ?? '').replaceAll('\n', ' ');
      if (content !== '') return content;
    }
    return undefined;
  };
  const text = (selector: string) =>
    tidy(page.querySelector(selector)?.textContent ?? '').replaceAll('\n', ' ') || undefined;
  const attribute = (selector: string, name: string) => page.querySelector(selector)?.getAttribute(name) ?? undefined;
  const linked = linkedData(page);
  const author =
    meta('author', 'article:author', 'dc.creator', 'citation_author') ??
    linked.author ??
    text('[rel=author], [itemprop=author]');
  const date =
    meta(
      'article:published_time',
      'datepublished',
      'date',
      'dc.date',
      'dcterms.created',
      'citation_publication_date',
    ) ??
    linked.date ??
    attribute('article time[datetime], time[pubdate], time[datetime]', 'datetime');
  const url = attribute('link[rel~=canonical]', 'href') ?? meta('og:url');
  const title = meta('og:title', 'dc.title', 'citation_title') ?? text('title') ?? text('h1');
  const publisher = meta('og:site_name', 'dc.publisher') ?? linked.publisher;
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined || /^https?:/u.test(author) ? {} : { author }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(date === undefined ? {} : { date: dayOf(date) }),
    ...(url === undefined || !/^https?:\/\/\S+$/u.test(url) ? {} : { url }),
  };
}

/** What the page says of itself as JSON-LD, by schema.org. */
function linkedData(page: Document): { author?: string; date?: string; publisher?: string } {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const data: unknown = JSON.parse(script.textContent ?? '');
      const entries = [data, ...at(data, '@graph')].flat() as unknown[];
      const article = entries.find((entry) => at(entry, 'datePublished').length > 0 || at(entry, 'author').length > 0);
      if (article === undefined) continue;
      const [author] = at(article, 'author').flatMap((one) => (typeof one === 'string' ? one : at(one, 'name')));
      const [date] = at(article, 'datePublished');
      const [publisher] = at(article, 'publisher').flatMap((one) => at(one, 'name'));
      return {
        ...(typeof author === 'string' ? { author } : {}),
        ...(typeof date === 'string' ? { date } : {}),
        ...(typeof publisher === 'string' ? { publisher } : {}),
      };
    } catch {
      // Broken data of one kind says nothing about the page.
    }
  }
  return {};
}

/** The values of a property; none where there is no such thing. */
function at(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null || !(name in value)) return [];
  const found = (value as Readonly<Record<string, unknown>>)[name];
  return Array.isArray(found) ? found : [found];
}

/** The day of a moment as pages write it, '2023-01-12T09:00:00Z'; anything else as it stands. */
function dayOf(date: string): string {
  return /^(\d{4}-\d{2}-\d{2})T/u.exec(date)?.[1] ?? date;
}
