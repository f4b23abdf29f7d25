import type { VerbGroup } from './chunks.ts';
import type { Tagged } from './tagged.ts';

/** Verbs that tell what somebody is, has or is like; nothing is done or said. */
const STATES_OF_AFFAIRS =
  /^(?:amount|belong|consist|resemble|impress|exceed|matter|differ|lie|border|outnumber|outweigh|stem|account|exist|count as|rank as|rank among|qualify as|lead in|look like|run to|stand at|range from|figure among|sound like)$/u;

/** "Counts as", "leads in", "strikes diplomats as": how things are. */
export function isStateOfAffairs(words: readonly Tagged[], { verb, to }: Pick<VerbGroup, 'verb' | 'to'>): boolean {
  const next = words[to]?.key ?? '';
  if (STATES_OF_AFFAIRS.test(verb) || STATES_OF_AFFAIRS.test(`${verb} ${next}`)) return true;
  return verb === 'strike' && behind(words, to, 'as');
}

/** "Takes it for a threat", "puts the cost at two billion", "by peace Fiji means": words that say how somebody sees a thing. */
export function isEstimate(words: readonly Tagged[], { verb, to }: Pick<VerbGroup, 'verb' | 'to'>): boolean {
  if (verb === 'mean') return words[to]?.tag !== 'to';
  if (verb === 'put')
    return (
      behind(words, to, 'at') &&
      words.slice(to, to + 10).some(({ kind, key }) => kind === 'number' || /illion|half|third|per|%/u.test(key))
    );
  return verb === 'take' && words[to + 1]?.key === 'for' && /^(?:it|this|that|them)$/u.test(words[to]?.key ?? '');
}

/** Whether a preposition follows within the object and the words beside it. */
function behind(words: readonly Tagged[], from: number, preposition: string): boolean {
  const after = words.slice(from, from + 9);
  const end = after.findIndex(({ tag }) => /^(?:stop|comma|verb|auxiliary|relative|that)$/u.test(tag));
  return after.slice(0, end < 0 ? after.length : end).some(({ key }) => key === preposition);
}
