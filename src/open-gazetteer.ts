import { join } from 'node:path';
import { parseActors } from './analysis/actors-file.ts';
import countries from './analysis/countries.json' with { type: 'json' };
import { createGazetteer, type Gazetteer } from './analysis/gazetteer.ts';
import { shippedKnowledge } from './config.ts';
import type { DocumentFault } from './core/document.ts';
import { readSettings } from './read-settings.ts';

const ACTORS = 'actors.yaml';

/** All actors: the world's countries, the file that ships, and the folder's own file, which adds to it. */
export async function openGazetteer(knowledge: string): Promise<{ gazetteer: Gazetteer; faults: DocumentFault[] }> {
  const paths = [...new Set([join(shippedKnowledge, ACTORS), join(knowledge, ACTORS)])];
  const texts = await Promise.all(paths.map(readSettings));
  const unreadable = texts.flatMap(({ fault }) => fault ?? []);
  const files = texts.flatMap(({ path, text }) => (text === undefined ? [] : parseActors(text, path)));
  const gazetteer = createGazetteer({ countries: countries.countries, actors: files });
  const faults = [...files.flatMap((file) => file.faults), ...gazetteer.faults];
  return {
    gazetteer,
    faults: [
      ...unreadable,
      ...faults.map(({ line, cause, ...rest }) => ({ ...rest, cause: `Line ${line}: ${cause}` })),
    ],
  };
}
