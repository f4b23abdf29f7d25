import { type Actor, titleOf } from '../../core/actor.ts';
import { count } from '../../core/answer.ts';
import { scopeOf } from '../../core/explain-absence.ts';
import type { Cited } from '../../core/place.ts';
import { stances } from '../../core/position.ts';
import type { Line } from '../../core/repeats.ts';
import type { TopicAnswer } from '../../core/topic.ts';
import { choiceName } from '../choice-name.ts';
import { customId } from '../custom-id.ts';
import { escapeLine } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import type { Reply } from '../reply.ts';
import { tokenOf } from '../token.ts';
import { type TopicView, topicId } from '../topic-view.ts';
import { button, contextButton, rowsOf, selectRow, shareButton } from './buttons.ts';
import { COLOURS } from './colours.ts';
import { renderLine } from './line.ts';

export type TopicFound = Extract<TopicAnswer, { outcome: 'found' }>;

/** A page of a topic as it is shown: verified lines with their holders, and the number of the first. */
export type TopicPage = {
  readonly placed: readonly { readonly line: Cited<Line>; readonly actor: Actor }[];
  readonly first: number;
  readonly pages: number;
};

/** A page of who holds what on a topic, actor by actor. */
export function renderTopic(found: TopicFound, view: TopicView, { placed, first, pages }: TopicPage): Reply {
  const { topic, rows, read } = found;
  const lines = placed.flatMap(({ line, actor }, index) => {
    const shown = renderLine(line, first + index);
    if (placed[index - 1]?.actor.id === actor.id) return [shown];
    const all = rows.find((row) => row.actor.id === actor.id)?.lines.length ?? 0;
    const here = placed.filter((each) => each.actor.id === actor.id).length;
    return ['', `**${escapeLine(titleOf(actor), 100)}**${here < all ? ` ${here} of ${all}` : ''}`, shown];
  });
  const turn = (label: string, page: number) => button(label, topicId('topic', { ...view, page }));
  const share = view.sharing === 'none' ? [] : [shareButton(topicId('topic-show', view), view.sharing)];
  return {
    embeds: [
      {
        color: COLOURS.found,
        title: escapeLine(topic.name, LIMITS.embedTitle) || '–',
        description: [`-# ${countsOf(found)}`, ...lines].join('\n'),
        footer: { text: pages > 1 ? `${scopeOf(read)} Page ${view.page + 1} of ${pages}` : scopeOf(read) },
      },
    ],
    components: [
      ...rowsOf([
        ...placed.map(({ line }, index) => contextButton(line.quotation, first + index, 'Quotation')),
        ...share,
      ]),
      ...rowsOf([
        ...(view.page > 0 ? [turn('Previous', view.page - 1)] : []),
        ...(view.page + 1 < pages ? [turn('Next', view.page + 1)] : []),
      ]),
      ...selectRow(
        customId('topic-card', tokenOf(topic.key)),
        'Card of',
        rows.slice(0, LIMITS.selectOptions).map(({ actor }) => ({
          label: choiceName(titleOf(actor)),
          value: tokenOf(actor.id),
        })),
      ),
    ],
  };
}

/** "3 actors, 7 positions: seeks 3 · opposes 4". */
function countsOf({ rows }: TopicFound): string {
  const positions = rows.reduce((sum, { lines }) => sum + lines.length, 0);
  const counted = stances
    .map((stance) => ({ stance, number: rows.reduce((sum, row) => sum + (row.stances[stance] ?? 0), 0) }))
    .filter(({ number }) => number > 0)
    .map(({ stance, number }) => `${stance} ${number}`);
  return `${count(rows.length, 'actor')}, ${count(positions, 'position')}: ${counted.join(' · ')}`;
}
