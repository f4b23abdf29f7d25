import { Worker } from 'node:worker_threads';
import type { FeedReading } from './read-feed.ts';
import type { RobotsReading } from './read-robots.ts';

/** What one text may take; `heap` is MB. */
const LIMITS = { milliseconds: 5000, heap: 256 } as const;
/** Milliseconds after which a worker without work is let go, with the memory it holds. */
const IDLE = 10_000;

/** Texts of strangers that are to be read, and what comes of each. */
type Readings = {
  readonly feed: {
    readonly given: { readonly bytes: Uint8Array; readonly type: string; readonly url: string };
    readonly read: FeedReading;
  };
  readonly robots: {
    readonly given: { readonly text: string; readonly url: string; readonly agent: string };
    readonly read: RobotsReading;
  };
};

export type Reading = keyof Readings;
export type Given<What extends Reading> = Readings[What]['given'];
export type Read<What extends Reading> = Readings[What]['read'];

export type ReadAside = ReturnType<typeof createReadAside>;

/**
 * Reads what comes from the web in a worker thread, one text after the other, within limits of time and memory: a text
 * that was made to be hard to read holds up nothing else. What cannot be read within them is `undefined`.
 */
export function createReadAside(limits: { readonly [Name in keyof typeof LIMITS]: number } = LIMITS) {
  let reader: Reader | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const dismiss = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = reader;
    reader = undefined;
    await ending?.worker.terminate();
  };

  async function attempt(what: Reading, given: Given<Reading>): Promise<unknown> {
    clearTimeout(idle);
    const { worker, ready } = (reader ??= start(limits.heap));
    worker.ref();
    if (!(await ready)) {
      await dismiss();
      return undefined;
    }
    const { promise, resolve } = Promise.withResolvers<{ readonly read: unknown } | undefined>();
    const fail = () => resolve(undefined);
    const time = setTimeout(fail, limits.milliseconds);
    worker.on('message', resolve).on('error', fail).on('exit', fail);
    worker.postMessage({ what, given });
    const answer = await promise;
    clearTimeout(time);
    worker.off('message', resolve).off('error', fail).off('exit', fail);
    if (answer === undefined) await dismiss();
    else {
      worker.unref();
      idle = setTimeout(() => void dismiss(), IDLE).unref();
    }
    return answer?.read;
  }

  return {
    read: async <What extends Reading>(what: What, given: Given<What>): Promise<Read<What> | undefined> => {
      const mine = last.then(() => attempt(what, given));
      last = mine.catch(() => {});
      return (await mine) as Read<What> | undefined;
    },
    close: dismiss,
  };
}

/** A worker, and whether it can begin, once that is known. */
type Reader = { readonly worker: Worker; readonly ready: Promise<boolean> };

/** A worker sees neither the environment nor the terminal. */
function start(heap: number): Reader {
  const worker = new Worker(new URL('read-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    env: {},
    stdout: true,
    stderr: true,
  });
  const { promise: ready, resolve } = Promise.withResolvers<boolean>();
  // A worker that fails while it has no work is started anew with the next text.
  worker
    .once('message', () => resolve(true))
    .once('exit', () => resolve(false))
    .on('error', () => {});
  worker.stdout.resume();
  worker.stderr.resume();
  return { worker, ready };
}
