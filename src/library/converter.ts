import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Conversion, ConversionStore } from '../core/conversion.ts';
import { createConversionSlot, type File, type Limits, STOPPED } from './conversion-slot.ts';

const LIMITS: Limits = { milliseconds: 30_000, heap: 256, outside: 256 };
/** Files that are converted at once. */
const AT_ONCE = 2;

export type Convert = (file: File) => Promise<Conversion>;

export type Converter = {
  /** Converts a file to text, or gives what was kept of it. Never rejects. */
  readonly convert: Convert;
  /** Ends every worker for good; conversions that wait or are under way are refused. */
  readonly close: () => Promise<void>;
};

type Job = { readonly file: File; readonly done: (end: Conversion) => void };

/**
 * Converts files in worker threads, each within limits of time and memory, so that a hostile file can fail itself alone.
 * `store` keeps what came of it under the hash of the file.
 */
export function createConverter({
  store,
  limits = LIMITS,
}: {
  readonly store?: ConversionStore;
  readonly limits?: Limits;
} = {}): Converter {
  const slots = Array.from({ length: Math.min(AT_ONCE, availableParallelism()) }, () => createConversionSlot(limits));
  const free = [...slots];
  const queue: Job[] = [];
  let closed = false;
  const next = () => {
    const slot = queue.length > 0 ? free.pop() : undefined;
    const job = slot && queue.shift();
    if (!slot || !job) return;
    void slot.convert(job.file).then((end) => {
      free.push(slot);
      job.done(end);
      next();
    });
  };
  return {
    async convert(file) {
      const hash = createHash('sha256').update(file.bytes).digest('hex');
      const kept = await store?.read(hash);
      if (kept) return kept;
      if (closed) return STOPPED;
      const end = await new Promise<Conversion>((done) => {
        queue.push({ file, done });
        next();
      });
      if (end.outcome === 'converted' || !end.passing) await store?.write(hash, end);
      return end;
    },
    async close() {
      closed = true;
      for (const { done } of queue.splice(0)) done(STOPPED);
      await Promise.all(slots.map((slot) => slot.close()));
    },
  };
}
