import type { Document } from './document.ts';
import { fold } from './fold.ts';

/** Scripts that put no spaces between words. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}]/u;

/**
 * Documents of which title, author, publisher, date or a tag hold every word that was typed, or its beginning; those with
 * all of them in the title first, then by title.
 */
export function searchDocuments(documents: Iterable<Document>, typed: string): readonly Document[] {
  const words = fold(typed).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const holds = (...texts: readonly string[]) => {
    const text = ` ${texts.map(fold).join(' ')}`;
    return words.every((word) => text.includes(UNSPACED.test(word) ? word : ` ${word}`));
  };
  const found = [...documents]
    .filter(({ title, author = '', publisher = '', date = '', tags }) => holds(title, author, publisher, date, ...tags))
    .map((document) => ({ document, first: holds(document.title) }));
  return found
    .sort((a, b) => Number(b.first) - Number(a.first) || byTitle(a.document, b.document))
    .map(({ document }) => document);
}

/** In the order of their titles. */
export function byTitle(a: Document, b: Document): number {
  return a.title.localeCompare(b.title, 'en') || a.id.localeCompare(b.id, 'en');
}
