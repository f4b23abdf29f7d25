import { readFileSync } from 'node:fs';
import { analyzeDocument } from '../../src/analysis/analyze-document.ts';
import type { Position } from '../../src/core/position.ts';
import { parseDocument } from '../../src/library/parse-document.ts';
import { gazetteer, shippedTopics } from './read-positions.ts';

/** A labelled position; only those that are `attributed` must be found. */
type Label = {
  readonly actor: string;
  readonly stance: string;
  readonly holder_kind: string;
  readonly quote: string;
};
export type Labels = { readonly wanted: readonly Label[]; readonly acceptable: readonly Label[] };
export type Score = { readonly precision: number; readonly recall: number; readonly stance: number };
type Shown = { readonly position: Position; readonly sentence: string };

/** Reads files of labels. */
export function readLabels(wanted: URL | string, acceptable: URL | string): Labels {
  const read = (path: URL | string) => JSON.parse(readFileSync(path, 'utf8')) as Label[];
  return { wanted: read(wanted), acceptable: read(acceptable) };
}

/** Shares of right, found and rightly understood own positions of the labelled actors, from 0 to 1. */
export function scorePositions(
  files: readonly { readonly id: string; readonly bytes: Uint8Array }[],
  labels: Labels,
): Score {
  const shown = files.flatMap((file): Shown[] => {
    const parsed = parseDocument(file);
    if (!('document' in parsed)) throw new Error(`${file.id} cannot be read`);
    const { document } = parsed;
    return analyzeDocument(document, gazetteer, shippedTopics.topics)
      .positions.filter(({ kind }) => kind === 'own')
      .map((position) => ({ position, sentence: flat(document.text.slice(position.start, position.end)) }));
  });
  const count = { shown: 0, right: 0, wanted: 0, found: 0, stance: 0 };
  for (const name of new Set(labels.wanted.map(({ actor }) => actor))) {
    const id = [...gazetteer.actors.values()].find((actor) => [actor.name, ...actor.aliases].includes(name))?.id;
    const own = shown.filter(({ position }) => position.actor === id);
    const of = ({ actor }: Label) => actor === name;
    const fine = [...labels.wanted, ...labels.acceptable].filter(of);
    const wanted = labels.wanted.filter((label) => of(label) && label.holder_kind === 'attributed');
    count.shown += own.length;
    count.right += own.filter((one) => fine.some((label) => same(one, label))).length;
    count.wanted += wanted.length;
    for (const label of wanted) {
      const hits = own.filter((one) => same(one, label));
      if (hits.length > 0) count.found++;
      if (hits.some(({ position }) => position.stance === label.stance)) count.stance++;
    }
  }
  return {
    precision: count.right / count.shown,
    recall: count.found / count.wanted,
    stance: count.stance / count.found,
  };
}

/** Whether a sentence and a label's quotation are one, or one holds the other. */
function same({ sentence }: Shown, { quote }: Label): boolean {
  const wanted = flat(quote);
  return sentence.includes(wanted) || wanted.includes(sentence);
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
