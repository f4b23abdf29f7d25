import type { Desk } from '../core/desk.ts';
import { explainNoTopic, scopeOf } from '../core/explain-absence.ts';
import { fill } from './card-pages.ts';
import { choiceName } from './choice-name.ts';
import { LIMITS } from './limits.ts';
import { attachPicture } from './picture/attach-picture.ts';
import { stanceMatrix } from './picture/position-matrix.ts';
import { renderAbsence } from './render/absence.ts';
import { button } from './render/buttons.ts';
import { renderTopic, type TopicFound } from './render/topic.ts';
import type { Reply, ReplyFile } from './reply.ts';
import { type TopicView, topicId } from './topic-view.ts';

/** Topics offered as buttons. */
const OFFERED = 5;

/** The page of a topic that a view names, or what to do where there is none; `topic` may be as somebody typed it. */
export async function showTopic(desk: Desk, asked: TopicView): Promise<Reply> {
  const answer = desk.topic(asked.topic);
  if (answer.outcome !== 'found') {
    const nearest = answer.outcome === 'unknown-topic' ? answer.nearest : [];
    const offered = nearest
      .slice(0, OFFERED)
      .map(({ key, name }) =>
        button(choiceName(name, LIMITS.buttonLabel), topicId('topic', { ...asked, topic: key, page: 0 })),
      );
    return renderAbsence(explainNoTopic(answer), offered);
  }
  const pages = fill(answer.rows.flatMap(({ actor, lines }) => lines.map((line) => ({ actor, line }))));
  const page = Math.max(0, Math.min(asked.page, pages.length - 1));
  const placed = (pages[page] ?? []).flatMap(({ actor, line }) =>
    desk.cited([line]).map((cited) => ({ actor, line: cited })),
  );
  const first = 1 + pages.slice(0, page).flat().length;
  const reply = renderTopic(
    answer,
    { ...asked, topic: answer.topic.key, page },
    { placed, first, pages: pages.length },
  );
  return page === 0 ? { ...reply, files: [await pictureOf(answer)] } : reply;
}

/** Actors by stance, below the first page. */
function pictureOf({ topic, rows, read }: TopicFound): Promise<ReplyFile> {
  const actors = rows.map(({ actor, lines }) => ({ name: actor.name, positions: lines }));
  return attachPicture(stanceMatrix({ title: topic.name, actors, note: scopeOf(read) }));
}
