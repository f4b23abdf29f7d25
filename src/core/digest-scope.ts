import type { Actor } from './actor.ts';
import type { DigestRequest } from './digest.ts';
import { type DigestLine, digestLine, worthShowing } from './digest-line.ts';
import type { Document } from './document.ts';
import { findingsOf, type Held } from './findings.ts';
import { fold } from './fold.ts';
import { actorById } from './people.ts';
import type { Place } from './place.ts';
import type { Mention } from './position.ts';
import type { Quotation } from './quotation.ts';
import type { TopicDeps } from './topic-lookup.ts';

/** What a digest may show: nothing outside of its focus and its language. */
export type Scope = {
  readonly documents: readonly Document[];
  /** Own positions that are worth showing, newest documents first within an actor. */
  readonly lines: readonly DigestLine[];
  /** Whether a quotation's answering sentence is within. */
  readonly holds: (quotation: Quotation) => boolean;
};

/** The part of the documents that a focus and a language leave; an empty focus leaves everything. */
export function scopeOf(deps: TopicDeps, { focus, language }: Pick<DigestRequest, 'focus' | 'language'>): Scope {
  const { actors, topics, tags } = focus;
  const findings = findingsOf(deps);
  const everything = actors.length + topics.length + tags.length === 0;
  const wanted = new Set(tags.map(fold));
  const tagged = (document: Document) => document.tags.some((tag) => wanted.has(fold(tag)));
  const spoken = (document: Document) => language === undefined || document.language === language;
  const places = [
    ...actors.flatMap((id) => [...findings.mentionsOf(id), ...findings.positionsOf(id)]),
    ...topics.flatMap(findings.positionsOn),
  ];
  const touched = new Set(places.map(({ document }) => document));
  const within = ({ document: id, actor, topic, kind }: Held) => {
    const document = deps.documents.get(id);
    if (!document || !spoken(document) || kind !== 'own') return false;
    return everything || actors.includes(actor) || topics.includes(topic) || tagged(document);
  };
  return {
    documents: [...deps.documents.values()].filter(
      (document) => spoken(document) && (everything || tagged(document) || touched.has(document.id)),
    ),
    lines: findings.once(`digest ${JSON.stringify([focus, language])}`, () => {
      const own = [...findings.actors.keys()].flatMap((id) => findings.positionsOf(id).filter(within));
      const mentions = mentionsOf(deps);
      // To look for sentences that are merely alike would take seconds for everybody in a large library.
      const lines = own.map((held) => {
        const sentence = deps.documents.get(held.document)?.text.slice(held.start, held.end) ?? '';
        return digestLine({ ...held, repeats: [] }, sentence, mentions(held), deps.actors);
      });
      return worthShowing(lines, (id) => actors.includes(id) || speaks(actorById(deps, id)));
    }),
    holds: ({ document: id, answer }) => {
      const document = deps.documents.get(id);
      if (!document || !spoken(document)) return false;
      const analysis = deps.analyses.get(id);
      const { positions = [], mentions = [] } = analysis?.hash === document.hash ? analysis : {};
      const about = [
        ...mentions.filter(({ actor }) => actors.includes(actor)),
        ...positions.filter(({ actor, topic }) => actors.includes(actor) || topics.includes(topic)),
      ];
      return everything || tagged(document) || about.some(({ start, end }) => start < answer.end && end > answer.start);
    },
  };
}

/** Who is named in a place's paragraph; a long document has thousands of mentions, so they are sorted once. */
function mentionsOf({ analyses }: TopicDeps): (place: Place) => readonly Mention[] {
  const sorted = new Map<string, ReadonlyMap<number, readonly Mention[]>>();
  return ({ document, paragraph }) => {
    const known = sorted.get(document);
    const own = known ?? Map.groupBy(analyses.get(document)?.mentions ?? [], (mention) => mention.paragraph);
    if (!known) sorted.set(document, own);
    return own.get(paragraph) ?? [];
  };
}

/** Scholars and writers hold views too, but they stand for nobody. */
function speaks(actor: Actor | undefined): boolean {
  return actor?.type !== 'person' || (actor.speaksFor ?? []).length > 0;
}
