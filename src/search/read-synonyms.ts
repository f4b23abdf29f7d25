import { readFile } from 'node:fs/promises';
import { isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { DocumentFault } from '../core/document.ts';
import type { Synonyms } from './synonyms.ts';

const REMEDY =
  'Write one group of words a line, as in “- south korea = rok” (names of one thing) or “- security ~ safety” (near in meaning).';

/** Reads a synonym file; one that is not there is an empty list, and lines that cannot be read are faults beside the rest. */
export async function readSynonyms(path: string): Promise<{ synonyms: Synonyms; faults: DocumentFault[] }> {
  try {
    return parseSynonyms(await readFile(path, 'utf8'), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { synonyms: [], faults: [] };
    const cause = error instanceof Error ? error.message : String(error);
    return { synonyms: [], faults: [{ path, cause: `The synonyms cannot be read: ${cause}.`, remedy: REMEDY }] };
  }
}

/** Parses a list of lines that join words with `=` or `~`; `path` serves the faults. */
export function parseSynonyms(text: string, path: string): { synonyms: Synonyms; faults: DocumentFault[] } {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, schema: 'failsafe', prettyErrors: false });
  const faults: DocumentFault[] = [];
  const fault = (offset: number, cause: string) =>
    faults.push({ path, cause: `Line ${lines.linePos(offset).line}: ${cause}.`, remedy: REMEDY });
  for (const error of yaml.errors) fault(error.pos[0], error.message.replace(/\.$/u, ''));
  if (faults.length > 0 || yaml.contents === null) return { synonyms: [], faults };
  if (!isSeq(yaml.contents)) fault(0, 'the file is not a list');
  const synonyms = (isSeq(yaml.contents) ? yaml.contents.items : []).flatMap((item) => {
    const line = isScalar(item) ? String(item.value) : '';
    const same = line.includes('=');
    const words = line.split(same ? '=' : '~').map((word) => word.trim());
    if (words.length >= 2 && words.every((word) => word !== '') && !(same && line.includes('~')))
      return [{ same, words }];
    fault(isNode(item) ? (item.range?.[0] ?? 0) : 0, 'a group needs two words or more, all joined by = or all by ~');
    return [];
  });
  return { synonyms, faults };
}
