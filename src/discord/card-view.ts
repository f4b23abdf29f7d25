import { chosen } from '../core/actor-choice.ts';
import { type ActorRequest } from '../core/card.ts';
import type { Desk } from '../core/desk.ts';
import { UserError } from '../core/user-error.ts';
import { actorBy, topicBy } from './actor-option.ts';
import { type Section, sections } from './card-pages.ts';
import { customId } from './custom-id.ts';
import type { Sharing } from './sharing.ts';
import { tokenOf } from './token.ts';

/** Which part of which card is shown; page from 0. */
export type CardView = {
  /** An actor's id. */
  readonly actor: string;
  /** A topic's key. */
  readonly topic?: string | undefined;
  readonly section: Section;
  readonly page: number;
  readonly sharing: Sharing;
};

/** A custom id that carries a view: it works in old messages and after a restart. */
export function cardId(verb: string, { actor, topic, section, page, sharing }: CardView): string {
  const about = [tokenOf(actor), topic === undefined ? '' : tokenOf(topic)];
  return customId(verb, ...about, section, page, sharing === 'offered' ? 1 : 0);
}

/** The view that a custom id carries; throws `UserError` 'actor-gone'. */
export function readCardView(state: readonly string[], desk: Desk): CardView {
  const [actorToken = '', topicToken = '', section, page, offered] = state;
  const actor = actorBy(actorToken, desk);
  if (actor === undefined)
    throw new UserError('actor-gone', 'That actor is no longer in actors.yaml. Ask again with /actor.');
  return {
    actor,
    topic: topicToken === '' ? undefined : topicBy(topicToken, desk),
    section: sections.find((each) => each === section) ?? 'own',
    page: Number(page) || 0,
    sharing: offered === '1' ? 'offered' : 'none',
  };
}

/** The desk's request for a view. */
export function requestOf({ actor, topic }: CardView): ActorRequest {
  return { actor: chosen({ id: actor }), topic };
}
