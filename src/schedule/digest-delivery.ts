import type { Logger } from 'pino';
import type { Delivery, DeliveryKey } from '../core/delivery.ts';
import type { DigestSettings } from '../core/digest-settings.ts';
import type { Posting } from '../core/digests.ts';
import { localDate } from '../core/local-date.ts';
import type { Composed, Composing, Poster } from '../core/posting.ts';
import type { Storage } from '../core/storage.ts';
import { createDeliver, type Deliver, type Ended, LEASE, REASONS } from './deliver.ts';
import { createScheduler } from './scheduler.ts';

const MINUTE = 60_000;
/** What is set is read again that often, for another process may have changed it. */
const REREAD = 10 * MINUTE;
/** Days in a row on which a digest cannot be posted, before it is paused. */
const PATIENCE = 3;
/** Rows of the ledger among which these are looked for. */
const ROWS = 40;

/** Rings once after some milliseconds, unless what it gives is called before. */
export type Alarm = (ms: number, ring: () => void) => () => void;

export type DigestDelivery = ReturnType<typeof createDigestDelivery>;

/**
 * Posts every digest at its time, once for each local day, as the ledger in the storage has it. Nothing is posted before
 * `start`, save by `deliverNow`.
 */
export function createDigestDelivery<Message>(deps: {
  readonly storage: Pick<Storage, 'digests' | 'deliveries'>;
  readonly compose: (composing: Composing) => Promise<Composed<Message>>;
  readonly poster: Poster<Message>;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** A name that no other process has. */
  readonly owner: string;
  readonly log: Logger;
  readonly alarm?: Alarm;
}) {
  const { storage, compose, now, owner, log, alarm = realAlarm } = deps;
  const deliver: Deliver = pausing(createDeliver(deps));
  let [running, stopping] = [false, false];
  const scheduler = createScheduler({ storage, deliver, skip, now, stopping: () => stopping, log });
  let checking: Promise<void> | undefined;
  let again = false;
  let cancel = () => {};
  let readAt = now();

  async function skip(due: DeliveryKey & { readonly dueAt: number }): Promise<void> {
    const claim = await storage.deliveries.claim(due, { owner, now: now(), leaseMs: LEASE });
    if (claim.outcome === 'taken') return;
    const paused = (await storage.digests.find(due.digest))?.paused !== undefined;
    const reason = paused ? REASONS.paused : REASONS.missed;
    await storage.deliveries.end(due, owner, { state: 'skipped', reason });
    log.info({ digest: due.digest, date: due.date, reason }, 'A digest was missed');
  }

  /** A digest that could not be posted on three of its days in a row is paused, which its administrators are told. */
  function pausing(inner: Deliver): Deliver {
    return async (due, anyway) => {
      const ended = await inner(due, anyway);
      if (due.part === 'digest' && ended.outcome === 'ended' && isHopeless(ended.end)) await pauseHopeless(due.digest);
      return ended;
    };
  }

  async function pauseHopeless(id: string): Promise<void> {
    const rows = (await storage.deliveries.list(id, ROWS)).filter(({ part }) => part === 'digest');
    const tried = rows.filter(({ state }) => state === 'sent' || state === 'failed').slice(0, PATIENCE);
    const settings = await storage.digests.find(id);
    if (!settings || settings.paused || tried.length < PATIENCE || !tried.every(isHopeless)) return;
    await storage.digests.put({ ...settings, paused: { since: now(), why: 'cannot-post' } });
    log.warn({ digest: id, guild: settings.guild }, 'A digest could not be posted for days, and is paused');
    wake();
  }

  async function check(): Promise<void> {
    cancel();
    let next = now() + MINUTE;
    do {
      again = false;
      if (Math.abs(now() - readAt) >= REREAD) {
        scheduler.changed();
        readAt = now();
      }
      try {
        next = await scheduler.check();
      } catch (error) {
        log.error({ err: error }, 'The digests could not be looked through; they are again in a minute');
      }
    } while (again && running);
    checking = undefined;
    // No alarm is set for longer: a machine that slept, or whose clock was set, is noticed within a minute.
    if (running) cancel = alarm(Math.max(0, Math.min(next - now(), MINUTE)), wakeUp);
  }

  function wakeUp(): void {
    if (!running) return;
    if (checking) again = true;
    else checking = check();
  }

  /** Looks through the digests now: something was set, or the clock was moved. */
  function wake(): void {
    scheduler.changed();
    wakeUp();
  }

  return {
    start(): void {
      [running, stopping] = [true, false];
      wake();
    },
    wake,
    /** Begins nothing new, and resolves when what is being sent has come to its end. */
    async stop(): Promise<void> {
      [running, stopping] = [false, true];
      cancel();
      await checking;
    },
    /** Does what is due now, as often as something is, and gives the moment for which it would set its alarm. */
    check: (): Promise<number> => scheduler.check(),
    /** Posts the digest of today's local date at once, unless it was posted; the schedule posts no second one. */
    async deliverNow(settings: DigestSettings): Promise<Posting> {
      const at = now();
      const due = { digest: settings.id, date: localDate(at, settings.timezone), part: 'digest', dueAt: at } as const;
      // An empty one leaves no row, so that there may be something to say when its time comes.
      const before = await storage.deliveries.find(due);
      if (!before || before.state === 'skipped') {
        const composed = await compose({ part: 'digest', settings, date: due.date, at, mark: '' });
        if ('nothing' in composed) return { outcome: 'empty' };
      }
      const posting = postingOf(await deliver(due, true));
      wake();
      return posting;
    },
  };
}

const realAlarm: Alarm = (ms, ring) => {
  const timer = setTimeout(ring, ms);
  return () => clearTimeout(timer);
};

/** It cannot be posted, and is not tried again. */
function isHopeless({ state, retryAt }: Pick<Delivery, 'state' | 'retryAt'>): boolean {
  return state === 'failed' && retryAt === undefined;
}

function postingOf(ended: Ended): Posting {
  if (ended.outcome === 'under-way') return { outcome: 'under-way' };
  if (ended.outcome === 'taken') {
    const { message, sentAt, state } = ended.delivery;
    if (state !== 'sent' || message === undefined || sentAt === undefined) return { outcome: 'under-way' };
    return { outcome: 'posted-before', message, sentAt };
  }
  const { end } = ended;
  return end.state === 'sent' ? { outcome: 'posted', message: end.message } : { outcome: 'failed', reason: end.reason };
}
