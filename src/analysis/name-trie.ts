import { type Token, tokensOf } from './tokens.ts';

/** How an actor is named; `short` is "the Alliance", `person` a full name or a surname. */
export type MentionKind = 'name' | 'abbreviation' | 'demonym' | 'capital' | 'metonym' | 'short' | 'person';

/** What a name means, strongest first where one name has several meanings. */
const senseKinds = [
  'place',
  'together',
  'name',
  'ambiguous',
  'abbreviation',
  'person',
  'demonym',
  'metonym',
  'prefix',
  'capital',
  'short',
  'surname',
] as const;
export type Sense = {
  readonly kind: (typeof senseKinds)[number];
  readonly alias: string;
  /** Several ids are candidates, or for `together` all meant; none for a place. */
  readonly actors: readonly string[];
  /** Kind to report where `kind` is 'ambiguous'. */
  readonly like?: MentionKind;
  /** For a surname: whether it needs no full name beside it. */
  readonly wellKnown?: boolean;
};

export type NameTrie = { readonly next: Map<string, NameTrie>; readonly senses: Sense[] };

export function createTrie(): NameTrie {
  return { next: new Map(), senses: [] };
}

/** Files a sense under the words of its alias; `*` stands for any one word that starts no other name. A second actor of like kind makes it ambiguous. */
export function addName(trie: NameTrie, sense: Sense): void {
  const words = sense.alias.split('*').flatMap((part, at) => [...(at > 0 ? ['*'] : []), ...edgesOf(part)]);
  if (words.length === 0) return;
  let node = trie;
  for (const word of words) {
    let next = node.next.get(word);
    if (!next) node.next.set(word, (next = createTrie()));
    node = next;
  }
  const same = node.senses.findIndex(({ kind }) => kind === sense.kind);
  const old = node.senses[same];
  if (old) node.senses[same] = { ...old, actors: [...new Set([...old.actors, ...sense.actors])] };
  else node.senses.push(sense);
  node.senses.sort((a, b) => senseKinds.indexOf(a.kind) - senseKinds.indexOf(b.kind));
}

/** A match of a name: tokens `from` up to and without `to`. */
export type Match = { readonly from: number; readonly to: number; readonly senses: readonly Sense[] };

/** Every name that starts at a token, longest first. */
export function matchesAt(trie: NameTrie, text: string, tokens: readonly Token[], from: number): Match[] {
  const opening = tokens[from]?.key ?? '';
  if (!trie.next.has(opening) && !opening.endsWith('+') && !opensAny(trie, tokens[from + 1])) return NONE;
  const found: Match[] = [];
  let nodes: readonly NameTrie[] = [trie];
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    const edge = token && edgeTo(text, tokens[at - 1], token, at === from);
    if (edge === undefined) break;
    const next: NameTrie[] = [];
    for (const node of nodes) {
      const exact = node.next.get(edge) ?? (edge.endsWith('+') ? node.next.get(edge.slice(0, -1)) : undefined);
      const any = trie.next.has(edge) || edge.startsWith(',') ? undefined : node.next.get('*');
      if (exact) next.push(exact);
      if (any) next.push(any);
    }
    if (next.length === 0) break;
    nodes = next;
    const senses = nodes.flatMap((node) => node.senses);
    if (senses.length > 0) found.unshift({ from, to: at + 1, senses });
  }
  return found;
}

const NONE: Match[] = [];

/** Whether a name that starts with any word could go on with this one. */
function opensAny(trie: NameTrie, second: Token | undefined): boolean {
  return second !== undefined && trie.next.get('*')?.next.has(second.key) === true;
}

/** The words of an alias as edges; a comma belongs to the word after it. */
function edgesOf(alias: string): string[] {
  const tokens = tokensOf(alias);
  return tokens.map((token, at) =>
    at > 0 && alias.slice(tokens[at - 1]?.end, token.start).includes(',') ? `,${token.key}` : token.key,
  );
}

const JOINED = /^(?:[^\S\n]{0,2}|[^\S\n]?\n|[-‐‑–/&+]|['’‘ʻ`´])$/u;

/** The edge from one token to the next, or nothing where punctuation ends the name. */
function edgeTo(text: string, before: Token | undefined, token: Token, first: boolean): string | undefined {
  if (first || !before) return token.key;
  const gap = text.slice(before.end, token.start);
  if (JOINED.test(gap)) return token.key;
  if (/^,\s$/u.test(gap)) return `,${token.key}`;
  // "St. Lucia", "N. Korea", "S. Jaishankar"
  return /^\.\s?$/u.test(gap) && before.end - before.start <= 2 ? token.key : undefined;
}

/** Whether an alias is written in capitals, as NATO, U.S., AP4 and AfDB are. */
export function isAbbreviation(alias: string): boolean {
  return /^[\p{Lu}\p{N}.+/-]*$/u.test(alias) || (/^\p{L}{2,7}\+?$/u.test(alias) && /\p{Lu}.*\p{Lu}/u.test(alias));
}

/** Whether an abbreviation is written as its alias is, full stops, hyphens and a plus apart; "Nato" is NATO. */
export function sameAbbreviation(written: string, alias: string): boolean {
  const strip = (word: string) => word.replace(/[.+\s/‐‑–-]/gu, '');
  const [found, wanted] = [strip(written), strip(alias)];
  return found === wanted || (wanted.length >= 4 && found === wanted.charAt(0) + wanted.slice(1).toLowerCase());
}
