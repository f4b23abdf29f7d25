import { UserError } from '../core/user-error.ts';

/** Codes of faults that may pass by themselves, so that trying again later is worth it. */
const PASSING = ['timeout', 'unreachable', 'busy', 'server-fault', 'unreadable', 'robots-unknown'];

/** Whether what went wrong may go right later. */
export function isPassing(error: unknown): boolean {
  return error instanceof UserError && PASSING.includes(error.code);
}

/** What can go wrong between the bot and a server of the web, in words for people. */
export const faults = {
  closedOff: ({ host }: URL) =>
    new UserError(
      'address-private',
      `${host} is inside a private network, or uses a port other than 80 and 443, where the bot does not go. Give an address that anybody on the internet can open.`,
    ),
  tooLarge: ({ host }: URL, mostBytes: number) =>
    new UserError(
      'too-large',
      `What ${host} sends is larger than ${Math.floor(mostBytes / 2 ** 20)} MB, which is more than is read.`,
    ),
  timeout: ({ host }: URL) => new UserError('timeout', `${host} did not answer in time.`),
  unreadable: ({ host }: URL, cause: string) =>
    new UserError('unreadable', `The answer of ${host} could not be read: ${cause}.`),
  robots: ({ host, pathname }: URL) =>
    new UserError(
      'robots',
      `${host} does not let programs read ${pathname.slice(0, 200)} (its robots.txt says so), and the bot keeps to that.`,
    ),
  robotsUnknown: ({ host }: URL) =>
    new UserError(
      'robots-unknown',
      `${host} could not say whether programs may read it (its robots.txt fails), so the bot does not.`,
    ),
  redirects: ({ host }: URL, most: number) =>
    new UserError('redirects', `${host} leads on from one address to the next, more than ${most} times.`),
  busy: ({ host }: URL, minutes: number) =>
    new UserError('busy', `${host} asks to be left alone for ${minutes} more minute${minutes === 1 ? '' : 's'}.`),
  /** By the status of an answer, other than 200 and 304. */
  ofStatus(status: number, { host }: URL): UserError {
    if (status === 410) return new UserError('gone', `${host} says that this address is gone for good (410).`);
    if (status === 404) return new UserError('missing', `${host} has nothing at this address (404).`);
    if (status === 401 || status === 403 || status === 451)
      return new UserError('refused', `${host} does not let the bot read this address (${status}).`);
    if (status >= 400 && status < 500 && status !== 408)
      return new UserError('refused', `${host} does not answer a request for this address (${status}).`);
    return new UserError('server-fault', `${host} has a fault of its own (${status}).`);
  },
  /** An error of the connection, as Node gives it; whatever is worded already stays as it is. */
  ofRequest(error: unknown, url: URL, signal: AbortSignal): unknown {
    if (error instanceof UserError) return error;
    if (signal.aborted) return (signal.reason as Error).name === 'TimeoutError' ? faults.timeout(url) : signal.reason;
    const { code = '', name = '' } = error as { code?: string; name?: string };
    const { host } = url;
    if (code === 'ENOTFOUND' || code === 'ENODATA')
      return new UserError('unreachable', `There is no server named ${host}. Look whether the address is spelt right.`);
    if (/^(?:CERT_|ERR_TLS_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_SSL_)/u.test(code))
      return new UserError('unreachable', `${host} cannot prove that it is ${host} (its certificate: ${code}).`);
    if (/^Z_|^ERR__?BROTLI|^ERR_PADDING|^HPE_/u.test(code)) return faults.unreadable(url, `it is damaged (${code})`);
    const cause = code === '' ? name : code;
    return new UserError('unreachable', `${host} cannot be reached (${cause}).`, { cause: error });
  },
} as const;
