import type { IncomingMessage } from 'node:http';

/**
 * Whether a request comes from this machine's own programs or pages. Another Host is a name that was pointed at this
 * machine, another Origin a page from elsewhere: neither may reach what runs here.
 */
export function isFromHere({ headers }: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = '', origin } = headers;
  return hosts.includes(host) && (origin === undefined || hosts.some((each) => origin === `http://${each}`));
}
