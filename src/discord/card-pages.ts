import type { Card, Concern } from '../core/card.ts';
import type { Line } from '../core/repeats.ts';
import { costOf } from './render/line.ts';

/** Parts of a card that have pages of their own. */
export const sections = ['own', 'others', 'author', 'mentions'] as const;
export type Section = (typeof sections)[number];

/** Lines on a page and code units of its text, at most. */
const PAGE = { lines: 8, text: 2400 } as const;

/** A line with the concern that it belongs to; others' and authors' views belong to none. */
export type Placed = { readonly line: Line; readonly concern?: Concern };

/**
 * The pages of a section, in order. The first of an actor's own is an overview, the best of each concern in turn; what
 * has no room there follows on the next ones.
 */
export function pagesOf(card: Card, section: Exclude<Section, 'mentions'>): Placed[][] {
  if (section !== 'own') return fill(card[section].map((line) => ({ line })));
  const placed = card.own.map(({ concern, lines }) => lines.map((line): Placed => ({ line, concern })));
  const [first = []] = fill(inTurn(placed));
  const all = placed.flat();
  return [all.filter((each) => first.includes(each)), ...fill(all.filter((each) => !first.includes(each)))];
}

/** Cuts a list into pages by their limits; a page has one line at least. */
export function fill<T extends { readonly line: Line }>(placed: readonly T[]): T[][] {
  const pages: T[][] = [];
  let text = 0;
  for (const each of placed) {
    const cost = costOf(each.line);
    const page = pages.at(-1);
    if (page && page.length < PAGE.lines && text + cost <= PAGE.text) {
      page.push(each);
      text += cost;
    } else {
      pages.push([each]);
      text = cost;
    }
  }
  return pages;
}

/** The first of each list, then the second of each, and so on. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}
