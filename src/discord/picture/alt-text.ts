import { count } from '../../core/answer.ts';
import type { Cell, Matrix } from './matrix.ts';

/** Discord's limit for the description of an attachment. */
const LIMIT = 1024;

/** Says what the picture of a matrix shows, every row in words; rows that find no room are counted. Up to 1,024 code units. */
export function altText(matrix: Matrix): string {
  const rows = matrix.rows.map((row) => `${row.name}: ${cellsInWords(row.cells, matrix)}.`);
  const last = [
    ...(matrix.silent === undefined ? ['A column that is not named holds nothing.'] : []),
    ...(matrix.note ? [matrix.note] : []),
  ];
  const say = (said: number) => {
    const unsaid = rows.length - said;
    const rest = unsaid > 0 ? [`… and ${count(unsaid, 'more row')} that find no room here.`] : [];
    return [matrix.title, ...rows.slice(0, said), ...rest, ...last].join('\n');
  };
  let said = rows.length;
  while (said > 0 && say(said).length > LIMIT) said--;
  const text = say(said);
  return text.length <= LIMIT ? text : `${text.slice(0, LIMIT - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}

function cellsInWords(cells: readonly (Cell | undefined)[], { columns, silent }: Matrix): string {
  const said = cells.flatMap((cell, index) => {
    if (cell === undefined) return silent === undefined ? [] : [`${columns[index]} ${silent}`];
    return [`${columns[index]} ${cell.said}`];
  });
  return said.length > 0 ? said.join('; ') : 'none';
}
