import { type Actor, titleOf } from '../core/actor.ts';
import type { ActorAnswer, ActorRequest, Card } from '../core/card.ts';
import type { Desk } from '../core/desk.ts';
import { explainNoCard } from '../core/explain-absence.ts';
import type { Place } from '../core/place.ts';
import type { Topic } from '../core/topic-lookup.ts';
import { pagesOf } from './card-pages.ts';
import { type CardView, cardId, requestOf } from './card-view.ts';
import { choiceName } from './choice-name.ts';
import { LIMITS } from './limits.ts';
import { renderAbsence } from './render/absence.ts';
import { button, shareButton } from './render/buttons.ts';
import { type Around, cardComponents, cardHead, footerOf, renderCard } from './render/card.ts';
import { COLOURS } from './render/colours.ts';
import { MENTIONS_PAGE, renderMentions } from './render/mentions.ts';
import type { Reply } from './reply.ts';

/** Names and topics offered as buttons. */
const OFFERED = 5;

/** The part of an actor's card that a view names, or what to do where there is none. */
export function showCard(desk: Desk, view: CardView): Reply {
  return replyWithCard(desk, requestOf(view), view);
}

/** The same for a name as somebody typed it. */
export function replyWithCard(desk: Desk, request: ActorRequest, part: Omit<CardView, 'actor' | 'topic'>): Reply {
  const answer = desk.actor(request);
  if (answer.outcome !== 'found') return renderNoCard(desk, answer, part);
  const view = { ...part, actor: answer.actor.id, topic: answer.topic?.key };
  return view.section === 'mentions' ? mentionsPage(desk, answer, view) : linesPage(desk, answer, view);
}

function linesPage(desk: Desk, card: Card, view: CardView): Reply {
  const pages = pagesOf(card, view.section === 'mentions' ? 'own' : view.section);
  const page = within(view.page, pages.length);
  const first = 1 + pages.slice(0, page).flat().length;
  const placed = (pages[page] ?? []).flatMap(({ line, ...about }) =>
    desk.cited([line]).map((cited) => ({ ...about, line: cited })),
  );
  return renderCard(card, { ...view, page }, { placed, first, pages: pages.length }, aroundOf(desk));
}

function mentionsPage(desk: Desk, card: Card, view: CardView): Reply {
  const pages = Math.ceil(card.mentions.length / MENTIONS_PAGE);
  const page = within(view.page, pages);
  const { text, buttons } = shownMentions(desk, card.mentions, page);
  const at = { ...view, page };
  return {
    embeds: [
      { color: COLOURS.found, ...cardHead(card), description: text, footer: { text: footerOf(card, at, pages) } },
    ],
    components: cardComponents(card, at, pages, buttons, aroundOf(desk)),
  };
}

function shownMentions(desk: Desk, mentions: readonly Place[], page: number) {
  const from = page * MENTIONS_PAGE;
  return renderMentions(mentions, desk.cited(mentions.slice(from, from + MENTIONS_PAGE)), from + 1);
}

/** Nobody is meant, or several; or somebody of whom there is no position. */
function renderNoCard(
  desk: Desk,
  answer: Exclude<ActorAnswer, { outcome: 'found' }>,
  part: Omit<CardView, 'actor' | 'topic'>,
): Reply {
  const words = explainNoCard(answer);
  const actorButtons = (actors: readonly Actor[], topic: Topic | undefined) =>
    actors
      .slice(0, OFFERED)
      .map((actor) =>
        button(
          choiceName(titleOf(actor), LIMITS.buttonLabel),
          cardId('card', { ...part, section: 'own', page: 0, actor: actor.id, topic: topic?.key }),
        ),
      );
  const topicButtons = (actor: Actor, topics: readonly Topic[]) =>
    topics
      .slice(0, OFFERED)
      .map(({ key, name }) =>
        button(
          choiceName(name, LIMITS.buttonLabel),
          cardId('card', { ...part, section: 'own', page: 0, actor: actor.id, topic: key }),
        ),
      );
  switch (answer.outcome) {
    case 'ambiguous':
      return renderAbsence(words, actorButtons(answer.candidates, answer.topic));
    case 'unknown-actor':
      return renderAbsence(words, actorButtons(answer.nearest, answer.topic));
    case 'unknown-topic':
      return renderAbsence(words, topicButtons(answer.actor, answer.nearest));
    case 'no-position':
      return withMentions(desk, answer, part, topicButtons(answer.actor, answer.topics));
  }
}

/** An actor without positions: where it is named, page by page, and the topics on which it has some. */
function withMentions(
  desk: Desk,
  answer: Extract<ActorAnswer, { outcome: 'no-position' }>,
  part: Omit<CardView, 'actor' | 'topic'>,
  topics: ReturnType<typeof button>[],
): Reply {
  const { actor, topic, mentions } = answer;
  const pages = Math.ceil(mentions.length / MENTIONS_PAGE);
  const view: CardView = { ...part, actor: actor.id, topic: topic?.key, page: within(part.page, pages) };
  const shown = shownMentions(desk, mentions, view.page);
  const turn = (label: string, page: number) => button(label, cardId('card', { ...view, page }));
  const buttons = [
    ...shown.buttons,
    ...(view.page > 0 ? [turn('Previous', view.page - 1)] : []),
    ...(view.page + 1 < pages ? [turn('Next', view.page + 1)] : []),
    ...(part.sharing === 'none' ? [] : [shareButton(cardId('card-show', view), part.sharing)]),
    ...topics,
  ];
  const reply = renderAbsence(explainNoCard(answer), buttons);
  if (mentions.length === 0) return reply;
  const [notice] = reply.embeds;
  const description = `${notice?.description ?? ''}\n\n${shown.text}`;
  return {
    ...reply,
    embeds: [{ ...notice, ...cardHead(answer), description, footer: { text: footerOf(answer, view, pages) } }],
  };
}

function aroundOf(desk: Desk): Around {
  const actors = desk.actors();
  return {
    nameOf: (id) => actors.get(id)?.name,
    others: desk.suggestActors('', LIMITS.selectOptions + 1).map(({ actor }) => actor),
  };
}

/** A page that there is, for there may be fewer than when a button was made. */
function within(page: number, pages: number): number {
  return Math.max(0, Math.min(page, pages - 1));
}
