import { type Actor } from '../core/actor.ts';
import type { Comparison, ComparisonAnswer, ComparisonRequest } from '../core/comparison.ts';
import type { Desk } from '../core/desk.ts';
import { explainNoComparison, listed, scopeOf } from '../core/explain-absence.ts';
import { cardId } from './card-view.ts';
import { choiceName } from './choice-name.ts';
import { type ComparisonView, comparisonId, comparisonRequestOf } from './comparison-view.ts';
import { LIMITS } from './limits.ts';
import { attachPicture } from './picture/attach-picture.ts';
import { comparisonMatrix } from './picture/position-matrix.ts';
import { renderAbsence } from './render/absence.ts';
import { button } from './render/buttons.ts';
import { layoutOf, renderComparison } from './render/comparison.ts';
import type { Reply, ReplyFile } from './reply.ts';

/** Topics offered as buttons. */
const OFFERED = 5;

/** The page of a comparison that a view names, or what to do where there is none. */
export function showComparison(desk: Desk, view: ComparisonView): Promise<Reply> {
  return replyWithComparison(desk, comparisonRequestOf(view), view);
}

/** The same for names as somebody typed them. */
export async function replyWithComparison(
  desk: Desk,
  request: ComparisonRequest,
  part: Pick<ComparisonView, 'page' | 'sharing'>,
): Promise<Reply> {
  const answer = desk.compare(request);
  if (answer.outcome !== 'found') return renderNoComparison(answer, part);
  const layout = layoutOf(answer);
  const pages = Math.ceil(answer.rows.length / layout.rows);
  const page = Math.max(0, Math.min(part.page, pages - 1));
  const view = { ...part, page, actors: answer.actors.map(({ id }) => id), topic: answer.topic?.key };
  const reply = renderComparison(answer, view, shownOn(desk, answer, page, layout), pages);
  return page === 0 ? { ...reply, files: [await pictureOf(answer)] } : reply;
}

/** The stances of the actors on every topic, below the first page. */
function pictureOf({ actors, rows, topic, read }: Comparison): Promise<ReplyFile> {
  const names = actors.map(({ name }) => name);
  return attachPicture(
    comparisonMatrix({
      title: [listed(names, 'and'), topic?.name].filter((part) => part !== undefined).join(': '),
      actors: names,
      rows: rows.map((row) => ({ name: row.topic.name, cells: row.cells.map(({ lines }) => lines) })),
      note: scopeOf(read),
    }),
  );
}

function shownOn(desk: Desk, { rows }: Comparison, page: number, layout: ReturnType<typeof layoutOf>) {
  return rows.slice(page * layout.rows, (page + 1) * layout.rows).map((row) => ({
    row,
    cells: row.cells.map(({ actor, lines }) => ({ actor, shown: desk.cited(lines.slice(0, layout.lines)) })),
  }));
}

function renderNoComparison(
  answer: Exclude<ComparisonAnswer, { outcome: 'found' }>,
  part: Pick<ComparisonView, 'page' | 'sharing'>,
): Reply {
  const words = explainNoComparison(answer);
  const compare = (label: string, actors: readonly Actor[], topic: string | undefined) =>
    button(
      choiceName(label, LIMITS.buttonLabel),
      comparisonId('compare', { ...part, page: 0, actors: actors.map(({ id }) => id), topic }),
    );
  switch (answer.outcome) {
    case 'unclear':
      return renderAbsence(
        words,
        answer.options.map((actors) =>
          compare(
            listed(
              actors.map(({ name }) => name),
              'and',
            ),
            actors,
            answer.topic?.key,
          ),
        ),
      );
    case 'unknown-topic':
      return renderAbsence(
        words,
        answer.nearest.slice(0, OFFERED).map(({ key, name }) => compare(name, answer.actors, key)),
      );
    case 'same-actor': {
      const { id, name } = answer.actor;
      const card = cardId('card-open', { actor: id, section: 'own', page: 0, sharing: 'offered' });
      return renderAbsence(words, [button(choiceName(`Card: ${name}`, LIMITS.buttonLabel), card)]);
    }
    case 'no-position':
      return renderAbsence(words, answer.topic ? [compare('All topics', answer.actors, undefined)] : []);
  }
}
