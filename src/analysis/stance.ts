import type { Stance } from '../core/position.ts';
import type { Chunk, VerbGroup } from './chunks.ts';
import { adjectiveStances, loadedNouns, nounStances } from './stance-nouns.ts';
import { carrierVerbs, lightVerbs, verbStances } from './stance-verbs.ts';
import { isEstimate, isStateOfAffairs } from './stative-verbs.ts';
import type { Tagged } from './tagged.ts';

/** How somebody holds something; `advice` where the author says what they should, must or could do. */
export type Judged = Stance | 'advice' | 'guess' | undefined;

const OPPOSITE: Partial<Record<Stance, Stance>> = {
  supports: 'opposes',
  opposes: 'supports',
  seeks: 'opposes',
  plans: 'opposes',
};
const ALARM = /^(?:threats?|risks?|dangers?|menaces?|challenges?|aggression|violations?|instability)$/u;
/** "Regards it as a red line", "called it unacceptable". */
const REJECTED =
  /\b(?:as|it|them|this|that|\w+) (?:an? )?(?:red line|unacceptable|illegal|unlawful|null and void|non-starter|invalid|illegitimate|absurd|baseless|inadmissible)\b/u;
const UNANSWERED = /^(?:reply|answer|respond)$/u;
const UNSETTLED = /^(?:decide|settle|resolve|solve|finalise|finalize|conclude)$/u;
/** "Does not give its members access": a limit and no refusal. */
const UNABLE = /^(?:give|provide|offer|contain|include|cover|reach|enjoy|produce|get|possess|own|bring)$/u;
const PASSIVE_OWN =
  /^(?:force|oblige|compel|concern|worry|alarm|interest|determine|prepare|commit|oppose|divide|isolate|constrain|limit|bind|paralyse|paralyze|convince|dedicate|expose|restrict|hamper|resolve|disappoint|schedule|displease|dissatisfy|require|prevent|tear|catch|sandwich|wedge|stick|trap|split|squeeze|prohibit|bar|satisfy|please|unite|set|poise|bend|tie)$/u;

/** The stance of a group of verbs towards what follows it; `undefined` where it shows none. */
export function stanceOf(
  words: readonly Tagged[],
  chunks: readonly Chunk[],
  at: number,
  tensed: VerbGroup,
  reported = false,
): Judged {
  const group = chunks[at] as VerbGroup;
  const next = chunks[at + 1];
  const modal = tensed.modal;
  const negated = tensed.negated || group.negated;
  if (modal === 'should' || modal === 'must' || modal === 'ought') return reported ? 'seeks' : 'advice';
  if (modal === 'may' || modal === 'might' || modal === 'shall') return 'guess';
  if (modal === 'can' || modal === 'could') return negated ? 'constrained' : modal === 'could' ? 'advice' : 'guess';
  if (modal === 'would' && words[group.from + 1]?.key === 'rather') return 'supports';
  if (modal === 'would' && /^(?:like|prefer|welcome|want)$/u.test(group.verb))
    return flip(group.verb === 'like' || group.verb === 'want' ? 'seeks' : 'supports', negated);
  if (modal === 'would' && group.perfect && !reported) return 'guess';
  if (modal === 'would' && !reported && !negated) return 'guess';

  if (group.verb === 'have' && next?.kind === 'verbs' && next.form === 'infinitive')
    return group.past ? 'constrained' : 'advice';
  if (group.verb === 'need' && next?.kind === 'verbs' && next.form === 'infinitive')
    return negated ? 'guess' : 'advice';
  if (
    group.verb === 'be' ||
    (group.passive && PASSIVE_OWN.test(group.verb)) ||
    /^(?:remain|become|feel|appear|seem|stay|grow|stand)$/u.test(group.verb)
  ) {
    const found = predicate(words, chunks, at, negated, group);
    const described = /^(?:feel|look|grow)$/u.test(group.verb) && words[group.to]?.tag === 'adjective';
    if (found || described || /^(?:be|remain|become|appear|seem|stay)$/u.test(group.verb)) {
      if (found || !carrierVerbs.has(group.verb) || next?.kind !== 'verbs') return found;
    }
  }
  if (group.passive || isStateOfAffairs(words, group)) return undefined;
  if (carrierVerbs.has(group.verb) && next?.kind === 'verbs' && next.form === 'infinitive') {
    const inner = stanceOf(words, chunks, at + 1, { ...tensed, negated });
    return inner === undefined || inner === 'advice' || inner === 'guess' ? 'did' : inner;
  }
  if (modal === 'will' || modal === 'would') {
    const own = verbStance(words, chunks, at, group);
    if (own === undefined || own === 'did' || own === 'plans' || own === 'supports')
      return negated ? 'opposes' : 'plans';
    if (own === 'constrained') return 'guess';
    return flip(own, negated);
  }
  const stance = verbStance(words, chunks, at, group);
  if (stance === undefined || (negated && UNANSWERED.test(group.verb))) return undefined;
  if (negated && UNSETTLED.test(group.verb)) return 'constrained';
  // "never stops provoking"
  if (negated && /^(?:stop|cease|fail)$/u.test(group.verb)) return 'did';
  if (stance === 'did' && negated && !group.perfect)
    return group.past ? 'did' : UNABLE.test(group.verb) ? 'constrained' : 'opposes';
  // "has never recognised", "does not agree"
  if (negated && /^(?:recognise|recognize|agree|acknowledge|admit)$/u.test(group.verb)) return 'opposes';
  return flip(stance, negated);
}

function flip(stance: Stance, negated: boolean): Stance {
  return negated ? (OPPOSITE[stance] ?? stance) : stance;
}

/** The stance of the verb itself, with its particle or its object: "rule out", "express concern". */
function verbStance(
  words: readonly Tagged[],
  chunks: readonly Chunk[],
  at: number,
  { verb, to }: VerbGroup,
): Stance | undefined {
  const object = objectBehind(words, chunks, at);
  if (lightVerbs.has(verb) && object !== undefined) {
    const phrase = chunks[object] as Chunk;
    const stance = nounStance(words, phrase.from, phrase.to);
    // "has no plans", "has little interest"
    const none = /^(?:no|little|few|scant)$/u.test(words[phrase.from]?.key ?? '');
    if (stance !== undefined && stance !== 'did') return flip(stance, none);
  }
  if (verb === 'have' && words[chunks[object ?? 0]?.from ?? 0]?.key === 'no' && object !== undefined)
    return 'constrained';
  if (verb === 'have')
    return object !== undefined &&
      /\b(?:session|meeting|talks|summit|dialogue|discussions?|consultations|exchange)\b/u.test(
        words
          .slice(chunks[object]?.from, chunks[object]?.to)
          .map(({ key }) => key)
          .join(' '),
      )
      ? 'did'
      : undefined;
  if (/^(?:refer|point|allude)$/u.test(verb) && words.slice(to, to + 9).some(({ key }) => ALARM.test(key)))
    return 'warns';
  if (
    verbStances.get(verb) === 'states' &&
    REJECTED.test(
      words
        .slice(to, to + 14)
        .filter(({ kind }) => kind !== 'mark')
        .map(({ key }) => key)
        .join(' '),
    )
  )
    return 'opposes';
  if (isEstimate(words, { verb, to })) return 'states';
  // "decided in favour of": a decision taken.
  if (verb === 'decide' && /^(?:in|for)$/u.test(words[to]?.key ?? '')) return 'did';
  if (verb === 'claim' && object !== undefined && chunks[object + 1]?.kind !== 'verbs') return 'seeks';
  if (verb === 'agree' && chunks[at + 1]?.kind === 'verbs') return 'plans';
  if (verb === 'consider' || verb === 'contemplate')
    return chunks[at + 1]?.kind === 'verbs' || words[to - 1]?.form?.form === 'ing' ? 'plans' : 'states';
  if (verb === 'agree' && (words[to]?.key === 'to' || object !== undefined)) return 'did';
  // "Wants to raise it to 2 % by 2027" is a plan.
  if (
    /^(?:want|aim|hope|seek)$/u.test(verb) &&
    words.some(({ key }, index) => /^20\d\d$/u.test(key) && words[index - 1]?.key === 'by')
  )
    return 'plans';
  for (const next of words.slice(to, to + 4)) {
    if (!/^(?:preposition|adverb|to|noun|pronoun|adjective|determiner|that)$/u.test(next.tag)) break;
    const two = verbStances.get(`${verb} ${next.key}`);
    if (two !== undefined) return two;
  }
  return verbStances.get(verb) ?? 'did';
}

/** The object; "itself" is none. */
function objectBehind(words: readonly Tagged[], chunks: readonly Chunk[], at: number): number | undefined {
  const object = objectOf(chunks, at);
  const reflexive =
    object !== undefined &&
    /^(?:itself|themselves|himself|herself)$/u.test(words[chunks[object]?.from ?? 0]?.key ?? '');
  return reflexive && object !== undefined ? objectOf(chunks, object) : object;
}

/** The first noun phrase after a verb, without a preposition between. */
function objectOf(chunks: readonly Chunk[], at: number): number | undefined {
  for (let next = at + 1; next < chunks.length; next++) {
    const kind = chunks[next]?.kind;
    if (kind === 'noun-phrase') return next;
    if (kind !== 'adverb' && kind !== 'quote') return undefined;
  }
  return undefined;
}

/** The stance that a noun phrase's noun names: the last one that names any. */
export function nounStance(words: readonly Tagged[], from: number, to: number): Stance | undefined {
  const last = words.slice(from, to).findLast(({ tag }) => tag === 'noun' || tag === 'verb');
  if (!last) return undefined;
  const after = words[to]?.key ?? '';
  // "Argentina's threat to leave" is a deed, "the Chinese threat" is the author's word.
  if (last.key === 'threat' && after === 'to' && words[to + 1]?.form?.form === 'base') return 'warns';
  if (loadedNouns.has(last.key)) return undefined;
  if (
    last.key === 'line' &&
    /hard|tough/u.test(
      words
        .slice(from, to)
        .map(({ key }) => key)
        .join(' '),
    )
  )
    return 'opposes';
  return nounStances.get(`${last.key} ${after}`) ?? nounStances.get(last.key);
}

/** "is keen on", "has been forced to", "remains opposed". */
function predicate(
  words: readonly Tagged[],
  chunks: readonly Chunk[],
  at: number,
  negated: boolean,
  group: VerbGroup,
): Judged {
  const passive = group.passive ? [words[group.to - 1] as Tagged] : [];
  const after = words.slice(group.to, group.to + 6);
  if (group.passive && /^(?:expect|say|believe|think|report|suppose)$/u.test(group.verb)) return undefined;
  if (after[0]?.key === 'likely' || after[0]?.key === 'unlikely') return 'guess';
  for (const [index, word] of [...passive, ...after].entries()) {
    const following = [...passive, ...after][index + 1]?.key ?? '';
    const stance = adjectiveStances.get(`${word.key} ${following}`) ?? adjectiveStances.get(word.key);
    if (
      stance !== undefined &&
      (stance !== 'plans' || following === 'to' || following === 'for' || words[group.to]?.key === 'to')
    )
      return flip(stance, negated);
    if (
      /^(?:noun|name|determiner|possessive|preposition|comma|verb|stop|relative|that|to)$/u.test(word.tag) &&
      word !== passive[0] &&
      !(word.tag === 'preposition' && index === 0)
    )
      break;
  }
  const object = objectOf(chunks, at);
  if (/^(?:be|become|remain)$/u.test(group.verb) && object !== undefined) return roleNoun(words, group.to);
  return undefined;
}

/** "is a supporter of", "are opponents". */
function roleNoun(words: readonly Tagged[], from: number): Judged {
  const after = words.slice(from, from + 8);
  const end = after.findIndex(({ tag }) => /^(?:preposition|comma|stop|relative|that|and|verb)$/u.test(tag));
  const noun = after.slice(0, end < 0 ? after.length : end).findLast(({ tag }) => tag === 'noun')?.key ?? '';
  if (/^(?:supporters?|advocates?|proponents?|backers?|champions?|defenders?|guarantors?)$/u.test(noun))
    return 'supports';
  if (/^(?:opponents?|critics?)$/u.test(noun)) return 'opposes';
  return undefined;
}

/** The stance of whoever does what a passive group of verbs says: "was welcomed by". */
export function activeStance(words: readonly Tagged[], chunks: readonly Chunk[], at: number): Stance {
  const { modal: _modal, ...rest } = chunks[at] as VerbGroup;
  const active = { ...rest, passive: false };
  const judged = stanceOf(words, chunks.with(at, active), at, active);
  return judged === undefined || judged === 'advice' || judged === 'guess' ? 'did' : judged;
}
