import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Gazetteer } from './analysis/gazetteer.ts';
import { nameGroups } from './analysis/name-groups.ts';
import { shippedKnowledge } from './config.ts';
import type { Desk } from './core/desk.ts';
import type { DocumentFault } from './core/document.ts';
import { SHARED } from './core/scope.ts';
import { UserError } from './core/user-error.ts';
import type { Convert } from './library/converter.ts';
import { type Library, readLibrary } from './library/read-library.ts';
import { watchLibrary } from './library/watch-library.ts';
import { openAnalysis } from './open-analysis.ts';
import { createDesks, type Desks } from './open-desks.ts';
import { openGazetteer } from './open-gazetteer.ts';
import { createSearch, type SearchIndex } from './search/create-search.ts';
import { readSynonyms } from './search/read-synonyms.ts';
import type { Synonyms } from './search/synonyms.ts';

/** Names and near words that serve any folder; a folder's own file of that name adds to them. */
const SYNONYMS = 'synonyms.yaml';

const EMPTY: Library = { documents: [], faults: [], marks: new Map() };

type Opening = {
  readonly knowledge: string;
  /** The folder for what must outlive a restart. */
  readonly data: string;
  readonly log: Logger;
  /** Whether the process stays until positions are found (`awaited`), ends without them (`meanwhile`), or needs none. */
  readonly analysis: 'awaited' | 'meanwhile' | 'none';
  readonly convert?: Convert;
};

/** Reads a folder of documents, indexes them and opens the desk over them; files that cannot be served are logged. */
export async function openDesk(opening: Opening): Promise<Desk> {
  return (await openDesks(opening)).deskFor(SHARED);
}

/** The same for every scope in which documents may be asked. */
export async function openDesks({ convert, ...opening }: Opening): Promise<Desks> {
  const { desks } = await openOver(readLibrary(opening.knowledge, convert), opening);
  return desks;
}

/**
 * The same over a folder that is watched: what changes there is served about a second after the last write. The folder may
 * be empty at first. `forget` deletes what is kept on disk of a file by its hash, once no document has it any more.
 */
export async function openLiveDesks({
  convert,
  forget,
  ...opening
}: Opening & {
  readonly convert: Convert;
  readonly forget: (hash: string) => Promise<void>;
}): Promise<{ readonly desks: Desks; readonly close: () => Promise<void> }> {
  const { knowledge, log } = opening;
  const reading = readLibrary(knowledge, convert).catch((error: unknown) => {
    if (!(error instanceof UserError && error.code === 'no-documents')) throw error;
    log.warn({ cause: error.message }, 'There are no documents yet');
    return EMPTY;
  });
  const [library, { desks, setFaults }] = await Promise.all([reading, openOver(reading, opening)]);
  const shared = () => desks.documents().filter(({ guild }) => guild === undefined);
  const watching = await watchLibrary({
    folder: knowledge,
    library,
    convert,
    onChange({ added, changed, removed, faults }) {
      const put = [...added, ...changed];
      const ids = new Set([...removed, ...changed.map(({ id }) => id)]);
      const before = shared().filter(({ id }) => ids.has(id));
      setFaults(faults);
      desks.change({ put, gone: before.filter(({ id }) => removed.includes(id)) });
      const kept = new Set(desks.documents().map(({ hash }) => hash));
      for (const { hash } of before) if (!kept.has(hash)) void Promise.all([forget(hash), desks.forget(hash)]);
      log.info({ added: added.length, changed: changed.length, removed: removed.length }, 'Documents changed');
      void desks.analyze();
    },
    onBlind: (error) =>
      log.warn(
        { folder: knowledge, err: error },
        'The system does not tell of changes; the folder is looked at every second',
      ),
  });
  return { desks, close: () => watching.close() };
}

/** `setFaults` tells which files of the folder cannot be served from now on. */
async function openOver(
  reading: Promise<Library>,
  { knowledge, data, log, analysis }: Omit<Opening, 'convert'>,
): Promise<{ desks: Desks; setFaults: (faults: readonly DocumentFault[]) => void }> {
  const [library, { synonyms, gazetteer, faults: more }] = await Promise.all([reading, openNames(knowledge)]);
  const analyst = await openAnalysis({ gazetteer, knowledge, data, log, detached: analysis === 'meanwhile' });
  let { faults }: { faults: readonly DocumentFault[] } = library;
  const allFaults = () => [...faults, ...more, ...analyst.faults];
  const report = () => {
    const all = allFaults();
    for (const fault of all) log.info(fault, 'File not served, or in part');
    if (all.length > 0)
      log.warn({ files: all.length }, 'Some files have faults; “npm run -s attache -- documents” lists them');
  };
  report();
  const desks = createDesks({ analyst, synonyms, faults: allFaults, log });
  desks.change({ put: library.documents, gone: [] });
  desks.deskFor(SHARED);
  log.info({ documents: library.documents.length, faults: allFaults().length }, 'Documents indexed');
  const analyzed = analysis === 'none' ? Promise.resolve() : desks.analyze();
  if (analysis === 'awaited') await analyzed;
  return {
    desks,
    setFaults(now) {
      const before = JSON.stringify(faults);
      faults = now;
      if (JSON.stringify(now) !== before) report();
    },
  };
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
