import type { ComparedWord } from './compared-words.ts';
import { editDistance } from './edit-distance.ts';
import type { Run, SourceWord } from './matching-runs.ts';

/**
 * How a stretch of a quotation stands to its source; `before` is what stands between it and the stretch before it: white
 * space and marks. `same` and `dropped` are the source's words, `added` the quotation's, `changed` both. `cut` are the
 * source's words for which an ellipsis or brackets stand, `inserted` the quotation's in brackets.
 */
export type Difference = { readonly before: string } & (
  | { readonly kind: 'same' | 'dropped' | 'added' | 'cut' | 'inserted'; readonly text: string }
  | { readonly kind: 'changed'; readonly from: string; readonly to: string; readonly misspelt: boolean }
);

/** Both texts as they are compared. */
export type Compared = {
  readonly quotedText: string;
  readonly quoted: readonly ComparedWord[];
  readonly sourceText: string;
  readonly source: readonly SourceWord[];
};

/** A stretch of the quotation and the words of the source that stand there: both as [from, to) of their words. */
type Step = {
  readonly kind: Difference['kind'];
  readonly quoted: readonly [number, number];
  readonly source: readonly [number, number];
};

/** Pairs of words up to which a gap is aligned word by word; a longer one is all dropped and all added. */
const ALIGNED = 40_000;
/** Letters from which a word may differ in one letter, or in two, and still be the same word misspelt. */
const ONE_EDIT = 4;
const TWO_EDITS = 7;

/** How the quotation differs from its source, in order, where the runs are what they share. */
export function differencesOf(compared: Compared, runs: readonly Run[]): Difference[] {
  const { quoted } = compared;
  const [first, last] = [runs.at(0), runs.at(-1)];
  if (!first || !last) return [];
  const [end, sourceEnd] = [last.quoted + last.length, last.source + last.length];
  const steps: Step[] = [
    ...gap(compared, [0, first.quoted], [startOfEdge(compared, first), first.source]),
    ...runs.flatMap((run, at) => {
      const [from, source] = [run.quoted + run.length, run.source + run.length];
      const same: Step = { kind: 'same', quoted: [run.quoted, from], source: [run.source, source] };
      const next = runs[at + 1];
      return next ? [same, ...gap(compared, [from, next.quoted], [source, next.source])] : [same];
    }),
    ...gap(compared, [end, quoted.length], [sourceEnd, endOfEdge(compared, last)]),
  ];
  return describe(compared, joinEqual(steps));
}

/** Whether a quotation that differs so is still an honest one: cut with an ellipsis, and added to in brackets. */
export function isHonest(differences: readonly Difference[]): boolean {
  return differences.every(({ kind }) => kind === 'same' || kind === 'cut' || kind === 'inserted');
}

/** Whether two words are one, save a slip or two in its letters. */
function isMisspelt(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < ONE_EDIT || Math.abs(one.length - other.length) > 2 || /\p{N}/u.test(one + other)) return false;
  return editDistance(one, other) <= (shorter >= TWO_EDITS ? 2 : 1);
}

/** Where the words of the source begin that stand in place of the quotation's first ones: as many, of the same sentence. */
function startOfEdge({ source }: Compared, first: Run): number {
  let from = first.source;
  while (from > 0 && first.source - from < first.quoted) {
    const [before, word] = [source[from - 1], source[from]];
    if (!before || before.sentence !== word?.sentence) break;
    from--;
  }
  return from;
}

function endOfEdge({ source, quoted }: Compared, last: Run): number {
  const start = last.source + last.length;
  let to = start;
  while (to < source.length && to - start < quoted.length - last.quoted - last.length) {
    const [word, next] = [source[to - 1], source[to]];
    if (!next || word?.sentence !== next.sentence) break;
    to++;
  }
  return to;
}

/** What happened between two runs. An ellipsis or brackets of the quotation stand for whatever of the source is missing there. */
function gap(compared: Compared, quoted: readonly [number, number], source: readonly [number, number]): Step[] {
  const words = compared.quoted.slice(...quoted);
  const inside = quoted[0] > 0 && quoted[1] < compared.quoted.length;
  const cut = inside && compared.quoted.slice(quoted[0], quoted[1] + 1).some(({ afterCut }) => afterCut);
  const inserted = words.length > 0 && words.every(({ bracketed }) => bracketed) && !hasBrackets(compared, source);
  if (!cut && !inserted) return align(compared, quoted, source);
  const from = inside ? source[0] : source[1];
  return [
    ...(words.length > 0 ? [{ kind: inserted ? 'inserted' : 'added', quoted, source: [from, from] } as const] : []),
    ...(inside && source[1] > source[0] ? [{ kind: 'cut', quoted: [quoted[1], quoted[1]], source } as const] : []),
  ];
}

/** Whether the brackets there are the document's own, so that what the quotation has in brackets is none of a scholar's. */
function hasBrackets({ source }: Compared, [from, to]: readonly [number, number]): boolean {
  return source.slice(Math.max(0, from - 1), to + 1).some(({ bracketed }) => bracketed);
}

/** The cheapest way from the source's words to the quotation's: misspelt ones belong together, others as they come. */
function align(
  compared: Compared,
  [from, to]: readonly [number, number],
  [sourceFrom, sourceTo]: readonly [number, number],
): Step[] {
  const { quoted, source } = compared;
  const atEdge = from === 0 || to === quoted.length;
  if ((to - from) * (sourceTo - sourceFrom) > ALIGNED)
    return [
      ...(atEdge ? [] : [{ kind: 'dropped', quoted: [from, from], source: [sourceFrom, sourceTo] } as const]),
      { kind: 'added', quoted: [from, to], source: [sourceTo, sourceTo] },
    ];
  const costs: number[][] = [];
  const [rows, columns] = [to - from, sourceTo - sourceFrom];
  const exchange = (row: number, column: number) => {
    const [one, other] = [quoted[from + row - 1]?.key ?? '', source[sourceFrom + column - 1]?.key ?? ''];
    return one === other ? 0 : isMisspelt(one, other) ? 0.4 : 1;
  };
  for (let row = 0; row <= rows; row++) {
    costs.push([row]);
    for (let column = 1; column <= columns; column++) {
      const above = costs[row - 1];
      (costs[row] as number[]).push(
        Math.min(
          (costs[row]?.[column - 1] ?? 0) + 1,
          (above?.[column] ?? Infinity) + 1,
          (above?.[column - 1] ?? Infinity) + (row > 0 ? exchange(row, column) : Infinity),
        ),
      );
    }
  }
  const steps: Step[] = [];
  let [row, column] = [rows, columns];
  while (row > 0 || column > 0) {
    const [q, s] = [from + row, sourceFrom + column];
    const cost = costs[row]?.[column] ?? 0;
    const exchanged = row > 0 && column > 0 && (costs[row - 1]?.[column - 1] ?? 0) + exchange(row, column) === cost;
    if (exchanged) {
      steps.push({ kind: exchange(row, column) === 0 ? 'same' : 'changed', quoted: [q - 1, q], source: [s - 1, s] });
      row--;
      column--;
    } else if (row > 0 && (costs[row - 1]?.[column] ?? 0) + 1 === cost) {
      const inserted = quoted[q - 1]?.bracketed && !hasBrackets(compared, [s, s]);
      steps.push({ kind: inserted ? 'inserted' : 'added', quoted: [q - 1, q], source: [s, s] });
      row--;
    } else {
      // Beyond the ends of a quotation nothing was dropped.
      if (!atEdge) steps.push({ kind: 'dropped', quoted: [q, q], source: [s - 1, s] });
      column--;
    }
  }
  return steps.reverse();
}

/** One step for neighbours of a kind; a misspelt word stays alone, so that each is marked. */
function joinEqual(steps: readonly Step[]): Step[] {
  const joined: Step[] = [];
  for (const step of steps) {
    const last = joined.at(-1);
    if (last?.kind === step.kind)
      joined[joined.length - 1] = {
        kind: step.kind,
        quoted: [last.quoted[0], step.quoted[1]],
        source: [last.source[0], step.source[1]],
      };
    else joined.push(step);
  }
  return joined;
}

function describe({ quotedText, quoted, sourceText, source }: Compared, steps: readonly Step[]): Difference[] {
  const textOf = (text: string, words: readonly ComparedWord[], [from, to]: readonly [number, number]) =>
    flat(text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0));
  const lead = (text: string, words: readonly ComparedWord[], at: number) =>
    at === 0 ? '' : flat(text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0));
  return steps.map((step, index): Difference => {
    const ofSource = step.kind === 'same' || step.kind === 'dropped' || step.kind === 'cut';
    const own = ofSource ? lead(sourceText, source, step.source[0]) : lead(quotedText, quoted, step.quoted[0]);
    // The bracket itself is shown with what it holds.
    const before = index === 0 ? '' : step.kind === 'inserted' ? own.replace(/\[$/u, '') : own;
    if (step.kind !== 'changed')
      return {
        kind: step.kind,
        before,
        text: ofSource ? textOf(sourceText, source, step.source) : textOf(quotedText, quoted, step.quoted),
      };
    const [from, to] = [textOf(sourceText, source, step.source), textOf(quotedText, quoted, step.quoted)];
    const pairs = quoted
      .slice(...step.quoted)
      .map(({ key }, at) => [key, source[step.source[0] + at]?.key ?? ''] as const);
    return { kind: 'changed', before, from, to, misspelt: pairs.every(([one, other]) => isMisspelt(one, other)) };
  });
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
