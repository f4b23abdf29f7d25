import { createHash } from 'node:crypto';

/** What a custom id may hold of a key as it is: short, and without the colon that parts its state. */
const PLAIN = /^[\p{L}\p{N} _-]{1,18}$/u;
const DIGITS = 9;

/** A key (an actor's id, a topic's key) as a custom id has room for it: itself, or `~` and nine digits of its hash. */
export function tokenOf(key: string): string {
  return PLAIN.test(key) ? key : `~${createHash('sha256').update(key).digest('hex').slice(0, DIGITS)}`;
}

/** The key that a token stands for, if it is one of these. */
export function keyOf(token: string, keys: Iterable<string>): string | undefined {
  for (const key of keys) if (tokenOf(key) === token) return key;
  return undefined;
}
