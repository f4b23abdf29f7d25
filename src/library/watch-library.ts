import { basename } from 'node:path';
import { watch } from 'chokidar';
import type { Document } from '../core/document.ts';
import type { Convert } from './converter.ts';
import { formatOf, isConverted } from './formats/formats.ts';
import { isPassedOver, type ListedFile, listFiles } from './list-files.ts';
import { markOf, readDocument } from './read-document.ts';
import { type Library, marksOf, openFolder } from './read-library.ts';
import { createService, type LibraryChange } from './service.ts';
import { createSettling } from './settling.ts';

/** Milliseconds between two looks at the folder while something in it changes. */
const LOOK_EVERY = 250;
/** Milliseconds between two looks without a sign of change, for what the system did not tell; or where it never tells. */
const LOOK_ANYWAY = { watched: 30_000, blind: 1000 } as const;
/** Files that are read at once. */
const AT_ONCE = 8;

type Options = {
  readonly folder: string;
  /** What is served already; what differs from it in the folder by now is the first change. */
  readonly library: Library;
  readonly convert: Convert;
  /** Takes a change into service before it returns. */
  readonly onChange: (change: LibraryChange) => void;
  /** Called where the system cannot tell of changes, so that the folder is looked at every second instead. */
  readonly onBlind: (error: unknown) => void;
};

type Settled = readonly (readonly [ListedFile, string])[];

/**
 * Watches a folder and tells what becomes of its documents about a second after the last write. A file that is still
 * written is waited for; a moved one is removed and added in one change; of one that can no longer be read, the last good
 * version stays in service, and a fault says so.
 */
export async function watchLibrary({ folder, library, convert, onChange, onBlind }: Options) {
  const root = await openFolder(folder);
  const service = createService(library, onChange);
  const settling = createSettling(library.marks);
  let closed = false;

  /** Brings files into service, each as it comes or all in one change, and then takes those that are gone out of it. */
  const bring = async (files: Settled, gone: readonly string[], oneByOne: boolean) => {
    const read: Document[] = [];
    const queue = files.values();
    const work = async () => {
      for (const [file, mark] of queue) {
        const { document, faults } = await readDocument(root, file, convert);
        // What was written to meanwhile is left to settle anew.
        const same = (await markOf(root, file)) === mark;
        settling.release(file.path, same ? mark : CHANGED);
        if (!same || closed) continue;
        service.note(file.path, faults, document !== undefined);
        if (document) read.push(document);
        if (oneByOne) service.change(read.splice(0), []);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    for (const path of gone) settling.release(path, undefined);
    if (!closed) service.change(read, gone);
    looks.soon();
  };

  const look = async (): Promise<number | undefined> => {
    const { files, faults } = await listFiles(root);
    const { ready, gone } = settling.look(await marksOf(root, files), performance.now());
    service.noteFolder(faults);
    // Conversions are slow and wait alone. What is gone waits for files of its kind, for it may be half of a move.
    for (const slow of [false, true]) {
      const settled = files.flatMap((file): Settled => {
        const mark = isSlow(file.path) === slow ? ready.get(file.path) : undefined;
        return mark === undefined ? [] : [[file, mark]];
      });
      const lost = gone.filter((path) => isSlow(path) === slow);
      if (settled.length + lost.length > 0) void bring(settled, lost, slow);
    }
    if (ready.size + gone.length === 0 && !closed) service.change([], []);
    return settling.next();
  };

  const looks = createLooks(async () => {
    try {
      return await look();
    } catch (error) {
      service.noteUnreadable(folder, error);
      if (!closed) service.change([], []);
      return performance.now() + LOOK_ANYWAY.blind;
    }
  });

  const watcher = watch(root, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => path !== root && isPassedOver(basename(path)),
  });
  watcher
    .on('all', () => looks.soon())
    .on('error', (error) => {
      looks.every(LOOK_ANYWAY.blind);
      onBlind(error);
    });
  await new Promise<void>((resolve) => watcher.once('ready', resolve).once('error', () => resolve()));
  looks.soon();
  return {
    /** Stops watching; nothing is told any more. */
    async close(): Promise<void> {
      closed = true;
      looks.stop();
      await watcher.close();
    },
  };
}

/** A mark that no file has. */
const CHANGED = 'changed';

function isSlow(path: string): boolean {
  const format = formatOf(path);
  return format !== undefined && isConverted(format);
}

/** Runs `look` never twice at a time: soon after each sign of change, when it says that it must, and from time to time. */
function createLooks(look: () => Promise<number | undefined>) {
  let timer: NodeJS.Timeout | undefined;
  let due = Infinity;
  let looking = false;
  let again = false;
  let idle: number = LOOK_ANYWAY.watched;
  let stopped = false;
  const run = async () => {
    due = Infinity;
    looking = true;
    again = false;
    const next = await look();
    looking = false;
    plan(again ? LOOK_EVERY : Math.max(LOOK_EVERY, (next ?? Infinity) - performance.now()));
  };
  const plan = (after: number) => {
    const at = performance.now() + Math.min(after, idle);
    if (stopped || due <= at) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(() => void run(), at - performance.now());
  };
  return {
    soon(): void {
      if (looking) again = true;
      else plan(LOOK_EVERY);
    },
    every(milliseconds: number): void {
      idle = milliseconds;
    },
    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
