import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { DocumentFault } from '../core/document.ts';
import { formatOf, refusalOf } from './formats/formats.ts';

/** A file to read as a document; `sidecar` is the path of its `NAME.meta.yaml` where there is one. Paths are relative, with forward slashes. */
export type ListedFile = { readonly path: string; readonly sidecar?: string };

const CONTROL = /\p{Cc}/u;
/** Hidden files, and what programs keep beside a file while they write, download or edit it. */
const UNFINISHED = /^(?:\.|~\$)|(?:~|\.(?:tmp|part|crdownload|partial|swp))$/iu;
const SIDECAR = /\.meta\.yaml$/iu;
/** Settings that live beside documents: synonyms, names of actors. */
const SETTINGS = /\.(?:ya?ml|json)$/iu;

/**
 * Lists a folder and everything below it, sorted by path: documents with their sidecars, and a fault for whatever else a
 * person may take for a document. Dot files, files that programs are writing and settings are passed over. `root` must be
 * a real path.
 */
export async function listFiles(root: string): Promise<{ files: ListedFile[]; faults: DocumentFault[] }> {
  const faults: DocumentFault[] = [];
  const documents: string[] = [];
  const sidecars = new Set<string>();
  const walk = async (folder: string): Promise<void> => {
    for (const entry of withoutPageFolders(await entriesOf(root, folder, faults))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const type = entry.isSymbolicLink() ? await followLink(root, path) : entry;
      if ('cause' in type) faults.push({ path, ...type });
      else if (type.isDirectory()) await walk(path);
      else if (!type.isFile()) faults.push({ path, cause: 'This is no file.', remedy: 'Remove it from the folder.' });
      else if (SIDECAR.test(path)) sidecars.add(path);
      else if (CONTROL.test(path)) faults.push({ path, ...ODD_NAME });
      else if (formatOf(path)) documents.push(path);
      else if (!SETTINGS.test(path)) faults.push({ path, ...refusalOf(path) });
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

/** Whether a file or folder of that name is none of the people who fill the folder: hidden, or written by a program. */
export function isPassedOver(name: string): boolean {
  return UNFINISHED.test(name);
}

/** Browsers save what a page shows beside "page.html" in "page_files"; no part of it is a document of its own. */
function withoutPageFolders(entries: readonly Dirent[]): Dirent[] {
  const pages = entries.filter(({ name }) => formatOf(name) === 'html').map(({ name }) => name.replace(/\.\w+$/u, ''));
  const folders = new Set(pages.map((name) => `${name}_files`));
  return entries.filter((entry) => !(entry.isDirectory() && folders.has(entry.name)));
}

async function entriesOf(root: string, folder: string, faults: DocumentFault[]): Promise<Dirent[]> {
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    return entries.filter(({ name }) => !isPassedOver(name));
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

const ODD_NAME = { cause: 'Its name has control characters in it.', remedy: 'Rename it.' };
const ORPHAN = {
  cause: 'No document belongs to this file.',
  remedy: 'Name it after its document, for example report.txt.meta.yaml for report.txt.',
};
const LEAVES = { cause: 'The link leaves the knowledge folder.', remedy: 'Copy the file into the folder.' };
const LINKED_FOLDER = { cause: 'Links to folders are not followed.', remedy: 'Move the folder itself here.' };
