import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { stringify } from 'yaml';
import type { Document, DocumentFault } from '../core/document.ts';
import type { Convert } from './converter.ts';
import { decodeText } from './decode-text.ts';
import { type Fields, readFields } from './front-matter.ts';
import { codeOf, listFiles } from './list-files.ts';
import { documentOf, MAX_BYTES, tooLarge } from './read-document.ts';
import { numberedName, safeName } from './safe-name.ts';

/** A file to add: its name as given, its bytes, and what is said of it. `sidecar` is one that lay beside it. */
export type Offered = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly about?: Fields;
  readonly sidecar?: Uint8Array;
};

/** What became of it; `faults` tell what of an added file could not be read. */
export type TakenIn =
  | { readonly outcome: 'added'; readonly document: Document; readonly faults: readonly DocumentFault[] }
  | { readonly outcome: 'duplicate'; readonly path: string }
  | { readonly outcome: 'refused'; readonly cause: string; readonly remedy: string };

/**
 * Adds files to the folder `root`, each below `into` ('' or a path in it) and checked as the library will read it. A file
 * that is there already, under whatever name, is not added again; one with a name that is taken gets a number.
 */
export async function openIntake({ root, into, convert }: { root: string; into: string; convert: Convert }) {
  const known = await hashesOf(root);
  return async ({ name, bytes, about = {}, sidecar }: Offered): Promise<TakenIn> => {
    if (bytes.length > MAX_BYTES) return { outcome: 'refused', ...tooLarge(bytes.length) };
    const hash = hashOf(bytes);
    const twin = known.get(hash);
    if (twin !== undefined) return { outcome: 'duplicate', path: twin };
    const wanted = into === '' ? safeName(name) : `${into}/${safeName(name)}`;
    const beside = sidecarOf(about, sidecar);
    const { document, faults } = await documentOf(
      { id: wanted, bytes, ...(beside && { sidecar: { path: `${wanted}.meta.yaml`, bytes: beside } }) },
      convert,
    );
    if (!document) {
      const { cause, remedy } = faults[0] ?? { cause: 'It cannot be read.', remedy: 'Save it as plain text.' };
      return { outcome: 'refused', cause, remedy };
    }
    try {
      const id = await keep(root, wanted, bytes, beside);
      known.set(hash, id);
      return {
        outcome: 'added',
        document: { ...document, id },
        faults: faults.map((fault) => ({ ...fault, path: id })),
      };
    } catch (error) {
      return { outcome: 'refused', ...explain(error) };
    }
  };
}

/** The path of each document in the folder, by the hash of its bytes. */
async function hashesOf(root: string): Promise<Map<string, string>> {
  const { files } = await listFiles(root);
  const hashes = new Map<string, string>();
  for (const { path } of files) {
    const full = join(root, path);
    const bytes = (await stat(full)).size <= MAX_BYTES ? await readFile(full).catch(() => undefined) : undefined;
    if (bytes) hashes.set(hashOf(bytes), path);
  }
  return hashes;
}

/** Writes the file under the first of its names that is free, the sidecar first: no watcher sees one without the other. */
async function keep(root: string, wanted: string, bytes: Uint8Array, sidecar?: Uint8Array): Promise<string> {
  const folder = join(root, dirname(wanted));
  await mkdir(folder, { recursive: true });
  const real = await realpath(folder);
  if (real !== root && !real.startsWith(root + sep)) throw Object.assign(new Error(), { code: 'OUTSIDE' });
  for (let number = 1; ; number++) {
    const path = number === 1 ? wanted : numberedName(wanted, number);
    const beside = join(root, `${path}.meta.yaml`);
    if (await isThere(join(root, path))) continue;
    try {
      if (sidecar) await writeNew(beside, sidecar);
      await writeNew(join(root, path), bytes).catch(async (error: unknown) => {
        if (sidecar) await rm(beside, { force: true });
        throw error;
      });
      return path;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

/** Writes a file that must not exist yet; half of one is taken away again. */
async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes, { flag: 'wx' }).catch(async (error: unknown) => {
    if (codeOf(error) !== 'EEXIST') await rm(path, { force: true });
    throw error;
  });
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** What was entered, over what lay beside the file. */
function sidecarOf(about: Fields, sidecar: Uint8Array | undefined): Uint8Array | undefined {
  if (Object.keys(about).length === 0) return sidecar;
  const decoded = sidecar && decodeText(sidecar);
  const beside = decoded && 'text' in decoded ? readFields(decoded.text).fields : {};
  return Buffer.from(stringify({ ...beside, ...about }));
}

function explain(error: unknown): { cause: string; remedy: string } {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { cause: 'The disk is full.', remedy: 'Make room on it, and add the file again.' };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { cause: 'The folder cannot be written to.', remedy: 'Give the bot permission to write there.' };
    case 'OUTSIDE':
      return { cause: 'That place is a link out of the knowledge folder.', remedy: 'Name a folder within it.' };
    default:
      return { cause: `It could not be written (${codeOf(error)}).`, remedy: 'Add it again.' };
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
