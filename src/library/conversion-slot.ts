import { Worker } from 'node:worker_threads';
import type { Conversion } from '../core/conversion.ts';
import type { ConvertedFormat } from './formats/formats.ts';

/** What one file may take: milliseconds, MB of objects, and MB of bytes that are unpacked beside them. */
export type Limits = { readonly milliseconds: number; readonly heap: number; readonly outside: number };

export type File = { readonly format: ConvertedFormat; readonly bytes: Uint8Array };

/** Milliseconds between two looks at what a worker takes; unpacking at full speed adds less than 100 MB meanwhile. */
const LOOK_EVERY = 100;
/** Milliseconds after which a worker without work is let go, with the memory that it holds. */
const IDLE = 10_000;

const REMEDY = 'Split it into smaller files, or save it as plain text.';
const refused = (cause: string, remedy = REMEDY) => ({ outcome: 'refused', passing: true, cause, remedy }) as const;

const TOO_LARGE = refused('Reading it takes more memory than a file may.');
/** The end of a conversion that was given up with the converter. */
export const STOPPED = refused('Reading it was stopped.', 'Start again.');

/**
 * A place for one conversion at a time, with a worker that starts when there is work and goes when there is none. An idle
 * worker does not keep the process alive.
 */
export function createConversionSlot(limits: Limits) {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;

  const close = async () => {
    clearTimeout(idle);
    const old = worker;
    worker = undefined;
    await old?.terminate();
  };

  const attempt = (file: File): Promise<Conversion> => {
    clearTimeout(idle);
    const own = (worker ??= start(limits.heap, (ended) => {
      if (worker === ended) worker = undefined;
    }));
    own.ref();
    return new Promise((resolve) => {
      let over = false;
      const finish = (end: Conversion, alive: boolean) => {
        if (over) return;
        over = true;
        clearTimeout(time);
        clearInterval(look);
        own.off('message', onMessage).off('error', onError).off('exit', onExit);
        if (!alive) {
          void close().then(() => resolve(end));
          return;
        }
        own.unref();
        idle = setTimeout(() => void close(), IDLE).unref();
        resolve(end);
      };
      const late = refused(`Reading it took longer than ${limits.milliseconds / 1000} seconds.`);
      const time = setTimeout(() => finish(late, false), limits.milliseconds);
      const look = setInterval(() => {
        own.getHeapStatistics().then(
          ({ external_memory }) => external_memory > limits.outside * 2 ** 20 && finish(TOO_LARGE, false),
          () => {},
        );
      }, LOOK_EVERY);
      const onMessage = (end: Conversion) => finish(end, true);
      const onError = (error: NodeJS.ErrnoException) =>
        finish(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_LARGE : failed(error), false);
      const onExit = () => finish(STOPPED, false);
      own.on('message', onMessage).on('error', onError).on('exit', onExit);
      own.postMessage(file);
    });
  };

  return {
    /** Converts a file; where a worker that has read others runs out of memory, a new one tries again. */
    async convert(file: File): Promise<Conversion> {
      const worn = worker !== undefined;
      const end = await attempt(file);
      return worn && end === TOO_LARGE ? attempt(file) : end;
    },
    /** Ends the worker; what it works on is stopped. */
    close,
  };
}

function failed(error: Error) {
  return refused(`The file could not be read (${error.message.slice(0, 100)}).`);
}

/** A worker sees neither the environment nor the terminal. `onEnd` comes when it is gone, for whatever reason. */
function start(heap: number, onEnd: (worker: Worker) => void): Worker {
  const worker = new Worker(new URL('convert-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    env: {},
    stdout: true,
    stderr: true,
  });
  // Without a listener, the fault of an idle worker would end the process.
  worker.on('error', () => onEnd(worker)).on('exit', () => onEnd(worker));
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}
