import { titleOf } from '../../core/actor.ts';
import { type Digest, isEmpty } from '../../core/digest.ts';
import { headOf, nothingToday, watchInWords } from '../../core/explain-digest.ts';
import { answerAlone } from '../../core/quotation.ts';
import type { Look } from '../look.ts';
import { bold, plain, small } from '../text-lines.ts';
import { renderLine } from './line.ts';
import { renderCitation, renderQuotation } from './quotation.ts';

/** A digest for a terminal or a pipe; one line where it has nothing to say. */
export function renderDigest(digest: Digest, look: Look): string {
  if (isEmpty(digest)) return plain(nothingToday(digest), look).join('\n');
  const { position, watch, asked } = digest;
  const lines = bold(headOf(digest), look);
  if (position) {
    const { actor, line, topic, alone } = position;
    const about = [`${titleOf(actor)} ${line.stance}`, topic].filter((part) => part !== undefined);
    const quotation = alone ? answerAlone(line.quotation) : line.quotation;
    lines.push('', ...bold(`POSITION OF THE DAY · ${about.join(' · ')}`, look));
    lines.push(...renderQuotation(quotation, look, 'answer'), ...renderCitation(quotation, look));
  }
  if (watch) {
    lines.push('', ...bold(`TO WATCH · ${titleOf(watch.actor)}`, look), ...plain(watchInWords(watch), look));
    const shown = [...(watch.before ? [watch.before] : []), ...watch.now];
    lines.push(...shown.flatMap((line, at) => renderLine(line, at + 1, look)));
  }
  if (asked) {
    lines.push('', ...bold(`ASKED · ${asked.question.replace(/\s+/gu, ' ').trim()}`, look));
    lines.push(...renderQuotation(asked.quotation, look, 'answer'), ...renderCitation(asked.quotation, look));
  }
  return [...lines, '', ...small('Quoted word for word.', look)].join('\n');
}
