import { titleOf } from '../../core/actor.ts';
import type { Desk } from '../../core/desk.ts';
import { explainNoTopic, scopeOf } from '../../core/explain-absence.ts';
import { stances } from '../../core/position.ts';
import type { TopicAnswer } from '../../core/topic.ts';
import type { Look } from '../look.ts';
import { bold, plain, small } from '../text-lines.ts';
import { names } from './card.ts';
import { renderLine } from './line.ts';

/** Who holds what on a topic, for a terminal, or why nobody does. */
export function renderTopic(answer: TopicAnswer, desk: Desk, look: Look): string {
  if (answer.outcome !== 'found') {
    const nearest = answer.outcome === 'unknown-topic' ? answer.nearest : [];
    return [...plain(explainNoTopic(answer), look), ...names(nearest, look)].join('\n');
  }
  let number = 0;
  return [
    ...bold(answer.topic.name, look),
    ...answer.rows.flatMap(({ actor, lines, stances: counts }) => {
      const counted = stances.flatMap((stance) => (counts[stance] ? `${stance} ${counts[stance]}` : []));
      return [
        '',
        ...bold(`${titleOf(actor)} · ${counted.join(' · ')}`, look),
        ...desk.cited(lines).flatMap((line) => renderLine(line, ++number, look)),
      ];
    }),
    '',
    ...small(scopeOf(answer.read), look),
  ].join('\n');
}
