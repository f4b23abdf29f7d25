import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { DocumentFault } from '../core/document.ts';

/** A file to read as a document; `sidecar` is the path of its `NAME.meta.yaml` where there is one. Paths are relative, with forward slashes. */
export type ListedFile = { readonly path: string; readonly sidecar?: string };

const DOCUMENT = /\.(?:md|markdown|txt)$/iu;
const SIDECAR = /\.meta\.yaml$/iu;
/** Settings that live beside documents: synonyms, names of actors. */
const SETTINGS = /\.(?:ya?ml|json)$/iu;

/**
 * Lists a folder and everything below it, sorted by path: documents with their sidecars, and a fault for whatever else a
 * person may take for a document. Dot files and settings are passed over. `root` must be a real path.
 */
export async function listFiles(root: string): Promise<{ files: ListedFile[]; faults: DocumentFault[] }> {
  const faults: DocumentFault[] = [];
  const documents: string[] = [];
  const sidecars = new Set<string>();
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await entriesOf(root, folder, faults)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const type = entry.isSymbolicLink() ? await followLink(root, path) : entry;
      if ('cause' in type) faults.push({ path, ...type });
      else if (type.isDirectory()) await walk(path);
      else if (!type.isFile()) faults.push({ path, cause: 'This is no file.', remedy: 'Remove it from the folder.' });
      else if (SIDECAR.test(path)) sidecars.add(path);
      else if (DOCUMENT.test(path)) documents.push(path);
      else if (!SETTINGS.test(path)) faults.push({ path, ...OTHER_FORMAT });
    }
  };
  await walk('');
  const files = documents.sort().map((path): ListedFile => {
    const sidecar = `${path}.meta.yaml`;
    return sidecars.delete(sidecar) ? { path, sidecar } : { path };
  });
  for (const path of sidecars) faults.push({ path, ...ORPHAN });
  return { files, faults };
}

async function entriesOf(root: string, folder: string, faults: DocumentFault[]): Promise<Dirent[]> {
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    return entries.filter(({ name }) => !name.startsWith('.'));
  } catch (error) {
    if (folder === '') throw error;
    faults.push({
      path: `${folder}/`,
      cause: `The folder cannot be read (${codeOf(error)}).`,
      remedy: 'Give the bot permission to read it.',
    });
    return [];
  }
}

type Followed = { isDirectory(): boolean; isFile(): boolean } | Omit<DocumentFault, 'path'>;

/** A link to a file inside the folder counts as that file; any other link could publish what nobody put there. */
async function followLink(root: string, path: string): Promise<Followed> {
  try {
    const target = await realpath(join(root, path));
    if (target !== root && !target.startsWith(root.endsWith(sep) ? root : root + sep)) return LEAVES;
    const type = await stat(target);
    return type.isDirectory() ? LINKED_FOLDER : type;
  } catch (error) {
    return { cause: `The link cannot be followed (${codeOf(error)}).`, remedy: 'Replace it by the file itself.' };
  }
}

/** 'EACCES' and the like, as the operating system names what went wrong. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}

const OTHER_FORMAT = { cause: 'This is not a format that is read.', remedy: 'Save it as Markdown or plain text.' };
const ORPHAN = {
  cause: 'No document belongs to this file.',
  remedy: 'Name it after its document, for example report.txt.meta.yaml for report.txt.',
};
const LEAVES = { cause: 'The link leaves the knowledge folder.', remedy: 'Copy the file into the folder.' };
const LINKED_FOLDER = { cause: 'Links to folders are not followed.', remedy: 'Move the folder itself here.' };
