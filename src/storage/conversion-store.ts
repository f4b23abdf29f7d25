import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Conversion, ConversionStore } from '../core/conversion.ts';

/** Folders of other readers that are left for a return to them; older ones go. */
const OTHERS = 1;

/**
 * Keeps conversions in `folder`, a JSON file each, in a folder that bears the `key` of the readers they were made with.
 * The folder is made when it is needed. What cannot be kept is reported once, and made again after the next start.
 */
export function createConversionStore({
  folder,
  key,
  onFault,
}: {
  readonly folder: string;
  readonly key: string;
  readonly onFault: (error: unknown) => void;
}): ConversionStore {
  const home = join(folder, key);
  let ready: Promise<void> | undefined;
  let broken = false;
  return {
    async read(hash) {
      const text = await readFile(join(home, `${hash}.json`), 'utf8').catch(() => undefined);
      return text === undefined ? undefined : parse(text);
    },
    async forget(hash) {
      const folders = await readdir(folder).catch(() => []);
      // Those of other readers are kept for a while too.
      await Promise.all(folders.map((each) => rm(join(folder, each, `${hash}.json`), { force: true }))).catch(onFault);
    },
    async write(hash, conversion) {
      if (broken) return;
      const path = join(home, `${hash}.json`);
      const half = `${path}.${process.pid}.half`;
      try {
        await (ready ??= prepare(folder, home));
        await writeFile(half, JSON.stringify(conversion));
        await rename(half, path);
      } catch (error) {
        if (!broken) onFault(error);
        broken = true;
        await rm(half, { force: true }).catch(() => {});
      }
    },
  };
}

/** A conversion, unless the file was cut off or is none. */
function parse(text: string): Conversion | undefined {
  try {
    const conversion = JSON.parse(text) as Partial<Conversion>;
    if (conversion.outcome === 'refused' && typeof conversion.cause === 'string') return conversion as Conversion;
    return conversion.outcome === 'converted' && Array.isArray(conversion.blocks)
      ? (conversion as Conversion)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Makes the folder, and removes those of readers that are no longer in use. */
async function prepare(folder: string, home: string): Promise<void> {
  await mkdir(home, { recursive: true });
  await utimes(home, new Date(), new Date());
  const folders = await Promise.all(
    (await readdir(folder)).map(async (name) => ({
      path: join(folder, name),
      used: (await stat(join(folder, name))).mtimeMs,
    })),
  );
  const old = folders
    .filter(({ path }) => path !== home)
    .sort((a, b) => b.used - a.used)
    .slice(OTHERS);
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })));
}
