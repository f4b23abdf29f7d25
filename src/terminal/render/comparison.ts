import { titleOf } from '../../core/actor.ts';
import type { Agreement, Comparison, ComparisonAnswer } from '../../core/comparison.ts';
import type { Desk } from '../../core/desk.ts';
import { explainNoComparison, listed, scopeOf } from '../../core/explain-absence.ts';
import type { Look } from '../look.ts';
import { bold, plain, small } from '../text-lines.ts';
import { names } from './card.ts';
import { renderLine } from './line.ts';

/** Lines of an actor on a topic; one topic alone has room for all of them. */
const LINES = 2;

/** Actors side by side for a terminal, topic by topic, or why there is nothing to compare. */
export function renderComparison(answer: ComparisonAnswer, desk: Desk, look: Look): string {
  return (answer.outcome === 'found' ? found(answer, desk, look) : absent(answer, look)).join('\n');
}

function found({ actors, topic, rows, read }: Comparison, desk: Desk, look: Look): string[] {
  let number = 0;
  const title = [actors.map(titleOf).join(' – '), topic?.name].filter((part) => part !== undefined);
  return [
    ...bold(title.join(' · '), look),
    ...rows.flatMap((row) => [
      '',
      ...bold(`${row.topic.name.toUpperCase()} · ${LABELS[row.agreement]}`, look),
      ...row.cells.flatMap(({ actor, lines }) => {
        const shown = desk.cited(lines.slice(0, rows.length === 1 ? lines.length : LINES));
        const more = lines.length > shown.length ? ` (${shown.length} of ${lines.length})` : '';
        return shown.length === 0
          ? plain(`${actor.name}: silent`, look)
          : [...plain(`${actor.name}${more}`, look), ...shown.flatMap((line) => renderLine(line, ++number, look))];
      }),
    ]),
    '',
    ...small(scopeOf(read), look),
  ];
}

const LABELS: Record<Agreement, string> = {
  opposed: 'opposed stances: one for, one against',
  several: 'more than one speaks',
  single: 'only one speaks',
};

function absent(answer: Exclude<ComparisonAnswer, Comparison>, look: Look): string[] {
  const lines = plain(explainNoComparison(answer), look);
  if (answer.outcome === 'unknown-topic') return [...lines, ...names(answer.nearest, look)];
  if (answer.outcome !== 'unclear') return lines;
  const options = answer.options.map((actors) => {
    const named = actors.map(({ name }) => name);
    return { name: listed(named, 'and') };
  });
  return [...lines, ...names(options, look)];
}
