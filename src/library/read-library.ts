import { access, constants, realpath, stat } from 'node:fs/promises';
import type { Document, DocumentFault } from '../core/document.ts';
import { UserError } from '../core/user-error.ts';
import { type Convert, createConverter } from './converter.ts';
import { FORMATS_READ } from './formats/formats.ts';
import { codeOf, type ListedFile, listFiles } from './list-files.ts';
import type { Parsed } from './parse-document.ts';
import { markOf, readDocument } from './read-document.ts';

/** Files held in memory at once while a folder is read. */
const AT_ONCE = 8;

export type Library = {
  readonly documents: Document[];
  readonly faults: DocumentFault[];
  /** What each file was like before it was read, by path; a change of it is a change of the file. */
  readonly marks: ReadonlyMap<string, string>;
};

/**
 * Reads every document of a folder and its subfolders, sorted by path. What cannot be served is a fault and keeps nothing
 * else from being served. Throws `UserError` 'no-knowledge-folder' or 'no-documents' where nothing can be served at all.
 * Files that are no plain text go through `convert`.
 */
export async function readLibrary(folder: string, convert?: Convert): Promise<Library> {
  if (convert) return readAll(folder, convert);
  const converter = createConverter();
  return readAll(folder, converter.convert).finally(converter.close);
}

async function readAll(folder: string, convert: Convert): Promise<Library> {
  const root = await openFolder(folder);
  const { files, faults } = await listFiles(root);
  const marks = await marksOf(root, files);
  const parsed: Parsed[] = [];
  const queue = files.entries();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [index, file] of queue) parsed[index] = await readDocument(root, file, convert);
    }),
  );
  const documents = parsed.flatMap(({ document }) => document ?? []);
  const all = [...faults, ...parsed.flatMap((each) => each.faults)].sort((a, b) =>
    a.path < b.path ? -1 : Number(a.path > b.path),
  );
  if (documents.length === 0) throw new UserError('no-documents', explainNoDocuments(folder, all));
  return { documents, faults: all, marks };
}

/** The marks of files; one that is gone by now has none. */
export async function marksOf(root: string, files: readonly ListedFile[]): Promise<Map<string, string>> {
  const marks = await Promise.all(files.map((file) => markOf(root, file)));
  return new Map(files.flatMap(({ path }, index) => (marks[index] === undefined ? [] : [[path, marks[index]]])));
}

/** The real path of a folder that can be read; throws `UserError` 'no-knowledge-folder'. */
export async function openFolder(folder: string): Promise<string> {
  try {
    const root = await realpath(folder);
    await access(root, constants.R_OK);
    if ((await stat(root)).isDirectory()) return root;
  } catch (error) {
    const missing = codeOf(error) === 'ENOENT';
    throw new UserError(
      'no-knowledge-folder',
      missing
        ? `There is no folder “${folder}”. Create it and put your documents in it, or name another with KNOWLEDGE_DIR or --knowledge.`
        : `The folder “${folder}” cannot be read (${codeOf(error)}). Give the bot permission to read it.`,
      { cause: error },
    );
  }
  throw new UserError(
    'no-knowledge-folder',
    `“${folder}” is a file. Name the folder that holds your documents with KNOWLEDGE_DIR or --knowledge.`,
  );
}

function explainNoDocuments(folder: string, faults: readonly DocumentFault[]): string {
  const listed = faults.slice(0, 5).map(({ path, cause, remedy }) => `\n- ${path}: ${cause} ${remedy}`);
  const more = faults.length > listed.length ? `\n- and ${faults.length - listed.length} more` : '';
  return listed.length === 0
    ? `The folder “${folder}” has no documents. Put files in it: ${FORMATS_READ}.`
    : `The folder “${folder}” has no document that can be served:${listed.join('')}${more}`;
}
