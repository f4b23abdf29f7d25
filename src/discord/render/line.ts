import { beginning } from '../../core/excerpt.ts';
import type { Cited } from '../../core/place.ts';
import type { Line } from '../../core/repeats.ts';
import { escapeLine, escapeText } from '../escape.ts';

/** Code units that a summary may take once escaped, and a date. */
const LENGTH = { summary: 600, date: 40, by: 60 } as const;
/** What a line takes besides its summary, at most. */
const AROUND = 200;
const CUT = ' […]';

/**
 * A position on one line: `**3** *plans* · summary · 2023 · weaker evidence · said 2 times`; `by` names who says it. A
 * date that the summary gives is not said again.
 */
export function renderLine(
  line: Cited<Line>,
  number: number,
  { limit = LENGTH.summary, by }: { readonly limit?: number; readonly by?: string | undefined } = {},
): string {
  const { stance, date, strength, repeats } = line;
  const parts = [
    by === undefined ? `**${number}** *${stance}*` : `**${number}** ${escapeLine(by, LENGTH.by)} *${stance}*`,
    renderSummary(line.summary, limit),
    date === undefined || line.summary.includes(date) ? undefined : escapeLine(date, LENGTH.date),
    strength === 'weak' ? '*weaker evidence*' : undefined,
    repeats.length > 0 ? `*said ${repeats.length + 1} times*` : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** Code units of a line, at most, for a page to be filled with. */
export function costOf({ summary }: Line): number {
  return Math.min(escapeText(summary).length, LENGTH.summary) + AROUND;
}

/** The words of a summary; one that is too long ends after a word with `[…]`, and brackets of a document are escaped. */
export function renderSummary(summary: string, limit: number): string {
  const text = summary.replace(/\s+/gu, ' ').trim();
  const cost = (part: string) => escapeText(part).length;
  if (cost(text) <= limit) return escapeText(text);
  return escapeText(text.slice(0, beginning(text, limit - CUT.length, cost))) + CUT;
}
