import { fold } from './analyzer.ts';
import { type Expectation, expectationOf, meets } from './expectation.ts';
import type { Entry, PassageIndex } from './passage-index.ts';
import type { Group } from './question.ts';
import { tokenize } from './tokenize.ts';
import { STOP } from './vocabulary.ts';

/** What a question asks for, and which sentences of the index have something of the kind. */
export type Meeting = {
  readonly expectation: Expectation;
  readonly meets: (passage: number, sentence: number) => boolean;
};

/** Tells which sentences hold the kind of thing that the question asks for; undefined where its words do not tell. */
export function meetingOf(question: string, groups: readonly Group[], index: PassageIndex): Meeting | undefined {
  const expectation = expectationOf(question);
  if (expectation === undefined) return undefined;
  const words = new Set(tokenize(question).map(({ surface }) => fold(surface)));
  const terms = new Set(groups.flatMap(({ alternatives }) => alternatives.map(({ term }) => term)));
  const isAsked = (language: string) => (found: string) =>
    words.has(fold(found)) || terms.has(index.vocabulary.find(found, language) ?? STOP);
  const meetsIt = (passage: number, sentence: number) =>
    meets(
      expectation,
      index.sentenceText(passage, sentence),
      isAsked((index.entries[passage] as Entry).document.language),
    );
  return { expectation, meets: meetsIt };
}
