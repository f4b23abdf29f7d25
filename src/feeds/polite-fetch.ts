import type { IncomingHttpHeaders } from 'node:http';
import type { Validators } from '../core/feed.ts';
import { faults } from './faults.ts';
import { internet, type Network } from './network.ts';
import type { ReadAside } from './read-aside.ts';
import { type Response, request } from './request.ts';
import { createRobots } from './robots.ts';
import { createTurns, type Wait } from './turns.ts';
import { readAddress } from './web-address.ts';

/** The name by which robots.txt calls the bot. */
const AGENT = 'Attache';
const USER_AGENT = `${AGENT}/0.1 (Discord bot; reads feeds for its server)`;

/** `milliseconds` are for one answer from look-up to last byte; `pause` lies between two requests to one host. */
export type Limits = { readonly milliseconds: number; readonly pause: number };
const LIMITS: Limits = { milliseconds: 20_000, pause: 1000 };
const REDIRECTS = 5;
/** RFC 9309 has at least this much of a robots.txt read. */
const ROBOTS_BYTES = 500 * 1024;
/** Milliseconds of the longest pause that a robots.txt can ask for. */
const LONGEST_PAUSE = 30_000;
/** Milliseconds for which a host that has too much to do is left alone: unless it says how long, and at most. */
const LEFT_ALONE = { usually: 15 * 60_000, most: 86_400_000 } as const;
/** Hosts to be left alone that are remembered. */
const MOST_CLOSED = 1000;

export type Wanted = {
  readonly accept: string;
  /** Bytes that may come, packed and unpacked. */
  readonly mostBytes: number;
  readonly validators?: Validators;
};

export type Fetched =
  | {
      readonly outcome: 'fetched';
      /** Where it was in the end. */
      readonly url: URL;
      /** The content type with its parameters, '' where there is none. */
      readonly type: string;
      readonly body: Uint8Array;
      readonly validators: Validators;
    }
  | { readonly outcome: 'unchanged' };

export type PoliteFetch = ReturnType<typeof createPoliteFetch>;

/**
 * Fetches from the web as a guest: only what robots.txt allows, one request at a time for each host, and none while a
 * host asks to be left alone. It connects to public addresses alone, looked up anew after each redirect. `stopping` ends
 * whatever is under way.
 */
export function createPoliteFetch({
  read,
  now,
  stopping,
  network = internet,
  limits = LIMITS,
  wait,
}: {
  readonly read: ReadAside['read'];
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly stopping: AbortSignal;
  readonly network?: Network;
  readonly limits?: Limits;
  readonly wait?: Wait;
}) {
  const turns = createTurns(wait);
  /** Until when each host is left alone. */
  const closed = new Map<string, number>();
  const robots = createRobots({ get: getRobots, read, agent: AGENT, now });

  function mustBeOpen(url: URL): void {
    const rest = (closed.get(url.hostname) ?? 0) - now();
    if (rest > 0) throw faults.busy(url, Math.ceil(rest / 60_000));
    closed.delete(url.hostname);
  }

  function close(url: URL, headers: IncomingHttpHeaders): void {
    const asked = retryAfter(headers['retry-after'], now()) ?? LEFT_ALONE.usually;
    if (closed.size >= MOST_CLOSED) closed.clear();
    closed.set(url.hostname, now() + Math.min(Math.max(asked, 60_000), LEFT_ALONE.most));
    mustBeOpen(url);
  }

  /** One request in its turn; `pause` is what this server wants between two. */
  function askOnce(url: URL, wanted: Wanted & { readonly cut?: boolean }, pause: number): Promise<Response> {
    return turns.take(url.hostname, Math.max(limits.pause, Math.min(pause, LONGEST_PAUSE)), stopping, () => {
      mustBeOpen(url);
      const { accept, validators = {}, ...rest } = wanted;
      const signal = AbortSignal.any([stopping, AbortSignal.timeout(limits.milliseconds)]);
      return request(url, { headers: headersOf(accept, validators), network, signal, ...rest });
    });
  }

  /** Follows redirects up to an answer; `before` is called with each address on the way, and gives the pause there. */
  async function follow(
    first: URL,
    wanted: Wanted & { readonly cut?: boolean },
    before: (url: URL) => Promise<number>,
  ): Promise<Response & { readonly url: URL }> {
    let url = first;
    for (let hops = 0; hops <= REDIRECTS; hops += 1) {
      mustBeOpen(url);
      const answer = await askOnce(url, wanted, await before(url));
      const { status, headers } = answer;
      if (status === 200 || status === 304) return { ...answer, url };
      if (status === 429 || status === 503) close(url, headers);
      if (!isRedirect(status) || headers.location === undefined) throw faults.ofStatus(status, url);
      url = readAddress(headers.location, url);
    }
    throw faults.redirects(first, REDIRECTS);
  }

  async function getRobots(url: URL): Promise<string> {
    const wanted = { accept: 'text/plain, */*;q=0.1', mostBytes: ROBOTS_BYTES, cut: true };
    const { body } = await follow(url, wanted, () => Promise.resolve(0));
    return new TextDecoder().decode(body);
  }

  /** Fetches an address; throws `UserError`, whose words are for people, where it cannot be had. */
  return async (address: string, wanted: Wanted): Promise<Fetched> => {
    const { status, headers, body, url } = await follow(readAddress(address), wanted, robots.ask);
    if (status === 304) return { outcome: 'unchanged' };
    return { outcome: 'fetched', url, type: headers['content-type'] ?? '', body, validators: validatorsOf(headers) };
  };
}

function headersOf(accept: string, { etag, lastModified }: Validators) {
  return {
    'user-agent': USER_AGENT,
    accept,
    'accept-encoding': 'gzip, deflate, br',
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  };
}

/** Marks that can be sent back as they came. */
function validatorsOf({ etag, 'last-modified': lastModified }: IncomingHttpHeaders): Validators {
  return {
    ...(isSendable(etag) ? { etag } : {}),
    ...(isSendable(lastModified) ? { lastModified } : {}),
  };
}

function isSendable(mark: string | undefined): mark is string {
  return mark !== undefined && /^[\x20-\x7e]{1,200}$/u.test(mark);
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** Milliseconds that a server asks to wait, as seconds or as a date. */
function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/u.test(value.trim())) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at - now;
}
