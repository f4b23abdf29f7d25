import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Gazetteer } from './analysis/gazetteer.ts';
import { nameGroups } from './analysis/name-groups.ts';
import { shippedKnowledge } from './config.ts';
import { createDesk, type Desk } from './core/desk.ts';
import type { DocumentFault } from './core/document.ts';
import { readLibrary } from './library/read-library.ts';
import { openAnalysis } from './open-analysis.ts';
import { openGazetteer } from './open-gazetteer.ts';
import { createSearch, type SearchIndex } from './search/create-search.ts';
import { readSynonyms } from './search/read-synonyms.ts';

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
export async function openDesk({ knowledge, log, ...opening }: Opening): Promise<Desk> {
  const [library, { index, gazetteer, faults: more }] = await Promise.all([
    readLibrary(knowledge),
    openSearch(knowledge),
  ]);
  const documents = new Map(library.documents.map((document) => [document.id, document]));
  const analysis = await openAnalysis({ documents, gazetteer, knowledge, log, ...opening });
  const faults = [...library.faults, ...more, ...analysis.faults];
  for (const fault of faults) log.info(fault, 'File not served, or in part');
  if (faults.length > 0)
    log.warn({ files: faults.length }, 'Some files have faults; “npm run -s attache -- documents” lists them');
  for (const document of library.documents) index.add(document);
  log.info({ documents: documents.size, faults: faults.length }, 'Documents indexed');
  if (opening.analysis === 'awaited') await analysis.finished;
  return createDesk({
    ...analysis.deps,
    documents,
    faults,
    search: index.search,
    suggest: index.suggest,
    onAltered: ({ document, paragraph, start, end }) =>
      log.error({ document, paragraph, start, end }, 'Quotation withheld: it is not verbatim'),
  });
}

/** A search without documents that knows the synonyms and names that ship and those of a folder. */
export async function openSearch(
  knowledge = shippedKnowledge,
): Promise<{ index: SearchIndex; gazetteer: Gazetteer; faults: DocumentFault[] }> {
  const files = new Set([join(shippedKnowledge, SYNONYMS), join(knowledge, SYNONYMS)]);
  const [{ gazetteer, faults }, ...lists] = await Promise.all([
    openGazetteer(knowledge),
    ...[...files].map((file) => readSynonyms(file)),
  ]);
  const names = nameGroups(gazetteer).map((words) => ({ same: true, words }));
  return {
    gazetteer,
    index: createSearch({ synonyms: [...names, ...lists.flatMap((list) => list.synonyms)] }),
    faults: [...faults, ...lists.flatMap((list) => list.faults)],
  };
}
