import { UserError } from '../core/user-error.ts';
import { faults, isPassing } from './faults.ts';
import type { ReadAside } from './read-aside.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Servers whose robots.txt is remembered. */
const MOST_SERVERS = 500;

/** The text of a robots.txt; none where the server cannot say, and so lets nobody in. */
type Kept = { readonly text: string | undefined; readonly until: number };

/**
 * What servers let programs read, by their robots.txt as RFC 9309 has it: one that is missing allows everything, one that
 * fails nothing. It is fetched anew after a day, one that failed after an hour.
 */
export function createRobots({
  get,
  read,
  agent,
  now,
}: {
  /** The text at an address, or why there is none. */
  readonly get: (url: URL) => Promise<string>;
  readonly read: ReadAside['read'];
  readonly agent: string;
  readonly now: () => number;
}) {
  const servers = new Map<string, Promise<Kept>>();

  async function fetchText(origin: string): Promise<Kept> {
    try {
      return { text: await get(new URL('/robots.txt', origin)), until: now() + DAY };
    } catch (error) {
      // Whoever stops the bot, or a server that cannot be reached at all, says nothing about robots.
      if (!(error instanceof UserError) || error.code === 'address-private') throw error;
      if (error.code === 'unreachable' || error.code === 'timeout' || error.code === 'busy') throw error;
      return isPassing(error) ? { text: undefined, until: now() + HOUR } : { text: '', until: now() + DAY };
    }
  }

  async function keptOf(origin: string): Promise<Kept> {
    for (;;) {
      const known = servers.get(origin);
      if (!known) return keep(origin);
      const kept = await known;
      if (kept.until > now()) return kept;
      if (servers.get(origin) === known) servers.delete(origin);
    }
  }

  function keep(origin: string): Promise<Kept> {
    if (servers.size >= MOST_SERVERS) servers.clear();
    const fetched = fetchText(origin);
    servers.set(origin, fetched);
    fetched.catch(() => servers.delete(origin));
    return fetched;
  }

  return {
    /** Throws `UserError` where an address must not be read; else gives the milliseconds wanted between two requests. */
    ask: async (url: URL): Promise<number> => {
      const { text } = await keptOf(url.origin);
      if (text === undefined) throw faults.robotsUnknown(url);
      const reading = text === '' ? { allowed: true, delay: 0 } : await read('robots', { text, url: url.href, agent });
      // Rules that take longer to read than they may say nothing that could be relied on.
      if (!reading?.allowed) throw faults.robots(url);
      return reading.delay * 1000;
    },
  };
}
