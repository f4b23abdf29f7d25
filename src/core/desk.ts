import type { Actor } from './actor.ts';
import { type ActorDeps, suggestActors } from './actor-choice.ts';
import type { Answer } from './answer.ts';
import { ask, type Question } from './ask.ts';
import { type ActorAnswer, type ActorRequest, actorCard } from './card.ts';
import type { ReadWords } from './claim-units.ts';
import { type ComparisonAnswer, type ComparisonRequest, compareActors } from './comparison.ts';
import { type Context, contextOf } from './context.ts';
import { composeDigest, type Digest, type DigestRequest } from './digest.ts';
import type { Focus } from './digest-settings.ts';
import type { Document, DocumentFault } from './document.ts';
import { type DocumentOverview, documentOverview } from './document-overview.ts';
import { searchDocuments } from './document-search.ts';
import type { Search } from './evidence.ts';
import { type ClaimEvidence, evidenceFor } from './evidence-for.ts';
import { type FocusOffer, type FocusReading, focusNames, readFocus, suggestFocus } from './focus.ts';
import { everybody } from './people.ts';
import { type Cited, cite, type Place, wordsOf } from './place.ts';
import type { Analysis } from './position.ts';
import { isVerbatim, type Quotation } from './quotation.ts';
import { checkQuotation, type QuotationCheck } from './quotation-check.ts';
import type { PassagesLike } from './quoted-pieces.ts';
import { isMadeOf } from './summary.ts';
import { type TopicAnswer, topicOverview } from './topic.ts';
import { suggestTopics, type Topic } from './topic-lookup.ts';

/** What the desk works with. `documents` and `analyses` are live: what is added to the maps is served. */
export type Deps = ActorDeps &
  ReadWords & {
    readonly documents: ReadonlyMap<string, Document>;
    readonly faults: readonly DocumentFault[];
    readonly search: Search;
    readonly passagesLike: PassagesLike;
    /** Documents whose title or path resembles what was typed, best first. */
    readonly suggest: (typed: string) => readonly Document[];
    /** What was found in each document, by its id; one whose hash is not the document's is passed over. */
    readonly analyses: ReadonlyMap<string, Analysis>;
    /** The topics of topics.yaml. */
    readonly topics: readonly Topic[];
    /** Called with every quotation withheld because it is no longer a verbatim span. */
    readonly onAltered: (quotation: Quotation) => void;
  };

export type Desk = ReturnType<typeof createDesk>;

/** The table of contents of the product: one line per capability, over the documents given. */
export function createDesk(deps: Deps) {
  const verified = (quotations: readonly Quotation[]) => quotations.filter((quotation) => verify(deps, quotation));
  const answer = (request: Question): Answer => ask({ ...deps, verified }, request);
  const cited = <P extends Place>(places: readonly P[]): readonly Cited<P>[] =>
    cite(deps.documents, places)
      .filter(({ quotation }) => verify(deps, quotation))
      .map((place) => inOwnWords(deps, place));
  return {
    /** Answers a question from all documents or one; throws `UserError` 'unknown-document' where that one is not there. */
    ask: answer,
    /** What the documents say of an actor, in the order in which an analyst thinks. */
    actor: (request: ActorRequest): ActorAnswer => actorCard(deps, request),
    /** Two or three actors side by side, topic by topic. */
    compare: (request: ComparisonRequest): ComparisonAnswer => compareActors(deps, request),
    /** Who holds what on a topic. */
    topic: (typed: string): TopicAnswer => topicOverview(deps, typed),
    /** Whether what a message quotes stands so in the documents. */
    checkQuotation: (message: string): QuotationCheck => checkQuotation({ ...deps, verified }, message),
    /** What the documents say for or against a claim. */
    evidenceFor: (claim: string): ClaimEvidence => evidenceFor({ ...deps, ask: answer }, claim),
    /** What a channel gets on a day. */
    digest: (request: DigestRequest): Digest => composeDigest({ ...deps, ask: answer, cited }, request),
    /** What was meant by the focus of a digest as somebody typed it. */
    readFocus: (typed: string): FocusReading => readFocus(deps, typed),
    /** The names of what a focus keeps to; none where it keeps to everything. */
    focusNames: (focus: Focus): readonly string[] => focusNames(deps, focus),
    /** Ways to complete a focus, best first. */
    suggestFocus: (typed: string, limit?: number): readonly FocusOffer[] => suggestFocus(deps, typed, limit),
    /** Every document that is served, and every file that could not be. */
    library: () => ({ documents: [...deps.documents.values()], faults: deps.faults }),
    /** One document at a glance, by path, file name or title; throws as `ask` does. */
    document: (named: string): DocumentOverview => documentOverview({ ...deps, verified }, named),
    /** Documents by words of their title, author, publisher, date or tags. */
    searchDocuments: (typed: string): readonly Document[] => searchDocuments(deps.documents.values(), typed),
    /** Everybody who can be asked about, by id. */
    actors: (): ReadonlyMap<string, Actor> => everybody(deps),
    /** Documents for what has been typed so far, best first. */
    suggest: deps.suggest,
    /** Actors for what has been typed so far, best first. */
    suggestActors: (typed: string, limit?: number) => suggestActors(deps, typed, limit),
    /** Topics for what has been typed so far, best first. */
    suggestTopics: (typed: string): readonly Topic[] => suggestTopics(deps, typed),
    /** The paragraphs around a citation. */
    context: (citation: { hash: string; paragraph: number }): Context => contextOf(deps.documents, citation),
    /** The passages of positions or mentions, as far as they are verbatim at this moment. */
    cited,
    /** The quotations that are verbatim at this moment; any other is withheld and reported. */
    verified: (quotations: readonly Quotation[]): readonly Quotation[] => verified(quotations),
  };
}

function verify(deps: Deps, quotation: Quotation): boolean {
  const verbatim = isVerbatim(quotation, deps.documents.get(quotation.document));
  if (!verbatim) deps.onAltered(quotation);
  return verbatim;
}

/** A summary that is not made of its sentence's words is reported, and the sentence stands in its place. */
function inOwnWords<P extends Place & { readonly summary?: string }>(deps: Deps, place: Cited<P>): Cited<P> {
  if (place.summary === undefined || isMadeOf(place.summary, wordsOf(place))) return place;
  deps.onAltered(place.quotation);
  return { ...place, summary: wordsOf(place) };
}
