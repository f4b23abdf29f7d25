import type { Actor, ActorLookup } from './actor.ts';
import { resolveActor } from './actor-choice.ts';
import { directFirst } from './card.ts';
import { leaning } from './company.ts';
import { findingsOf, type Read } from './findings.ts';
import { type Line, withoutRepeats } from './repeats.ts';
import { findTopic, isOn, type Topic, type TopicDeps, topicOf } from './topic-lookup.ts';

/** How the actors stand to one another on a topic: `opposed` where one favours and another objects. */
const agreements = ['opposed', 'several', 'single'] as const;
export type Agreement = (typeof agreements)[number];

/** What each actor, in the comparison's order, holds on a topic; no lines where the documents are silent. */
export type Row = {
  readonly topic: Topic;
  readonly agreement: Agreement;
  readonly cells: readonly { readonly actor: Actor; readonly lines: readonly Line[] }[];
};

/** Two or three actors side by side, topic by topic: opposed first, then where several speak, then where one does. */
export type Comparison = {
  readonly outcome: 'found';
  readonly actors: readonly Actor[];
  readonly topic?: Topic;
  readonly rows: readonly Row[];
  readonly read: Read;
};

export type ComparisonAnswer =
  | Comparison
  | { readonly outcome: 'no-position'; readonly actors: readonly Actor[]; readonly topic?: Topic; readonly read: Read }
  /** Who is meant is open: `open` are the names that nobody bears or several do, `options` the pairs that may be meant. */
  | {
      readonly outcome: 'unclear';
      readonly open: readonly string[];
      readonly options: readonly (readonly Actor[])[];
      readonly topic?: Topic;
    }
  | { readonly outcome: 'same-actor'; readonly actor: Actor }
  | {
      readonly outcome: 'unknown-topic';
      readonly actors: readonly Actor[];
      readonly typed: string;
      readonly nearest: readonly Topic[];
    };

/** Two or three names as typed (or `chosen`), and a topic by key or name. */
export type ComparisonRequest = { readonly actors: readonly string[]; readonly topic?: string | undefined };

/** Names offered for each that is not clear, and choices in all. */
const OFFERED = { each: 4, all: 10 } as const;

/** Sets the own positions of actors side by side; an actor given twice counts once. */
export function compareActors(deps: TopicDeps, request: ComparisonRequest): ComparisonAnswer {
  const lookups = request.actors.map((named) => resolveActor(deps, named));
  const open = lookups.flatMap((lookup) => (lookup.outcome === 'found' ? [] : [lookup.typed]));
  const found = request.topic === undefined ? undefined : findTopic(deps, request.topic);
  const about = found?.outcome === 'found' ? { topic: found.topic } : {};
  if (open.length > 0) return { outcome: 'unclear', open, options: optionsOf(lookups), ...about };
  const actors = distinct(lookups.flatMap((lookup) => (lookup.outcome === 'found' ? [lookup.actor] : [])));
  const [first] = actors;
  if (first && actors.length === 1) return { outcome: 'same-actor', actor: first };
  if (found?.outcome === 'unknown') return { ...found, outcome: 'unknown-topic', actors };
  const asked = found?.topic;
  const held = actors.map(({ id }) => {
    const lines = ownLines(deps, id);
    return Map.groupBy(asked ? lines.filter(isOn(deps, asked)) : lines, ({ topic }) => topic);
  });
  const keys = [...new Set(held.flatMap((byTopic) => [...byTopic.keys()]))];
  const rows = keys
    .map((key): Row => {
      const cells = actors.map((actor, at) => ({ actor, lines: held[at]?.get(key) ?? [] }));
      return { topic: topicOf(deps.topics, key), ...agreementOf(cells) };
    })
    .filter(({ cells }) => cells.some(({ lines }) => lines.length > 0))
    .sort((a, b) => agreements.indexOf(a.agreement) - agreements.indexOf(b.agreement) || linesIn(b) - linesIn(a));
  const common = { actors, ...about, read: findingsOf(deps).read };
  return rows.length > 0 ? { outcome: 'found', ...common, rows } : { outcome: 'no-position', ...common };
}

function ownLines(deps: TopicDeps, actor: string): readonly Line[] {
  const findings = findingsOf(deps);
  return findings.once(`own ${actor}`, () =>
    withoutRepeats(directFirst(findings.positionsOf(actor).filter(({ kind }) => kind === 'own'))),
  );
}

/** How the actors agree; where they do not, the lines that show it come first in their cells. */
function agreementOf(cells: Row['cells']): Pick<Row, 'agreement' | 'cells'> {
  if (cells.filter(({ lines }) => lines.length > 0).length < 2) return { agreement: 'single', cells };
  const pairs = cells.flatMap((one) =>
    cells.flatMap((other) => {
      const [favours, objects] = [firstOf(one, 'favours'), firstOf(other, 'objects')];
      return one === other || !favours || !objects ? [] : [{ one, other, weak: weakness(favours) + weakness(objects) }];
    }),
  );
  const [clash] = pairs.sort((a, b) => a.weak - b.weak);
  if (!clash) return { agreement: 'several', cells };
  const sideOf = (cell: Row['cells'][number]) =>
    cell === clash.one ? 'favours' : cell === clash.other ? 'objects' : cell.lines.map(leaning).find(Boolean);
  return {
    agreement: 'opposed',
    cells: cells.map((cell) => {
      const { first = [], rest = [] } = Object.groupBy(cell.lines, (line) =>
        leaning(line) !== undefined && leaning(line) === sideOf(cell) ? 'first' : 'rest',
      );
      return { ...cell, lines: [...first, ...rest] };
    }),
  };
}

function firstOf({ lines }: Row['cells'][number], side: 'favours' | 'objects'): Line | undefined {
  return lines.find((line) => leaning(line) === side);
}

function weakness({ strength }: Line): number {
  return strength === 'weak' ? 1 : 0;
}

/** Every way of filling the names that are not clear, likeliest first, no actor twice. */
function optionsOf(lookups: readonly ActorLookup[]): Actor[][] {
  let options: Actor[][] = [[]];
  for (const lookup of lookups) {
    const candidates = candidatesOf(lookup);
    options = options.flatMap((chosen) => candidates.map((actor) => distinct([...chosen, actor])));
  }
  return options.filter(({ length }) => length === lookups.length).slice(0, OFFERED.all);
}

function candidatesOf(lookup: ActorLookup): readonly Actor[] {
  if (lookup.outcome === 'found') return [lookup.actor];
  return (lookup.outcome === 'ambiguous' ? lookup.candidates : lookup.nearest).slice(0, OFFERED.each);
}

function distinct(actors: readonly Actor[]): Actor[] {
  return [...new Map(actors.map((actor) => [actor.id, actor])).values()];
}

function linesIn({ cells }: Row): number {
  return cells.reduce((sum, { lines }) => sum + lines.length, 0);
}
