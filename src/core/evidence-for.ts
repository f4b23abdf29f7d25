import type { Answer } from './answer.ts';
import { type Label, labelOf } from './claim-label.ts';
import type { ReadWords, Said } from './claim-units.ts';
import { comparedWords } from './compared-words.ts';
import type { Document } from './document.ts';
import type { Quotation } from './quotation.ts';
import { sentencesIn } from './quotation-marks.ts';
import { sentenceSpans } from './sentence.ts';

/** A passage near a claim, labelled where its words decide; `answer` is then the sentence that does. */
export type EvidencePiece = { readonly quotation: Quotation; readonly label?: Label };

/** What the documents say near a claim; `near` is false where the passages are no more than the nearest there are. */
export type ClaimEvidence = {
  readonly claim: string;
  readonly near: boolean;
  /** What decides first, then as the search ranked them; five at most. */
  readonly pieces: readonly EvidencePiece[];
  readonly searched: Answer['searched'];
};

type Deps = ReadWords & {
  readonly documents: ReadonlyMap<string, Document>;
  /** Answers a question in verified quotations. */
  readonly ask: (request: { readonly question: string }) => Answer;
};

/** Words of a message that are taken for its claim; whole sentences. */
const LONGEST = 60;
const SHOWN = 5;
const ORDER: readonly (Label | undefined)[] = ['contradicts', 'supports'];

/** Finds what the documents say for or against a claim, which is a message or its first sentences. */
export function evidenceFor(deps: Deps, message: string): ClaimEvidence {
  const { claim, whole } = claimOf(message);
  // A claim asks for no phrase word for word, so its quotation marks are no part of the question.
  const answer = deps.ask({ question: claim.replace(/["“”„«»「」『』]/gu, ' ') });
  const quotations = answer.outcome === 'found' ? answer.quotations : answer.nearest;
  const pieces = quotations.map((quotation) => (whole ? labelled(deps, claim, quotation) : { quotation }));
  const rank = ({ label }: EvidencePiece) => (ORDER.indexOf(label) < 0 ? ORDER.length : ORDER.indexOf(label));
  return {
    claim,
    near: answer.outcome === 'found' || pieces.some(({ label }) => ORDER.includes(label)),
    pieces: pieces.toSorted((a, b) => rank(a) - rank(b)).slice(0, SHOWN),
    searched: answer.searched,
  };
}

/** The message's first sentences, or the beginning of its first one, and whether that is one whole sentence. */
function claimOf(message: string): { readonly claim: string; readonly whole: boolean } {
  const sentences = sentencesIn(message).filter((sentence) => comparedWords(sentence).length > 0);
  const taken: string[] = [];
  let words = 0;
  for (const sentence of sentences) {
    words += comparedWords(sentence).length;
    if (taken.length > 0 && words > LONGEST) break;
    taken.push(sentence);
  }
  const [first = '', ...others] = taken;
  const next = comparedWords(first)[LONGEST];
  if (next) return { claim: first.slice(0, next.start).trim(), whole: false };
  return { claim: taken.join(' '), whole: others.length === 0 };
}

/** Labels a passage by the sentence that decides; a claim of several sentences has no label, for which of them would it be about? */
function labelled(deps: Deps, claim: string, quotation: Quotation): EvidencePiece {
  if (deps.documents.get(quotation.document)?.language !== 'en') return { quotation };
  // Read together: a city that stands for its government in one of them does so in the other.
  const names = deps.namesIn(`${claim}\n\n${quotation.text}`, 'en');
  const said = (text: string, offset: number): Said => ({
    text,
    names: names
      .map(({ actor, start, end }) => ({ actor, start: start - offset, end: end - offset }))
      .filter(({ start, end }) => start >= 0 && end <= text.length),
  });
  const sentences = sentenceSpans(quotation.text).map(({ start, end }) => ({
    answer: { start: quotation.start + start, end: quotation.start + end },
    label: labelOf(said(claim, 0), said(quotation.text.slice(start, end), claim.length + 2 + start), deps.stemOf),
  }));
  const deciding = sentences.filter(({ label }) => label === 'supports' || label === 'contradicts');
  const [first] = deciding;
  if (first?.label && deciding.every(({ label }) => label === first.label))
    return { quotation: { ...quotation, answer: first.answer, matches: [] }, label: first.label };
  const same = deciding.length === 0 && sentences.some(({ label }) => label === 'same-topic');
  return same ? { quotation, label: 'same-topic' } : { quotation };
}
