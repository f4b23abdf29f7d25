import { type Answer, FOUND_AT } from './answer.ts';
import type { Document } from './document.ts';
import type { Hit, Search } from './evidence.ts';
import { findDocument } from './find-document.ts';
import { type Quotation, quote } from './quotation.ts';

/** What a question needs; `verified` leaves the quotations that are verbatim at this moment. */
export type AskDeps = {
  readonly documents: ReadonlyMap<string, Document>;
  readonly search: Search;
  readonly suggest: (typed: string) => readonly Document[];
  readonly verified: (quotations: readonly Quotation[]) => readonly Quotation[];
};

/** A question, and the one document to ask, by title or path. */
export type Question = { readonly question: string; readonly document?: string | undefined };

/** Answers from all documents or one, in verified quotations alone; throws `UserError` 'unknown-document'. */
export function ask(deps: AskDeps, { question, document }: Question): Answer {
  const scope = document === undefined ? {} : { document: findDocument(deps, document).id };
  const evidence = deps.search(question, scope);
  const quotations = deps.verified(evidence.hits.flatMap((hit) => quoteHit(deps, hit)));
  const within = scope.document === undefined ? [...deps.documents.values()] : [findDocument(deps, scope.document)];
  const common = {
    question,
    confidence: evidence.confidence,
    corrections: evidence.corrections,
    searched: {
      documents: within.length,
      passages: within.reduce((sum, { passages }) => sum + passages.length, 0),
    },
  };
  const silence = evidence.wordless ? 'wordless' : evidence.missingPhrase !== undefined ? 'phrase' : 'silent';
  if (silence === 'silent' && evidence.confidence >= FOUND_AT && evidence.hits.length > 0)
    return { outcome: 'found', ...common, quotations };
  return {
    outcome: 'not-found',
    ...common,
    reason: silence,
    nearest: quotations,
    headings: evidence.headings.map(({ heading, document: id }) => ({
      heading,
      document: id,
      title: deps.documents.get(id)?.title ?? id,
    })),
  };
}

function quoteHit(deps: AskDeps, { document: id, paragraph, ...evidence }: Hit): Quotation[] {
  const document = deps.documents.get(id);
  const passage = document?.passages.find((candidate) => candidate.paragraph === paragraph);
  return document && passage ? [quote(document, passage, evidence)] : [];
}
