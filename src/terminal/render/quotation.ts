import { styleText } from 'node:util';
import { excerpt } from '../../core/excerpt.ts';
import { pagesOf, type Quotation } from '../../core/quotation.ts';
import type { Span } from '../../core/span.ts';
import type { Look } from '../look.ts';
import { neutralise } from '../neutralise.ts';
import { wrap } from '../wrap.ts';

/** UTF-16 code units shown of a passage; longer ones are cut around the answering sentence. */
const BUDGET = { answer: 900, nearest: 200 };
const BAR = '│ ';
/** Stands before the answering sentence where there is no bold type. */
export const ANSWER_BAR = '┃ ';

type Run = { readonly text: string; readonly answer: boolean };

/**
 * A passage behind a bar. As an answer, its answering sentence is bold or, without colour, on lines of its own behind a
 * heavy bar; a nearest passage is shorter and has no mark.
 */
export function renderQuotation(quotation: Quotation, look: Look, as: 'answer' | 'nearest'): string[] {
  const { pieces, cutBefore, cutAfter } = excerpt(quotation, BUDGET[as]);
  const runs: Run[] = pieces.map(({ start, end, role }) => ({
    text: neutralise(quotation.text.slice(start - quotation.start, end - quotation.start)),
    answer: as === 'answer' && role === 'answer',
  }));
  if (cutBefore) runs.unshift({ text: '[…] ', answer: false });
  if (cutAfter) runs.push({ text: ' […]', answer: runs.at(-1)?.answer === true && cutsAnswer(quotation, pieces) });
  if (!look.colour) return behindBars(runs, look);
  return inBold(runs, look).map(
    (line) => styleText(as === 'answer' ? 'cyan' : 'dim', BAR, { validateStream: false }) + line,
  );
}

/** "Title · p. 2 · ¶ 4 · 2023 · file.pdf", and the link on a line of its own, unbroken so that it can be followed. */
export function renderCitation(quotation: Quotation, { width, colour }: Look): string[] {
  const { title, paragraph, date, document, url } = quotation;
  const text = neutralise([title, pagesOf(quotation), `¶ ${paragraph}`, date, document].filter(Boolean).join(' · '));
  const lines = wrap(text, width - BAR.length).map(({ start, end }) => text.slice(start, end));
  if (url !== undefined) lines.push(neutralise(url));
  return lines.map((line) => `  ${colour ? dim(line) : line}`);
}

/** Whether the answering sentence itself was too long, so that the mark of the cut belongs to it. */
function cutsAnswer({ answer }: Quotation, pieces: readonly Span[]): boolean {
  return (pieces.at(-1)?.end ?? 0) < answer.end;
}

function inBold(runs: readonly Run[], { width }: Look): string[] {
  const text = runs.map((run) => run.text).join('');
  return wrap(text, width - BAR.length).map((line) => {
    let from = 0;
    const parts = runs.map((run) => {
      const part = text.slice(
        Math.max(line.start, from),
        Math.max(line.start, Math.min(line.end, from + run.text.length)),
      );
      from += run.text.length;
      return run.answer && part !== '' ? styleText('bold', part, { validateStream: false }) : part;
    });
    return parts.join('');
  });
}

function behindBars(runs: readonly Run[], { width }: Look): string[] {
  const blocks: { text: string; answer: boolean }[] = [];
  for (const { text, answer } of runs) {
    const last = blocks.at(-1);
    if (last?.answer === answer) last.text += text;
    else blocks.push({ text, answer });
  }
  return blocks.flatMap(({ text, answer }) => {
    const trimmed = text.trim();
    if (trimmed === '') return [];
    return wrap(trimmed, width - BAR.length).map(
      ({ start, end }) => (answer ? ANSWER_BAR : BAR) + trimmed.slice(start, end),
    );
  });
}

function dim(text: string): string {
  return styleText('dim', text, { validateStream: false });
}
