import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Delivery, DeliveryKey } from '../core/delivery.ts';
import type { DigestSettings } from '../core/digest-settings.ts';
import { localDate } from '../core/local-date.ts';
import type { Storage } from '../core/storage.ts';
import { type Deliver, LEASE } from './deliver.ts';
import { dueAt } from './due.ts';

const MINUTE = 60_000;
/**
 * Deliveries at one time. Discord takes 50 requests a second, which that many fill; more would make those who press a
 * button wait for their turn.
 */
const AT_ONCE = 20;

/** Digests that are looked at before others get a turn. */
const TOGETHER = 20;

/** Rows of the ledger among which the newest of the digest itself is found: a day has three at most. */
const NEWEST = 4;

type Job = () => Promise<unknown>;
/** A digest and when it has to be looked at. */
type Entry = { readonly settings: DigestSettings; readonly look: number };

/**
 * Does what is due and says when to be asked again, so that whoever asks keeps the time. `skip` records that a digest was
 * missed, `deliver` posts.
 */
export function createScheduler({
  storage,
  deliver,
  skip,
  now,
  stopping,
  log,
}: {
  readonly storage: Pick<Storage, 'digests' | 'deliveries'>;
  readonly deliver: Deliver;
  readonly skip: (due: DeliveryKey & { readonly dueAt: number }) => Promise<void>;
  readonly now: () => number;
  /** Whether nothing new is to be begun. */
  readonly stopping: () => boolean;
  readonly log: Logger;
}) {
  let entries = new Map<string, Entry>();
  let stale = true;

  /** Takes over what is set; a digest whose settings changed is looked at once. */
  async function readSettings(): Promise<void> {
    stale = false;
    const all = await storage.digests.list();
    const looks = (settings: DigestSettings) => {
      const known = entries.get(settings.id);
      return known && JSON.stringify(known.settings) === JSON.stringify(settings) ? known.look : 0;
    };
    entries = new Map(all.map((settings) => [settings.id, { settings, look: looks(settings) }]));
  }

  /** What a digest has to do now; afterwards it is looked at when its next time comes. */
  async function look(settings: DigestSettings, at: number): Promise<readonly Job[]> {
    const rows = await storage.deliveries.list(settings.id, NEWEST);
    const newest = rows.find(({ part }) => part === 'digest');
    const { post, missed, next = Number.POSITIVE_INFINITY } = dueAt(settings, newest, at);
    const key = { digest: settings.id, part: 'digest' } as const;
    for (const { at: dueAt, date } of missed) await skip({ ...key, date, dueAt });
    entries.set(settings.id, { settings, look: next });
    return [
      ...(post ? [() => deliverParts(settings, { ...key, date: post.date, dueAt: post.at })] : []),
      ...(settings.paused?.why === 'cannot-post' ? [() => deliver(noticeOf(settings, at))] : []),
    ];
  }

  /** The questions first: as long as there is no row for the digest, all of it is still due after a sudden end. */
  async function deliverParts(settings: DigestSettings, due: DeliveryKey & { readonly dueAt: number }): Promise<void> {
    if (reportsQuestions(settings)) await deliver({ ...due, part: 'unanswered' });
    await deliver(due);
  }

  /** Of several digests with one channel for administrators, the oldest reports the questions. */
  function reportsQuestions({ id, guild, adminChannel }: DigestSettings): boolean {
    if (adminChannel === undefined) return false;
    const first = [...entries.values()].find(
      ({ settings }) => settings.guild === guild && settings.adminChannel === adminChannel && !settings.paused,
    );
    return first?.settings.id === id;
  }

  async function perform(job: Job, digest: string): Promise<void> {
    try {
      await job();
    } catch (error) {
      log.error({ err: error, digest }, 'A digest could not be delivered; it is tried again in a minute');
      const entry = entries.get(digest);
      if (entry) entries.set(digest, { ...entry, look: now() + MINUTE });
    }
  }

  return {
    /** From now on settings are read again before anything else. */
    changed: (): void => void (stale = true),
    /** Does what is due, and gives the moment at which it wants to be asked again (Unix milliseconds), or infinity. */
    async check(): Promise<number> {
      const at = now();
      if (stale) await readSettings();
      const jobs: (() => Promise<void>)[] = [];
      const ripe: DigestSettings[] = [];
      for (const entry of entries.values()) if (entry.look <= at) ripe.push(entry.settings);
      for (const [number, settings] of ripe.entries()) {
        // The ledger answers at once, so that after an outage nobody else would get a turn for as long as it is written.
        if (number % TOGETHER === 0) await setImmediate();
        await perform(async () => {
          for (const job of await look(settings, at)) jobs.push(() => perform(job, settings.id));
        }, settings.id);
      }
      for (const row of await storage.deliveries.open()) {
        if (freeAt(row) <= at) jobs.push(() => perform(() => deliver(row), row.digest));
      }
      await inTurns(jobs, stopping);
      if (stale) return at;
      let next = Number.POSITIVE_INFINITY;
      for (const row of await storage.deliveries.open()) next = Math.min(next, freeAt(row));
      for (const { look: when } of entries.values()) next = Math.min(next, when);
      return next;
    },
  };
}

/** The notice that a digest was paused: one for each pause. */
function noticeOf({ id, timezone, paused }: DigestSettings, at: number): DeliveryKey & { readonly dueAt: number } {
  const since = paused?.since ?? at;
  return { digest: id, date: localDate(since, timezone), part: 'notice', dueAt: since };
}

function freeAt({ state, claimedAt, retryAt }: Delivery): number {
  return state === 'claimed' ? claimedAt + LEASE : (retryAt ?? Number.POSITIVE_INFINITY);
}

async function inTurns(jobs: readonly (() => Promise<void>)[], stopping: () => boolean): Promise<void> {
  const waiting = jobs.values();
  const worker = async () => {
    for (const job of waiting) if (!stopping()) await job();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
