import { setTimeout } from 'node:timers/promises';

/** Waits some milliseconds, or rejects when the signal ends them. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<unknown>;

const realWait: Wait = (ms, signal) => setTimeout(ms, undefined, { signal });

/** Hosts whose last request is remembered, before those that have had their pause are forgotten. */
const MOST_HOSTS = 1000;

type Turn = { last: Promise<unknown>; freeAt: number; waiting: number };

/** One request at a time for each host, with a pause between the end of one and the beginning of the next. */
export function createTurns(wait: Wait = realWait) {
  const hosts = new Map<string, Turn>();
  return {
    /** Does something when its turn at the host has come, `pause` milliseconds after what was done there before. */
    async take<T>(host: string, pause: number, signal: AbortSignal, act: () => Promise<T>): Promise<T> {
      if (hosts.size > MOST_HOSTS) forgetIdle(hosts);
      const turn = hosts.get(host) ?? { last: Promise.resolve(), freeAt: Number.NEGATIVE_INFINITY, waiting: 0 };
      hosts.set(host, turn);
      turn.waiting += 1;
      const mine = turn.last.then(async () => {
        try {
          const rest = turn.freeAt + pause - performance.now();
          if (rest > 0) await wait(rest, signal);
          signal.throwIfAborted();
          return await act();
        } finally {
          turn.freeAt = performance.now();
          turn.waiting -= 1;
        }
      });
      turn.last = mine.catch(() => {});
      return mine;
    },
  };
}

function forgetIdle(hosts: Map<string, Turn>): void {
  const longAgo = performance.now() - 60_000;
  for (const [host, { waiting, freeAt }] of hosts) if (waiting === 0 && freeAt < longAgo) hosts.delete(host);
}
