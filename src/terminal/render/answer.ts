import { type Answer, count, explainSilence, type Found, type NotFound, strongest } from '../../core/answer.ts';
import type { Look } from '../look.ts';
import { plain, small } from '../text-lines.ts';
import { ANSWER_BAR, renderCitation, renderQuotation } from './quotation.ts';

/** Nearest passages shown where there is no answer. */
const NEAREST = 3;

/** An answer as text for a terminal or, with `width: Infinity` and no colour, for a pipe. No line feed at the end. */
export function renderAnswer(answer: Answer, look: Look): string {
  const body = answer.outcome === 'found' ? renderFound(answer, look) : renderNotFound(answer, look);
  return [...renderCorrections(answer, look), ...body].join('\n');
}

function renderCorrections({ corrections }: Answer, look: Look): string[] {
  if (corrections.length === 0) return [];
  return small(`Read as: ${corrections.map(({ from, to }) => `${from} → ${to}`).join(', ')}`, look);
}

function renderFound({ quotations, searched }: Found, look: Look): string[] {
  const shown = strongest(quotations);
  if (shown.length === 0) {
    return plain('The passages found are no longer in the documents word for word, so none is shown.', look);
  }
  const documents = new Set(shown.map(({ document }) => document)).size;
  const best = quotations.length > shown.length ? `Best ${shown.length} of ${quotations.length}` : String(shown.length);
  const noun = quotations.length === 1 ? 'passage' : 'passages';
  const legend = look.colour ? '' : ` · ${ANSWER_BAR.trim()} marks the answering sentence`;
  return [
    ...shown.flatMap((quotation) => [
      ...renderQuotation(quotation, look, 'answer'),
      ...renderCitation(quotation, look),
      '',
    ]),
    ...small(
      `${best} ${noun} from ${documents} of ${count(searched.documents, 'document')} · quoted word for word${legend}`,
      look,
    ),
  ];
}

function renderNotFound(answer: NotFound, look: Look): string[] {
  const lines = plain(explainSilence(answer), look);
  const nearest = answer.nearest.slice(0, NEAREST);
  if (nearest.length > 0) lines.push('', ...small('Nearest, though not an answer:', look));
  for (const quotation of nearest) {
    lines.push('', ...renderQuotation(quotation, look, 'nearest'), ...renderCitation(quotation, look));
  }
  if (answer.headings.length > 0) lines.push('', ...small('Nearest headings:', look));
  for (const { heading, title } of answer.headings) lines.push(...plain(`· ${heading} (${title})`, look));
  return lines;
}
