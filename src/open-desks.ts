import type { Logger } from 'pino';
import { createDesk, type Desk } from './core/desk.ts';
import type { Document, DocumentFault } from './core/document.ts';
import { findingsOf } from './core/findings.ts';
import type { Analysis } from './core/position.ts';
import type { Quotation } from './core/quotation.ts';
import { isVisible, type Scope } from './core/scope.ts';
import type { Analyst } from './open-analysis.ts';
import { createSearch, type SearchIndex } from './search/create-search.ts';
import type { Synonyms } from './search/synonyms.ts';

/** Documents that come, or take the place of the one of the same id and server, and documents that go. */
export type Change = { readonly put: readonly Document[]; readonly gone: readonly Document[] };

export type Desks = ReturnType<typeof createDesks>;

/** A desk, and what it is made over: nothing of any document that its scope does not show is anywhere in it. */
type Opened = {
  readonly scope: Scope;
  readonly desk: Desk;
  readonly documents: Map<string, Document>;
  readonly analyses: Map<string, Analysis>;
  readonly index: SearchIndex;
};

/**
 * Desks over documents that come and go, one for each scope that is asked for. Every scope has an index of its own, so that
 * no word, name or correction of a document reaches a place where the document may not be seen.
 */
export function createDesks(deps: {
  readonly analyst: Analyst;
  readonly synonyms: Synonyms;
  readonly faults: () => readonly DocumentFault[];
  readonly log: Logger;
}) {
  const { analyst, log } = deps;
  /** By server and id. */
  const documents = new Map<string, Document>();
  /** By the hash of their document. */
  const analyses = new Map<string, Analysis>();
  const opened = new Map<string, Opened>();

  function open(scope: Scope): Opened {
    const own = { documents: new Map<string, Document>(), analyses: new Map<string, Analysis>() };
    const index = createSearch({ synonyms: deps.synonyms });
    const desk = createDesk({
      ...analyst.deps,
      ...own,
      get faults() {
        return deps.faults();
      },
      search: index.search,
      suggest: index.suggest,
      onAltered: ({ document, paragraph, start, end }: Quotation) =>
        log.error({ document, paragraph, start, end }, 'Quotation withheld: it is not verbatim'),
    });
    const made = { scope, desk, index, ...own };
    for (const document of documents.values()) put(made, document);
    return made;
  }

  function put({ scope, index, ...own }: Opened, document: Document): void {
    if (!isVisible(document, scope)) return;
    index.add(document);
    own.documents.set(document.id, document);
    const analysis = analyses.get(document.hash);
    if (analysis) own.analyses.set(document.id, analysis);
  }

  function drop({ scope, index, ...own }: Opened, document: Document): void {
    if (!isVisible(document, scope)) return;
    index.remove(document.id);
    own.documents.delete(document.id);
    own.analyses.delete(document.id);
  }

  function replace(named: Document, now: Document | undefined): void {
    const key = keyOf(named);
    const before = documents.get(key);
    if (now) documents.set(key, now);
    else documents.delete(key);
    for (const each of opened.values()) {
      if (before) drop(each, before);
      if (now) put(each, now);
    }
    const kept = [...documents.values()].some(({ hash }) => hash === before?.hash);
    if (before && !kept) analyses.delete(before.hash);
  }

  return {
    /** The desk for a scope, which is made when it is first asked for. */
    deskFor(scope: Scope): Desk {
      const hasOwn = [...documents.values()].some(({ guild }) => guild !== undefined && guild === scope.guild);
      const shown = { guild: hasOwn ? scope.guild : undefined, tags: scope.tags.toSorted() };
      const key = JSON.stringify([shown.guild, shown.tags]);
      const found = opened.get(key) ?? open(shown);
      opened.set(key, found);
      return found.desk;
    },
    /** Puts changed documents in the place of earlier ones, each at once: a reader meets the old one or the new one. */
    change({ put: fresh, gone }: Change): void {
      for (const document of gone) replace(document, undefined);
      for (const document of fresh) replace(document, document);
    },
    /** Finds positions in the documents that have no analysis yet; resolves when all have one, never rejects. */
    async analyze(): Promise<void> {
      const waiting = [...documents.values()].filter(({ hash }) => !analyses.has(hash));
      await analyst.analyze(waiting, (document, analysis) => {
        analyses.set(document.hash, analysis);
        for (const each of opened.values())
          if (each.documents.get(document.id)?.hash === document.hash) each.analyses.set(document.id, analysis);
      });
      // Prepares the first card, which would wait for it otherwise: 0.7 s for 100,000 passages.
      for (const each of opened.values()) findingsOf(each);
    },
    /** Every document there is, whoever may see it. */
    documents: (): readonly Document[] => [...documents.values()],
  };
}

function keyOf({ guild, id }: Document): string {
  return `${guild ?? ''}/${id}`;
}
