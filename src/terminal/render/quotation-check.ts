import { cautionsOf, explainVerdict } from '../../core/explain-check.ts';
import { type CheckedQuotation, type QuotationCheck, sourcesOf } from '../../core/quotation-check.ts';
import type { Difference } from '../../core/word-differences.ts';
import type { Look } from '../look.ts';
import { bold, plain, small } from '../text-lines.ts';
import { renderCitation, renderQuotation } from './quotation.ts';

const LEGEND = '[-in the document-] {+in your text+}';

/** The verdicts on quotations for a terminal, each with the document's own words. */
export function renderQuotationCheck(check: QuotationCheck, look: Look): string {
  const { checked, more } = check;
  if (checked.length === 0) return plain('There are no words to check.', look).join('\n');
  const sections = checked.map((one) => renderSection(one, check, look));
  const left =
    more > 0 ? ['', ...small(`${more} more ${more === 1 ? 'quotation' : 'quotations'} not checked.`, look)] : [];
  return [...sections.flatMap((section, at) => (at === 0 ? section : ['', ...section])), ...left].join('\n');
}

function renderSection(checked: CheckedQuotation, check: QuotationCheck, look: Look): string[] {
  const several = check.checked.length > 1;
  const sources = checked.verdict === 'not-found' ? checked.nearest : sourcesOf(checked);
  return [
    ...bold(explainVerdict(checked, check), look),
    ...(several ? plain(`“${checked.quoted.replace(/\s+/gu, ' ')}”`, look) : []),
    ...cautionsOf(checked).flatMap((caution) => plain(caution, look)),
    ...(checked.verdict === 'altered'
      ? [...plain(checked.differences.map(marked).join(''), look), ...small(LEGEND, look)]
      : []),
    ...(checked.verdict === 'not-found' && sources.length > 0 ? ['', ...small('Nearest, in other words:', look)] : []),
    ...sources.flatMap((quotation) => [
      ...renderQuotation(quotation, look, checked.verdict === 'not-found' ? 'nearest' : 'answer'),
      ...renderCitation(quotation, look),
    ]),
  ];
}

/** A difference as `wdiff` marks it. */
function marked(difference: Difference): string {
  const { before } = difference;
  switch (difference.kind) {
    case 'same':
      return before + difference.text;
    case 'dropped':
      return `${before}[-${difference.text}-]`;
    case 'added':
      return `${before}{+${difference.text}+}`;
    case 'changed':
      return `${before}[-${difference.from}-] {+${difference.to}+}`;
    case 'inserted':
      return `${before}[${difference.text}]`;
    case 'cut':
      return `${before}[…]`;
  }
}
