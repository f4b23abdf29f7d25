import type { Logger } from 'pino';
import type { Feed } from '../core/feed.ts';
import type { Storage } from '../core/storage.ts';
import { UserError } from '../core/user-error.ts';
import { afterFailing, afterReading, afterTelling } from './after.ts';
import type { FeedReader } from './feed-reader.ts';
import type { FetchArticle } from './fetch-article.ts';
import { keepNew, type Shelf } from './keep-new.ts';

const MINUTE = 60_000;
/** For how long a feed is one process's; longer than one article takes, after each of which it is claimed anew. */
const LEASE = 10 * MINUTE;
/** Feeds that are looked at in one go. */
const AT_ONCE = 4;

/** Rings once after some milliseconds, unless what it gives is called before. */
export type Alarm = (ms: number, ring: () => void) => () => void;

/**
 * Looks at every feed when its time has come, keeps what is new in it, and tells of feeds that were paused. Nothing
 * happens before `start`.
 */
export function createPoller({
  storage,
  reader,
  fetchArticle,
  shelf,
  tell,
  now,
  log,
  alarm = realAlarm,
}: {
  readonly storage: Pick<Storage, 'feeds'>;
  readonly reader: Pick<FeedReader, 'read'>;
  readonly fetchArticle: FetchArticle;
  readonly shelf: Shelf;
  /** Tells whoever looks after the server that a feed was paused, or says that it could not be told yet. */
  readonly tell: (feed: Feed) => Promise<'told' | 'later'>;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly log: Logger;
  readonly alarm?: Alarm;
}) {
  const { feeds } = storage;
  const working = new Set<Promise<void>>();
  let running = false;
  let cancel = () => {};

  /** The feed as it is after it was looked at; `record` takes down how far that has come. */
  async function lookAt(feed: Feed, record: (state: Feed) => Promise<boolean>): Promise<Feed> {
    if (feed.paused) return afterTelling(feed, await tell(feed), now());
    const answer = await reader.read(feed.url, feed.validators);
    if (answer.outcome === 'unchanged') return afterReading(feed, now());
    const after = await keepNew(feed, answer, { fetchArticle, shelf, now, record });
    const kept = after.kept.total - feed.kept.total;
    if (kept > 0) log.info({ feed: feed.id, guild: feed.guild, kept }, 'Articles of a feed were kept');
    return after;
  }

  async function attempt(feed: Feed): Promise<void> {
    if (!(await feeds.claim(feed, now() + LEASE))) return;
    let state = feed;
    const record = async (further: Feed) => {
      state = { ...further, nextAt: now() + LEASE };
      return (await feeds.update(state)) && running;
    };
    try {
      state = await lookAt(feed, record);
    } catch (error) {
      if (running) state = afterFailing(state, faultOf(error, feed), now());
    }
    if (state.paused && !feed.paused)
      log.warn({ feed: feed.id, guild: feed.guild, why: state.paused.why }, 'A feed was paused');
    // What the end of the bot cut short is due when it starts again.
    await feeds.update(running ? state : { ...state, nextAt: now() });
  }

  function faultOf(error: unknown, feed: Feed): { readonly code: string; readonly message: string } {
    if (error instanceof UserError) return error;
    log.error({ err: error, feed: feed.id }, 'A feed could not be looked at');
    return { code: 'fault', message: 'The bot failed at it. Whoever runs the bot finds the cause in its log.' };
  }

  async function work(): Promise<void> {
    try {
      while (running) {
        const [feed] = await feeds.due(now(), 1);
        if (!feed) return;
        await attempt(feed);
      }
    } catch (error) {
      log.error({ err: error }, 'The feeds could not be looked through; they are again in a minute');
    }
  }

  /** Looks now whether feeds are due: one was added, or the clock was moved. */
  function wake(): void {
    if (!running) return;
    cancel();
    cancel = alarm(MINUTE, wake);
    while (working.size < AT_ONCE) {
      const worker = work().finally(() => working.delete(worker));
      working.add(worker);
    }
  }

  return {
    start(): void {
      running = true;
      wake();
    },
    wake,
    /** Resolves when no feed is due any more that can be looked at now. */
    async idle(): Promise<void> {
      await Promise.all(working);
    },
    /** Begins nothing new, and resolves when what is under way has ended; whoever stops it ends its requests before. */
    async stop(): Promise<void> {
      running = false;
      cancel();
      await Promise.all(working);
    },
  };
}

const realAlarm: Alarm = (ms, ring) => {
  const timer = setTimeout(ring, ms);
  return () => clearTimeout(timer);
};
