import type { Position, Stance } from '../../../src/core/position.ts';
import type { Matrix } from '../../../src/discord/picture/matrix.ts';

export function held(stance: Stance, strength: Position['strength'] = 'direct') {
  return { stance, strength };
}

/** One row and one cell, under names of the reader's choice. */
export function smallMatrix(title: string, name = 'Japan', column = 'seeks'): Matrix {
  const cell = { words: ['2'], said: '2', tone: 'for', weak: false } as const;
  return { title, columns: [column], rows: [{ name, cells: [cell] }] };
}

/** What stands in a picture, line by line. */
export function linesOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');
}
