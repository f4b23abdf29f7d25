import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ActorsFile, parseActors } from './analysis/actors-file.ts';
import countries from './analysis/countries.json' with { type: 'json' };
import { createGazetteer, type Gazetteer } from './analysis/gazetteer.ts';
import { shippedKnowledge } from './config.ts';
import type { DocumentFault } from './core/document.ts';

const ACTORS = 'actors.yaml';

/** All actors: the world's countries, the file that ships, and the folder's own file, which adds to it. */
export async function openGazetteer(knowledge: string): Promise<{ gazetteer: Gazetteer; faults: DocumentFault[] }> {
  const paths = [...new Set([join(shippedKnowledge, ACTORS), join(knowledge, ACTORS)])];
  const files = (await Promise.all(paths.map(readActors))).filter((file) => file !== undefined);
  const gazetteer = createGazetteer({ countries: countries.countries, actors: files });
  const faults = [...files.flatMap((file) => file.faults), ...gazetteer.faults];
  return {
    gazetteer,
    faults: faults.map(({ line, cause, ...rest }) => ({ ...rest, cause: `Line ${line}: ${cause}` })),
  };
}

async function readActors(path: string): Promise<ActorsFile | undefined> {
  try {
    return parseActors(await readFile(path, 'utf8'), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
