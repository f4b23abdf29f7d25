import { cautionsOf, explainVerdict } from '../../core/explain-check.ts';
import type { Quotation } from '../../core/quotation.ts';
import { type CheckedQuotation, type QuotationCheck, sourcesOf } from '../../core/quotation-check.ts';
import { customId } from '../custom-id.ts';
import { escapeLine, escapeText } from '../escape.ts';
import type { MessageView } from '../message-menu.ts';
import type { Reply } from '../reply.ts';
import { contextButton, rowsOf, shareButton } from './buttons.ts';
import { renderCitation } from './citation.ts';
import { COLOURS } from './colours.ts';
import { LEGEND, renderDifferences } from './differences.ts';
import { renderQuotation } from './quotation.ts';

/** Code units of all sections, of the quotations in one, of its differences, and of the beginning that tells which quotation it is. */
const BUDGET = { sections: 3600, quoted: 1200, nearest: 220, differences: 700, beginning: 60 } as const;
/** Passages shown for one quotation. */
const SOURCES = 3;

/** A passage and the number under which its context can be opened, where there are several. */
type Numbered = { readonly quotation: Quotation; readonly number: number | undefined };

/** The verdicts on what a message quotes, each with the document's own words. */
export function renderQuotationCheck(check: QuotationCheck, { id, message, sharing, link }: MessageView): Reply {
  const { checked, more } = check;
  const all = checked.map(shownOf);
  const several = all.flat().length > 1;
  let number = 0;
  const numbered = all.map((sources) =>
    sources.map((quotation) => ({ quotation, number: several ? ++number : undefined })),
  );
  const sections = checked.map((one, at) => renderSection(one, numbered[at] ?? [], check));
  let length = 0;
  const fitting = sections.findIndex((section) => (length += section.length + 2) > BUDGET.sections);
  const shown = fitting < 0 ? sections : sections.slice(0, Math.max(1, fitting));
  const left = more + sections.length - shown.length;
  const lines = [
    shown.join('\n\n'),
    ...(left > 0 ? [`\n-# ${left} more ${left === 1 ? 'quotation is' : 'quotations are'} not shown.`] : []),
    ...(link === undefined ? [] : [`\n-# About [this message](${link})`]),
  ];
  const right = checked.every(({ verdict }) => verdict === 'verbatim');
  const contexts = numbered.slice(0, shown.length).flat();
  const share =
    sharing === 'none' || id === undefined ? [] : [shareButton(customId('check-show', id, message), sharing)];
  return {
    embeds: [{ color: right ? COLOURS.found : COLOURS.quiet, description: lines.join('\n') }],
    components: rowsOf([...contexts.map(({ quotation, number: at }) => contextButton(quotation, at)), ...share]),
  };
}

function shownOf(checked: CheckedQuotation): readonly Quotation[] {
  return checked.verdict === 'not-found' ? checked.nearest : sourcesOf(checked).slice(0, SOURCES);
}

function renderSection(checked: CheckedQuotation, sources: readonly Numbered[], check: QuotationCheck): string {
  const several = check.checked.length > 1;
  const verdict = `**${explainVerdict(checked, check)}**`;
  const budget =
    checked.verdict === 'not-found' ? BUDGET.nearest : BUDGET.quoted / check.checked.length / sources.length;
  const left = sourcesOf(checked).length - sources.length;
  return [
    several ? `${verdict} · “${escapeLine(checked.quoted, BUDGET.beginning)}”` : verdict,
    ...cautionsOf(checked).map((caution) => escapeText(caution)),
    ...(checked.verdict === 'altered'
      ? [renderDifferences(checked.differences, BUDGET.differences / check.checked.length), LEGEND]
      : []),
    ...(checked.verdict === 'not-found' && sources.length > 0 ? ['Nearest, in other words:'] : []),
    ...sources.map(({ quotation, number }) => {
      const block = renderQuotation(quotation, budget, { bold: checked.verdict !== 'not-found' });
      return `${block}\n${renderCitation(quotation, number)}`;
    }),
    ...(left > 0 ? [`-# ${left} more ${left === 1 ? 'place is' : 'places are'} not shown.`] : []),
  ].join('\n');
}
