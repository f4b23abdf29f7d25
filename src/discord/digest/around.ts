import type { BaseInteraction } from 'discord.js';
import type { Desk } from '../../core/desk.ts';
import type { Around } from '../render/digest-settings.ts';
import { offsetAt } from './timezones.ts';

/** What the words about a digest need of the server in which they are said. */
export function aroundOf({ guild, createdTimestamp }: BaseInteraction, desk: Pick<Desk, 'focusNames'>): Around {
  return {
    channelName: (id) => guild?.channels.cache.get(id)?.name,
    focusNames: desk.focusNames,
    offset: (timezone) => offsetAt(timezone, createdTimestamp),
  };
}
