import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const source = join(import.meta.dirname, 'page');
/** Where the bundle of the page is kept; git does not. */
export const bundle = join(import.meta.dirname, '../../build/page/page.js');

/** Bundles the page's code, its libraries included, unless the bundle is newer than everything it is made of. */
export async function buildPage(): Promise<void> {
  if ((await newest(source)) < (await changed(bundle))) return;
  // The bundler is loaded only where it is needed.
  const { build } = await import('rolldown');
  const { output } = await build({
    input: join(source, 'main.ts'),
    output: { format: 'es', minify: true },
    write: false,
    logLevel: 'warn',
  });
  await mkdir(join(bundle, '..'), { recursive: true });
  // Whoever reads it meanwhile gets the bundle before or the one after, never half of it.
  const half = `${bundle}.${process.pid}`;
  await writeFile(half, output[0].code);
  await rename(half, bundle);
}

async function newest(folder: string): Promise<number> {
  const names = await readdir(folder);
  // Files beside the folder are part of the page too: its protocol, and what it shares with the stand-in.
  const beside = (await readdir(join(folder, '..')))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('..', name));
  const lock = '../../../package-lock.json';
  return Math.max(...(await Promise.all([...names, ...beside, lock].map((name) => changed(join(folder, name))))));
}

/** When a file was last changed, in Unix ms; 0 where it is missing. */
async function changed(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  return found?.mtimeMs ?? 0;
}

if (import.meta.main) await buildPage();
