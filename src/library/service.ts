import type { Document, DocumentFault } from '../core/document.ts';
import { codeOf } from './list-files.ts';
import type { Library } from './read-library.ts';

/** What changed in a folder: documents to serve, in place of earlier ones of their ids, and ids to serve no more. */
export type LibraryChange = {
  readonly added: readonly Document[];
  readonly changed: readonly Document[];
  readonly removed: readonly string[];
  /** Every fault of the folder as it is now. */
  readonly faults: readonly DocumentFault[];
};

/** Keeps count of what is served and what is wrong, and tells each change of either to `onChange`. */
export function createService(library: Library, onChange: (change: LibraryChange) => void) {
  const served = new Set(library.documents.map(({ id }) => id));
  const own = library.faults.filter(({ path }) => library.marks.has(documentOf(path)));
  const ofFiles = new Map<string, readonly DocumentFault[]>(Map.groupBy(own, ({ path }) => documentOf(path)));
  let ofFolder = library.faults.filter((fault) => !own.includes(fault));
  let told = JSON.stringify([...library.faults].sort(byPath));

  return {
    /** Notes what is wrong with a file; where it gives no document, the one that is served stays. */
    note(path: string, faults: readonly DocumentFault[], readable: boolean): void {
      const stays = !readable && served.has(path);
      ofFiles.set(path, stays ? faults.map(inService) : faults);
    },
    /** Notes what is wrong in the folder beside its documents. */
    noteFolder(faults: readonly DocumentFault[]): void {
      ofFolder = [...faults];
    },
    /** Notes that the folder cannot be read at this moment; everything stays in service. */
    noteUnreadable(folder: string, error: unknown): void {
      const cause = `The folder cannot be read (${codeOf(error)}); its documents stay as they were.`;
      ofFolder = [{ path: folder, cause, remedy: 'Mount it again, or give the bot permission to read it.' }];
    },
    /** Tells what is to be served from now on, unless nothing changed. */
    change(put: readonly Document[], gone: readonly string[]): void {
      const removed = gone.filter((id) => served.delete(id));
      for (const path of gone) ofFiles.delete(path);
      const faults = [...ofFolder, ...[...ofFiles.values()].flat()].sort(byPath);
      const state = JSON.stringify(faults);
      if (put.length === 0 && removed.length === 0 && state === told) return;
      told = state;
      const added = put.filter(({ id }) => !served.has(id));
      const changed = put.filter(({ id }) => served.has(id));
      for (const { id } of put) served.add(id);
      onChange({ added, changed, removed, faults });
    },
  };
}

/** The document to which a file belongs: itself, or the one beside its sidecar. */
function documentOf(path: string): string {
  return path.replace(/\.meta\.yaml$/iu, '');
}

function inService({ path, cause, remedy }: DocumentFault): DocumentFault {
  return { path, cause: `${cause} Its last good version is served.`, remedy };
}

function byPath(a: DocumentFault, b: DocumentFault): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
