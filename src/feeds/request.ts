import http, { type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { faults } from './faults.ts';
import type { Network, NetworkAddress } from './network.ts';

export type Response = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Unpacked; empty unless the status is 200. */
  readonly body: Uint8Array;
};

type Asking = {
  readonly headers: OutgoingHttpHeaders;
  readonly network: Network;
  /** Bytes that may come, packed and unpacked. */
  readonly mostBytes: number;
  /** Ends the request; a time-out of it is told as one. */
  readonly signal: AbortSignal;
  /** With `cut`, what comes beyond `mostBytes` is left unread; otherwise the answer is refused. */
  readonly cut?: boolean;
};

/**
 * Asks for one address, and follows nothing. The name is resolved once, and the connection made to an address that
 * `network` allows: no second look-up could give another. Throws `UserError` for whatever keeps it from being read.
 */
export async function request(url: URL, asking: Asking): Promise<Response> {
  try {
    asking.signal.throwIfAborted();
    const addresses = await allowedAddresses(url, asking);
    const answer = await send(url, addresses, asking);
    const { statusCode: status = 0, headers } = answer;
    if (status === 200) return { status, headers, body: await readBody(answer, url, asking) };
    answer.destroy();
    return { status, headers, body: new Uint8Array() };
  } catch (error) {
    throw faults.ofRequest(error, url, asking.signal);
  }
}

async function allowedAddresses(url: URL, { network, signal }: Asking): Promise<readonly NetworkAddress[]> {
  const host = url.hostname.replace(/^\[(.*)\]$/u, '$1');
  const family = isIP(host);
  const found = family > 0 ? [{ address: host, family }] : await orAborted(network.resolve(host), signal);
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const allowed = found.filter(({ address }) => network.isAllowed(address, port));
  if (allowed.length === 0) throw faults.closedOff(url);
  return allowed;
}

function send(url: URL, addresses: readonly NetworkAddress[], { headers, signal }: Asking): Promise<IncomingMessage> {
  const lookup: LookupFunction = (_host, { all }, found) => {
    const [{ address, family } = { address: '', family: 0 }] = addresses;
    if (all) found(null, [...addresses]);
    else found(null, address, family);
  };
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  // A connection of its own, past every proxy and every one that was opened before: none that was not checked.
  const options = { headers, signal, lookup, agent: false } as const;
  (url.protocol === 'https:' ? https : http).get(url, options, resolve).on('error', reject);
  return promise;
}

async function readBody(answer: IncomingMessage, url: URL, { mostBytes, signal, cut }: Asking): Promise<Uint8Array> {
  if (!cut && Number(answer.headers['content-length'] ?? 0) > mostBytes) {
    answer.destroy();
    throw faults.tooLarge(url, mostBytes);
  }
  const parts: Uint8Array[] = [];
  const full = new Error('full');
  const bounded = (keep: (part: Uint8Array) => void) =>
    async function* (source: AsyncIterable<Uint8Array>) {
      let bytes = 0;
      for await (const part of source) {
        bytes += part.length;
        keep(bytes > mostBytes ? part.subarray(0, part.length - (bytes - mostBytes)) : part);
        if (bytes > mostBytes) throw full;
        yield part;
      }
    };
  const nowhere = async (source: AsyncIterable<Uint8Array>) => {
    for await (const _ of source);
  };
  const decoder = decoderOf(answer.headers['content-encoding'], url);
  try {
    const keep = bounded((part) => void parts.push(part));
    if (decoder)
      await pipeline(
        answer,
        bounded(() => {}),
        decoder,
        keep,
        nowhere,
        { signal },
      );
    else await pipeline(answer, keep, nowhere, { signal });
  } catch (error) {
    if (error !== full) throw error;
    if (!cut) throw faults.tooLarge(url, mostBytes);
  }
  return Buffer.concat(parts);
}

function decoderOf(encoding: string | undefined, url: URL) {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw faults.unreadable(url, 'it packs its answers in a way that was not asked for');
  }
}

/** Look-ups cannot be ended, but need not be waited for. */
async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
