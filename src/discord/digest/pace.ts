import { setTimeout as wait } from 'node:timers/promises';

/** Lets callers through one by one, `gap` milliseconds apart at least, also where the process was held up. */
export function createPace(gap: number): () => Promise<void> {
  let line = Promise.resolve();
  return () => {
    const turn = line;
    line = turn.then(() => wait(gap));
    return turn;
  };
}
