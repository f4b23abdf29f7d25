import { access, constants, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document, DocumentFault } from '../core/document.ts';
import { UserError } from '../core/user-error.ts';
import { codeOf, type ListedFile, listFiles } from './list-files.ts';
import { type Parsed, parseDocument } from './parse-document.ts';

/** Bytes above which a file is not loaded: about ten thousand pages, more than one document can be. */
const MAX_BYTES = 20 * 1024 * 1024;
/** Files held in memory at once while a folder is read. */
const AT_ONCE = 8;

export type Library = { readonly documents: Document[]; readonly faults: DocumentFault[] };

/**
 * Reads every document of a folder and its subfolders, sorted by path. What cannot be served is a fault and keeps nothing
 * else from being served. Throws `UserError` 'no-knowledge-folder' or 'no-documents' where nothing can be served at all.
 */
export async function readLibrary(folder: string): Promise<Library> {
  const root = await openFolder(folder);
  const { files, faults } = await listFiles(root);
  const parsed: Parsed[] = [];
  const queue = files.entries();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [index, file] of queue)
        parsed[index] = await readDocument(root, file).catch((error) => unforeseen(file, error));
    }),
  );
  const documents = parsed.flatMap(({ document }) => document ?? []);
  const all = [...faults, ...parsed.flatMap((each) => each.faults)].sort((a, b) =>
    a.path < b.path ? -1 : Number(a.path > b.path),
  );
  if (documents.length === 0) throw new UserError('no-documents', explainNoDocuments(folder, all));
  return { documents, faults: all };
}

async function openFolder(folder: string): Promise<string> {
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

async function readDocument(root: string, { path, sidecar }: ListedFile): Promise<Parsed> {
  const bytes = await readBounded(root, path);
  if (!(bytes instanceof Uint8Array)) return { faults: [bytes] };
  if (sidecar === undefined) return parseDocument({ id: path, bytes });
  const beside = await readBounded(root, sidecar);
  if (beside instanceof Uint8Array)
    return parseDocument({ id: path, bytes, sidecar: { path: sidecar, bytes: beside } });
  const { document, faults } = parseDocument({ id: path, bytes });
  return { ...(document && { document }), faults: [...faults, beside] };
}

/** A document that trips the parser is this program's fault, and still no reason to serve none. */
function unforeseen({ path }: ListedFile, error: unknown): Parsed {
  const cause = `The file could not be split into paragraphs (${error instanceof Error ? error.message : String(error)}).`;
  return { faults: [{ path, cause, remedy: 'Save it as plain text (.txt), and report this fault.' }] };
}

async function readBounded(root: string, path: string): Promise<Uint8Array | DocumentFault> {
  try {
    const { size } = await stat(join(root, path));
    if (size <= MAX_BYTES) return await readFile(join(root, path));
    const megabytes = Math.ceil(size / 1024 / 1024).toLocaleString('en');
    return {
      path,
      cause: `The file has ${megabytes} MB; at most 20 MB are read.`,
      remedy: 'Split it into smaller documents.',
    };
  } catch (error) {
    return {
      path,
      cause: `The file cannot be read (${codeOf(error)}).`,
      remedy: 'Give the bot permission to read it.',
    };
  }
}

function explainNoDocuments(folder: string, faults: readonly DocumentFault[]): string {
  const listed = faults.slice(0, 5).map(({ path, cause, remedy }) => `\n- ${path}: ${cause} ${remedy}`);
  const more = faults.length > listed.length ? `\n- and ${faults.length - listed.length} more` : '';
  return listed.length === 0
    ? `The folder “${folder}” has no documents. Put Markdown (.md) or plain text (.txt) files in it.`
    : `The folder “${folder}” has no document that can be served:${listed.join('')}${more}`;
}
