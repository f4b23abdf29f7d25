import type { Desk } from '../core/desk.ts';
import { UserError } from '../core/user-error.ts';
import { topicBy } from './actor-option.ts';
import { customId } from './custom-id.ts';
import type { Sharing } from './sharing.ts';
import { tokenOf } from './token.ts';

/** Which page of which topic is shown; the topic by key, page from 0. */
export type TopicView = { readonly topic: string; readonly page: number; readonly sharing: Sharing };

/** A custom id that carries a view: it works in old messages and after a restart. */
export function topicId(verb: string, { topic, page, sharing }: TopicView): string {
  return customId(verb, tokenOf(topic), page, sharing === 'offered' ? 1 : 0);
}

/** The view that a custom id carries; throws `UserError` 'topic-gone'. */
export function readTopicView([token = '', page, offered]: readonly string[], desk: Desk): TopicView {
  const topic = topicBy(token, desk);
  if (topic === undefined)
    throw new UserError('topic-gone', 'There is nothing on that topic any more. Ask again with /topic.');
  return { topic, page: Number(page) || 0, sharing: offered === '1' ? 'offered' : 'none' };
}
