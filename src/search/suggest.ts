import Fuse from 'fuse.js';
import type { Document } from '../core/document.ts';

/** Documents offered at once: as many as Discord shows. */
const OFFERED = 25;

/** Suggests documents by title or path as someone types, misspelt or not; `documents` is read anew when it has changed. */
export function createSuggest(documents: ReadonlyMap<string, Document>) {
  const fuse = new Fuse<Document>([], {
    keys: ['title', 'id'],
    ignoreLocation: true,
    threshold: 0.4,
    ignoreDiacritics: true,
  });
  let stale = true;
  return {
    /** To be called when a document was added or removed. */
    changed: (): void => {
      stale = true;
    },
    suggest: (typed: string): readonly Document[] => {
      const all = [...documents.values()].sort(
        (a, b) => a.title.localeCompare(b.title, 'en') || a.id.localeCompare(b.id, 'en'),
      );
      if (typed.trim() === '') return all.slice(0, OFFERED);
      if (stale) fuse.setCollection(all);
      stale = false;
      return fuse.search(typed.trim(), { limit: OFFERED }).map(({ item }) => item);
    },
  };
}
