import { createReadStream } from 'node:fs';
import { appendFile, mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Analysis } from '../core/position.ts';

export type AnalysisStore = {
  /** The analyses that are kept of these documents, by hash; none where they cannot be read. */
  readonly read: (hashes: ReadonlySet<string>) => Promise<ReadonlyMap<string, Analysis>>;
  /** Keeps an analysis; what cannot be kept is reported once, and made again after the next start. */
  readonly write: (analysis: Analysis) => Promise<void>;
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
  const attempt = async (act: () => Promise<void>) => {
    if (broken) return;
    try {
      await act();
    } catch (error) {
      if (!broken) onFault(error);
      broken = true;
    }
  };
  return {
    async read(hashes) {
      const kept = new Map<string, Analysis>();
      await attempt(async () => {
        if (!(await isThere(path))) return;
        for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
          const analysis = parse(line, hashes);
          if (analysis) kept.set(analysis.hash, analysis);
        }
        await utimes(path, new Date(), new Date());
      });
      return kept;
    },
    write: (analysis) =>
      attempt(async () => {
        if (!(await isThere(path))) {
          await mkdir(folder, { recursive: true });
          await forgetOthers(folder);
        }
        await appendFile(path, `${JSON.stringify(analysis)}\n`);
      }),
  };
}

/** A line as an analysis, unless it is of no interest or was cut off by a sudden end. */
function parse(line: string, hashes: ReadonlySet<string>): Analysis | undefined {
  const hash = /^\{"hash":"([0-9a-f]+)"/u.exec(line)?.[1];
  if (hash === undefined || !hashes.has(hash)) return undefined;
  try {
    const analysis = JSON.parse(line) as Partial<Analysis>;
    const lists = [analysis.positions, analysis.mentions, analysis.people];
    return lists.every(Array.isArray) ? (analysis as Analysis) : undefined;
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
