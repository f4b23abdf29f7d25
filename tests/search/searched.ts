import type { Document } from '../../src/core/document.ts';
import type { Span } from '../../src/core/span.ts';
import { parseDocument } from '../../src/library/parse-document.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { parseSynonyms } from '../../src/search/read-synonyms.ts';

/** A document as the library makes it from a file of that name. */
export function documentFrom(text: string, id = 'brief.md'): Document {
  const { document, faults } = parseDocument({ id, bytes: Buffer.from(text) });
  if (!document) throw new Error(faults.map(({ cause }) => cause).join(' '));
  return document;
}

/** A search over files by name, each with the title "Notes" unless it begins with its own, and with the groups of a synonym file; `find` shows evidence in words. */
export function searchOver(files: Readonly<Record<string, string>>, groups: readonly string[] = []) {
  const { synonyms, faults } = parseSynonyms(groups.map((group) => `- ${group}`).join('\n'), 'synonyms.yaml');
  if (faults[0]) throw new Error(faults[0].cause);
  const index = createSearch({ synonyms });
  const titled = (text: string) => (/^(?:---|# )/u.test(text) ? text : `---\ntitle: Notes\n---\n\n${text}`);
  const documents = new Map(Object.entries(files).map(([id, text]) => [id, documentFrom(titled(text), id)]));
  for (const document of documents.values()) index.add(document);
  const textOf = (id: string, { start, end }: Span) => documents.get(id)?.text.slice(start, end) ?? '';
  return {
    index,
    documents,
    search: index.search,
    find: (question: string, document?: string) => {
      const { hits, ...evidence } = index.search(question, document === undefined ? {} : { document });
      return {
        ...evidence,
        /** Best first: the answering sentences, and where they stand. */
        answers: hits.map((hit) => textOf(hit.document, hit.answer)),
        places: hits.map((hit) => `${hit.document} ¶ ${hit.paragraph}`),
        /** The words that matched in the first passage. */
        matched: hits.slice(0, 1).flatMap((hit) => hit.matches.map((match) => textOf(hit.document, match))),
        /** Corrections as "from → to". */
        read: evidence.corrections.map(({ from, to }) => `${from} → ${to}`),
      };
    },
  };
}
