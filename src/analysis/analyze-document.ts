import type { Actor } from '../core/actor.ts';
import type { Document } from '../core/document.ts';
import type { Passage } from '../core/passage.ts';
import type { Analysis, Mention as NamedIn, Position } from '../core/position.ts';
import { sentenceSpans } from '../core/sentence.ts';
import { type Author, authorOf, namesOfItself } from './authors.ts';
import { readNames } from './document-names.ts';
import type { Gazetteer } from './gazetteer.ts';
import { findMentions, type Mention } from './mentions.ts';
import { findPeople, type People } from './people.ts';
import { dateIn } from './position-date.ts';
import { readSentence, type SentenceReading } from './sentence-positions.ts';
import { wordsOf } from './sentence-words.ts';
import { spokenStance } from './spoken-stance.ts';
import { summarise } from './summary.ts';
import { type TopicFinder, topicFinder } from './topic-finder.ts';
import type { Topic } from './topics.ts';
import { type Voices, voicesOf } from './voices.ts';

/**
 * Finds who is named in a document and, where it is English, who holds which position. Deterministic, no I/O; some 40 ms
 * for 20 kB. Headings, tables and the note on the author give mentions and no positions.
 */
export function analyzeDocument(document: Document, gazetteer: Gazetteer, topics: readonly Topic[]): Analysis {
  const english = document.language === 'en';
  const names = readNames(document.text, gazetteer, document.language);
  const known = findMentions(document.text, gazetteer, names);
  const found: People = english ? findPeople(document.text, known, gazetteer.actors) : NOBODY;
  const author = authorOf(document, gazetteer.actors);
  const actors = new Map<string, Actor>([...found.people, author.actor].map((person) => [person.id, person]));
  for (const [id, actor] of gazetteer.actors) actors.set(id, actor);
  const named = [...known, ...found.mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  const voices = voicesOf(actors, names.named, found.unplaced, document.date);
  const writer = { id: author.actor.id, names: namesOfItself(document.text) };
  const tools = { voices, author: writer, topics: topicFinder(topics) };
  const mentions: NamedIn[] = [];
  const positions: Position[] = [];
  let context: Context = NOTHING;
  let at = 0;
  for (const passage of document.passages) {
    while ((named[at]?.start ?? passage.start) < passage.start) at++;
    const inside: Mention[] = [];
    for (; (named[at]?.start ?? passage.end) < passage.end; at++) inside.push(named[at] as Mention);
    for (const { actor, start, end } of inside) mentions.push({ actor, start, end, paragraph: passage.paragraph });
    if (!english || passage.paragraph === author.note) continue;
    if (passage.kind === 'paragraph' || passage.kind === 'list' || passage.kind === 'quotation') {
      const read = readPassage(document, passage, inside, context, tools);
      positions.push(...read.positions);
      context = read.context;
    } else context = { ...NOTHING, focus: soleBody(inside, voices) };
  }
  const shown = new Set([...positions, ...mentions].map(({ actor }) => actor));
  const people = [...actors.values()].filter(({ id }) => !gazetteer.actors.has(id) && shown.has(id));
  return { hash: document.hash, positions, mentions, people };
}

/** A longer "sentence", in code units, is a table or a list and no prose; it bounds the work as well. */
const LONGEST = 2000;
const NOBODY: People = { people: [], mentions: [], unplaced: new Set() };

/** What one passage leaves to the next. */
type Context = {
  /** Who held the last sentence's position. */
  readonly before: readonly string[];
  /** The one body that the last sentence or the heading names. */
  readonly focus: readonly string[];
  /** Whose words follow a colon at the passage's end. */
  readonly introduced: readonly string[];
};
const NOTHING: Context = { before: [], focus: [], introduced: [] };

type Tools = { readonly voices: Voices; readonly author: Author; readonly topics: TopicFinder };

function readPassage(
  document: Document,
  passage: Passage,
  mentions: readonly Mention[],
  { before, focus, introduced }: Context,
  { voices, author, topics }: Tools,
): { readonly positions: Position[]; readonly context: Context } {
  const positions: Position[] = [];
  const context = { before, focus };
  let open = false;
  let speaker: readonly string[] = [];
  let last: readonly string[] = [];
  for (const span of sentenceSpans(document.text.slice(passage.start, passage.end))) {
    const sentence = { start: span.start + passage.start, end: span.end + passage.start };
    if (sentence.end - sentence.start > LONGEST) continue;
    const text = document.text.slice(sentence.start, sentence.end);
    const inside = mentions.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    const split = wordsOf(document.text, sentence, inside, open);
    const block = introduced.length > 0;
    const spoken = block ? introduced : open ? speaker : /^[“"]/u.test(text) ? context.before : [];
    const words = block ? split.words.map((word) => ({ ...word, quoted: true })) : split.words;
    const reading = readSentence(words, { voices, author, ...context, speaker: spoken });
    open = split.open;
    last = /:["”]?\s*$/u.test(text) ? reading.last : [];
    positions.push(...positionsOf(document, sentence, passage, reading, spoken, topics(reading.words)));
    if (spoken.length === 0 || !reading.unattributed) {
      context.before = reading.holders;
      speaker = reading.holders;
    }
    const named = soleBody(inside, voices);
    context.focus = reading.holders.length > 0 ? reading.holders : named.length > 0 ? named : context.focus;
  }
  return { positions, context: { ...context, introduced: last } };
}

/** A sentence's findings as positions; a quoted sentence in which nobody is said to speak is its speaker's. */
function positionsOf(
  document: Document,
  sentence: { readonly start: number; readonly end: number },
  { paragraph }: Passage,
  { findings, words, chunks, unattributed }: SentenceReading,
  spoken: readonly string[],
  topicAt: (from: number) => string,
): Position[] {
  const text = document.text.slice(sentence.start, sentence.end);
  const silent =
    unattributed &&
    !/\?["”’]*$/u.test(text) &&
    !findings.some(({ actor, kind }) => kind === 'own' && spoken.includes(actor));
  const said = silent
    ? spoken.map(
        (actor) =>
          ({ actor, kind: 'own', stance: spokenStance(text), strength: 'weak', from: 0, by: undefined }) as const,
      )
    : [];
  const date = dateIn(text);
  return [...findings, ...said].map(({ actor, kind, stance, strength, by, from }) => ({
    ...sentence,
    actor,
    kind,
    stance,
    strength,
    topic: topicAt(from),
    ...(date === undefined ? {} : { date }),
    ...(by === undefined ? {} : { by }),
    summary: summarise(document.text, words, chunks, from),
    paragraph,
  }));
}

/** The one state or organisation among the names, with the body that it belongs to. */
function soleBody(mentions: readonly { readonly actor: string }[], voices: Voices): readonly string[] {
  const bodies = [...new Set(mentions.map(({ actor }) => actor).filter((id) => !voices.isPerson(id)))];
  const parent = voices.actorOf(bodies[0] ?? '')?.partOf;
  return bodies.length === 1 || (bodies.length === 2 && bodies[1] === parent) ? bodies : [];
}
