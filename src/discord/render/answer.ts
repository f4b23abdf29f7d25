import { type APIEmbed } from 'discord.js';
import {
  type Answer,
  type Correction,
  count,
  explainSilence,
  type Found,
  type NotFound,
  OFFERED,
  strongest,
} from '../../core/answer.ts';
import type { Quotation } from '../../core/quotation.ts';
import { customId } from '../custom-id.ts';
import { escapeLine } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import type { Reply } from '../reply.ts';
import type { Sharing } from '../sharing.ts';
import { contextButton, judgeButtons, moreButton, rowsOf, shareButton } from './buttons.ts';
import { renderCitation } from './citation.ts';
import { COLOURS } from './colours.ts';
import { renderQuotation } from './quotation.ts';

/** Quotations on the first page, and nearest ones where nothing was found. */
const COUNT = { first: 3, nearest: 3 } as const;
/**
 * Code units for the best quotation, each other one, and each nearest passage. A page quotes 1,500 at most: a telephone
 * shows that in two screens, and Discord has failed on descriptions of 4,096 Chinese characters (discord-api-docs#7628).
 */
const BUDGET = { best: 700, other: 350, nearest: 220 } as const;
const QUESTION = 250;
const CORRECTION = { count: 5, length: 40 } as const;

/**
 * The first page of an answer whose quotations are verified; `id` finds the question again when a button is pressed: the
 * buttons that need it are left out where there is none.
 */
export function renderAnswer(
  answer: Answer,
  { id, sharing }: { readonly id: string | undefined; readonly sharing: Sharing },
): Reply {
  const page =
    answer.outcome === 'found' ? splitPages(answer.quotations).first : answer.nearest.slice(0, COUNT.nearest);
  const further = answer.outcome === 'found' && splitPages(answer.quotations).more.length > 0;
  const contexts = page.map((quotation, index) => contextButton(quotation, page.length > 1 ? index + 1 : undefined));
  const reading = [...contexts, ...(further && id !== undefined ? [moreButton(id)] : [])];
  const judging = id === undefined || !saysSomething(answer) ? [] : judgeButtons(id);
  const showing = id === undefined || sharing === 'none' ? [] : [shareButton(customId('show', id), sharing)];
  const embed = answer.outcome === 'found' ? foundEmbed(answer, page, 1) : notFoundEmbed(answer, page);
  return { embeds: [embed], components: rowsOf(reading, [...judging, ...showing]) };
}

/** The quotations that the first page had no room for; `undefined` where there are none. */
export function renderMore(answer: Answer): Reply | undefined {
  if (answer.outcome !== 'found') return undefined;
  const { first, more } = splitPages(answer.quotations);
  if (more.length === 0) return undefined;
  const buttons = more.map((quotation, index) => contextButton(quotation, first.length + index + 1));
  return { embeds: [foundEmbed(answer, more, first.length + 1)], components: rowsOf(buttons) };
}

/** Whether there is anything to judge: words of the documents, or that they have none. */
function saysSomething(answer: Answer): boolean {
  return answer.outcome === 'found' ? answer.quotations.length > 0 : answer.reason !== 'wordless';
}

function splitPages(quotations: readonly Quotation[]) {
  const first = strongest(quotations, COUNT.first);
  return { first, more: quotations.slice(first.length, OFFERED) };
}

function foundEmbed(answer: Found, page: readonly Quotation[], from: number): APIEmbed {
  if (page.length === 0) {
    return {
      color: COLOURS.quiet,
      ...titleOf(answer),
      description: 'The passage that answers this has changed since it was read. Ask again in a moment.',
    };
  }
  const numbered = page.length > 1 || from > 1;
  const cited = page.map((quotation, index) => {
    const number = from + index;
    const block = renderQuotation(quotation, number === 1 ? BUDGET.best : BUDGET.other, { bold: true });
    return `${block}\n${renderCitation(quotation, numbered ? number : undefined)}`;
  });
  const documents = new Set(page.map(({ document }) => document)).size;
  return {
    color: COLOURS.found,
    ...titleOf(answer),
    description: [...(from === 1 ? correctionsOf(answer.corrections) : []), cited.join('\n\n')].join('\n'),
    footer: {
      text: `${count(page.length, 'passage')} from ${documents} of ${count(answer.searched.documents, 'document')} · quoted word for word`,
    },
  };
}

function notFoundEmbed(answer: NotFound, nearest: readonly Quotation[]): APIEmbed {
  const cited = nearest.map((quotation, index) => {
    const citation = renderCitation(quotation, nearest.length > 1 ? index + 1 : undefined);
    return `${renderQuotation(quotation, BUDGET.nearest, { bold: false })}\n${citation}`;
  });
  const headings = answer.headings.map(({ heading, title }) => `${escapeLine(heading, 80)} (${escapeLine(title, 80)})`);
  const lines = [
    explainSilence(answer),
    ...correctionsOf(answer.corrections),
    ...(cited.length > 0 ? ['\nNearest, though not an answer:', cited.join('\n\n')] : []),
    ...(headings.length > 0 ? [`\n-# Nearest headings: ${headings.join(' · ')}`] : []),
  ];
  return { color: COLOURS.quiet, ...titleOf(answer), description: lines.join('\n') };
}

/** The question as the embed's title; none where nothing of it can be seen, for Discord refuses that. */
function titleOf({ question }: Answer): { title?: string } {
  const visible = /[\p{L}\p{N}\p{P}\p{S}]/u.test(question);
  return visible ? { title: escapeLine(question, Math.min(QUESTION, LIMITS.embedTitle)) } : {};
}

function correctionsOf(corrections: readonly Correction[]): string[] {
  const shown = corrections.slice(0, CORRECTION.count).map(({ from, to }) => {
    const [wrong, right] = [escapeLine(from, CORRECTION.length), escapeLine(to, CORRECTION.length)];
    return `*${wrong} → ${right}*`;
  });
  return shown.length > 0 ? [`-# ${shown.join(' · ')}`] : [];
}
