/** A clock in Unix milliseconds that runs as `running` does and can be moved forward. */
export type Clock = ReturnType<typeof createClock>;

/** Makes a clock that shows real time until it is moved; whoever waits for a moment listens for such moves. */
export function createClock(running: () => number = Date.now) {
  const listeners = new Set<(now: number) => void>();
  let ahead = 0;
  const now = () => running() + ahead;
  return {
    now,
    /** Moves the clock forward by that many milliseconds and tells the listeners. */
    advance(ms: number): void {
      ahead += Math.max(0, ms);
      for (const listener of listeners) listener(now());
    },
    /** Hears of every move; gives what ends the listening. */
    onAdvance(listener: (now: number) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
