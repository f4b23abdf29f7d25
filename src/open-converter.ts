import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { ConversionStore } from './core/conversion.ts';
import { type Converter, createConverter } from './library/converter.ts';
import { createConversionStore } from './storage/conversion-store.ts';

export type OpenConverter = Converter & Pick<ConversionStore, 'forget'>;

/** A converter that keeps in `data` what it made of each file, so that no file is converted twice. */
export async function openConverter({
  data,
  log,
}: {
  readonly data: string;
  readonly log: Logger;
}): Promise<OpenConverter> {
  const store = createConversionStore({
    folder: join(data, 'conversions'),
    key: await keyOfReaders(),
    onFault: (error) =>
      log.warn(
        { folder: data, cause: error instanceof Error ? error.message : String(error) },
        'Converted files cannot be kept and are converted again at each start. Make the folder writable, or name another with DATA_DIR',
      ),
  });
  return { ...createConverter({ store }), forget: store.forget };
}

/** Changes with the readers of this project, the packages that they use, and the runtime. */
async function keyOfReaders(): Promise<string> {
  const library = join(import.meta.dirname, 'library');
  const sources = [join(import.meta.dirname, '..', 'package-lock.json')];
  for await (const name of glob('**/*.ts', { cwd: join(library, 'formats') }))
    sources.push(join(library, 'formats', name));
  const hash = createHash('sha256').update(process.version);
  for (const path of sources.sort()) hash.update(await readFile(path).catch(() => Buffer.of()));
  return hash.digest('hex').slice(0, 16);
}
