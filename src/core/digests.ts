import type { Delivery } from './delivery.ts';
import type { Desk } from './desk.ts';
import type { Digest } from './digest.ts';
import { digestRequest } from './digest-request.ts';
import type { DigestSettings } from './digest-settings.ts';
import { localDate } from './local-date.ts';
import type { Storage } from './storage.ts';

/** What somebody sets of a digest. */
export type DigestWish = Omit<DigestSettings, 'id' | 'guild' | 'createdBy' | 'createdAt' | 'changedAt' | 'paused'>;

/** How posting today's digest at once went; `message` is the ids of channel and message, '112233/445566'. */
export type Posting =
  | { readonly outcome: 'posted'; readonly message: string }
  | { readonly outcome: 'posted-before'; readonly message: string; readonly sentAt: number }
  /** It has nothing to say, and is set to be silent then. */
  | { readonly outcome: 'empty' }
  /** The schedule, or somebody else, is posting it at this moment. */
  | { readonly outcome: 'under-way' }
  /** `reason` says to people why. */
  | { readonly outcome: 'failed'; readonly reason: string };

/** The desk over the documents that may be shown in a channel. */
export type DeskOf<Part extends keyof Desk> = (
  place: Pick<DigestSettings, 'guild' | 'channel'>,
) => Pick<Desk, Part> | Promise<Pick<Desk, Part>>;

export type DigestDeps = {
  readonly storage: Storage;
  readonly deskOf: DeskOf<'digest' | 'library' | 'readFocus'>;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** 12 characters of base64url. */
  readonly newId: () => string;
  /** The first moment after `after` for which a digest is set; pauses are passed over. Unix milliseconds. */
  readonly nextAt: (settings: DigestSettings, after: number) => number | undefined;
  /** Posts the digest of today's local date, through the ledger, unless it was posted. */
  readonly deliverNow: (settings: DigestSettings) => Promise<Posting>;
  /** Called after every change of what is set, so that the schedule looks again. */
  readonly onChange: () => void;
};

/** A digest with what came of it last, and what comes next; a paused one has no `next`. */
export type DigestState = {
  readonly settings: DigestSettings;
  readonly next?: number;
  readonly last?: Delivery;
};

/** Digests of one server: a list of Discord has room for as many. */
export const MOST_DIGESTS = 25;
/** Days of the ledger in which `status` looks for what was missed, and rows that these can hold. */
const MISSED_WITHIN = 14;
const ROWS = 2 * MISSED_WITHIN;

export type SetOutcome =
  /** `resumed`: it was paused because it could not be posted, which a change may have mended. */
  | {
      readonly outcome: 'set';
      readonly settings: DigestSettings;
      readonly next?: number;
      readonly changed: boolean;
      readonly resumed: boolean;
    }
  | { readonly outcome: 'too-many'; readonly most: number };

export type Digests = ReturnType<typeof createDigests>;

/** The digests of all servers. Every method looks in the server that it is given and in no other. */
export function createDigests(deps: DigestDeps) {
  const { storage, deskOf, now, newId, nextAt, deliverNow, onChange } = deps;

  async function find(guild: string, id: string): Promise<DigestSettings | undefined> {
    const settings = await storage.digests.find(id);
    return settings?.guild === guild ? settings : undefined;
  }

  /** Its next time; days that the ledger is done with, such as one that was posted before its time, are passed over. */
  async function nextOf(settings: DigestSettings): Promise<{ next?: number }> {
    if (settings.paused) return {};
    let next = nextAt(settings, now());
    while (next !== undefined && (await isDone(settings, next))) next = nextAt(settings, next);
    return next === undefined ? {} : { next };
  }

  async function isDone({ id, timezone }: DigestSettings, at: number): Promise<boolean> {
    const row = await storage.deliveries.find({ digest: id, date: localDate(at, timezone), part: 'digest' });
    return row !== undefined && row.retryAt === undefined;
  }

  async function put(settings: DigestSettings): Promise<void> {
    await storage.digests.put(settings);
    onChange();
  }

  async function rowsOf({ id }: DigestSettings): Promise<readonly Delivery[]> {
    return (await storage.deliveries.list(id, ROWS)).filter(({ part }) => part === 'digest');
  }

  async function stateOf(settings: DigestSettings, rows: readonly Delivery[]): Promise<DigestState> {
    const last = rows.find(({ state }) => state === 'sent');
    return { settings, ...(await nextOf(settings)), ...(last ? { last } : {}) };
  }

  return {
    deskOf,
    find,

    /**
     * Adds a digest, or changes the one given, or one of the same place, times and content: what is sent twice is set once.
     * A change ends a pause that was there because it could not be posted.
     */
    async set(
      wish: DigestWish,
      by: { readonly guild: string; readonly user: string },
      given?: DigestSettings,
    ): Promise<SetOutcome> {
      const all = await storage.digests.list(by.guild);
      const former = given ?? all.find((each) => isSame(each, wish));
      if (!former && all.length >= MOST_DIGESTS) return { outcome: 'too-many', most: MOST_DIGESTS };
      const resumed = former?.paused?.why === 'cannot-post';
      const changedAt = former && hasSameTimes(former, wish) ? former.changedAt : former && now();
      const settings: DigestSettings = {
        ...wish,
        guild: by.guild,
        id: former?.id ?? newId(),
        createdBy: former?.createdBy ?? by.user,
        createdAt: former?.createdAt ?? now(),
        ...(changedAt === undefined ? {} : { changedAt }),
        ...(former?.paused && !resumed ? { paused: former.paused } : {}),
      };
      await put(settings);
      return { outcome: 'set', settings, ...(await nextOf(settings)), changed: former !== undefined, resumed };
    },

    /** The digests of a server, oldest first. */
    list: (guild: string): Promise<readonly DigestSettings[]> => storage.digests.list(guild),

    /** What came of every digest of a server last, and what comes next. */
    async states(guild: string): Promise<readonly DigestState[]> {
      const all = await storage.digests.list(guild);
      return Promise.all(all.map(async (settings) => stateOf(settings, await rowsOf(settings))));
    },

    /** The same of one digest, with every day of the last fourteen on which it was missed, newest first. */
    async status(settings: DigestSettings): Promise<DigestState & { readonly missed: readonly Delivery[] }> {
      const rows = await rowsOf(settings);
      const from = localDate(now() - MISSED_WITHIN * 86_400_000, settings.timezone);
      const missed = rows.filter(({ state, date }) => state !== 'sent' && date >= from);
      return { ...(await stateOf(settings, rows)), missed };
    },

    /** Posts it no more until `resume`; tells whether that is new. */
    async pause(settings: DigestSettings): Promise<boolean> {
      if (settings.paused) return false;
      await put({ ...settings, paused: { since: now(), why: 'asked' } });
      return true;
    },

    /** Posts it again at its next time, which is told; a digest that was not paused is left as it is. */
    async resume({
      paused,
      ...settings
    }: DigestSettings): Promise<{ readonly resumed: boolean; readonly next?: number }> {
      if (paused) await put(settings);
      return { resumed: paused !== undefined, ...(await nextOf(settings)) };
    },

    /** Removes it with its history; whether it was there. */
    async remove({ id }: DigestSettings): Promise<boolean> {
      const removed = await storage.digests.remove(id);
      onChange();
      return removed;
    },

    /**
     * The next digest as it would be at this moment; one that is paused or was never set is made for today. `isOpen` tells
     * whether what was asked in a channel may be repeated in the digest's.
     */
    async preview(settings: DigestSettings, isOpen?: (channel: string) => boolean): Promise<Digest> {
      const at = now();
      const day = localDate((await nextOf(settings)).next ?? at, settings.timezone);
      const desk = await deskOf(settings);
      return desk.digest(await digestRequest({ storage, desk, ...(isOpen ? { isOpen } : {}) }, settings, at, day));
    },

    /** Posts today's at once, in the place of the one that would have come later today; and when the next one comes. */
    async now(settings: DigestSettings): Promise<{ readonly posting: Posting; readonly next?: number }> {
      const posting = await deliverNow(settings);
      return { posting, ...(await nextOf(settings)) };
    },
  };
}

function isSame(one: DigestWish, other: DigestWish): boolean {
  const content = ({ channel, language, focus }: DigestWish) => [
    channel,
    language,
    focus.actors,
    focus.topics,
    focus.tags,
  ];
  return hasSameTimes(one, other) && JSON.stringify(content(one)) === JSON.stringify(content(other));
}

function hasSameTimes(one: DigestWish, other: DigestWish): boolean {
  return one.at === other.at && one.timezone === other.timezone && one.days.join() === other.days.join();
}
