import { FOUND_AT } from '../core/answer.ts';
import type { Evidence, Hit } from '../core/evidence.ts';
import { fold } from './analyzer.ts';
import { confidenceOf, type Features, featuresOf } from './confidence.ts';
import { correctionsFor, matchesIn } from './matches.ts';
import { meetingOf } from './meeting.ts';
import { type Entry, HEADING, type PassageIndex, QUOTABLE } from './passage-index.ts';
import { quotedPhrases } from './phrase.ts';
import { type Group, groupsOf } from './question.ts';
import { MOST_BONUS, type Ranked, type Ranker, type SentenceBonus, type Within } from './rank.ts';
import { withoutRepeats } from './repeats.ts';
import { findPhrase, type SoughtPhrase } from './sought-phrase.ts';

const HITS = 10;
const HEADINGS = 3;
/** Hits that a reply shows, and whose matching words are therefore sought. */
const SHOWN = 5;
/** Confidence where the question is a phrase in quotation marks and a passage holds it. */
const PHRASE_FOUND = 0.9;

/** Evidence with what its confidence rests on; without `features` there was nothing to search for. */
export type Found = { readonly evidence: Evidence; readonly features?: Features };

/** Searches an index for what a question asks. */
export function find(
  question: string,
  scope: { readonly document?: string },
  index: PassageIndex,
  rank: Ranker,
): Found {
  const groups = groupsOf(question, index);
  if (groups.length === 0)
    return { evidence: { hits: [], confidence: 0, corrections: [], wordless: true, headings: [] } };
  const inScope =
    scope.document === undefined ? {} : { accepts: (passage: number) => isOf(passage, scope.document, index) };
  const quotable: Within = { kind: QUOTABLE, ...inScope };
  const meeting = meetingOf(question, groups, index);
  const bonus: SentenceBonus = (passage, sentence) => (meeting?.meets(passage, sentence) ? MOST_BONUS : 0);
  const sought = quotedPhrases(question).map((phrase) => findPhrase(phrase, quotable, index, rank));
  const missing = sought.find(({ passages }) => passages === undefined);
  const holds: Within =
    missing || sought.length === 0
      ? quotable
      : { kind: QUOTABLE, accepts: (passage) => sought.every(({ passages }) => passages?.has(passage)) };
  const ranked = withoutRepeats(rank(groups, holds, bonus), HITS, index);
  const nearest = missing?.nearest === undefined ? ranked : toFront(ranked, missing.nearest);
  const features = featuresOf(groups, ranked, index, meeting);
  const fitted = ranked.length > 0 ? confidenceOf(features) : 0;
  const confidence = isAllQuoted(groups, sought) && !missing ? Math.max(PHRASE_FOUND, fitted) : fitted;
  const phrases = sought.flatMap(({ phrase, correction }) =>
    correction === undefined ? [] : [{ from: phrase, to: correction }],
  );
  const words = ranked[0] && !missing ? correctionsFor(ranked[0].passage, groups, index) : [];
  const evidence: Evidence = {
    hits: nearest.map((one, at) => toHit(one, at < SHOWN ? groups : [], index)),
    confidence,
    corrections: [
      ...phrases,
      // A word of a corrected phrase is shown with the phrase.
      ...words.filter(({ from }) => !phrases.some((phrase) => phrase.from.includes(from))),
    ],
    wordless: false,
    ...(missing ? { missingPhrase: missing.phrase } : {}),
    headings:
      confidence < FOUND_AT || missing ? nearestHeadings(groups, { kind: HEADING, ...inScope }, index, rank) : [],
  };
  return { evidence, features };
}

function isOf(passage: number, document: string | undefined, index: PassageIndex): boolean {
  return index.entries[passage]?.document.id === document;
}

/** Whether the question asks for quoted phrases and nothing besides. */
function isAllQuoted(groups: readonly Group[], sought: readonly SoughtPhrase[]): boolean {
  const quoted = fold(sought.map(({ phrase }) => phrase).join(' '));
  return sought.length > 0 && groups.every(({ surface, weight }) => weight < 1 || quoted.includes(fold(surface)));
}

function toFront(ranked: readonly Ranked[], first: Ranked): Ranked[] {
  return [first, ...ranked.filter(({ passage }) => passage !== first.passage)].slice(0, HITS);
}

function toHit(ranked: Ranked, groups: readonly Group[], index: PassageIndex): Hit {
  const { passage, sentence, score } = ranked;
  const {
    document,
    passage: { paragraph },
  } = index.entries[passage] as Entry;
  return {
    document: document.id,
    paragraph,
    answer: index.sentenceOf(passage, sentence),
    matches: matchesIn(ranked, groups, index),
    score,
  };
}

function nearestHeadings(groups: readonly Group[], headings: Within, index: PassageIndex, rank: Ranker) {
  return rank(groups, headings, () => 0)
    .slice(0, HEADINGS)
    .map(({ passage }) => ({
      heading: index.textOf(passage),
      document: (index.entries[passage] as Entry).document.id,
    }));
}
