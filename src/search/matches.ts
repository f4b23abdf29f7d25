import type { Correction } from '../core/answer.ts';
import type { Span } from '../core/span.ts';
import type { Entry, PassageIndex } from './passage-index.ts';
import type { Group } from './question.ts';
import type { Ranked } from './rank.ts';
import { phrasesIn } from './synonyms.ts';
import { eachToken, type Token } from './tokenize.ts';

/** The words of a passage's best sentence that stand for a word of the question, as offsets into the document's text. */
export function matchesIn({ passage, sentence }: Ranked, groups: readonly Group[], index: PassageIndex): Span[] {
  const { text, language } = (index.entries[passage] as Entry).document;
  const { start, end } = index.sentenceOf(passage, sentence);
  const wanted = new Set(groups.flatMap(({ alternatives }) => alternatives.map(({ term }) => term)));
  const tokens: Token[] = [];
  const terms: number[] = [];
  const spans: Span[] = [];
  eachToken(text.slice(start, end), (token) => {
    const term = index.vocabulary.find(token.surface, language);
    if (term === undefined) return;
    if (wanted.has(term)) spans.push(token);
    if (token.joined) return;
    tokens.push(token);
    terms.push(term);
  });
  for (const phrase of phrasesIn(index.synonymsOf(language), terms)) {
    const [first, last] = [tokens[phrase.at], tokens[phrase.at + phrase.terms.length - 1]];
    if (first && last && wanted.has(phrase.emits)) spans.push({ start: first.start, end: last.end });
  }
  return merge(spans).map((span) => ({ start: start + span.start, end: start + span.end }));
}

/** Joins spans that overlap or touch. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}

/** The words of the question that the best passage holds only in another spelling. */
export function correctionsFor(passage: number, groups: readonly Group[], index: PassageIndex): Correction[] {
  const terms = index.termsOf(passage);
  return groups.flatMap(({ surface, alternatives }) => {
    const held = alternatives.filter(({ term }) => terms.has(term));
    const [corrected] = held;
    if (corrected?.shown === undefined || held.some(({ shown }) => shown === undefined)) return [];
    return [{ from: surface, to: corrected.shown }];
  });
}
