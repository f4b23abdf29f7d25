import { chosen } from '../core/actor-choice.ts';
import type { Desk } from '../core/desk.ts';
import { choiceName } from './choice-name.ts';
import type { Choice } from './command.ts';
import { LIMITS } from './limits.ts';
import { keyOf, tokenOf } from './token.ts';

/** Choices for an option of a command that names an actor or a topic. */
export function actorOrTopicChoices(typed: string, desk: Desk, option: string): readonly Choice[] {
  return option === 'topic' ? topicChoices(typed, desk) : actorChoices(typed, desk);
}

/** Actors for what has been typed so far, with the name that matched where it is another. */
function actorChoices(typed: string, desk: Desk): readonly Choice[] {
  return desk
    .suggestActors(typed, LIMITS.choices)
    .filter(({ choice }) => choice.length <= LIMITS.choiceValue)
    .map(({ actor, matched, choice }) => ({
      name: choiceName(matched === actor.name ? actor.name : `${actor.name} (${matched})`),
      value: choice,
    }));
}

/** Topics for what has been typed so far, most spoken of first where nothing was. */
function topicChoices(typed: string, desk: Desk): readonly Choice[] {
  return desk
    .suggestTopics(typed)
    .slice(0, LIMITS.choices)
    .map(({ key, name }) => ({ name: choiceName(name), value: key.length <= LIMITS.choiceValue ? key : tokenOf(key) }));
}

/** The topic that an option names; a key too long for a choice comes as its token. */
export function chosenTopic(value: string | null, desk: Desk): string | undefined {
  if (value === null || value.trim() === '') return undefined;
  return value.startsWith('~') ? (topicBy(value, desk) ?? value) : value;
}

/** The key of a topic by its token in a custom id. */
export function topicBy(token: string, desk: Desk): string | undefined {
  const keys = desk.suggestTopics('').map(({ key }) => key);
  return keyOf(token, keys) ?? keyOf(token, [...desk.actors().values()].map(chosen));
}

/** The id of an actor by its token in a custom id. */
export function actorBy(token: string, desk: Desk): string | undefined {
  const actors = desk.actors();
  return actors.has(token) ? token : keyOf(token, actors.keys());
}
