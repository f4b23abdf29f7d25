import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { internet, type Network } from '../../src/feeds/network.ts';
import { createPoliteFetch, type Limits } from '../../src/feeds/polite-fetch.ts';
import { createReadAside, type Given, type ReadAside, type Reading } from '../../src/feeds/read-aside.ts';
import { readFeed } from '../../src/feeds/read-feed.ts';
import { readRobots } from '../../src/feeds/read-robots.ts';
import type { Wait } from '../../src/feeds/turns.ts';

/** What a server answers at an address: a text, or whatever the function does. */
export type Page =
  | string
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Buffer }
  | ((request: IncomingMessage, response: ServerResponse) => void);

export type LocalWeb = Awaited<ReturnType<typeof openWeb>>;

/** A local web that is there for one test. */
export async function localWeb(pages: Record<string, Page> = {}): Promise<LocalWeb> {
  const web = await openWeb(pages);
  onTestFinished(web.close);
  return web;
}

/**
 * A web of several hosts on one local server. `pages` are by host and path, 'news.example/feed.xml'; `asked` lists what
 * was asked for, in order. Its network resolves those hosts to this machine, which it allows at that one port, and keeps
 * to the rule of the internet for everything else.
 */
export async function openWeb(pages: Record<string, Page> = {}) {
  const asked: { path: string; headers: IncomingMessage['headers'] }[] = [];
  const listener: RequestListener = (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/u, '');
    const path = `${host}${request.url}`;
    asked.push({ path, headers: request.headers });
    answer(pages[path] ?? { status: 404 }, request, response);
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const names: Record<string, string> = {};
  const network: Network = {
    resolve: async (host) => {
      if (names[host] !== undefined) return [{ address: names[host], family: names[host].includes(':') ? 6 : 4 }];
      if (host.endsWith('.example')) return [{ address: '127.0.0.1', family: 4 }];
      throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
    },
    isAllowed: (address, at) => (address === '127.0.0.1' && at === port) || internet.isAllowed(address, at),
  };
  return {
    close,
    pages,
    asked,
    /** What was asked for, but for robots.txt. */
    paths: () => asked.map(({ path }) => path).filter((path) => !path.endsWith('/robots.txt')),
    /** Addresses to which further names resolve. */
    names,
    network,
    port,
    /** The address of a page: 'http://news.example:40001/feed.xml'. */
    at: (path: string) => `http://${path.replace(/^([^/]+)/u, `$1:${port}`)}`,
  };
}

function answer(page: Page, request: IncomingMessage, response: ServerResponse): void {
  if (typeof page === 'function') return page(request, response);
  const { status = 200, headers = {}, body = '' } = typeof page === 'string' ? { body: page } : page;
  response.writeHead(status, headers).end(body);
}

/** Reads at once what a worker reads in the product. */
export const readHere: ReadAside['read'] = async <What extends Reading>(what: What, given: Given<What>) =>
  (what === 'feed' ? readFeed(given as Given<'feed'>) : readRobots(given as Given<'robots'>)) as never;

/** Fetches from a local web, without pauses unless limits are given; `aside` reads in a worker as the product does. */
export function fetchFrom(
  web: Pick<LocalWeb, 'network'>,
  options: {
    readonly limits?: Partial<Limits>;
    readonly wait?: Wait;
    readonly now?: () => number;
    readonly aside?: boolean;
    readonly asideMs?: number;
    readonly stopping?: AbortSignal;
  } = {},
) {
  const {
    limits,
    now = Date.now,
    aside = false,
    asideMs = 5000,
    stopping = new AbortController().signal,
    wait,
  } = options;
  const reader = createReadAside({ milliseconds: asideMs, heap: 256 });
  onTestFinished(reader.close);
  return createPoliteFetch({
    read: aside ? reader.read : readHere,
    now,
    stopping,
    network: web.network,
    limits: { milliseconds: 5000, pause: 0, ...limits },
    ...(wait ? { wait } : {}),
  });
}
