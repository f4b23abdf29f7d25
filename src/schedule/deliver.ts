import type { Logger } from 'pino';
import type { Delivery, DeliveryEnd, DeliveryKey, DeliveryPart } from '../core/delivery.ts';
import type { DigestSettings } from '../core/digest-settings.ts';
import type { Composed, Composing, Place, Post, Poster, Sighting } from '../core/posting.ts';
import type { Storage } from '../core/storage.ts';
import { isInTime } from './due.ts';

const MINUTE = 60_000;

/**
 * How long a claim stands, so that what a process claimed and did not end before it died is taken up by another. A living
 * one has ended its delivery by then: sending is given up after half a minute.
 */
export const LEASE = 2 * MINUTE;
/** What must be left of the lease when sending begins. */
const TO_SEND = MINUTE;
/** Clocks of Discord and of this machine may differ that far. */
const SKEW = 10 * MINUTE;
const LONGEST_PAUSE = 30 * MINUTE;

/** How a delivery ended here: with its row as it is now, or left to whoever else has it. */
export type Ended =
  | { readonly outcome: 'ended'; readonly end: DeliveryEnd }
  | { readonly outcome: 'taken'; readonly delivery: Delivery }
  | { readonly outcome: 'under-way' };

export type Delivering<Message> = {
  readonly storage: Pick<Storage, 'digests' | 'deliveries'>;
  readonly compose: (composing: Composing) => Promise<Composed<Message>>;
  readonly poster: Poster<Message>;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** A name that no other process has. */
  readonly owner: string;
  readonly log: Logger;
};

export type Deliver = ReturnType<typeof createDeliver>;

/** Brings one part of a digest through the ledger: claim, compose, post, end. */
export function createDeliver<Message>({ storage, compose, poster, now, owner, log }: Delivering<Message>) {
  const underWay = new Set<string>();

  /** With `anyway` somebody asked for it: pauses and times do not matter, nor that it failed or was skipped. */
  async function deliver(due: DeliveryKey & { readonly dueAt: number }, anyway = false): Promise<Ended> {
    const claim = await storage.deliveries.claim(due, { owner, now: now(), leaseMs: LEASE, anyway });
    if (claim.outcome === 'taken') return claim;
    const { delivery } = claim;
    const end = await attempt(delivery, claim.again, anyway);
    if (end === undefined || !(await storage.deliveries.end(delivery, owner, end))) return { outcome: 'under-way' };
    log.info({ delivery: delivery.id, digest: due.digest, part: due.part, ...toldOf(end) }, 'A delivery ended');
    return { outcome: 'ended', end };
  }

  /** How the claimed delivery ends; `undefined` where it is no longer ours to end. */
  async function attempt(delivery: Delivery, again: boolean, anyway: boolean): Promise<DeliveryEnd | undefined> {
    const settings = await storage.digests.find(delivery.digest);
    if (!settings) return undefined;
    const places = placesOf(delivery.part, settings);
    const seen = again ? await lookIn(places, delivery) : undefined;
    if (seen && seen.outcome !== 'absent' && seen.outcome !== 'found') return endOf(seen, delivery, settings);
    if (seen === undefined || seen.outcome === 'absent') {
      const past = anyway ? undefined : whyPast(delivery, settings);
      if (past !== undefined) return { state: 'skipped', reason: past };
    }
    const composed = await composeSafely({ ...delivery, settings, at: now(), mark: delivery.id });
    if (seen?.outcome === 'found') return sentAs(seen.message, seen.at, composed);
    if ('reason' in composed) return endOf({ outcome: 'retry-later', reason: composed.reason }, delivery, settings);
    if ('nothing' in composed) return { state: 'skipped', reason: composed.nothing };
    if (!(await isHeld(delivery))) return undefined;
    const posted = await postIn(places, composed.message, delivery.id);
    return posted.outcome === 'posted' ? sentAs(posted.message, now(), composed) : endOf(posted, delivery, settings);
  }

  /** Why a delivery is not to be posted any more. */
  function whyPast({ part, dueAt }: Delivery, settings: DigestSettings): string | undefined {
    if (settings.paused && part !== 'notice') return REASONS.paused;
    return isInTime(settings, dueAt, now()) ? undefined : REASONS.late;
  }

  async function composeSafely(composing: Composing): Promise<Composed<Message> | { readonly reason: string }> {
    try {
      return await compose(composing);
    } catch (error) {
      log.error(
        { err: error, digest: composing.settings.id, part: composing.part },
        'A digest could not be put together',
      );
      return { reason: REASONS.fault };
    }
  }

  async function lookIn(places: readonly Place[], { id, dueAt }: Delivery): Promise<Sighting> {
    let last: Sighting = { outcome: 'absent' };
    for (const place of places) {
      last = await poster.look(place, id, dueAt - SKEW);
      if (last.outcome !== 'absent' && last.outcome !== 'cannot-post') return last;
    }
    return last;
  }

  /** In the first place where it can be. */
  async function postIn(places: readonly Place[], message: Message, mark: string): Promise<Post> {
    let last: Post = { outcome: 'cannot-post', reason: REASONS.nowhere };
    for (const place of places) {
      last = await poster.post(place, message, mark);
      if (last.outcome !== 'cannot-post') return last;
    }
    return last;
  }

  async function isHeld({ attempts, claimedAt, ...key }: Delivery): Promise<boolean> {
    const row = await storage.deliveries.find(key);
    const ours = row?.state === 'claimed' && row.owner === owner && row.attempts === attempts;
    return ours && now() < claimedAt + LEASE - TO_SEND;
  }

  /** What may pass is tried again at growing intervals, as long as it is not too late for the day. */
  function endOf(
    obstacle: Exclude<Sighting, { outcome: 'found' | 'absent' }>,
    delivery: Delivery,
    settings: DigestSettings,
  ): DeliveryEnd {
    const { outcome, reason } = obstacle;
    if (outcome === 'unknown') return { state: 'skipped', reason };
    // Who takes no messages is not to be asked again and again.
    if (outcome === 'cannot-post' && delivery.part === 'notice') return { state: 'failed', reason };
    const retryAt = now() + Math.min(MINUTE * 2 ** (delivery.attempts - 1), LONGEST_PAUSE);
    if (isInTime(settings, delivery.dueAt, retryAt)) return { state: 'failed', reason, retryAt };
    return outcome === 'cannot-post' ? { state: 'failed', reason } : { state: 'skipped', reason };
  }

  return async (due: DeliveryKey & { readonly dueAt: number }, anyway = false): Promise<Ended> => {
    const key = `${due.digest}/${due.date}/${due.part}`;
    // A clock that is moved by hand lets leases run out at once, also of what this process is sending.
    if (underWay.has(key)) return { outcome: 'under-way' };
    underWay.add(key);
    try {
      return await deliver(due, anyway);
    } finally {
      underWay.delete(key);
    }
  };
}

/** Why a digest was not posted, in words for its status. */
export const REASONS = {
  missed: 'The bot was not running at that time, nor within the hours for catching up.',
  late: 'When it could be tried again, it was too late for that day.',
  paused: 'It was paused.',
  fault: 'It could not be put together. Whoever runs the bot finds the cause in its log.',
  nowhere: 'There is nowhere to post it.',
} as const;

function placesOf(part: DeliveryPart, { guild, channel, adminChannel, createdBy }: DigestSettings): readonly Place[] {
  const inAdminChannel: readonly Place[] =
    adminChannel === undefined ? [] : [{ kind: 'channel', guild, channel: adminChannel }];
  switch (part) {
    case 'digest':
      return [{ kind: 'channel', guild, channel }];
    case 'unanswered':
      return inAdminChannel;
    case 'notice':
      return [...inAdminChannel, { kind: 'member', user: createdBy }];
    default:
      return part satisfies never;
  }
}

function sentAs(message: string, sentAt: number, composed: object): DeliveryEnd {
  return { state: 'sent', sentAt, message, shown: 'shown' in composed ? (composed.shown as readonly string[]) : [] };
}

function toldOf(end: DeliveryEnd): object {
  return end.state === 'sent' ? { state: end.state } : { state: end.state, reason: end.reason };
}
