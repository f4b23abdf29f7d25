import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Gazetteer } from './analysis/gazetteer.ts';
import { nameGroups } from './analysis/name-groups.ts';
import { shippedKnowledge } from './config.ts';
import type { Desk } from './core/desk.ts';
import type { DocumentFault } from './core/document.ts';
import { SHARED } from './core/scope.ts';
import { readLibrary } from './library/read-library.ts';
import { openAnalysis } from './open-analysis.ts';
import { createDesks, type Desks } from './open-desks.ts';
import { openGazetteer } from './open-gazetteer.ts';
import { createSearch, type SearchIndex } from './search/create-search.ts';
import { readSynonyms } from './search/read-synonyms.ts';
import type { Synonyms } from './search/synonyms.ts';

/** Names and near words that serve any folder; a folder's own file of that name adds to them. */
const SYNONYMS = 'synonyms.yaml';

type Opening = {
  readonly knowledge: string;
  /** The folder for what must outlive a restart. */
  readonly data: string;
  readonly log: Logger;
  /** Whether the process stays until positions are found (`awaited`), ends without them (`meanwhile`), or needs none. */
  readonly analysis: 'awaited' | 'meanwhile' | 'none';
};

/** Reads a folder of documents, indexes them and opens the desk over them; files that cannot be served are logged. */
export async function openDesk(opening: Opening): Promise<Desk> {
  return (await openDesks(opening)).deskFor(SHARED);
}

/** The same for every scope in which documents may be asked. */
export async function openDesks({ knowledge, data, log, analysis }: Opening): Promise<Desks> {
  const [library, { synonyms, gazetteer, faults: more }] = await Promise.all([
    readLibrary(knowledge),
    openNames(knowledge),
  ]);
  const analyst = await openAnalysis({ gazetteer, knowledge, data, log, detached: analysis === 'meanwhile' });
  const faults = [...library.faults, ...more, ...analyst.faults];
  for (const fault of faults) log.info(fault, 'File not served, or in part');
  if (faults.length > 0)
    log.warn({ files: faults.length }, 'Some files have faults; “npm run -s attache -- documents” lists them');
  const desks = createDesks({ analyst, synonyms, faults: () => faults, log });
  desks.change({ put: library.documents, gone: [] });
  desks.deskFor(SHARED);
  log.info({ documents: library.documents.length, faults: faults.length }, 'Documents indexed');
  const analyzed = analysis === 'none' ? Promise.resolve() : desks.analyze();
  if (analysis === 'awaited') await analyzed;
  return desks;
}

/** A search without documents that knows the synonyms and names that ship and those of a folder. */
export async function openSearch(
  knowledge = shippedKnowledge,
): Promise<{ index: SearchIndex; faults: readonly DocumentFault[] }> {
  const { synonyms, faults } = await openNames(knowledge);
  return { index: createSearch({ synonyms }), faults };
}

/** The synonyms and names that ship and those of a folder. */
async function openNames(
  knowledge: string,
): Promise<{ synonyms: Synonyms; gazetteer: Gazetteer; faults: DocumentFault[] }> {
  const files = new Set([join(shippedKnowledge, SYNONYMS), join(knowledge, SYNONYMS)]);
  const [{ gazetteer, faults }, ...lists] = await Promise.all([
    openGazetteer(knowledge),
    ...[...files].map((file) => readSynonyms(file)),
  ]);
  const names = nameGroups(gazetteer).map((words) => ({ same: true, words }));
  return {
    gazetteer,
    synonyms: [...names, ...lists.flatMap((list) => list.synonyms)],
    faults: [...faults, ...lists.flatMap((list) => list.faults)],
  };
}
