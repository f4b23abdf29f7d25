import { count } from './answer.ts';
import type { ActorAnswer } from './card.ts';
import type { ComparisonAnswer } from './comparison.ts';
import type { Read } from './findings.ts';
import type { TopicAnswer } from './topic.ts';

type Absent<Answer extends { readonly outcome: string }> = Exclude<Answer, { readonly outcome: 'found' }>;

/** What was typed is repeated this far. */
const REPEATED = 80;

/** The sentence that stands where a card would. */
export function explainNoCard(answer: Absent<ActorAnswer>): string {
  switch (answer.outcome) {
    case 'unknown-actor':
      return unknown([answer.typed], answer.nearest.length > 0);
    case 'ambiguous':
      return `“${repeated(answer.typed)}” can be several. Which one?`;
    case 'unknown-topic':
      return unknownTopic(answer);
    case 'no-position': {
      const { actor, topic, mentions, read } = answer;
      const about = topic ? ` on “${topic.name}”` : '';
      if (mentions.length === 0)
        return `${read.waiting > 0 ? 'None of the documents read so far' : 'No document'} names ${actor.name}. ${searchedOf(read)}`;
      const named = `${count(mentions.length, 'passage')} of ${count(documentsIn(mentions), 'document')}`;
      return `No position of ${actor.name}${about} was found. It is named in ${named}.${pendingOf(read)}`;
    }
  }
}

/** The sentence that stands where a comparison would. */
export function explainNoComparison(answer: Absent<ComparisonAnswer>): string {
  switch (answer.outcome) {
    case 'unclear':
      return unknown(answer.open, answer.options.length > 0);
    case 'unknown-topic':
      return unknownTopic(answer);
    case 'same-actor':
      return `Both names mean ${answer.actor.name}. Name a second actor to compare it with.`;
    case 'no-position': {
      const names = answer.actors.map(({ name }) => name);
      const about = answer.topic ? ` on “${answer.topic.name}”` : '';
      return `No position of ${listed(names, 'or')}${about} was found. ${searchedOf(answer.read)}`;
    }
  }
}

/** The sentence that stands where the positions on a topic would. */
export function explainNoTopic(answer: Absent<TopicAnswer>): string {
  if (answer.outcome === 'unknown-topic') return unknownTopic(answer);
  return `Nobody was found to hold a position on “${answer.topic.name}”. ${searchedOf(answer.read)}`;
}

/** The line below every card: how far what is shown reaches. */
export function scopeOf(read: Read): string {
  const says = read.documents === 1 ? 'What this document says' : `What these ${count(read.documents, 'document')} say`;
  return `${says}; not all there is.${pendingOf(read)}`;
}

/** How far the search for what was not found reached. */
function searchedOf(read: Read): string {
  return `Searched: ${count(read.documents, 'document')}.${pendingOf(read)}`;
}

function pendingOf({ waiting }: Read): string {
  return waiting > 0 ? ` ${count(waiting, 'document')} still to be read; ask again in a moment.` : '';
}

/** "a, b or c". */
export function listed(names: readonly string[], word: 'and' | 'or'): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}

export function documentsIn(places: readonly { readonly document: string }[]): number {
  return new Set(places.map(({ document }) => document)).size;
}

function unknown(typed: readonly string[], offered: boolean): string {
  if (typed.some((name) => name.trim() === '')) return 'Name somebody: a state, an organisation or a person.';
  const names = listed(
    typed.map((name) => `“${repeated(name)}”`),
    'and',
  );
  const remedy = offered ? 'Did you mean one of these?' : 'Try another spelling; names are added in actors.yaml.';
  return `It is not clear who is meant by ${names}. ${remedy}`;
}

function unknownTopic({ typed, nearest }: { readonly typed: string; readonly nearest: readonly unknown[] }): string {
  if (typed.trim() === '') return 'Name a topic, such as sanctions.';
  const remedy =
    nearest.length > 0 ? 'Did you mean one of these?' : 'Try another word; topics are added in topics.yaml.';
  return `There is no topic “${repeated(typed)}”. ${remedy}`;
}

function repeated(typed: string): string {
  const points = Array.from(typed.trim());
  return points.length > REPEATED ? `${points.slice(0, REPEATED).join('')}…` : points.join('');
}
