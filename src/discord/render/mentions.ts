import { count } from '../../core/answer.ts';
import { documentsIn } from '../../core/explain-absence.ts';
import type { Cited, Place } from '../../core/place.ts';
import type { Quotation } from '../../core/quotation.ts';
import { sentenceSpans } from '../../core/sentence.ts';
import { type Button, contextButton } from './buttons.ts';
import { renderCitation } from './citation.ts';
import { renderQuotation } from './quotation.ts';

/** Passages on a page, and code units of each. */
export const MENTIONS_PAGE = 5;
const BUDGET = 260;

/** Passages that name an actor, shortened around the sentence that does, with their numbered buttons. */
export function renderMentions(
  mentions: readonly Place[],
  shown: readonly Cited[],
  first: number,
): { readonly text: string; readonly buttons: readonly Button[] } {
  const head = `**NAMED IN** ${count(mentions.length, 'passage')} of ${count(documentsIn(mentions), 'document')}`;
  const blocks = shown.map(({ quotation }, index) => {
    const citation = renderCitation(quotation, first + index);
    return `${renderQuotation(inItsSentence(quotation), BUDGET, { bold: false })}\n${citation}`;
  });
  return {
    text: [head, ...blocks].join('\n\n'),
    buttons: shown.map(({ quotation }, index) => contextButton(inItsSentence(quotation), first + index, 'Quotation')),
  };
}

/** The quotation with the whole sentence around its answer as the answer. */
function inItsSentence(quotation: Quotation): Quotation {
  const { start, text, answer } = quotation;
  const sentence = sentenceSpans(text).find((span) => start + span.end > answer.start);
  const whole = sentence && { start: start + sentence.start, end: start + sentence.end };
  return whole && whole.start <= answer.start && answer.end <= whole.end ? { ...quotation, answer: whole } : quotation;
}
