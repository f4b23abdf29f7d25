import { lookup } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';

/** An address to connect to, as a socket takes it. */
export type NetworkAddress = { readonly address: string; readonly family: number };

/** Finds the addresses of a host, and says to which of them the bot may connect. */
export type Network = {
  readonly resolve: (host: string) => Promise<readonly NetworkAddress[]>;
  readonly isAllowed: (address: string, port: number) => boolean;
};

/** The internet, and nothing of the network in which the bot itself stands. */
export const internet: Network = {
  resolve: (host) => lookup(host, { all: true }),
  isAllowed: (address, port) => (port === 80 || port === 443) && isPublic(address) && !isOwn(address),
};

/** The one range of IPv6 of which addresses are given out (https://www.iana.org/assignments/ipv6-address-space). */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3');
/** Every machine in Azure reaches the host that runs it there, though the address is of no private range. */
const AZURE_HOST = '168.63.129.16';

/**
 * Whether an address is one of the internet at large. Private, loopback, link-local, shared (RFC 6598), multicast and
 * reserved ranges are not, nor are those of documentation, or that carry another address within (mapped, NAT64, 6to4).
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv6 ? parsed.match(GIVEN_OUT) : parsed.toString() !== AZURE_HOST;
}

/** What listens here only for this machine may answer on its public address too. */
function isOwn(address: string): boolean {
  return Object.values(networkInterfaces()).some((cards) => cards?.some((card) => card.address === address));
}
