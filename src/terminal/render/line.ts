import type { Cited } from '../../core/place.ts';
import { pagesOf } from '../../core/quotation.ts';
import type { Line } from '../../core/repeats.ts';
import type { Look } from '../look.ts';
import { plain, small } from '../text-lines.ts';

/** A position on a terminal: its number, stance and summary, and below them where it stands. */
export function renderLine(line: Cited<Line>, number: number, look: Look, by?: string): string[] {
  const { stance, summary, date, strength, repeats, quotation } = line;
  const lead = `${String(number).padStart(2)} `;
  const said = [
    `${by === undefined ? '' : `${by} `}${stance} · ${summary.replace(/\s+/gu, ' ')}`,
    date,
    strength === 'weak' ? 'weaker evidence' : undefined,
    repeats.length > 0 ? `said ${repeats.length + 1} times` : undefined,
  ];
  const place = [quotation.title, pagesOf(quotation), `¶ ${quotation.paragraph}`, quotation.date, quotation.document];
  return [
    ...plain(said.filter((part) => part !== undefined).join(' · '), look, lead),
    ...small(place.filter((part) => part !== undefined).join(' · '), look, ' '.repeat(lead.length)),
  ];
}
