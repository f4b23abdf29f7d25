import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';
import type { Obstacle } from '../../core/posting.ts';
import { isUnanswered } from '../connection-faults.ts';

/** What stands against posting until somebody mends it, by Discord's code for it. */
const LASTING: Readonly<Record<number, string>> = {
  [RESTJSONErrorCodes.UnknownChannel]: 'The channel was deleted.',
  [RESTJSONErrorCodes.UnknownGuild]: 'The bot is no longer in the server.',
  [RESTJSONErrorCodes.MissingAccess]: 'The channel was deleted, or the bot may not see it.',
  [RESTJSONErrorCodes.MissingPermissions]: 'The bot may not post in the channel.',
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: 'The member takes no direct messages from the bot.',
  [RESTJSONErrorCodes.ThreadLocked]: 'The thread is locked.',
};

export const UNANSWERED = 'Discord could not be reached: it gave no answer in time.';

/** Answers that say nothing against the message: too many requests, which are waited out for a while, and a token reset. */
const PASSING = [429, 401];

/** Why a request failed and whether it may succeed later, in words for people; `undefined` for a fault of our own. */
export function obstacleOf(error: unknown): Obstacle | undefined {
  if (error instanceof DiscordAPIError && !PASSING.includes(error.status)) {
    const reason = LASTING[Number(error.code)] ?? `Discord refuses the message: ${error.message} (code ${error.code}).`;
    return { outcome: 'cannot-post', reason };
  }
  const status = error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : undefined;
  if (status === undefined && !isUnanswered(error)) return undefined;
  const reason = status === undefined ? UNANSWERED : `Discord could not be reached: it answered ${status}.`;
  return { outcome: 'retry-later', reason };
}
