import type { PassageIndex } from './passage-index.ts';
import { holdsPhrase, nearestPhrase } from './phrase.ts';
import { groupsOf } from './question.ts';
import type { Ranked, Ranker, Within } from './rank.ts';

/** Passages among which a misremembered phrase is sought. */
const SHORTLIST = 20;

/** A phrase in quotation marks and where it stands. */
export type SoughtPhrase = {
  readonly phrase: string;
  /** The passages that hold it, in its own spelling or corrected; undefined where none does. */
  readonly passages?: ReadonlySet<number>;
  readonly correction?: string;
  readonly nearest?: Ranked;
};

/** Finds the passages that hold a phrase; failing that, those that hold it but for its spelling, or the nearest one. */
export function findPhrase(phrase: string, within: Within, index: PassageIndex, rank: Ranker): SoughtPhrase {
  const passages = passagesWith(phrase, within, index);
  if (passages.size > 0) return { phrase, passages };
  const shortlist = rank(groupsOf(phrase, index), within, () => 0).slice(0, SHORTLIST);
  const near = nearestPhrase(
    phrase,
    shortlist.map(({ passage }) => index.textOf(passage)),
  );
  if (near?.correction !== undefined) {
    return { phrase, passages: passagesWith(near.correction, within, index), correction: near.correction };
  }
  const nearest = near && shortlist[near.text];
  return nearest ? { phrase, nearest } : { phrase };
}

function passagesWith(phrase: string, within: Within, index: PassageIndex): Set<number> {
  const found = new Set<number>();
  for (const passage of index.candidatesFor(phrase)) {
    if (
      index.kinds.values[passage] === within.kind &&
      within.accepts?.(passage) !== false &&
      holdsPhrase(index.textOf(passage), phrase)
    )
      found.add(passage);
  }
  return found;
}
