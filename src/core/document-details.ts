import type { Document } from './document.ts';

/** What people may say of a document, each as one text; tags are parted by commas. */
export type DetailsForm = Readonly<Record<'title' | 'author' | 'date' | 'url' | 'tags', string>>;

/** What was said of a document where it differs from what was found in it; null: it has none, whatever was found. */
export type Details = {
  readonly title?: string;
  readonly author?: string | null;
  readonly date?: string | null;
  readonly url?: string | null;
  readonly tags?: readonly string[];
};

/** Code units of a field, at most, and tags of a document. */
export const LONGEST = { title: 200, author: 200, date: 40, url: 500, tags: 300, tag: 40 } as const;
export const MOST_TAGS = 20;
const FIELDS = ['author', 'date', 'url'] as const;
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u;

/** A document's details as a form shows them; what is too long for its field is cut. */
export function formOf({ title, author = '', date = '', url = '', tags }: Document): DetailsForm {
  return {
    title: title.slice(0, LONGEST.title),
    author: author.slice(0, LONGEST.author),
    date: date.slice(0, LONGEST.date),
    url: url.length > LONGEST.url ? '' : url,
    tags: tags.join(', ').slice(0, LONGEST.tags),
  };
}

/**
 * Reads a form of details: what is said otherwise than it was found in the document. A field that cannot be used keeps
 * what was said before, and `faults` has a sentence on it.
 */
export function readDetails(
  form: DetailsForm,
  found: Document,
  before: Details,
): { readonly details: Details; readonly faults: readonly string[] } {
  const [given, shown] = [tidied(form), tidied(formOf(found))];
  const changed = (field: keyof DetailsForm) => given[field] !== shown[field];
  const tags = readTags(given.tags);
  const faults = { date: faultOfDate(given.date), url: faultOfUrl(given.url), tags: faultOfTags(tags) };
  const faulty = Object.entries(faults).flatMap(([field, fault]) =>
    fault !== undefined && changed(field as keyof typeof faults) ? [field] : [],
  );
  const details: Details = {
    ...(changed('title') && given.title !== '' ? { title: given.title } : {}),
    ...Object.fromEntries(FIELDS.filter(changed).map((field) => [field, given[field] || null])),
    ...(changed('tags') ? { tags } : {}),
  };
  const kept = Object.entries(before).filter(([field]) => faulty.includes(field));
  const sound = Object.entries(details).filter(([field]) => !faulty.includes(field));
  return {
    details: Object.fromEntries([...sound, ...kept]),
    faults: Object.entries(faults).flatMap(([field, fault]) => (fault && faulty.includes(field) ? [fault] : [])),
  };
}

function faultOfDate(date: string): string | undefined {
  if (date === '' || DATE.test(date)) return undefined;
  return `Date: “${date}” is none. Write a year, a month or a day: 2026, 2026-11 or 2026-11-20.`;
}

function faultOfUrl(url: string): string | undefined {
  const isAddress = /^https?:\/\/[^\s/]+/iu.test(url) && !/\s/u.test(url) && URL.canParse(url);
  return url === '' || isAddress ? undefined : `Link: “${url}” is no address of the web. It begins with https://.`;
}

function faultOfTags(tags: readonly string[]): string | undefined {
  if (tags.length > MOST_TAGS) return `Tags: there are ${tags.length}; a document has ${MOST_TAGS} at most.`;
  const long = tags.find((tag) => tag.length > LONGEST.tag);
  return long && `Tags: “${long}” is too long; a tag has ${LONGEST.tag} characters at most.`;
}

/** Tags as somebody typed them, parted by commas; each once, whatever its case. */
export function readTags(typed: string): string[] {
  const tags = typed
    .split(/[,;、，]/u)
    .map((tag) => tidy(tag).replace(/^#+\s*/u, ''))
    .filter(Boolean);
  return tags.filter((tag, at) => tags.findIndex((other) => other.toLowerCase() === tag.toLowerCase()) === at);
}

/** A document with what was said of it in the place of what was found in it; what is no such detail is passed over. */
export function withDetails(found: Document, said: Readonly<Record<string, unknown>>): Document {
  const { author, date, url, ...rest } = found;
  const kept = { author, date, url };
  const fields = FIELDS.map((field) => [field, said[field] === undefined ? kept[field] : said[field]] as const);
  const { title, tags } = said;
  return {
    ...rest,
    ...Object.fromEntries(fields.filter(([, value]) => typeof value === 'string')),
    ...(typeof title === 'string' && title !== '' ? { title } : {}),
    ...(Array.isArray(tags) && tags.every((tag) => typeof tag === 'string') ? { tags } : {}),
  };
}

function tidied(form: DetailsForm): DetailsForm {
  return {
    title: tidy(form.title),
    author: tidy(form.author),
    date: tidy(form.date),
    url: tidy(form.url),
    tags: readTags(form.tags).join(', '),
  };
}

function tidy(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
