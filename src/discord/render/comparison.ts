import type { APIEmbedField } from 'discord.js';
import { type Actor, titleOf } from '../../core/actor.ts';
import { count } from '../../core/answer.ts';
import type { Agreement, Comparison, Row as ComparisonRow } from '../../core/comparison.ts';
import { scopeOf } from '../../core/explain-absence.ts';
import type { Cited } from '../../core/place.ts';
import type { Line } from '../../core/repeats.ts';
import { cardId } from '../card-view.ts';
import { choiceName } from '../choice-name.ts';
import { type ComparisonView, comparisonId } from '../comparison-view.ts';
import { escapeLine } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import type { Reply } from '../reply.ts';
import { tokenOf } from '../token.ts';
import { button, contextButton, rowsOf, selectRow, shareButton } from './buttons.ts';
import { ALL_TOPICS } from './card.ts';
import { COLOURS } from './colours.ts';
import { renderLine } from './line.ts';

/** Quotations on a page, so that their buttons take two rows. */
const QUOTATIONS = 8;
/** Code units of a summary, and what a line takes around it. */
const SUMMARY = 400;
const AROUND = 120;

/** A row with the verified lines that its cells show, best first. */
export type ShownRow = {
  readonly row: ComparisonRow;
  readonly cells: readonly { readonly actor: Actor; readonly shown: readonly Cited<Line>[] }[];
};

/** Topics on a page, and lines in a cell: a comparison on one topic has room for more of them. */
export function layoutOf({ actors, rows }: Comparison): { readonly rows: number; readonly lines: number } {
  const across = Math.floor(QUOTATIONS / Math.max(1, actors.length));
  return rows.length === 1 ? { rows: 1, lines: across } : { rows: across, lines: 1 };
}

/** A page of a comparison: a block a topic, a column an actor, a numbered quotation for each line. */
export function renderComparison(
  comparison: Comparison,
  view: ComparisonView,
  page: readonly ShownRow[],
  pages: number,
): Reply {
  const { actors, rows, topic, read } = comparison;
  const quotations = page.flatMap(({ cells }) => cells.flatMap(({ shown }) => shown));
  const numbers = new Map(quotations.map((line, index) => [line, index + 1]));
  const title = [actors.map(titleOf).join(' – '), topic?.name].filter(Boolean).join(' · ');
  const share = view.sharing === 'none' ? [] : [shareButton(comparisonId('compare-show', view), view.sharing)];
  const turn = (label: string, to: number) => button(label, comparisonId('compare', { ...view, page: to }));
  const navigation = [
    ...(view.page > 0 ? [turn('Previous', view.page - 1)] : []),
    ...(view.page + 1 < pages ? [turn('Next', view.page + 1)] : []),
    ...actors.map(({ id, name }) =>
      button(
        choiceName(`Card: ${name}`, LIMITS.buttonLabel),
        cardId('card-open', { actor: id, topic: topic?.key, section: 'own', page: 0, sharing: 'offered' }),
      ),
    ),
  ];
  return {
    embeds: [
      {
        color: COLOURS.found,
        title: escapeLine(title, LIMITS.embedTitle),
        description: `-# ${summaryOf(rows, actors)}`,
        fields: page.flatMap((row) => fieldsOf(row, numbers)),
        footer: { text: pages > 1 ? `${scopeOf(read)} Page ${view.page + 1} of ${pages}` : scopeOf(read) },
      },
    ],
    components: [
      ...rowsOf([
        ...quotations.map(({ quotation }, index) => contextButton(quotation, index + 1, 'Quotation')),
        ...share,
      ]),
      ...rowsOf(navigation),
      ...topicRow(comparison, view),
    ],
  };
}

function fieldsOf({ row, cells }: ShownRow, numbers: ReadonlyMap<Cited<Line>, number>): APIEmbedField[] {
  const speaking = cells.filter((_, at) => (row.cells[at]?.lines.length ?? 0) > 0).map(({ actor }) => actor.name);
  const label = {
    opposed: 'opposed stances: one for, one against',
    several: cells.length === 2 ? 'both speak' : `${speaking.join(' and ')} speak`,
    single: `only ${speaking.join('')} speaks`,
  }[row.agreement];
  const heading = { name: escapeLine(row.topic.name, 200) || '–', value: `*${escapeLine(label, 200)}*`, inline: false };
  const columns = cells.map(({ actor, shown }, at) => {
    const all = row.cells[at]?.lines.length ?? 0;
    const room = Math.floor(LIMITS.embedFieldValue / Math.max(1, shown.length)) - AROUND;
    const limit = Math.min(SUMMARY, room);
    const lines = shown.map((line) => renderLine(line, numbers.get(line) ?? 0, { limit }));
    const value = lines.length > 0 ? lines.join('\n') : '*silent*';
    const more = lines.length > 0 && all > lines.length ? ` (${lines.length} of ${all})` : '';
    return { name: `${escapeLine(titleOf(actor), 200)}${more}`, value, inline: true };
  });
  return [heading, ...columns];
}

function summaryOf(rows: readonly ComparisonRow[], actors: readonly Actor[]): string {
  const of = (agreement: Agreement) => rows.filter((row) => row.agreement === agreement).length;
  const parts = [
    of('opposed') > 0 ? `opposed stances on ${of('opposed')}` : undefined,
    of('several') > 0 ? `${actors.length === 2 ? 'both speak' : 'several speak'} on ${of('several')}` : undefined,
    of('single') > 0 ? `only one on ${of('single')}` : undefined,
  ].filter((part) => part !== undefined);
  return `${count(actors.length, 'actor')} on ${count(rows.length, 'topic')}: ${parts.join(', ')}`;
}

function topicRow({ rows, topic }: Comparison, view: ComparisonView) {
  if (!topic && rows.length < 2) return [];
  const options = rows.map((row) => ({
    label: choiceName(row.topic.name),
    value: tokenOf(row.topic.key),
    ...(row.topic.key === topic?.key ? { default: true } : {}),
  }));
  const id = comparisonId('compare-topic', { ...view, topic: undefined, page: 0 });
  return selectRow(id, 'Topic', [{ label: 'All topics', value: ALL_TOPICS }, ...options]);
}
