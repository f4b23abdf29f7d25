import type { Chunk, VerbGroup } from './chunks.ts';
import type { Clause } from './clauses.ts';
import type { Tagged } from './tagged.ts';

/** Nouns whose "that" opens what is claimed and no fact: "the claim that China runs the canal". */
const CLAIMS =
  /^(?:claims?|allegations?|accusations?|charges?|suggestions?|notions?|ideas?|assertions?|rumours?|rumors?|hopes?|fears?|beliefs?|impressions?|views?|arguments?|prospect|possibility|assumptions?|suspicions?|opinions?|myth|scenario|risk|danger)$/u;
/** What is asked for is not done: "proposes that leaders meet". */
const WISHES = /^(?:propose|demand|recommend|urge|ask|request|want|hope|wish|suggest|plead|appeal)$/u;
const SUPPOSED_TO_BE =
  /^(?:issues?|questions?|matters?|problems?|subjects?|topics?|ideas?|phrase|options?|possibility|prospects?|dreams?|riddle|scenario|illusion|fantasy)$/u;

/** "If India joins, China will leave": what follows from a supposition. */
export function isConsequence(words: readonly Tagged[], { group }: Clause): boolean {
  return /^(?:will|would)$/u.test(group.modal ?? '') && /^(?:if|unless)$/u.test(words[0]?.key ?? '');
}

/** "What France wants is not easy to establish". */
export function isUnknown(words: readonly Tagged[], chunks: readonly Chunk[], { subject, at }: Clause): boolean {
  if (subject === undefined || words[chunks[subject - 1]?.from ?? 0]?.key !== 'what') return false;
  const next = chunks.slice(at + 1).find(({ kind }) => kind === 'verbs');
  return next?.kind === 'verbs' && (next.negated || next.modal !== undefined);
}

/** "engagement with China, which …": what "which" means is open. */
export function isLoose(words: readonly Tagged[], chunks: readonly Chunk[], { subject = 0, at }: Clause): boolean {
  const who = chunks.slice(subject, at).some(({ kind, from }) => kind === 'relative' && words[from]?.key === 'who');
  const linked = /^(?:preposition|and|to)$/u.test(chunks[subject - 1]?.kind ?? '');
  return !who && linked && chunks.slice(0, subject).some(({ kind }) => kind === 'noun-phrase');
}

/** "Means one of two things: …": a definition, of which nothing is done. */
export function isDefinition(words: readonly Tagged[], chunks: readonly Chunk[], { at }: Clause): boolean {
  const colon = chunks.findLastIndex(
    ({ kind, from }, index) => index < at && kind === 'stop' && words[from]?.text === ':',
  );
  return chunks
    .slice(0, Math.max(0, colon))
    .some((chunk) => chunk.kind === 'verbs' && chunk.verb === 'mean' && words[chunk.to]?.tag !== 'to');
}

/** "Whatever Kenya decides", "that is, Japan pays": nothing is told of a deed. */
export function isSupposition(words: readonly Tagged[], chunks: readonly Chunk[], { subject }: Clause): boolean {
  if (subject === undefined) return false;
  const from = chunks[subject]?.from ?? 0;
  if (/^(?:whatever|whichever)$/u.test(words[from]?.key ?? '')) return true;
  const before = words
    .slice(Math.max(0, from - 3), from)
    .map(({ key }) => key)
    .join(' ');
  return /(?:^|\s)(?:whatever|whichever|however|i\.?e\.?(?: ,)?|that is ,)$/u.test(before);
}

/** "The bank lends, or the state pays": each of two ways in which it may be, with subjects of their own. */
export function alternativesOf(
  words: readonly Tagged[],
  chunks: readonly Chunk[],
  clauses: readonly Clause[],
): ReadonlySet<Clause> {
  const found = new Set<Clause>();
  for (const clause of clauses) {
    const { subject = 0, group, shares, relative, reporter } = clause;
    const link = chunks[subject - 1];
    if (link?.kind !== 'and' || words[link.from]?.key !== 'or') continue;
    if (group.form !== 'finite' || shares !== undefined || relative || reporter !== undefined) continue;
    const stop = chunks.findLastIndex(({ kind }, at) => at < subject && kind === 'stop');
    const others = clauses.filter(({ at }) => at > stop && at < subject);
    for (const one of [...others, ...(others.length > 0 ? [clause] : [])]) found.add(one);
  }
  return found;
}

/** "The claim that China runs the canal"; "a claim that Chile rejects" is Chile's rejection. */
export function isClaimed(words: readonly Tagged[], chunks: readonly Chunk[], { subject, at, group }: Clause): boolean {
  if (subject === undefined || chunks[subject - 1]?.kind !== 'that') return false;
  const noun = chunks[subject - 2];
  const next = chunks[at + 1];
  const whole = group.passive || group.verb === 'be' || next?.kind === 'noun-phrase' || next?.kind === 'verbs';
  return whole && noun?.kind === 'noun-phrase' && CLAIMS.test(words[noun.to - 1]?.key ?? '');
}

/** "Proposed that leaders meet": a wish of whoever proposes it. */
export function isWished({ group, reporter }: Clause, clauses: readonly Clause[]): boolean {
  return group.modal === undefined && reporter !== undefined && WISHES.test(clauses[reporter]?.group.verb ?? '');
}

/** "An attack by Pyongyang is unlikely", "Peru's contribution is an open issue": a deed that nobody has done. */
export function isImagined(words: readonly Tagged[], { modal, verb, to }: VerbGroup): boolean {
  if (/^(?:may|might|could|would)$/u.test(modal ?? '') || /^(?:un)?likely$/u.test(words[to]?.key ?? '')) return true;
  if (!/^(?:be|remain|seem|become|stay)$/u.test(verb)) return false;
  const after = words.slice(to, to + 5);
  const end = after.findIndex(({ tag }) => /^(?:preposition|comma|stop|relative|verb)$/u.test(tag));
  const said = after.slice(0, end < 0 ? after.length : end);
  return (
    SUPPOSED_TO_BE.test(said.at(-1)?.key ?? '') ||
    /^(?:out of the question|off the table)/u.test(after.map(({ key }) => key).join(' '))
  );
}
