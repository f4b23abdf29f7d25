import { type Position, type Stance, stances } from '../../core/position.ts';
import type { Cell, Matrix, Tone } from './matrix.ts';

/** What a picture shows of a position. */
type Held = Pick<Position, 'stance' | 'strength'>;

const TONES: Record<Stance, Tone> = {
  seeks: 'for',
  plans: 'for',
  supports: 'for',
  states: 'plain',
  did: 'plain',
  constrained: 'plain',
  warns: 'against',
  opposes: 'against',
};
/** Stances that a cell of a comparison has room for. */
const STANCES_SHOWN = 3;
const LEGEND = '(In brackets): weaker evidence, the holder is inferred.';

/** Who holds what on a topic: a row an actor, a column a stance that anybody takes, the number of positions in a cell. */
export function stanceMatrix(request: {
  readonly title: string;
  readonly actors: readonly { readonly name: string; readonly positions: readonly Held[] }[];
  readonly note: string;
}): Matrix {
  const { title, actors, note } = request;
  const all = actors.flatMap(({ positions }) => positions);
  const columns = stances.filter((stance) => all.some((position) => position.stance === stance));
  return {
    title,
    columns,
    rows: actors.map(({ name, positions }) => ({
      name,
      cells: columns.map((stance) => countCell(positions.filter((position) => position.stance === stance))),
    })),
    note: withLegend(note, all),
  };
}

/**
 * Actors side by side: a row a topic, a column an actor, in a cell the stances that it takes, most frequent first. The
 * cells of a row are in the order of `actors`; one without positions is silent.
 */
export function comparisonMatrix(request: {
  readonly title: string;
  readonly actors: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly (readonly Held[])[] }[];
  readonly note: string;
}): Matrix {
  const { title, actors, rows, note } = request;
  return {
    title,
    columns: actors,
    rows: rows.map(({ name, cells }) => ({ name, cells: cells.map(stancesCell) })),
    silent: 'silent',
    note: withLegend(
      note,
      rows.flatMap(({ cells }) => cells.flat()),
    ),
  };
}

/** The number of positions that name their holder, and in brackets that of weaker ones. */
function countCell(positions: readonly Held[]): Cell | undefined {
  const [first] = positions;
  if (first === undefined) return undefined;
  const weak = positions.filter(isWeak).length;
  const direct = positions.length - weak;
  const numbers = [...(direct > 0 ? [`${direct}`] : []), ...(weak > 0 ? [`(${weak})`] : [])];
  return {
    words: [numbers.join(' ')],
    said: [...(direct > 0 ? [`${direct}`] : []), ...(weak > 0 ? [`${weak} weak`] : [])].join(' and '),
    tone: TONES[first.stance],
    weak: direct === 0,
  };
}

function stancesCell(positions: readonly Held[]): Cell | undefined {
  if (positions.length === 0) return undefined;
  const groups = stances
    .map((stance) => positions.filter((position) => position.stance === stance))
    .filter((group) => group.length > 0)
    .sort((a, b) => b.length - a.length);
  const sides = new Set(positions.map(({ stance }) => TONES[stance]));
  const hidden = groups.length - STANCES_SHOWN;
  return {
    words: groups.slice(0, STANCES_SHOWN).map((group) => (group.every(isWeak) ? `(${name(group)})` : name(group))),
    ...(hidden > 0 ? { aside: `+ ${hidden} more` } : {}),
    said: groups.map((group) => `${name(group)}${group.every(isWeak) ? ' (weak)' : ''}`).join(', '),
    tone:
      sides.has('for') && sides.has('against')
        ? 'mixed'
        : sides.has('for')
          ? 'for'
          : sides.has('against')
            ? 'against'
            : 'plain',
    weak: positions.every(isWeak),
  };
}

function name(group: readonly Held[]): string {
  return `${group[0]?.stance}${group.length > 1 ? ` ×${group.length}` : ''}`;
}

function withLegend(note: string, positions: readonly Held[]): string {
  return positions.some(isWeak) ? `${note} ${LEGEND}` : note;
}

const isWeak = ({ strength }: Held) => strength === 'weak';
