import type { Candidate, Scene } from './document-names.ts';
import { startsHigh } from './document-names.ts';
import { isTitleLine, neighbours } from './neighbours.ts';

const set = (words: string) => new Set(words.split(' '));

/** After these a city is a place, unless it owns what follows: "in Beijing's view". */
const AT = set(
  'in at near inside outside around within across throughout via into off visit visits visited visiting leave leaves left tour toured reach reached capital downtown central greater eastern western northern southern suburban nearby host hosted',
);
const PLACES_OF_ITS_OWN = set(
  'suburbs streets outskirts airport airports centre center metro subway parks squares skyline population residents mayor districts',
);
/** What is held, signed or lived in a city. */
const HELD = set(
  'summit summits conference conferences meeting meetings talks declaration communique communiqué agreement accord accords treaty protocol process olympics games office airport university streets suburb suburbs residents metro subway mayor stock exchange convention consensus forum principles club region area school hotel street think-tank',
);
const MOVING =
  /\b(?:visit|visits|visited|visiting|trips?|travels?|travell?ed|travell?ing|flights?|flew|fly|flying|flown|returns?|returned|returning|went|go|goes|going|tour|journey|journeys|moved|moving|came|come|coming|train|trains|road|roads|drove|drive|sailed|fled|evacuat\w+|arriv\w+|depart\w+|miles|km|kilomet(?:re|er)s|march|marched|advance[ds]?|route|routes|heading|headed|pipeline|withdr[ae]w\w*|away|far|reporting|broadcast|drones?|missiles?)\b/iu;
const PLACE_OF =
  /\b(?:city|siege|fall|bombing|shelling|bombardment|mayor|university|streets|outskirts|suburbs|capital|north|south|east|west|centre|center|defen[cs]e|battle|airport|port|outside|kilomet(?:re|er)s|miles|km|people|residents|treaty|peace|agreement|congress|region|area|bishop|archbishop)\s+of\s+$/iu;
const ATTACKED =
  /\b(?:attacks?|assaults?|advances?|strikes?|raids?|march|bombings?|bombardments?|missiles?|drones?|rockets?|converg\w+)\s+on\s+$/iu;
const STRUCK = set(
  'hit struck bombed shelled bombarded besieged captured seized occupied entered stormed ravaged devastated burned sacked',
);

/** How many cities of a list are looked at: "in Moscow, Minsk, Tehran and Beijing". */
const LISTED = 6;

/** Whether a city, in its place in the text, stands for the government there and not for the place. */
export function standsForGovernment(scene: Scene, at: number, listed = LISTED): boolean {
  const candidate = scene.candidates[at] as Candidate;
  const { text, candidates } = scene;
  const beside = neighbours(scene, candidate);
  const { previous, previousKey, next, nextKey, after, opening, beforePrevious } = beside;
  const before = text.slice(Math.max(0, candidate.start - 60), candidate.start).replace(/^[\s\S]*[.!?;]\s/u, '');
  const heading = isTitleLine(scene, candidate);

  if (HELD.has(nextKey) || (startsHigh(next) && !heading)) return false;
  if (/^[-‐‑–](?:based|area|born|trained|brokered|hosted|wide)/u.test(after)) return false;
  if (/^,\s(?:D\.?C|\p{Lu})/u.test(after) && followedByState()) return false;
  if (isDateline()) return false;
  if (startsHigh(previous) && !/^\p{N}/u.test(previous) && !heading && !opening && !AT.has(previousKey) && !isActor())
    return false;

  const owns = /^['’]s?\s+(\p{L}+)/u.exec(after)?.[1];
  if (owns !== undefined && PLACES_OF_ITS_OWN.has(owns.toLowerCase())) return false;
  if (AT.has(previousKey)) return owns !== undefined;
  if (previousKey === 'of' && startsHigh(beforePrevious)) return false;
  if (STRUCK.has(previousKey) || ATTACKED.test(before) || PLACE_OF.test(before)) return false;
  if ((previousKey === 'from' || previousKey === 'to') && MOVING.test(lastWords(before, 6))) return false;
  if (previousKey === 'from' && /^\s+(?:to|through|via|until)\s/u.test(after)) return false;
  if (previousKey === 'for' && /\b(?:left|leaves?|leaving|departed|bound)\s+for\s+$/iu.test(before)) return false;
  const sibling = coordinated();
  return sibling === undefined || listed === 0 || standsForGovernment(scene, sibling, listed - 1);

  /** "Seoul, South Korea", "Washington, D.C." */
  function followedByState(): boolean {
    const follower = candidates[at + 1];
    const near = follower !== undefined && follower.start - candidate.end <= 2;
    return (
      /^,\sD\.?C/u.test(after) ||
      (near &&
        follower.sense.kind !== 'capital' &&
        follower.sense.actors.some((id) => candidate.sense.actors.includes(id)))
    );
  }

  /** "TOKYO (Reuters) —", "Kyiv, 3 May —" at the start of a line. */
  function isDateline(): boolean {
    const starts = candidate.start === 0 || text.charAt(candidate.start - 1) === '\n';
    return starts && /^(?:,[^.]{0,30})?\s*(?:\([^)]{2,20}\)\s*)?[—–-]{1,2}\s|^\s\([A-Z][^)]{1,20}\)/u.test(after);
  }

  /** "European Union and NATO's Brussels": a name right before is not a first name. */
  function isActor(): boolean {
    return candidates[at - 1]?.to === candidate.from;
  }

  /** The city that this one is coordinated with: "in Moscow and Beijing". */
  function coordinated(): number | undefined {
    const earlier = candidates[at - 1];
    if (!earlier || (earlier.sense.kind !== 'capital' && earlier.sense.like !== 'capital')) return undefined;
    return /^(?:,|,?\s+(?:and|or|&))\s+$/u.test(text.slice(earlier.end, candidate.start)) ? at - 1 : undefined;
  }
}

function lastWords(before: string, count: number): string {
  return before.trimEnd().split(/\s+/u).slice(-count).join(' ');
}
