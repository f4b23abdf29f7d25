import type { Gazetteer } from './gazetteer.ts';
import { languageNames } from './language-names.ts';
import { type Match, matchesAt, type Sense, sameAbbreviation } from './name-trie.ts';
import { foldWord, type Token, tokensOf } from './tokens.ts';

/** A name found in a text, not yet judged: the tokens `from` up to and without `to`. */
export type Candidate = Match & { readonly start: number; readonly end: number; readonly sense: Sense };

/** A text, its words and the names found in it, for rules that look at the neighbours. */
export type Scene = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly candidates: readonly Candidate[];
  /** False where the whole text is in small letters, so that case says nothing. */
  readonly cased: boolean;
};

/** What a document as a whole says about names. */
export type DocumentNames = {
  /** Language as BCP 47, 'en' where not known: its names of countries count too. */
  readonly language: string;
  readonly cased: boolean;
  /** Ids of actors named by a name, an abbreviation, a demonym, an office of theirs or a person who speaks for them. */
  readonly named: ReadonlySet<string>;
  /** Ids of people named in full or by title and surname. */
  readonly people: ReadonlySet<string>;
  /** "(ABC)" after a long name: the actor's ids, or none where it stands for somebody unknown. */
  readonly defined: ReadonlyMap<string, readonly string[]>;
};

const NAMING = new Set(['name', 'abbreviation', 'demonym', 'metonym', 'together', 'person']);

/** Reads what a whole document says about names; pass it to `findMentions` for each part of the document. */
export function readNames(text: string, gazetteer: Gazetteer, language = 'en'): DocumentNames {
  return readScene(text, gazetteer, language).names;
}

/** The same, with the names found in the text. */
export function readScene(
  text: string,
  gazetteer: Gazetteer,
  language = 'en',
): { readonly names: DocumentNames; readonly scene: Scene } {
  const cased = /\p{Lu}/u.test(text) || !/\p{Ll}/u.test(text);
  const blank = {
    language,
    cased,
    named: new Set<string>(),
    people: new Set<string>(),
    defined: new Map<string, string[]>(),
  };
  const scene = scan(text, gazetteer, blank);
  const named = new Set<string>();
  const people = new Set<string>();
  for (const { sense } of scene.candidates) {
    if (NAMING.has(sense.kind)) for (const actor of sense.actors) named.add(actor);
    if (sense.kind === 'person') for (const actor of sense.actors) people.add(actor);
  }
  for (const candidate of scene.candidates) {
    if (candidate.sense.kind !== 'surname') continue;
    const titled = byTitle(scene, candidate, gazetteer);
    if (titled !== undefined) people.add(titled);
    else if (candidate.sense.wellKnown === true) for (const id of candidate.sense.actors) spokenFor(id);
  }
  for (const id of people) spokenFor(id);
  const names = { language, cased, named, people, defined: definitions(scene, gazetteer) };
  return { names, scene: names.defined.size > 0 ? scan(text, gazetteer, names) : scene };

  function spokenFor(person: string): void {
    for (const { actor } of gazetteer.actors.get(person)?.speaksFor ?? []) named.add(actor);
  }
}

/** Finds names without judging them; what the document defines comes before what the gazetteer knows. */
export function scan(
  text: string,
  gazetteer: Gazetteer,
  names: Pick<DocumentNames, 'language' | 'cased' | 'defined'>,
): Scene {
  const tokens = tokensOf(text);
  const tries = [gazetteer.names, ...languageNames(gazetteer, names.language)];
  const candidates: Candidate[] = [];
  const { cased } = names;
  for (let from = 0; from < tokens.length; ) {
    const candidate = candidateAt(from);
    if (candidate) candidates.push(candidate);
    from = candidate?.to ?? from + 1;
  }
  return { text, tokens, candidates, cased };

  function candidateAt(from: number): Candidate | undefined {
    const token = tokens[from] as Token;
    const defined = names.defined.size > 0 ? names.defined.get(text.slice(token.start, token.end)) : undefined;
    const own: Match[] =
      defined === undefined ? [] : [{ from, to: from + 1, senses: [definedSense(text, token, defined)] }];
    const known =
      tries.length === 1
        ? matchesAt(gazetteer.names, text, tokens, from)
        : tries.flatMap((trie) => matchesAt(trie, text, tokens, from));
    if (known.length === 0 && own.length === 0) return undefined;
    const matches = [...known.filter(({ to }) => own.length === 0 || to > from + 1), ...own].sort(
      (a, b) => b.to - a.to,
    );
    for (const match of matches) {
      const last = tokens[match.to - 1] as Token;
      const sense = match.senses.find((candidate) => isWrittenAs(candidate, match));
      if (sense) return { ...match, sense, start: token.start, end: last.end };
    }
    return undefined;
  }

  /** Names begin with a capital where the text has capitals; abbreviations are written as they are. */
  function isWrittenAs(sense: Sense, { from, to }: Match): boolean {
    const words = tokens.slice(from, to).map(({ start, end }) => text.slice(start, end));
    const written = text.slice(tokens[from]?.start, tokens[to - 1]?.end);
    if (!insideWord(text, tokens, from, to)) return false;
    if (sense.kind === 'abbreviation') return !cased || sameAbbreviation(written, sense.alias);
    if (!cased) return true;
    const content = words.filter((word) => word.length > 3 || startsHigh(word));
    const last = content.at(-1) ?? '';
    if (sense.kind === 'demonym' || words.length === 1)
      return startsHigh(words[0] ?? '') || (words.length > 1 && startsHigh(last));
    return startsHigh(last) || (content.length >= 3 && startsHigh(content[0] ?? ''));
  }
}

function definedSense(text: string, token: Token, actors: readonly string[]): Sense {
  return { kind: actors.length > 0 ? 'abbreviation' : 'place', alias: text.slice(token.start, token.end), actors };
}

/** Whether a word starts with a capital, or with a letter of a script that has none. */
export function startsHigh(word: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(word);
}

const KATAKANA = /[\p{sc=Katakana}ー]/u;
const HANGUL = /\p{sc=Hangul}/u;
/** Korean particles and nouns that follow a country's name without a space. */
const PARTICLE =
  /^(?:은|는|이|가|을|를|의|에|과|와|도|로|으로|만|까지|부터|측|정부|군|인|산|내|발|행|식|계|정상|대통령|총리|외교|국방|간|및|처럼|보다|라고|한테|에서|에게)/u;

/** Whether a name in a script without spaces stands alone, not inside a longer word; other scripts always do. */
function insideWord(text: string, tokens: readonly Token[], from: number, to: number): boolean {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? 0;
  const [first, last] = [text.charAt(start), text.charAt(end - 1)];
  if (KATAKANA.test(first) && KATAKANA.test(text.charAt(start - 1))) return false;
  if (KATAKANA.test(last) && KATAKANA.test(text.charAt(end))) return false;
  if (!HANGUL.test(first)) return true;
  return (
    !HANGUL.test(text.charAt(start - 1)) && (!HANGUL.test(text.charAt(end)) || PARTICLE.test(text.slice(end, end + 4)))
  );
}

/** How far before a bracket its long name may begin, in code units. */
const REACH = 160;
const BRACKETED =
  /\(\s*(?:(?:the|hereafter|henceforth|hereinafter|or|known|as)\s+)*["“”'‘’]?([\p{Lu}][\p{L}\p{N}&.+-]{1,11})["”’']?(?:\s+or\b[^)]{0,40})?\)/gu;

/** "Long Name (ABC)": ABC is that actor in this document, or nobody known where the long name is somebody else's. */
function definitions({ text, tokens, candidates }: Scene, gazetteer: Gazetteer): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const ending = new Map(candidates.map((candidate) => [candidate.end, candidate]));
  for (const match of text.matchAll(BRACKETED)) {
    const short = match[1] ?? '';
    if (found.has(short) || !/\p{Lu}.*\p{Lu}/u.test(short)) continue;
    const before = text.slice(Math.max(0, match.index - REACH), match.index).trimEnd();
    const end = match.index - (text.slice(Math.max(0, match.index - REACH), match.index).length - before.length);
    const candidate = ending.get(end) ?? ending.get(end - 1);
    const words = (candidate ? text.slice(candidate.start, candidate.end) : longName(before, short)).split(
      /[\s‐‑–-]+/u,
    );
    if (!initialsFit(words, short)) continue;
    const { kind, actors = [] } = candidate?.sense ?? {};
    const known = gazetteer.names.next
      .get(foldWord(short))
      ?.senses.find((sense) => sense.kind === 'abbreviation')?.actors;
    if (candidate && kind !== 'place' && actors.length === 1) {
      if (known?.length !== 1 || known[0] !== actors[0]) found.set(short, actors);
    } else if (!candidate && isSomebodyElse(known?.[0] ?? '')) found.set(short, []);

    function isSomebodyElse(id: string): boolean {
      const actor = gazetteer.actors.get(id);
      const own = new Set(
        [actor?.name ?? '', ...(actor?.aliases ?? [])].flatMap((name) => tokensOf(name).map(({ key }) => key)),
      );
      return actor !== undefined && !words.some((word) => word.length >= 4 && own.has(foldWord(word)));
    }
  }
  return tokens.length > 0 ? found : new Map();
}

/** The words before a bracket that could spell out its letters: as many capitalised words as there are letters. */
function longName(before: string, short: string): string {
  const words = before.split(/\s+/u);
  const letters = short.replace(/[^\p{L}]/gu, '').length;
  let capitals = 0;
  let from = words.length;
  while (from > 0 && capitals < letters && /^(?:\p{Lu}|of$|for$|and$|the$|on$|in$|to$)/u.test(words[from - 1] ?? '')) {
    from--;
    if (startsHigh(words[from] ?? '')) capitals++;
  }
  return words.slice(from).join(' ');
}

/** Whether the letters of an abbreviation are the initials of the words, small words left out or in. */
function initialsFit(words: readonly string[], short: string): boolean {
  const letters = short.replace(/[^\p{L}]/gu, '').toLowerCase();
  const initials = (all: readonly string[]) => all.map((word) => foldWord(word).charAt(0)).join('');
  return (
    letters.length > 1 && [words, words.filter((word) => startsHigh(word))].some((all) => initials(all) === letters)
  );
}

const TITLE =
  /(?:^|[\s("“‘'’—–-])(President|Premier|Chancellor|Prime Minister|Minister|Secretary|Secretary[- ]General|Foreign Secretary|Chairman|Chairperson|Chair|Commissioner|Ambassador|Senator|Governor|Leader|King|Queen|Emir|Crown Prince|Supreme Leader|PM)(?:-elect)?\s$/u;

/** Who a surname after a title is: the only one of that name who has held that office. */
export function byTitle({ text }: Scene, { start, sense }: Candidate, gazetteer: Gazetteer): string | undefined {
  const title = TITLE.exec(text.slice(Math.max(0, start - 24), start))?.[1];
  if (title === undefined) return undefined;
  const word = title === 'PM' ? 'prime minister' : (title.toLowerCase().split(/[\s-]/u).at(-1) ?? '');
  const holders = sense.actors.filter((id) =>
    gazetteer.actors.get(id)?.speaksFor?.some(({ role }) => role.toLowerCase().includes(word)),
  );
  return holders.length === 1 ? holders[0] : undefined;
}
