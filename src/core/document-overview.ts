import type { Actor } from './actor.ts';
import type { Document } from './document.ts';
import { findDocument, type Known } from './find-document.ts';
import type { Analysed } from './findings.ts';
import { actorById } from './people.ts';
import { type Quotation, quote } from './quotation.ts';
import { sentenceSpans } from './sentence.ts';

/** How often an actor speaks in a document, and is named in it. */
type Speaker = { readonly actor: Actor; readonly positions: number; readonly mentions: number };

/** What there is to know of one document at a glance. */
export type DocumentOverview = {
  readonly document: Document;
  /** Its first words; none where they are not verbatim at this moment. */
  readonly opening: Quotation | undefined;
  /** Those who are quoted most first; none as long as the document was not read for that. */
  readonly speakers: readonly Speaker[] | undefined;
};

type OverviewDeps = Known &
  Analysed & {
    readonly actors: ReadonlyMap<string, Actor>;
    readonly verified: (quotations: readonly Quotation[]) => readonly Quotation[];
  };

/** A document by path, file name or title; throws `UserError` 'unknown-document' or 'ambiguous-document'. */
export function documentOverview(deps: OverviewDeps, named: string): DocumentOverview {
  const document = findDocument(deps, named);
  const [opening] = deps.verified(openingOf(document));
  return { document, opening, speakers: speakersOf(deps, document) };
}

function openingOf(document: Document): Quotation[] {
  const prose = document.passages.find(({ kind }) => kind === 'paragraph' || kind === 'list' || kind === 'quotation');
  const passage = prose ?? document.passages[0];
  if (!passage) return [];
  const [first] = sentenceSpans(document.text.slice(passage.start, passage.end));
  const answer = first
    ? { start: passage.start + first.start, end: passage.start + first.end }
    : { start: passage.start, end: passage.end };
  return [quote(document, passage, { answer, matches: [], score: 0 })];
}

/** Whose own positions it holds, and who is named in it. */
function speakersOf(deps: OverviewDeps, { id, hash }: Document): Speaker[] | undefined {
  const analysis = deps.analyses.get(id);
  if (analysis?.hash !== hash) return undefined;
  const own = Map.groupBy(
    analysis.positions.filter(({ kind }) => kind === 'own'),
    ({ actor }) => actor,
  );
  const named = Map.groupBy(analysis.mentions, ({ actor }) => actor);
  const speakers = [...new Set([...own.keys(), ...named.keys()])].flatMap((actorId) => {
    const actor = actorById(deps, actorId);
    if (!actor) return [];
    return [{ actor, positions: own.get(actorId)?.length ?? 0, mentions: named.get(actorId)?.length ?? 0 }];
  });
  return speakers.sort(
    (a, b) => b.positions - a.positions || b.mentions - a.mentions || (a.actor.name < b.actor.name ? -1 : 1),
  );
}
