import type { Document } from '../src/core/document.ts';
import { sentenceSpans } from '../src/core/sentence.ts';
import type { Span } from '../src/core/span.ts';

export const kinds = ['unaltered', 'changed', 'dropped', 'added', 'misspelt', 'merged', 'absent'] as const;
export type Kind = (typeof kinds)[number];

/** A quotation that was tampered with, the paragraphs it is from, and the words that were touched. */
export type Touched = {
  readonly text: string;
  readonly from: readonly { readonly document: string; readonly paragraph: number }[];
  readonly words: readonly string[];
};

/** A stretch of a paragraph, with its words as spans in it. */
type Stretch = { readonly text: string; readonly words: readonly Span[]; readonly from: Touched['from'] };
type Random = () => number;

/** Words of a stretch, and of each of two that are merged; characters count about half a word in a script without spaces. */
const LENGTH = { alone: [7, 40], merged: [6, 20] } as const;
const WHOLE_SENTENCES = 0.5;

/** Makes quotations of documents: sentences and stretches drawn at random, and what was done to them. */
export function quotationMaker(documents: readonly Document[], language: string, random: Random) {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const wordsIn = (text: string): Span[] =>
    [...segmenter.segment(text)]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
  const passages = documents.flatMap((document) => document.passages.map((passage) => ({ document, passage })));
  const vocabulary = passages.flatMap(({ document, passage }) => {
    const text = document.text.slice(passage.start, passage.end);
    return wordsIn(text).map(({ start, end }) => text.slice(start, end));
  });
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]) => list[below(list.length)] as T;
  const space = language === 'zh' ? '' : ' ';

  function stretch([least, most]: readonly [number, number]): Stretch {
    for (;;) {
      const { document, passage } = pick(passages);
      const text = document.text.slice(passage.start, passage.end);
      const span = random() < WHOLE_SENTENCES ? pick(sentenceSpans(text)) : someWords(wordsIn(text), least, most);
      if (!span) continue;
      const taken = text.slice(span.start, span.end);
      const words = wordsIn(taken);
      const from = [{ document: document.id, paragraph: passage.paragraph }];
      if (words.length >= least && words.length <= 2 * most) return { text: taken, words, from };
    }
  }

  function someWords(words: readonly Span[], least: number, most: number): Span | undefined {
    const count = least + below(most - least + 1);
    const first = below(Math.max(1, words.length - count));
    const [start, end] = [words[first]?.start, words[Math.min(words.length, first + count) - 1]?.end];
    return start === undefined || end === undefined ? undefined : { start, end };
  }

  /** A word of the collection that stands nowhere in the stretch. */
  function otherWord({ text }: Stretch): string {
    for (;;) {
      const word = pick(vocabulary);
      if (/\p{L}/u.test(word) && !text.toLowerCase().includes(word.toLowerCase())) return word;
    }
  }

  const inner = ({ words }: Stretch) => words[1 + below(words.length - 2)] as Span;
  const replace = ({ text }: Stretch, { start, end }: Span, by: string) => text.slice(0, start) + by + text.slice(end);

  /** One quotation of a kind. */
  return function make(kind: Kind): Touched {
    const taken = stretch(kind === 'merged' ? LENGTH.merged : LENGTH.alone);
    const { text, from, words } = taken;
    switch (kind) {
      case 'unaltered':
      case 'absent':
        return { text, from, words: [] };
      case 'changed': {
        const other = otherWord(taken);
        return { text: replace(taken, pick(words), other), from, words: [other] };
      }
      case 'dropped': {
        const gone = inner(taken);
        const next = words.find(({ start }) => start >= gone.end) ?? gone;
        const [before, dropped] = [words[words.indexOf(gone) - 1], text.slice(gone.start, gone.end)];
        // Where a word stands twice side by side, nobody can say which one went.
        if (before && text.slice(before.start, before.end) === dropped) return make(kind);
        return { text: text.slice(0, gone.start) + text.slice(next.start), from, words: [dropped] };
      }
      case 'added': {
        const other = otherWord(taken);
        const { start } = inner(taken);
        return { text: `${text.slice(0, start)}${other}${space}${text.slice(start)}`, from, words: [other] };
      }
      case 'misspelt': {
        const long = words.filter(
          ({ start, end }) => end - start >= (language === 'zh' ? 2 : 5) && /^\p{L}+$/u.test(text.slice(start, end)),
        );
        if (long.length < 2) return make(kind);
        const first = pick(long);
        const second = pick(long.filter((word) => word !== first));
        const slips = [first, second].sort((a, b) => b.start - a.start);
        return slips.reduce<Touched>(
          (touched, { start, end }) => {
            const slip = misspell(text.slice(start, end), random);
            return {
              ...touched,
              text: touched.text.slice(0, start) + slip + touched.text.slice(end),
              words: [slip, ...touched.words],
            };
          },
          { text, from, words: [] },
        );
      }
      case 'merged': {
        const other = stretch(LENGTH.merged);
        if (other.from[0]?.document === from[0]?.document && other.from[0]?.paragraph === from[0]?.paragraph)
          return make(kind);
        return { text: `${text}${space}${other.text}`, from: [...from, ...other.from], words: [] };
      }
    }
  };
}

/** One slip: two letters swapped, or one left out, doubled or replaced. */
function misspell(word: string, random: Random): string {
  const letters = Array.from(word);
  const at = Math.floor(random() * (letters.length - 1));
  const [one = '', other = ''] = [letters[at], letters[at + 1]];
  const slips = [
    [other, one],
    [other],
    [one, one, other],
    [letters[Math.floor(random() * letters.length)] ?? '', other],
  ];
  const slip = slips[Math.floor(random() * slips.length)] as string[];
  const made = [...letters.slice(0, at), ...slip, ...letters.slice(at + 2)].join('');
  return made.toLowerCase() === word.toLowerCase() ? misspell(word, random) : made;
}
