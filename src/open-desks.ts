import type { Logger } from 'pino';
import { createDesk, type Desk } from './core/desk.ts';
import type { Document, DocumentFault } from './core/document.ts';
import { findingsOf } from './core/findings.ts';
import type { Analysis } from './core/position.ts';
import type { Quotation } from './core/quotation.ts';
import { isVisible, type Scope } from './core/scope.ts';
import { type Analyst, analysisKey } from './open-analysis.ts';
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
  /** By their keys. */
  const analyses = new Map<string, Analysis>();
  const opened = new Map<string, Opened>();
  /** How many documents each server has of its own. */
  const own = new Map<string, number>();
  let analysing: Promise<void> | undefined;
  let waiting = false;

  function open(scope: Scope): Opened {
    const shown = { documents: new Map<string, Document>(), analyses: new Map<string, Analysis>() };
    const index = createSearch({ synonyms: deps.synonyms });
    const desk = createDesk({
      ...analyst.deps,
      ...shown,
      get faults() {
        return deps.faults();
      },
      search: index.search,
      suggest: index.suggest,
      passagesLike: index.passagesLike,
      stemOf: index.stemOf,
      onAltered: ({ document, paragraph, start, end }: Quotation) =>
        log.error({ document, paragraph, start, end }, 'Quotation withheld: it is not verbatim'),
    });
    const made = { scope, desk, index, ...shown };
    for (const document of documents.values()) put(made, document);
    return made;
  }

  function put({ scope, index, ...shown }: Opened, document: Document): void {
    if (!isVisible(document, scope)) return;
    index.add(document);
    shown.documents.set(document.id, document);
    const analysis = analyses.get(analysisKey(document));
    if (analysis) shown.analyses.set(document.id, analysis);
  }

  function drop({ scope, index, ...shown }: Opened, document: Document): void {
    if (!isVisible(document, scope)) return;
    index.remove(document.id);
    shown.documents.delete(document.id);
    shown.analyses.delete(document.id);
  }

  /** Gives the document that was there before. */
  function replace(named: Document, now: Document | undefined): Document | undefined {
    const key = keyOf(named);
    const before = documents.get(key);
    if (now) documents.set(key, now);
    else documents.delete(key);
    if (named.guild !== undefined)
      own.set(named.guild, (own.get(named.guild) ?? 0) + Number(now !== undefined) - Number(before !== undefined));
    for (const each of opened.values()) {
      if (before) drop(each, before);
      if (now) put(each, now);
    }
    return before;
  }

  const hasOwn = (server: string | undefined): boolean => (own.get(server ?? '') ?? 0) > 0;

  /** Analyses of documents that were there before, and that no document needs now. */
  function forgetUnused(before: readonly Document[]): void {
    if (before.length === 0) return;
    const used = new Set([...documents.values()].map(analysisKey));
    for (const key of before.map(analysisKey)) if (!used.has(key)) analyses.delete(key);
  }

  /** Puts an analysis in service; whether its document is still there, for it may be gone or another by now. */
  function take(document: Document, analysis: Analysis): boolean {
    const key = analysisKey(document);
    const isSame = (other: Document | undefined) => other !== undefined && analysisKey(other) === key;
    if (!isSame(documents.get(keyOf(document)))) return false;
    analyses.set(key, analysis);
    for (const each of opened.values())
      if (isSame(each.documents.get(document.id))) each.analyses.set(document.id, analysis);
    return true;
  }

  async function analyzeAll(): Promise<void> {
    while (waiting) {
      waiting = false;
      const unread = [...documents.values()].filter((document) => !analyses.has(analysisKey(document)));
      if (unread.length > 0) await analyst.analyze(unread, take);
      // Prepares the first card, which would wait for it otherwise: 0.7 s for 100,000 passages.
      for (const each of opened.values()) findingsOf(each);
    }
  }

  return {
    /** The desk for a scope, which is made when it is first asked for. */
    deskFor(scope: Scope): Desk {
      const shown = { guild: hasOwn(scope.guild) ? scope.guild : undefined, tags: scope.tags.toSorted() };
      const key = JSON.stringify([shown.guild, shown.tags]);
      const found = opened.get(key) ?? open(shown);
      opened.set(key, found);
      return found.desk;
    },
    /** Puts changed documents in the place of earlier ones, each at once: a reader meets the old one or the new one. */
    change({ put: fresh, gone }: Change): void {
      const before = [
        ...gone.map((document) => replace(document, undefined)),
        ...fresh.map((document) => replace(document, document)),
      ];
      forgetUnused(before.filter((document) => document !== undefined));
      // A server without documents of its own is served by the desks of all.
      for (const [key, { scope }] of opened) if (scope.guild !== undefined && !hasOwn(scope.guild)) opened.delete(key);
    },
    /** Closes the desks of tags by which nobody searches any more. */
    closeUnused(isUsed: (tags: readonly string[]) => boolean): void {
      for (const [key, { scope }] of opened) if (!isUsed(scope.tags)) opened.delete(key);
    },
    /**
     * Finds positions in the documents that have no analysis yet; resolves when all have one, never rejects. Called again
     * meanwhile, it goes on with what has come since.
     */
    analyze(): Promise<void> {
      waiting = true;
      analysing ??= analyzeAll().finally(() => {
        analysing = undefined;
      });
      return analysing;
    },
    /** Deletes what is kept on disk of what was found in documents of that hash. */
    forget: analyst.forget,
    /** Every document there is, whoever may see it. */
    documents: (): readonly Document[] => [...documents.values()],
  };
}

function keyOf({ guild, id }: Document): string {
  return `${guild ?? ''}/${id}`;
}
