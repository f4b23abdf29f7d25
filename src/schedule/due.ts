import type { Delivery } from '../core/delivery.ts';
import type { DigestSettings } from '../core/digest-settings.ts';
import { localDate } from '../core/local-date.ts';
import { nextOccurrence, type Occurrence, occurrencesWithin } from './local-times.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A digest set for 23:59 may still be posted some minutes later, though a new day has begun. */
const GRACE = 15 * MINUTE;
/** Days back for which it is recorded that a digest was missed; an outage may have been longer. */
const LOOKED_BACK = 14 * DAY;

/** What a digest has to do at a moment. */
export type Due = {
  /** To be posted now: one at most, however long the outage was. */
  readonly post?: Occurrence;
  /** Not to be posted any more, oldest first. */
  readonly missed: readonly Occurrence[];
  /** When to look again. */
  readonly next?: number;
};

/**
 * What is due at `now`, given the row of the newest local day in the ledger: what was set for a time since then, as long as
 * it can be caught up. Times before the digest was set up, or its times were changed, are not its own.
 */
export function dueAt(settings: DigestSettings, newest: Delivery | undefined, now: number): Due {
  const since = Math.max(settings.changedAt ?? settings.createdAt, newest?.dueAt ?? 0, now - LOOKED_BACK);
  const open = occurrencesWithin(settings, since, now).filter(({ date }) => !newest || date > newest.date);
  const last = open.at(-1);
  const post = last && isInTime(settings, last.at, now) ? last : undefined;
  const next = nextOccurrence(settings, Math.max(now, since))?.at;
  return {
    ...(post ? { post } : {}),
    missed: open.filter((occurrence) => occurrence !== post),
    ...(next === undefined ? {} : { next }),
  };
}

/** Whether a digest of the moment `due` is still posted at another: on the same local day, and within the hours that are set. */
export function isInTime({ timezone, catchUpHours }: DigestSettings, due: number, at: number): boolean {
  const sameDay = () => localDate(at, timezone) === localDate(due, timezone);
  return at < due + GRACE || (at < due + catchUpHours * HOUR && sameDay());
}
