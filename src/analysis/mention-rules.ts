import { standsForGovernment } from './capital-rules.ts';
import { byTitle, type Candidate, type DocumentNames, type Scene, startsHigh } from './document-names.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { MentionKind } from './name-trie.ts';
import { isShouted, isTitleLine, neighbours } from './neighbours.ts';
import { foldName } from './tokens.ts';

/** Who a candidate names, which is nobody where a rule says so, and how. */
export type Judgement = { readonly actors: readonly string[]; readonly kind: MentionKind };

/** Abbreviations and names that are words too: where case says nothing they need "the" before them. */
const WORDS = new Set(
  'us who it oas can ist un au gop polish turkey chad jordan male lima china finn dane pole quad georgia reunion union alliance mali niger guinea island'.split(
    ' ',
  ),
);
/** Nouns after a name that make it a sea, a place, a newspaper, a company or a school. */
const NAMED_AFTER = new Set(
  'sea seas ocean gulf bay strait straits peninsula channel canal river delta lake basin desert mountains valley plateau subcontinent coast islands triangle times post daily herald tribune gazette airlines airways university college'.split(
    ' ',
  ),
);
/** "Bank of Japan", "Gulf of Mexico", "Times of India". */
const NAMED_OF = new Set(
  'sea gulf bay strait straits bank cape isle isles coast horn times university institute college archbishop bishop lake port'.split(
    ' ',
  ),
);
const TONGUE_BEFORE = new Set('in into speak speaks spoke speaking fluent learn learned from'.split(' '));
const TONGUE_AFTER = new Set(
  'sign language languages speaking speaker speakers word translation cuisine food restaurant'.split(' '),
);
const FUNCTION = new Set(
  'and or but the a an as is was are were by of to for with that which who when where in on at from'.split(' '),
);
/** Nouns of public life, by which "Korean" and "Congolese" mean the likelier state and not the people of both. */
const PUBLIC =
  /^(?:government|military|army|navy|troops|forces|president|presidential|prime|minister|ministry|foreign|parliament|national|assembly|court|supreme|constitutional|authorities|officials?|diplomats?|embassy|ambassador|leaders?|leadership|arms|weapons|defen[cs]e|sales|exports?|firms?|companies|industry|economy|engagement|policy|policies|strategy|security|intelligence|voters|public|conservatives|progressives|politicians)$/u;
const ROLE =
  /^(?:President|Prime|Foreign|Deputy|Vice|King|Queen|Minister|Parliament|Government|Army|Navy|Armed|Air|Defen[cs]e|Ministry|Embassy|Ambassador|Supreme|Constitutional|National|Federal|Dream|Orthodox|Premier|Senator|General|Senate|House|Security)$/u;

/** Judges one candidate by its kind, its neighbours and what the document says. */
export function accepts(scene: Scene, at: number, gazetteer: Gazetteer, names: DocumentNames): Judgement {
  const candidate = scene.candidates[at] as Candidate;
  const { sense } = candidate;
  const kind = kindOf(sense.kind, sense.like);
  const none = { actors: [], kind };
  if (sense.kind === 'place' || sense.actors.length === 0) return none;
  if (isCommonWord(scene, candidate) || (guarded(candidate, gazetteer) && !standsApart(scene, at))) return none;
  switch (sense.kind) {
    case 'together':
    case 'metonym':
    case 'person':
      return { actors: sense.actors, kind };
    case 'name':
    case 'abbreviation':
      return isPlaceName(scene, candidate) ? none : { actors: sense.actors, kind };
    case 'demonym':
      return isPlaceName(scene, candidate) || isTongue(scene, candidate)
        ? none
        : oneOf(named(sense.actors), kind, sense.actors);
    case 'prefix': {
      const next = scene.candidates[at + 1];
      const joined = next?.from === candidate.to && /^[-‐‑–]$/u.test(scene.text.slice(candidate.end, next.start));
      return joined ? { actors: sense.actors, kind } : none;
    }
    case 'capital':
      return standsForGovernment(scene, at) ? oneOf(named(sense.actors), kind) : none;
    case 'short':
      return isShortFor(scene, candidate, gazetteer, names) ? oneOf(named(sense.actors), kind) : none;
    case 'surname':
      return { actors: bearer(scene, candidate, gazetteer, names), kind };
    case 'ambiguous':
      return ambiguous();
  }

  function named(ids: readonly string[]): string[] {
    return ids.filter((id) => names.named.has(id));
  }

  /** The one that the document names; where none is named but only one is possible, that one if it may. */
  function oneOf(ids: readonly string[], how: MentionKind, otherwise: readonly string[] = []): Judgement {
    if (ids.length === 1) return { actors: ids, kind: how };
    return ids.length === 0 && otherwise.length === 1 ? { actors: otherwise, kind: how } : { actors: [], kind: how };
  }

  function ambiguous(): Judgement {
    if (kind === 'capital' && !standsForGovernment(scene, at)) return none;
    if (kind === 'short')
      return isShortFor(scene, candidate, gazetteer, names) ? oneOf(named(sense.actors), kind) : none;
    if (isPlaceName(scene, candidate) || isTongue(scene, candidate)) return none;
    const ids = named(sense.actors);
    if (ids.length < 2 || kind === 'capital') return oneOf(ids, kind);
    const { next, nextKey } = neighbours(scene, candidate);
    if (kind === 'demonym')
      return PUBLIC.test(nextKey) || PUBLIC.test(next.toLowerCase()) ? { actors: ids.slice(0, 1), kind } : none;
    return namedInSentence(scene, at, ids.slice(1)) ? { actors: ids.slice(0, 1), kind } : none;
  }
}

function kindOf(kind: string, like: MentionKind | undefined): MentionKind {
  if (like !== undefined) return like;
  if (kind === 'surname') return 'person';
  if (kind === 'prefix') return 'demonym';
  return kind === 'together' || kind === 'place' || kind === 'ambiguous' ? 'name' : (kind as MentionKind);
}

/** "us" in small or in all capitals is the country only after "the", with full stops, or in "US-Japan". */
function isCommonWord(scene: Scene, candidate: Candidate): boolean {
  const written = scene.text.slice(candidate.start, candidate.end);
  const key = scene.tokens[candidate.from]?.key ?? '';
  if (candidate.to - candidate.from > 1 || !WORDS.has(key) || written.includes('.')) return false;
  if (/\P{ASCII}/u.test(candidate.sense.alias) && !/\P{ASCII}/u.test(written)) return true;
  if (scene.cased && !isShouted(scene, candidate)) return false;
  if (candidate.sense.kind === 'name' && !scene.cased) return key === 'turkey' || key === 'chad' || key === 'jordan';
  if (candidate.sense.kind === 'name') return false;
  const { previousKey, after } = neighbours(scene, candidate);
  return previousKey !== 'the' && !/^[-‐‑–]/u.test(after);
}

function guarded({ from, to, sense }: Candidate, gazetteer: Gazetteer): boolean {
  return to - from === 1 && gazetteer.guarded.has(foldName(sense.alias));
}

/** Whether no other capitalised word stands beside a name that may be a person's. */
function standsApart(scene: Scene, at: number): boolean {
  const candidate = scene.candidates[at] as Candidate;
  if (isTitleLine(scene, candidate)) return true;
  const { previous, next, nextKey, opening, previousKey, after } = neighbours(scene, candidate);
  if (/^(?:the|an?|your|up|state)$/u.test(nextKey)) return false;
  // "Atlanta, Georgia."
  const before = scene.text.slice(Math.max(0, candidate.start - 30), candidate.start);
  if (scene.candidates[at - 1]?.to !== candidate.from && /\p{Lu}\p{L}+,\s$/u.test(before) && /^[,.;)]/u.test(after))
    return false;
  if (startsHigh(next) && !/^\p{N}/u.test(next) && !ROLE.test(next)) return false;
  return !startsHigh(previous) || opening || FUNCTION.has(previousKey);
}

/** Whether the name is part of a place's, a newspaper's, a company's or a school's name. */
function isPlaceName(scene: Scene, candidate: Candidate): boolean {
  const { previous, previousKey, beforePrevious, next, nextKey } = neighbours(scene, candidate);
  if (startsHigh(next) && NAMED_AFTER.has(nextKey)) return true;
  if (previous === 'New' || previous === 'Lake') return true;
  return previousKey === 'of' && startsHigh(beforePrevious) && NAMED_OF.has(beforePrevious.toLowerCase());
}

/** "in Japanese", "French-speaking", "the Korean language". */
function isTongue(scene: Scene, candidate: Candidate): boolean {
  const { previousKey, next, nextKey, after } = neighbours(scene, candidate);
  if (TONGUE_AFTER.has(nextKey) || /^(?:[-‐‑](?:speaking|language)|:)/u.test(after)) return true;
  return TONGUE_BEFORE.has(previousKey) && (next === '' || FUNCTION.has(nextKey));
}

function isShortFor(scene: Scene, candidate: Candidate, gazetteer: Gazetteer, names: DocumentNames): boolean {
  const { previousKey, next, nextKey, after } = neighbours(scene, candidate);
  if (previousKey !== 'the' || startsHigh(next) || /^[-‐‑–]/u.test(after)) return false;
  if (['of', 'for', 'between', 'in'].includes(nextKey)) return false;
  const compass = candidate.sense.actors.some((id) => gazetteer.compass.includes(id));
  return (
    !compass ||
    !/^(?:north|south|east|west)$/u.test(scene.tokens[candidate.from]?.key ?? '') ||
    gazetteer.compass.every((id) => names.named.has(id))
  );
}

/** Whose surname it is: after a title, or where the document names one of that name in full, or nobody else is so known. */
function bearer(scene: Scene, candidate: Candidate, gazetteer: Gazetteer, names: DocumentNames): readonly string[] {
  const titled = byTitle(scene, candidate, gazetteer);
  if (titled !== undefined) return [titled];
  const { previous, opening, previousKey } = neighbours(scene, candidate);
  if (
    startsHigh(previous) &&
    !opening &&
    !FUNCTION.has(previousKey) &&
    !isTitleLine(scene, candidate) &&
    !/^(?:President|Minister|General|Secretary)/u.test(previous)
  )
    return [];
  const people = candidate.sense.actors.filter((id) => names.people.has(id));
  if (people.length === 1) return people;
  return people.length === 0 && candidate.sense.wellKnown === true && candidate.sense.actors.length === 1
    ? candidate.sense.actors
    : [];
}

/** Whether one of these actors is named in the same sentence, among the nearest names. */
function namedInSentence(scene: Scene, at: number, ids: readonly string[]): boolean {
  const candidate = scene.candidates[at] as Candidate;
  return scene.candidates.slice(Math.max(0, at - 8), at + 9).some(({ start, end, sense }) => {
    if (!sense.actors.some((id) => ids.includes(id)) || sense.kind === 'ambiguous') return false;
    const between = scene.text.slice(Math.min(end, candidate.end), Math.max(start, candidate.start));
    return !/[.!?]\s|\n/u.test(between);
  });
}
