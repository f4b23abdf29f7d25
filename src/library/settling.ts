/** Milliseconds that a file must stay as it is before it is read; of one that is written more slowly, parts are read. */
const SETTLED = 600;

/** What stands for a file's content without reading it; undefined for a file that is not there. */
export type Mark = string | undefined;

/** Files that have been as they are for long enough and are not as they were when they were read. */
export type Settled = { readonly ready: ReadonlyMap<string, string>; readonly gone: readonly string[] };

/**
 * Tells which files of a folder have come to rest since they were read. `known` are those that were read, with their
 * marks; times are milliseconds of any clock that only goes forward.
 */
export function createSettling(known: ReadonlyMap<string, Mark>) {
  const read = new Map(known);
  const seen = new Map<string, { readonly mark: Mark; readonly since: number }>();
  const held = new Set<string>();

  const rests = (path: string, mark: Mark, now: number): boolean => {
    if (held.has(path)) return false;
    if (read.get(path) === mark) {
      seen.delete(path);
      return false;
    }
    const before = seen.get(path);
    const since = before?.mark === mark && before !== undefined ? before.since : now;
    seen.set(path, { mark, since });
    return now - since >= SETTLED;
  };

  return {
    /** Looks at all files that are there now; what it tells is held, and told no more, until `release`. */
    look(marks: ReadonlyMap<string, string>, now: number): Settled {
      const ready = new Map([...marks].filter(([path, mark]) => rests(path, mark, now)));
      const absent = [...new Set([...read.keys(), ...seen.keys()])].filter((path) => !marks.has(path));
      const gone = absent.filter((path) => rests(path, undefined, now));
      for (const path of [...ready.keys(), ...gone]) held.add(path);
      return { ready, gone };
    },
    /** Says that a file was dealt with as it was at that mark; one that has changed meanwhile is told again. */
    release(path: string, mark: Mark): void {
      held.delete(path);
      seen.delete(path);
      if (mark === undefined) read.delete(path);
      else read.set(path, mark);
    },
    /** The time at which the next file may have come to rest; undefined where none is waited for. */
    next(): number | undefined {
      const times = [...seen].filter(([path]) => !held.has(path)).map(([, { since }]) => since + SETTLED);
      return times.length === 0 ? undefined : Math.min(...times);
    },
  };
}
