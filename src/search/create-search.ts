import type { Document } from '../core/document.ts';
import type { Search } from '../core/evidence.ts';
import type { PassagesLike } from '../core/quoted-pieces.ts';
import { analyzerOf } from './analyzer.ts';
import type { Features } from './confidence.ts';
import { find } from './find.ts';
import { createPassageIndex } from './passage-index.ts';
import { passagesLike } from './passages-like.ts';
import { createRanker } from './rank.ts';
import { createSuggest } from './suggest.ts';
import type { Synonyms } from './synonyms.ts';

/** Removed passages are kept until they outnumber the others, but at least this many. */
const REMOVED = 1000;

export type SearchIndex = ReturnType<typeof createSearch>;

/** The term of a word in a language, or `undefined` for a stop word. */
const stemOf = (word: string, language: string) => analyzerOf(language)(word);

/** A search over documents that can be added and removed at any time; `synonyms` hold for all of them. */
export function createSearch({ synonyms }: { synonyms: Synonyms }) {
  const documents = new Map<string, Document>();
  let index = createPassageIndex(synonyms);
  let rank = createRanker(index);
  const { suggest, changed } = createSuggest(documents);
  const search = (question: string, scope: { readonly document?: string } = {}) => find(question, scope, index, rank);
  const remove = (id: string): void => {
    if (!documents.delete(id)) return;
    index.remove(id);
    changed();
    if (index.totals.removed < Math.max(REMOVED, index.totals.passages)) return;
    index = createPassageIndex(synonyms);
    rank = createRanker(index);
    for (const document of documents.values()) index.add(document);
  };
  /** Adds a document, in place of an earlier one with its id. */
  const add = (document: Document): void => {
    remove(document.id);
    documents.set(document.id, document);
    index.add(document);
    changed();
  };
  const answer: Search = (question, scope) => search(question, scope).evidence;
  /** What the confidence of an answer rests on; undefined where there is nothing to search for. */
  const features = (question: string): Features | undefined => search(question).features;
  /** Passages that may hold a text in its own words. */
  const like: PassagesLike = (text, most) => passagesLike(text, most, index);
  return { add, remove, search: answer, features, suggest, passagesLike: like, stemOf };
}
