import type { Actor } from '../core/actor.ts';
import type { Mention } from './mentions.ts';

/** People of a document that no list knows, found by title, role or apposition, and where they are named. */
export type People = {
  readonly people: readonly Actor[];
  readonly mentions: readonly Mention[];
  /** Ids of those with an office whose state the text does not name beside them. */
  readonly unplaced: ReadonlySet<string>;
};

const PART = "\\p{Lu}[\\p{L}\\p{M}'’]*\\p{Ll}[\\p{L}\\p{M}'’-]*";
const NAME = `${PART}(?:[ -](?:${PART}|\\p{Lu}\\.|(?:de|da|dos|del|der|den|di|al|el|bin|ibn|von|van|la|le|ter|te|ould|ben)(?=[ -])[ -]${PART}|(?:al|el)-${PART})){0,4}`;
const FIELD =
  '(?:[Ee]xternal|[Mm]inistry|[Gg]overnment|[Pp]rime|[Ff]oreign|[Dd]efen[cs]e|[Ff]inance|[Tt]rade|[Ii]nterior|[Ee]nergy|[Ee]conomy|[Ee]nvironment|[Aa]griculture|[Jj]ustice|[Hh]ealth|[Tt]ransport|[Mm]ining|[Oo]il|[Pp]lanning|[Dd]eputy|[Vv]ice|[Ii]nterim|[Aa]cting|[Tt]ransitional|[Ff]irst|[Cc]rown|[Cc]hief|[Cc]limate|[Ss]enior|[Mm]ilitary|[Ss]pecial|[Pp]ermanent|[Aa]ffairs|[Dd]igital|[Ff]isheries|[Ee]uropean|[Ii]ndustry|[Cc]entral|[Bb]ank|[Nn]ational|[Ss]ecurity|[Cc]ommerce|[Hh]ead)';
const OFFICE =
  '(?:[Pp]resident|[Mm]inister|[Cc]hancellor|[Pp]remier|[Ss]ecretary(?:[- ][Gg]eneral)?(?: of [Ss]tate)?|[Aa]mbassador|[Kk]ing|[Qq]ueen|[Pp]rince|[Ee]mir|[Ss]ultan|[Gg]eneral|[Aa]dmiral|[Cc]olonel|[Cc]aptain|[Cc]ommissioner|[Ee]nvoy|[Ss]pokes(?:man|woman|person)|[Gg]overnor|[Dd]irector[- ][Gg]eneral|[Cc]hair(?:man|woman|person)?|[Cc]ommander|[Nn]egotiator|[Rr]epresentative|[Aa]dvis[eo]r|[Dd]elegate|[Oo]fficial|[Ll]eader|[Cc]ounterpart)';
const SPEAKER = `(?:(?:${FIELD})[- ])*${OFFICE}`;
/** Offices whose holder speaks for somebody. */
const SPEAKS =
  /minister|president|premier|chancellor|secretary|spokes|ambassador|envoy|king|queen|emir|prince|commissioner|negotiator|admiral|general|chair|director|commander|governor|representative/iu;
/** Titles that show a person and no office of state. */
const TITLE = '(?:Mr|Mrs|Ms|Dr|Prof|Professor|Senator|Sir|Dame|Lord|Lady)\\.?';
/** Whether a sentence can name an office holder at all. */
const ANY = new RegExp(`${OFFICE}|${TITLE} `, 'u');
const MENTION = '\\u0001(\\d+)\\u0002';

const PATTERNS: readonly {
  readonly pattern: RegExp;
  readonly state?: number;
  readonly role?: number;
  readonly name: number;
}[] = [
  // "Norway's foreign minister, Espen Eide", "Slovenian Prime Minister Anna Novak"
  {
    pattern: new RegExp(
      `${MENTION}(?:['’]s?)? ((?:[a-z]+ ){0,2}?${SPEAKER})(?: (?:for|to|in) (?:the )?(?:[a-z ]{3,30}|\\u0001\\d+\\u0002))?,? (${NAME})`,
      'gu',
    ),
    state: 1,
    role: 2,
    name: 3,
  },
  // "Foreign Minister Anna Novak of Slovenia"
  { pattern: new RegExp(`(${SPEAKER}),? (${NAME}) of (?:the )?${MENTION}`, 'gu'), state: 3, role: 1, name: 2 },
  // "the president of Slovenia, Anna Novak"
  { pattern: new RegExp(`(${SPEAKER}) (?:of|for) (?:the )?${MENTION},? (${NAME})`, 'gu'), state: 2, role: 1, name: 3 },
  // "Anna Novak, the foreign minister of Slovenia"; "Anna Novak, Slovenia's foreign minister"
  {
    pattern: new RegExp(
      `(${NAME})(?:,| is| who is)(?: the| a| who is)* (${SPEAKER})(?: for [a-z ]{3,30})? (?:of|from) (?:the )?${MENTION}`,
      'gu',
    ),
    state: 3,
    role: 2,
    name: 1,
  },
  {
    pattern: new RegExp(`(${NAME}), (?:the )?${MENTION}(?:['’]s?)? ((?:[a-z]+ ){0,2}?${SPEAKER})`, 'gu'),
    state: 2,
    role: 3,
    name: 1,
  },
  { pattern: new RegExp(`(?<![\\p{L}-])(${SPEAKER}),? (${NAME})`, 'gu'), role: 1, name: 2 },
  { pattern: new RegExp(`(?<!\\p{L})${TITLE} (${NAME})`, 'gu'), name: 1 },
];
const NO_NAMES =
  /^(?:The|This|That|In|On|At|But|And|He|She|It|They|We|Council|Assembly|Ministry|Secretary|Minister|President|General|Affairs|Office|Department|Commission|Committee|Court|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Foreign|Prime|Defence|Defense|Strategic|National|Security|Union|Party|House|State|Summit|Declaration|Republic|Kingdom|Government|Parliament|Representative|Commissioner|Staff|Common|Both|His|Her|Its|Their|Who|As|If|When|While|Western|Eastern|Northern|Southern|West|East|North|South|Special|Envoy|Central|Bank|Treaty|Conference)$/u;

/** Finds them in a text whose known actors are given; `known` tells names that are somebody else's. */
export function findPeople(text: string, mentions: readonly Mention[], actors: ReadonlyMap<string, Actor>): People {
  const masked = mask(text, mentions);
  const found = new Map<string, Actor>();
  const offices = new Set<string>();
  const sentences = masked.text.split(/(?<=[.!?]["”’]?)\s+(?=\p{Lu})|\n/u).filter((sentence) => ANY.test(sentence));
  for (const sentence of sentences)
    for (const { pattern, state, role, name } of PATTERNS) {
      // Most patterns need a known name, and those that begin with the person's a comma or "is".
      if (state !== undefined && !sentence.includes('\u0001')) continue;
      if (name === 1 && role !== undefined && !/,| is /u.test(sentence)) continue;
      for (const match of sentence.matchAll(pattern)) {
        const written = trim(match[name] ?? '');
        if (written === '' || (!/[ -]/u.test(written) && state === undefined && role !== undefined)) continue;
        if (
          /\b(?:former|ex)[- ]$/iu.test(sentence.slice(Math.max(0, match.index - 8), match.index)) ||
          /^(?:former|ex)/iu.test(match[role ?? 0] ?? '')
        )
          continue;
        const actor = state === undefined ? undefined : mentions[Number(match[state])]?.actor;
        const id = listed(written, actor) ?? slug(written);
        const old = found.get(id) ?? [...found.values()].find(({ name: other }) => other.endsWith(` ${written}`));
        if (role !== undefined && SPEAKS.test(match[role] ?? '')) offices.add(old?.id ?? id);
        if (old && (old.speaksFor || actor === undefined)) continue;
        const office = actor === undefined ? {} : { speaksFor: [{ actor, role: (match[role ?? 0] ?? '').trim() }] };
        const known = actors.get(id);
        if (known) {
          found.set(id, { ...known, name: written });
          continue;
        }
        const person: Actor = {
          id: old?.id ?? id,
          name: old?.name ?? written,
          type: 'person',
          aliases: [],
          demonyms: [],
          capitals: [],
          metonyms: [],
          ...office,
        };
        found.set(person.id, person);
      }
    }
  const people = [...found.values()];
  const unplaced = new Set([...offices].filter((id) => found.has(id) && found.get(id)?.speaksFor === undefined));
  return { people, unplaced, mentions: people.flatMap((person) => named(masked.plain, person)) };

  /** Who of the lists that is: the same last name, speaking for the same state. */
  function listed(written: string, state: string | undefined): string | undefined {
    if (state === undefined) return undefined;
    const last = written.split(' ').at(-1) ?? '';
    return [...actors.values()].find(
      ({ name, speaksFor = [] }) => name.endsWith(` ${last}`) && speaksFor.some(({ actor }) => actor === state),
    )?.id;
  }
}

/** Known names become numbers, so that they are nobody's first name; `plain` keeps every offset. */
function mask(text: string, mentions: readonly Mention[]): { readonly text: string; readonly plain: string } {
  let masked = '';
  let plain = '';
  let at = 0;
  mentions.forEach(({ start, end }, index) => {
    if (start < at) return;
    masked += `${text.slice(at, start)}\u0001${index}\u0002`;
    plain += text.slice(at, start) + '\u0001'.repeat(end - start);
    at = end;
  });
  return { text: masked + text.slice(at), plain: plain + text.slice(at) };
}

function trim(name: string): string {
  const words = name.replace(/['’]s?$/u, '').split(' ');
  while (words.length > 0 && NO_NAMES.test(words[0] ?? '')) words.shift();
  const end = words.findIndex((word) => NO_NAMES.test(word));
  return words.slice(0, end < 0 ? words.length : end).join(' ');
}

/** Every place where a person is named in full or by the last name. */
function named(text: string, { id, name }: Actor): Mention[] {
  const last = name.split(' ').at(-1) ?? name;
  const escape = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const pattern = new RegExp(`(?<![\\p{L}-])(?:${escape(name)}|${escape(last)})(?![\\p{L}-])`, 'gu');
  return [...text.matchAll(pattern)].map((match) => ({
    actor: id,
    alias: match[0],
    kind: 'person' as const,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** "Espen Barth Eide" -> "espen-barth-eide". */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}
