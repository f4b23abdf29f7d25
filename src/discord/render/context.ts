import { pagesOf, type Quotation } from '../../core/quotation.ts';
import { sentenceSpans } from '../../core/sentence.ts';
import { escapeLine } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import type { Reply } from '../reply.ts';
import { renderSource } from './citation.ts';
import { COLOURS } from './colours.ts';
import { renderQuotation } from './quotation.ts';

/** Code units for the cited paragraph and for each of its neighbours. */
const BUDGET = { cited: 1500, neighbour: 500 } as const;

/** The paragraphs around a citation in the document's order; the cited one has its answering sentence in bold. */
export function renderContext(quotations: readonly Quotation[], paragraph: number): Reply {
  const blocks = quotations.map((quotation) => {
    const cited = quotation.paragraph === paragraph;
    const shown = quotation.paragraph < paragraph ? fromItsEnd(quotation) : quotation;
    const label = [
      pagesOf(quotation),
      cited ? `**¶ ${quotation.paragraph}**` : `¶ ${quotation.paragraph}`,
      cited ? renderSource(quotation) : undefined,
    ];
    const block = renderQuotation(shown, cited ? BUDGET.cited : BUDGET.neighbour, { bold: cited });
    return `-# ${label.filter((part) => part !== undefined).join(' · ')}\n${block}`;
  });
  const about = quotations.find((quotation) => quotation.paragraph === paragraph);
  const section = about?.headings.filter((heading) => heading !== about.title).slice(-3) ?? [];
  const trail = section.map((heading) => escapeLine(heading, 80));
  return {
    embeds: [
      {
        color: COLOURS.found,
        title: escapeLine(about?.title ?? '', LIMITS.embedTitle),
        description: [...(trail.length > 0 ? [`-# ${trail.join(' › ')}`] : []), blocks.join('\n')].join('\n'),
        footer: { text: 'quoted word for word' },
      },
    ],
    components: [],
  };
}

/** Of the paragraph before, the words next to the cited one matter most, so a cut falls at its beginning. */
function fromItsEnd(quotation: Quotation): Quotation {
  const last = sentenceSpans(quotation.text).at(-1);
  if (!last) return quotation;
  return { ...quotation, answer: { start: quotation.start + last.start, end: quotation.start + last.end } };
}
