import { createReadStream } from 'node:fs';
import { appendFile, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Analysis } from '../core/position.ts';

/** Analyses by keys of hexadecimal digits and hyphens, which begin with the hash of the document. */
export type AnalysisStore = {
  /** The analyses that are kept under these keys; none where they cannot be read. */
  readonly read: (keys: ReadonlySet<string>) => Promise<ReadonlyMap<string, Analysis>>;
  /** Keeps an analysis; what cannot be kept is reported once, and made again after the next start. */
  readonly write: (key: string, analysis: Analysis) => Promise<void>;
  /** Deletes every analysis of a document, also those that were made with other rules. */
  readonly forget: (hash: string) => Promise<void>;
};

/** Files of other rules or names that are left for a return to them; older ones go. */
const OTHERS = 3;
const SUFFIX = '.ndjson';

/**
 * Keeps analyses in `folder`, one JSON line each, in a file that bears the `key` of the rules and names they were made
 * with: under another key, nothing is kept. The folder is made when it is needed.
 */
export function createAnalysisStore({
  folder,
  key,
  onFault,
}: {
  readonly folder: string;
  readonly key: string;
  readonly onFault: (error: unknown) => void;
}): AnalysisStore {
  const path = join(folder, `${key}${SUFFIX}`);
  let broken = false;
  let last = Promise.resolve();
  /** One after the other: nothing is written to a file while another is put in its place. */
  const attempt = (act: () => Promise<void>) => {
    last = last.then(async () => {
      if (broken) return;
      try {
        await act();
      } catch (error) {
        if (!broken) onFault(error);
        broken = true;
      }
    });
    return last;
  };
  return {
    async read(keys) {
      const kept = new Map<string, Analysis>();
      await attempt(async () => {
        if (!(await isThere(path))) return;
        for await (const line of linesOf(path)) {
          const found = parse(line, keys);
          if (found) kept.set(found.key, found.analysis);
        }
        await utimes(path, new Date(), new Date());
      });
      return kept;
    },
    write: (of, analysis) =>
      attempt(async () => {
        if (!(await isThere(path))) {
          await mkdir(folder, { recursive: true });
          await forgetOthers(folder);
        }
        await appendFile(path, `${JSON.stringify({ key: of, analysis })}\n`);
      }),
    forget: (hash) =>
      attempt(async () => {
        if (!(await isThere(folder))) return;
        for (const name of await readdir(folder))
          if (name.endsWith(SUFFIX)) await dropFrom(join(folder, name), `{"key":"${hash}`);
      }),
  };
}

function linesOf(path: string) {
  return createInterface({ input: createReadStream(path), crlfDelay: Infinity });
}

/** Writes a file anew without the lines that begin so, in a step that a sudden end leaves done or undone. */
async function dropFrom(path: string, beginning: string): Promise<void> {
  const { mtime, atime } = await stat(path);
  const half = `${path}.${process.pid}.half`;
  const file = await open(half, 'w');
  let dropped = 0;
  try {
    for await (const line of linesOf(path)) {
      if (line.startsWith(beginning)) dropped += 1;
      else await file.write(`${line}\n`);
    }
  } finally {
    await file.close();
    if (dropped === 0) await rm(half);
  }
  if (dropped === 0) return;
  await rename(half, path);
  // Its age decides which files of other rules go.
  await utimes(path, atime, mtime);
}

/** A line as an analysis, unless it is of no interest or was cut off by a sudden end. */
function parse(
  line: string,
  keys: ReadonlySet<string>,
): { readonly key: string; readonly analysis: Analysis } | undefined {
  const key = /^\{"key":"([0-9a-f-]+)"/u.exec(line)?.[1];
  if (key === undefined || !keys.has(key)) return undefined;
  try {
    const { analysis } = JSON.parse(line) as { readonly analysis?: Partial<Analysis> };
    const lists = [analysis?.positions, analysis?.mentions, analysis?.people];
    return lists.every(Array.isArray) ? { key, analysis: analysis as Analysis } : undefined;
  } catch {
    return undefined;
  }
}

async function forgetOthers(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(SUFFIX));
  const files = await Promise.all(
    names.map(async (name) => ({ path: join(folder, name), used: (await stat(join(folder, name))).mtimeMs })),
  );
  const old = files.sort((a, b) => b.used - a.used).slice(OTHERS);
  await Promise.all(old.map(({ path }) => rm(path, { force: true })));
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
