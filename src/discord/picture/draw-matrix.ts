import type { TopLevelSpec } from 'vega-lite';
import { type Layout, type Line, layOut } from './layout.ts';
import { COLOUR, TONE } from './look.ts';
import type { Cell, Matrix } from './matrix.ts';

/** Pixels between cells. */
const GAP = 8;

/**
 * Draws a matrix of at least one row and one column as SVG, 1,000 pixels wide; the same matrix always gives the same
 * text. Vega is loaded at the first call.
 */
export async function drawMatrix(matrix: Matrix): Promise<{ readonly svg: string }> {
  if (matrix.rows.length === 0 || matrix.columns.length === 0)
    throw new Error('A matrix without cells cannot be drawn.');
  const [{ View, parse }, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  const view = new View(parse(compile(specOf(layOut(matrix))).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return { svg };
}

function specOf({ width, height, edge, rows, lines }: Layout): TopLevelSpec {
  const columns = rows[0]?.cells.length ?? 1;
  const band = { width: 1 - (GAP * columns) / width, height: 1 - (GAP * rows.length) / height };
  return {
    width,
    height,
    padding: edge,
    autosize: 'none',
    background: 'transparent',
    config: { font: 'Noto Sans', aria: false, view: { stroke: null } },
    layer: [
      {
        data: { values: [{}] },
        mark: { type: 'rect', cornerRadius: 28, fill: COLOUR.card, stroke: COLOUR.border, strokeWidth: 3 },
        encoding: {
          x: { value: 2 - edge.left },
          x2: { value: width + edge.right - 2 },
          y: { value: 2 - edge.top },
          y2: { value: height + edge.bottom - 2 },
        },
      },
      {
        data: {
          values: rows.flatMap(({ cells }, row) => cells.map((cell, column) => ({ row, column, ...paint(cell) }))),
        },
        mark: {
          type: 'rect',
          cornerRadius: 10,
          strokeWidth: 3,
          width: { band: band.width },
          height: { band: band.height },
        },
        encoding: {
          x: { field: 'column', type: 'ordinal', axis: null, scale: { padding: 0 } },
          y: { field: 'row', type: 'ordinal', axis: null, scale: { padding: 0 } },
          fill: { field: 'fill', type: 'nominal', scale: null },
          stroke: { field: 'stroke', type: 'nominal', scale: null },
        },
      },
      ...[...Map.groupBy(lines, ({ align, bold, angle }) => `${align} ${bold} ${angle}`).values()].map(textLayer),
    ],
    // The lines of text stand in pixels, the cells in bands of the same area.
    resolve: { scale: { x: 'independent', y: 'independent' } },
  };
}

/** Lines that share what Vega-Lite cannot encode. */
function textLayer(lines: readonly Line[]) {
  const [{ align, bold, angle } = { align: 'left', bold: false, angle: 0 } as const] = lines;
  return {
    data: { values: lines.map(({ text, x, y, size, colour }) => ({ text, x, y, size, colour })) },
    mark: { type: 'text', baseline: 'middle', fontWeight: bold ? 'bold' : 'normal', align, angle },
    encoding: {
      x: { field: 'x', type: 'quantitative', scale: null, axis: null },
      y: { field: 'y', type: 'quantitative', scale: null, axis: null },
      text: { field: 'text', type: 'nominal' },
      size: { field: 'size', type: 'quantitative', scale: null },
      fill: { field: 'colour', type: 'nominal', scale: null },
    },
  } as const;
}

function paint(cell: Cell | undefined): { fill: string; stroke: string } {
  if (cell === undefined) return { fill: COLOUR.empty, stroke: COLOUR.empty };
  const { fill, stroke } = TONE[cell.tone];
  return cell.weak ? { fill: COLOUR.card, stroke } : { fill, stroke: fill };
}
