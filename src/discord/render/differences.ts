import { beginning } from '../../core/excerpt.ts';
import type { Difference } from '../../core/word-differences.ts';
import { escapeText } from '../escape.ts';

/** What the marks mean, in small type. */
export const LEGEND = '-# ~~in the document~~ · **in the message**';
/** Code units of a stretch that is the same, from which only its ends are shown, and of each end. */
const SAME = { most: 160, end: 60 } as const;
const CUT = '[…]';

/**
 * How a quotation differs from its source: `…said ~~500~~ **600** missiles`, struck through what the document says and bold
 * what the message says, in at most `budget` code units. Long stretches that are the same are cut in their middle.
 */
export function renderDifferences(differences: readonly Difference[], budget: number): string {
  const parts = differences.map((difference) => escapeText(difference.before) + render(difference));
  let length = 0;
  const shown = parts.filter((part) => (length += part.length) <= budget - CUT.length - 1);
  return shown.length < parts.length ? `${shown.join('')} ${CUT}` : shown.join('');
}

function render(difference: Difference): string {
  switch (difference.kind) {
    case 'same':
      return shorten(difference.text);
    case 'dropped':
      return `~~${shorten(difference.text)}~~`;
    case 'added':
      return `**${shorten(difference.text)}**`;
    case 'changed':
      return `~~${shorten(difference.from)}~~ **${shorten(difference.to)}**`;
    case 'inserted':
      return escapeText(`[${difference.text}]`);
    case 'cut':
      return CUT;
  }
}

function shorten(text: string): string {
  if (text.length <= SAME.most) return escapeText(text);
  const first = text.slice(0, beginning(text, SAME.end));
  const from = text.indexOf(' ', text.length - SAME.end);
  const last = text.slice(from > 0 ? from : text.length - SAME.end);
  return `${escapeText(first)} ${CUT}${escapeText(last)}`;
}
