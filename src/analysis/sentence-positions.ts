import { readAccording } from './according.ts';
import { passiveAgents } from './agents.ts';
import { authorStance } from './authors.ts';
import { type Chunk, chunksOf } from './chunks.ts';
import { type Clause, clausesOf, isQuoted } from './clauses.ts';
import { type Finding, findingsOf } from './findings.ts';
import { holderOf } from './holders.ts';
import { readNominals } from './nominal-positions.ts';
import { isText } from './other-texts.ts';
import { reportersOf } from './reporters.ts';
import type { Word } from './sentence-words.ts';
import { activeStance, stanceOf } from './stance.ts';
import { causativeVerbs } from './stance-verbs.ts';
import { subjectsOf } from './subjects.ts';
import type { Surroundings } from './surroundings.ts';
import type { Tagged } from './tagged.ts';
import { tagWords } from './tagging.ts';
import {
  alternativesOf,
  isClaimed,
  isConsequence,
  isDefinition,
  isLoose,
  isSupposition,
  isUnknown,
  isWished,
} from './uncertainty.ts';

/** A sentence that was read: what it shows, and who holds its main clause. */
export type SentenceReading = {
  readonly words: readonly Tagged[];
  readonly chunks: readonly Chunk[];
  readonly findings: readonly Finding[];
  readonly holders: readonly string[];
  /** Who holds its last clause, of whom what follows a colon is. */
  readonly last: readonly string[];
  /** Whether all of it is quoted, and nobody in it says who speaks. */
  readonly unattributed: boolean;
};

/** Finds the positions in one sentence: by its verbs, its nouns, "according to", and the author's own. */
export function readSentence(given: readonly Word[], surroundings: Surroundings): SentenceReading {
  const { voices, speaker, author } = surroundings;
  placeOfficeHolders(given, surroundings);
  const words = tagWords(given);
  const chunks = chunksOf(words);
  const clauses = clausesOf(words, chunks);
  const subjects = subjectsOf(words, chunks, clauses, surroundings);
  const reporters = reportersOf(words, chunks, clauses, subjects.held, author);
  const { reporterOf, isFirstPerson } = reporters;
  // "We will not sign," said the president: "we" are whoever speaks.
  const held = clauses.map((clause, index) => {
    if (!isQuoted(words, chunks, clause) || !isFirstPerson(clause)) return subjects.held[index] ?? [];
    const reporter = reporterOf(clause, index);
    return reporter === undefined ? speaker : (subjects.held[reporter] ?? []);
  });
  const { findings, push, add, replace } = findingsOf({
    words,
    clauses,
    held,
    speaker,
    isSomebody: reporters.isSomebody,
  });
  const alternatives = alternativesOf(words, chunks, clauses);
  const sentence = { words, chunks, clauses, held, voices };
  const marks = given.filter(({ text }) => /^[?!.]$/u.test(text));
  if (marks.at(-1)?.text !== '?') {
    clauses.forEach(readClause);
    readNominals(sentence, reporters, { push, add });
    readAccording(sentence, { push, replace });
    const own = authorStance(words, chunks, clauses, author, (clause) => {
      return reporterOf(clause, clauses.indexOf(clause)) !== undefined;
    });
    if (own) push({ actor: author.id, kind: 'own', strength: 'direct', ...own });
  }
  const main = clauses.findIndex(
    (clause, index) =>
      (held[index]?.length ?? 0) > 0 && !isQuoted(words, chunks, clause) && !clause.supposed && !clause.relative,
  );
  const unattributed = clauses.every((clause) => isQuoted(words, chunks, clause));
  const last = held.findLast((holders) => holders.length > 0) ?? [];
  return { words, chunks, findings, unattributed, holders: held[main] ?? [], last };

  function readClause(clause: Clause, index: number): void {
    if (clause.supposed || reporters.isDoubted(clause) || isSupposition(words, chunks, clause)) return;
    if (reporterOf(clause, index) === undefined && (alternatives.has(clause) || isDefinition(words, chunks, clause)))
      return;
    const { group, at } = clause;
    if (group.verb === 'do' && group.to - group.from === 1 && group.modal === undefined) return;
    const reporter = reporterOf(clause, index);
    const from = chunks[at]?.from ?? 0;
    for (const actor of group.passive ? passiveAgents(words, chunks, at, voices, subjects.pointsTo) : [])
      add({ actor, kind: 'own', stance: activeStance(words, chunks, at), strength: 'direct', from }, reporter);
    readCaused(clause, reporter);
    const holders = held[index] ?? [];
    if (holders.length === 0 || isUnknown(words, chunks, clause)) return;
    if (reporter === undefined && isConsequence(words, clause)) return;
    // "China will object, the paper argues": a forecast.
    if (reporter !== undefined && group.modal === 'will' && !isVoiced(reporter)) return;
    if (isQuoted(words, chunks, clause) && isFirstPerson(clause) && group.negated && group.modal === 'will')
      for (const actor of holders) push({ actor, kind: 'own', stance: 'opposes', strength: 'direct', from });
    readHeld(clause, holders, reporter);
  }

  function readHeld(clause: Clause, holders: readonly string[], reporter: number | undefined): void {
    const { group, at, subject } = clause;
    const from = chunks[at]?.from ?? 0;
    const neither = subject !== undefined && /^(?:neither|no)$/u.test(words[chunks[subject]?.from ?? 0]?.key ?? '');
    const shown =
      group.form === 'ing'
        ? 'did'
        : stanceOf(words, chunks, at, neither ? { ...group, negated: true } : group, isVoiced(reporter));
    // "…”, he added."
    const judged = shown === 'did' && clauses.indexOf(clause) === reporters.trailing ? 'states' : shown;
    if (judged === 'guess' || judged === undefined) return;
    if (judged === 'did' && (isWished(clause, clauses) || isAdvised(clause, holders))) return;
    if (clause.relative && isLoose(words, chunks, clause) && (judged === 'advice' || judged === 'did')) return;
    if (judged === 'advice') {
      const stance = /must|have/u.test(`${group.modal} ${group.verb}`) ? 'constrained' : 'seeks';
      const kind = reporter === undefined ? 'author' : 'others';
      for (const actor of holders) push({ actor, kind, stance, strength: 'direct', from });
      return;
    }
    if (isClaimed(words, chunks, clause)) {
      for (const actor of holders) push({ actor, kind: 'others', stance: judged, strength: 'weak', from });
      return;
    }
    const back = subject !== undefined && holderOf(words, chunks, subject, voices).refersTo !== undefined;
    const strength = group.form === 'ing' || back ? 'weak' : 'direct';
    // "This paper argues that Peru wants …" is the author's word.
    const kind = clause.reporter !== undefined && reporter === undefined ? 'author' : 'own';
    for (const actor of holders) {
      const inferred = voices.isLearned(holders.find(voices.isPerson) ?? '') && !voices.isPerson(actor);
      add(
        { actor, kind, stance: judged, strength: inferred ? 'weak' : strength, from },
        isFact(reporter) ? undefined : reporter,
      );
    }
    if (reporter !== undefined || judged === 'plans' || judged === 'constrained') return;
    for (const other of objectsOf(at)) {
      if (!holders.includes(other.actor))
        push({ ...other, kind: 'others', stance: judged, strength: 'weak', by: holders[0] });
    }
  }

  /** "Would" and "should" are an actor's where somebody is said to have said it, and not a text. */
  function isVoiced(reporter: number | undefined): boolean {
    return reporter !== undefined && !isText(words, chunks, clauses[reporter] as Clause);
  }

  /** "…, the 2024 paper reports": as good as the document's own words. */
  function isFact(reporter: number | undefined): boolean {
    return reporter !== undefined && !isVoiced(reporter) && !reporters.isSomebody(clauses[reporter] as Clause);
  }

  /** "Should pay for what it exports": of the same actor nothing is told. */
  function isAdvised({ subject }: Clause, holders: readonly string[]): boolean {
    return (
      subject !== undefined &&
      [subject, subject - 1].some((at) => /^(?:what|when)$/u.test(words[chunks[at]?.from ?? -1]?.key ?? '')) &&
      findings.some(({ kind, stance, actor }) => kind !== 'own' && stance === 'seeks' && holders.includes(actor))
    );
  }

  /** "forced NATO to recalibrate": what the object then does is its deed. */
  function readCaused({ at, group }: Clause, reporter: number | undefined): void {
    const [object, action] = [chunks[at + 1], chunks[at + 2]];
    if (!causativeVerbs.has(group.verb) || group.passive || group.negated || group.modal !== undefined) return;
    if (object?.kind !== 'noun-phrase' || action?.kind !== 'verbs' || action.form !== 'infinitive') return;
    for (const actor of holderOf(words, chunks, at + 1, voices).actors)
      add({ actor, kind: 'own', stance: 'did', strength: 'weak', from: action.from }, reporter);
  }

  /** Actors named in what a verb is about. */
  function objectsOf(at: number): { readonly actor: string; readonly from: number }[] {
    const after = chunks.slice(at + 1);
    const stop = after.findIndex(
      (chunk) => /^(?:stop|subordinator)$/u.test(chunk.kind) || (chunk.kind === 'verbs' && chunk.form === 'finite'),
    );
    // The next clause's subject is no object: "widened its port, and Bulgaria is …".
    const link = after[stop]?.kind === 'verbs' ? after.slice(0, stop).findLastIndex(({ kind }) => kind === 'and') : -1;
    const end = link >= 0 ? link : stop < 0 ? after.length : stop;
    return after.slice(0, end).flatMap((chunk) => {
      if (chunk.kind !== 'noun-phrase') return [];
      const actors = words.slice(chunk.from, chunk.to).flatMap((word) => word.actors);
      return actors.map((actor) => ({ actor, from: chunk.from }));
    });
  }
}

/** Office holders whose state the text does not name beside them are of the state of which it speaks. */
function placeOfficeHolders(words: readonly Word[], { voices, before, focus }: Surroundings): void {
  const bodies = (before.length > 0 ? before : focus).filter((id) => !voices.isPerson(id));
  if (bodies.length > 2) return;
  words.forEach(({ actors }, at) => {
    const unplaced = actors.filter(voices.isUnplaced);
    const [body] = governs(words, at) ? bodies.filter(voices.isState) : bodies;
    if (body === undefined || isOther(words, at, body)) return;
    for (const id of unplaced) voices.learn(id, body);
  });
}

/** "President Rahmon", "Prime Minister Manele": the state's, and never an organisation's. */
function governs(words: readonly Word[], at: number): boolean {
  return words
    .slice(Math.max(0, at - 3), at)
    .some(({ key }) => /^(?:president|minister|premier|chancellor|king|queen|emir|sultan)$/u.test(key));
}

/** "When Prime Minister Manele asked, Australia paid": the other of the two. */
function isOther(words: readonly Word[], at: number, body: string): boolean {
  return (
    /^(?:when|while|after|before|as|although|though|because|since|once|whereas)$/u.test(words[0]?.key ?? '') &&
    words.some(({ actors }, index) => index > at && words[index - 1]?.text === ',' && actors.includes(body))
  );
}
