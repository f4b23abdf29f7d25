import { chosen } from '../core/actor-choice.ts';
import type { ComparisonRequest } from '../core/comparison.ts';
import type { Desk } from '../core/desk.ts';
import { UserError } from '../core/user-error.ts';
import { actorBy, topicBy } from './actor-option.ts';
import { customId } from './custom-id.ts';
import type { Sharing } from './sharing.ts';
import { tokenOf } from './token.ts';

/** Which page of which comparison is shown; actors by id, the topic by key, page from 0. */
export type ComparisonView = {
  readonly actors: readonly string[];
  readonly topic?: string | undefined;
  readonly page: number;
  readonly sharing: Sharing;
};

/** A custom id that carries a view: it works in old messages and after a restart. */
export function comparisonId(verb: string, { actors, topic, page, sharing }: ComparisonView): string {
  const about = [actors.map(tokenOf).join('+'), topic === undefined ? '' : tokenOf(topic)];
  return customId(verb, ...about, page, sharing === 'offered' ? 1 : 0);
}

/** The view that a custom id carries; throws `UserError` 'actor-gone'. */
export function readComparisonView(state: readonly string[], desk: Desk): ComparisonView {
  const [tokens = '', topicToken = '', page, offered] = state;
  const actors = tokens.split('+').map((token) => actorBy(token, desk));
  if (!actors.every((actor) => actor !== undefined))
    throw new UserError('actor-gone', 'One of the actors is no longer in actors.yaml. Ask again with /compare.');
  return {
    actors,
    topic: topicToken === '' ? undefined : topicBy(topicToken, desk),
    page: Number(page) || 0,
    sharing: offered === '1' ? 'offered' : 'none',
  };
}

/** The desk's request for a view. */
export function comparisonRequestOf({ actors, topic }: ComparisonView): ComparisonRequest {
  return { actors: actors.map((id) => chosen({ id })), topic };
}
