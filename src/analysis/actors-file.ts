import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type ActorType, actorTypes, type Office } from '../core/actor.ts';

/** What a file says about one actor: all of a new one, or what it adds to one that exists. */
export type ActorEntry = {
  readonly id: string;
  readonly name?: string;
  readonly type?: ActorType;
  readonly flag?: string;
  readonly partOf?: string;
  readonly surname?: string;
  readonly wellKnown?: boolean;
  readonly aliases?: readonly string[];
  readonly demonyms?: readonly string[];
  readonly capitals?: readonly string[];
  readonly metonyms?: readonly string[];
  readonly short?: readonly string[];
  readonly prefixes?: readonly string[];
  readonly without?: readonly string[];
  readonly speaksFor?: readonly Office[];
  /** Where it stands, for messages. */
  readonly line?: number;
};

/** A fault in a file of actors, with its line and what its owner can do. */
export type ActorsFault = {
  readonly path: string;
  readonly line: number;
  readonly cause: string;
  readonly remedy: string;
};

/** An `actors.yaml` as it was read; entries with a fault are left out of it. */
export type ActorsFile = {
  readonly path: string;
  readonly actors: readonly ActorEntry[];
  readonly ambiguous: ReadonlyMap<string, readonly string[]>;
  readonly together: ReadonlyMap<string, readonly string[]>;
  readonly places: readonly string[];
  readonly guarded: readonly string[];
  /** Line of each name under `ambiguous` and `together`. */
  readonly lines: ReadonlyMap<string, number>;
  readonly faults: readonly ActorsFault[];
};

const LISTS = ['aliases', 'demonyms', 'capitals', 'metonyms', 'short', 'prefixes', 'without'] as const;
const TEXTS = ['name', 'type', 'flag', 'partOf', 'surname'] as const;
const KEYS: readonly string[] = [...TEXTS, ...LISTS, 'wellKnown', 'speaksFor'];
const SECTIONS = ['actors', 'ambiguous', 'together', 'places', 'guarded'] as const;
const ID = /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u;
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u;

/** Reads an `actors.yaml`. Never throws: what is wrong is in `faults`, and the rest is usable. */
export function parseActors(text: string, path: string): ActorsFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const faults: ActorsFault[] = [];
  const lineOf = (node: unknown) => lines.linePos((node as Node | null)?.range?.[0] ?? 0).line;
  const fault = (at: unknown, cause: string, remedy: string) => {
    faults.push({ path, line: typeof at === 'number' ? at : lineOf(at), cause, remedy });
  };
  // One fault in YAML brings others in its train; the first is the one to mend.
  for (const error of document.errors.slice(0, 1)) {
    const line = lines.linePos(error.pos[0]).line;
    fault(
      line,
      `It is not valid YAML: ${error.message.split(/ at line|\n/u)[0]}.`,
      'Mend that line; indent with spaces, and quote text that holds ": " or " #".',
    );
  }
  const file = {
    path,
    actors: [] as ActorEntry[],
    ambiguous: new Map<string, readonly string[]>(),
    together: new Map<string, readonly string[]>(),
    places: [] as string[],
    guarded: [] as string[],
    lines: new Map<string, number>(),
    faults,
  };
  if (faults.length > 0 || document.contents === null) return file;
  for (const { key, node, keyNode } of pairs(document.contents, fault, 'The file')) {
    if (key === 'actors') {
      for (const pair of pairs(node, fault, '“actors”')) {
        const entry = readEntry(pair, fault, lineOf);
        if (entry) file.actors.push(entry);
      }
    } else if (key === 'ambiguous' || key === 'together') {
      for (const pair of pairs(node, fault, `“${key}”`)) {
        file[key].set(pair.key, texts(pair.node, fault, pair.key));
        file.lines.set(pair.key, lineOf(pair.keyNode));
      }
    } else if (key === 'places' || key === 'guarded') file[key].push(...texts(node, fault, key));
    else fault(keyNode, `There is no section “${key}”.`, `Sections are ${SECTIONS.join(', ')}.`);
  }
  return file;
}

type Report = (at: unknown, cause: string, remedy: string) => void;
type Pair = { readonly key: string; readonly keyNode: unknown; readonly node: unknown };

function pairs(node: unknown, fault: Report, what: string): Pair[] {
  if (isScalar(node) && node.value === null) return [];
  if (!isMap(node)) {
    fault(node, `${what} is not a list of “name: value” lines.`, 'Write one “name: value” a line.');
    return [];
  }
  return node.items.map(({ key, value }) => ({
    key: String(isScalar(key) ? key.value : key),
    keyNode: key,
    node: value,
  }));
}

function texts(node: unknown, fault: Report, what: string): string[] {
  const items = isSeq(node) ? node.items : [];
  const found = items.flatMap((item) =>
    isScalar(item) && item.value !== null && item.value !== '' ? [textOf(item)] : [],
  );
  if (!isSeq(node) || found.length < items.length) {
    fault(
      node,
      `“${what}” is not a list of names.`,
      'Write the names in square brackets, separated by commas: [NATO, North Atlantic Alliance].',
    );
  }
  return found;
}

/** YAML reads 2023 as a number; a name and a date are text as written. */
function textOf(node: unknown): string {
  return isScalar(node) ? (node.source ?? String(node.value)).trim() : '';
}

function readEntry(
  { key: id, keyNode, node }: Pair,
  fault: Report,
  lineOf: (node: unknown) => number,
): ActorEntry | undefined {
  const entry: Record<string, unknown> = { id, line: lineOf(keyNode) };
  let sound = true;
  const wrong: Report = (at, cause, remedy) => {
    sound = false;
    fault(at, cause, remedy);
  };
  if (!ID.test(id)) wrong(keyNode, `“${id}” cannot be an id.`, 'Use small letters, digits and hyphens: south-korea.');
  for (const field of pairs(node, wrong, `“${id}”`)) {
    const { key } = field;
    if (!KEYS.includes(key))
      wrong(field.keyNode, `“${id}” has the unknown key “${key}”.`, `Keys are ${KEYS.join(', ')}.`);
    else if ((LISTS as readonly string[]).includes(key)) entry[key] = texts(field.node, wrong, key);
    else if (key === 'speaksFor') entry[key] = officesOf(field.node, wrong, id);
    else if (key === 'wellKnown') entry[key] = isScalar(field.node) && field.node.value === true;
    else entry[key] = textOf(field.node);
    if (key === 'type' && !(actorTypes as readonly unknown[]).includes(entry[key])) {
      wrong(
        field.keyNode,
        `“${id}” has the unknown type “${textOf(field.node)}”.`,
        `Types are ${actorTypes.join(', ')}.`,
      );
    }
    if ((TEXTS as readonly string[]).includes(key) && entry[key] === '')
      wrong(field.keyNode, `“${key}” of “${id}” is empty.`, 'Write a text after the colon, or remove the line.');
  }
  return sound ? (entry as ActorEntry) : undefined;
}

function officesOf(node: unknown, fault: Report, id: string): Office[] {
  if (!isSeq(node)) {
    fault(
      node,
      `“speaksFor” of “${id}” is not a list.`,
      'Write [{ actor: japan, role: Prime Minister, from: 2021-10-04 }].',
    );
    return [];
  }
  return node.items.map((item) => {
    const office = Object.fromEntries(
      pairs(item, fault, `An office of “${id}”`).map((pair) => [pair.key, textOf(pair.node)]),
    );
    const { actor = '', role = '', from, until } = office;
    if (actor === '' || role === '')
      fault(
        item,
        `An office of “${id}” lacks its actor or its role.`,
        'Write { actor: japan, role: Prime Minister, from: 2021-10-04 }.',
      );
    for (const date of [from, until]) {
      if (date !== undefined && !DATE.test(date))
        fault(item, `“${date}” is not a date.`, 'Write dates as 2021, 2021-10 or 2021-10-04.');
    }
    if (from !== undefined && until !== undefined && until < from)
      fault(item, `An office of “${id}” ends before it begins.`, 'Swap “from” and “until”.');
    return { actor, role, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  });
}
