import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { analyzeDocument } from './analysis/analyze-document.ts';
import { readNames } from './analysis/document-names.ts';
import { createActorFinder } from './analysis/find-actor.ts';
import type { Gazetteer } from './analysis/gazetteer.ts';
import { findMentions } from './analysis/mentions.ts';
import { analyzeAside } from './analyze-aside.ts';
import { shippedKnowledge } from './config.ts';
import type { Deps } from './core/desk.ts';
import type { Document, DocumentFault } from './core/document.ts';
import type { Analysis } from './core/position.ts';
import { openTopics } from './open-topics.ts';
import { type AnalysisStore, createAnalysisStore } from './storage/analysis-store.ts';

/** Code units that are analysed at once, on this thread: about 50 ms. More goes to workers. */
const AT_ONCE = 12_000;
/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 2000;
/** What decides, beside names and topics, what an analysis finds and where. */
const RULES = ['analysis', 'library', 'core'];
const NAMES = ['actors.yaml', 'topics.yaml'];

export type Analyst = {
  /** For `createDesk`. */
  readonly deps: Pick<Deps, 'actors' | 'topics' | 'findActor' | 'suggestActors' | 'namesIn'>;
  readonly faults: readonly DocumentFault[];
  /** Gives the analysis of each document as it is found; resolves when all were given, never rejects. */
  readonly analyze: (documents: readonly Document[], give: Give) => Promise<void>;
  /** Deletes what is kept of documents of that hash. */
  readonly forget: (hash: string) => Promise<void>;
};
/** Takes an analysis; says whether its document is still there: of one that is gone, nothing is kept. */
type Give = (document: Document, analysis: Analysis) => boolean;

/**
 * What an analysis is known by: the hash of its document, and what besides the text it depends on. Another server may
 * have the same file under another name and with another author.
 */
export function analysisKey(document: Document): string {
  const known = keys.get(document);
  if (known !== undefined) return known;
  const { hash, id, author, date } = document;
  const about = JSON.stringify([id, author ?? null, date ?? null]);
  const key = `${hash}-${createHash('sha256').update(about).digest('hex').slice(0, 16)}`;
  keys.set(document, key);
  return key;
}

const keys = new WeakMap<Document, string>();

/**
 * Finds who is named in documents and who holds what, once a document: what was found is kept in `data` under the hash
 * of the document. With `detached`, the process ends without what is not yet found.
 */
export async function openAnalysis({
  gazetteer,
  knowledge,
  data,
  log,
  detached,
}: {
  readonly gazetteer: Gazetteer;
  readonly knowledge: string;
  readonly data: string;
  readonly log: Logger;
  readonly detached: boolean;
}): Promise<Analyst> {
  const { topics, faults } = await openTopics(knowledge);
  const { find, suggest } = createActorFinder(gazetteer);
  let opened: Promise<AnalysisStore> | undefined;
  const openStore = async () =>
    createAnalysisStore({
      folder: join(data, 'analyses'),
      key: await keyOf(knowledge),
      onFault: (error) =>
        log.warn(
          { folder: data, cause: error instanceof Error ? error.message : String(error) },
          'Analyses cannot be kept and are made again at each start. Make the folder writable, or name another with DATA_DIR',
        ),
    });

  async function analyze(documents: readonly Document[], give: Give): Promise<void> {
    const store = await (opened ??= openStore());
    const kept = await store.read(new Set(documents.map(analysisKey)));
    const waiting: Document[] = [];
    for (const document of documents) {
      const known = kept.get(analysisKey(document));
      if (known) give(document, known);
      else waiting.push(document);
    }
    const done = createProgress(log, waiting.length);
    const keep = async (document: Document, analysis: Analysis) => {
      const wanted = give(document, analysis);
      done();
      if (wanted) await store.write(analysisKey(document), analysis);
    };
    if (waiting.reduce((sum, { text }) => sum + text.length, 0) <= AT_ONCE) {
      for (const document of waiting) await keep(document, analyzeDocument(document, gazetteer, topics));
      return;
    }
    const writes: Promise<void>[] = [];
    await analyzeAside(waiting, {
      knowledge,
      detached,
      onDone(document, outcome) {
        if ('analysis' in outcome) writes.push(keep(document, outcome.analysis));
        else log.error({ document: document.id, cause: outcome.fault }, 'A document could not be analysed');
      },
    });
    await Promise.all(writes);
  }

  return {
    deps: {
      actors: gazetteer.actors,
      topics,
      findActor: find,
      suggestActors: suggest,
      namesIn: (text, language) => findMentions(text, gazetteer, readNames(text, gazetteer, language)),
    },
    faults,
    analyze: (documents, give) =>
      analyze(documents, give).catch((error: unknown) =>
        log.error({ err: error }, 'The analysis of documents ended early'),
      ),
    forget: async (hash) => (await (opened ??= openStore())).forget(hash),
  };
}

/** Counts analysed documents, and says from time to time how far it is: in the log, or on a terminal whose log is quiet. */
function createProgress(log: Logger, of: number): () => void {
  let analysed = 0;
  let last = performance.now();
  const onTerminal = !log.isLevelEnabled('info') && process.stderr.isTTY;
  return () => {
    analysed += 1;
    const late = performance.now() - last > REPORT_EVERY;
    if (!late && analysed < of) return;
    const reported = late || !onTerminal;
    last = performance.now();
    if (onTerminal && (late || analysed === of))
      process.stderr.write(analysed < of ? `\rReading positions: ${analysed} of ${of} documents` : '\r\u001b[K');
    else if (reported) log.info({ analysed, of }, 'Documents analysed');
  };
}

/** Changes with the rules, the names, the topics and the runtime, whose segmenter cuts sentences and words. */
async function keyOf(knowledge: string): Promise<string> {
  const sources = await Promise.all(
    RULES.map(async (room) => {
      const folder = join(import.meta.dirname, room);
      return (await readdir(folder)).sort().map((name) => join(folder, name));
    }),
  );
  const names = [...new Set([shippedKnowledge, knowledge])].flatMap((folder) =>
    NAMES.map((name) => join(folder, name)),
  );
  const texts = await Promise.all([...sources.flat(), ...names].map((path) => readFile(path).catch(() => Buffer.of())));
  const hash = createHash('sha256').update(process.version);
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex').slice(0, 16);
}
