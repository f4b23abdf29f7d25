import { readFile } from 'node:fs/promises';
import type { DocumentFault } from './core/document.ts';

/** Reads a file that may stand beside documents; one that is not there has neither text nor fault. */
export async function readSettings(path: string): Promise<{ path: string; text?: string; fault?: DocumentFault }> {
  try {
    return { path, text: await readFile(path, 'utf8') };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // ENOTDIR: the folder of documents is itself a file, of which its reader says more.
    if (code === 'ENOENT' || code === 'ENOTDIR') return { path };
    const cause = `It cannot be read (${code ?? message}).`;
    return { path, fault: { path, cause, remedy: 'Make it a text file that the bot may read, or remove it.' } };
  }
}
