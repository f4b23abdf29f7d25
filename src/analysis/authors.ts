import type { Actor } from '../core/actor.ts';
import { shownPath } from '../core/added-id.ts';
import type { Document } from '../core/document.ts';
import type { Stance } from '../core/position.ts';
import type { Chunk } from './chunks.ts';
import type { Clause } from './clauses.ts';
import { followsText, isText } from './other-texts.ts';
import { slug } from './people.ts';
import { verbStances } from './stance-verbs.ts';
import type { Tagged } from './tagged.ts';
import { foldName } from './tokens.ts';
import { isClaimed } from './uncertainty.ts';

/** A note on the author: "Dr Ana Lopes, who works at …", "Ana Lopes is a fellow of …". */
const NOTE =
  /^(?:About the author:?\s*)?(?:(?:Dr|Prof|Professor|Ambassador|Sir)\.?\s+)*(\p{Lu}[\p{L}’'-]+(?:\s(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+|de|da|von|van|al|bin)){1,3})(?:,\s(?:who\s)?|\s)(?:is|was|works|teaches|studied|holds|leads|heads|directs|a|an|the)\s(?=.{0,120}\b(?:fellow|professor|researcher|lecturer|analyst|journalist|scholar|director|Institute|University|think-tank|centre|PhD|editor|correspondent|columnist|programme|studied|teaches)\b)/u;

/** Who wrote a document: as its front matter says, or a note at its end; else an actor of its own. */
export function authorOf(
  document: Document,
  actors: ReadonlyMap<string, Actor>,
): { readonly actor: Actor; readonly note?: number } {
  const edges = [...document.passages.slice(0, 2), ...document.passages.slice(-3)].filter(
    ({ kind }) => kind === 'paragraph',
  );
  const note = edges.findLast(({ start, end }) => NOTE.test(document.text.slice(start, end)));
  const name = document.author ?? (note && NOTE.exec(document.text.slice(note.start, note.end))?.[1]);
  const noted = note === undefined ? {} : { note: note.paragraph };
  const stem = document.id.replace(/\.[a-z]+$/iu, '');
  if (name === undefined)
    return { actor: person(`author-of-${slug(stem)}`, `Author of document ${shownPath(stem)}`), ...noted };
  const folded = foldName(name);
  const known = [...actors.values()].find(
    (actor) => actor.type === 'person' && [actor.name, ...actor.aliases].some((other) => foldName(other) === folded),
  );
  return { actor: known ?? person(slug(name), name), ...noted };
}

function person(id: string, name: string): Actor {
  return { id, name, type: 'person', aliases: [], demonyms: [], capitals: [], metonyms: [] };
}

const IMPORTANT =
  /^(?:important|essential|crucial|necessary|vital|imperative|indispensable|advisable|urgent|needed|overdue|wise|unwise|desirable)$/u;
const GOOD =
  /^(?:help|strengthen|contribute|improve|stabilise|stabilize|enhance|facilitate|reassure|benefit|offer|open|bolster|reduce|provide|support|foster|add|promote|ease|soothe|restore|serve)$/u;
const BAD =
  /^(?:undermine|threaten|escalate|harm|damage|weaken|destabilise|destabilize|strain|provoke|endanger|erode|backfire|worsen|jeopardise|jeopardize|hurt|collapse|deepen|risk|encourage|embolden|fuel|split|divide|cost|trigger|lead)$/u;

/** Whether a clause's subject is the author: "this paper argues", "I believe", "we recommend". */
export function isAuthor(
  words: readonly Tagged[],
  chunks: readonly Chunk[],
  { subject }: Clause,
  { names }: Author,
): boolean {
  if (subject === undefined) return false;
  const phrase = chunks[subject] as Chunk;
  const text = words
    .slice(phrase.from, phrase.to)
    .map(({ key }) => key)
    .join(' ');
  const own =
    /^(?:i|we|(?:this|our|my) (?:[a-z]+ )?(?:paper|article|essay|brief|report|analysis|study|author|note|commentary))$/u.test(
      text,
    );
  return (own || names.has(text)) && words[phrase.from]?.quoted === false;
}

/** The author of a document; `names` are what it calls itself besides "this paper". */
export type Author = { readonly id: string; readonly names: ReadonlySet<string> };

/** "The paper" is the document itself where it says "this paper" somewhere. */
export function namesOfItself(text: string): ReadonlySet<string> {
  const found = text.matchAll(/\b[Tt]his (paper|article|essay|brief|report|analysis|study|note|commentary)\b/gu);
  return new Set([...found].map((match) => `the ${match[1]}`));
}

/** What a sentence argues on the author's own account; nothing where it reports. */
export function authorStance(
  words: readonly Tagged[],
  chunks: readonly Chunk[],
  clauses: readonly Clause[],
  author: Author,
  reported: (clause: Clause) => boolean,
): { readonly stance: Stance; readonly from: number } | undefined {
  if (words[0]?.quoted) return undefined;
  if (followsText(words) || clauses.some((clause) => isReported(clause))) return undefined;
  const text = words.map(({ key }) => key).join(' ');
  for (const clause of clauses) {
    const { group, supposed } = clause;
    const from = chunks[clause.at]?.from ?? 0;
    if (words[from]?.quoted || reported(clause)) continue;
    if (isAuthor(words, chunks, clause, author)) {
      if (verbStances.get(group.verb) === 'did' || /^(?:be|have|do)$/u.test(group.verb)) continue;
      return { stance: /^(?:recommend|propose|urge|need|want|suggest)$/u.test(group.verb) ? 'seeks' : 'states', from };
    }
    if (supposed || isEmbedded(clause) || isClaimed(words, chunks, clause)) continue;
    if (group.modal === 'should' || group.modal === 'must' || group.modal === 'ought') return { stance: 'seeks', from };
    const after = words.slice(group.to, group.to + 4);
    const infinitive = chunks[clause.at + 1]?.kind === 'verbs';
    if (/^(?:need|have)$/u.test(group.verb) && infinitive && group.modal !== 'would' && !group.past && !group.negated)
      return { stance: 'seeks', from };
    if (group.verb === 'be' && !group.past && after.some(({ key }) => IMPORTANT.test(key)))
      return { stance: 'seeks', from };
    if (/^(?:could|may|might|would|will)$/u.test(group.modal ?? '')) {
      if (GOOD.test(group.verb)) return { stance: 'supports', from };
      if (BAD.test(group.verb)) return { stance: 'warns', from };
    }
  }
  if (/\b(?:in my (?:view|opinion)|for my part|bodes well|fortunately)\b/u.test(text))
    return { stance: /\b(?:negative|unfavourable|bad|harmful)\b/u.test(text) ? 'opposes' : 'supports', from: 0 };
  if (/\b(?:unfortunately|regrettably|bodes ill)\b/u.test(text)) return { stance: 'warns', from: 0 };
  return undefined;

  function isReported(clause: Clause): boolean {
    return isText(words, chunks, clause) && !isAuthor(words, chunks, clause, author);
  }

  /** "Over how the past should be dealt with". */
  function isEmbedded({ subject }: Clause): boolean {
    return (
      /^(?:how|why|what)$/u.test(words[chunks[(subject ?? 0) - 1]?.from ?? 0]?.key ?? '') &&
      subject !== undefined &&
      subject > 1
    );
  }
}
