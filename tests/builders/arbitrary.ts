import fc from 'fast-check';
import type { Quotation } from '../../src/core/quotation.ts';
import { documentOf, foundOf, notFoundOf } from './document.ts';

/** Pieces that break naive renderers: Discord's marks, hidden characters, scripts without spaces, joined emoji, halves. */
const marks =
  String.raw`* ** _ __ ~~ | || ${'`'} ${'```'}js \ \\ [ ](https://evil.example) ( ) […] … <@1> <@&2> <#3> <t:1:R> </ask:1> <:a:1>
  <id:guide> @everyone @here :smile: https://a.example/b_c <https://a.example> [U+202E] 日本は。 東京「計画」 مرحبا end. 10:30`.split(
    /\s+/u,
  );
const leading = ['# ', '### ', '> ', '>>> ', '-# ', '- ', '+ ', '* ', '1. ', '12) '];
const hidden = [
  '\u202e',
  '\u2066',
  '\u0000',
  '\r',
  '\u001b',
  '\u2028',
  '\ud800',
  '\udc00',
  '\u200d',
  'e\u0301',
  '👩‍👩‍👧',
  '🇯🇵',
];
const prose = ['A short sentence. ', 'another word ', '한국은 ', '\n', '\n\n', ' ', '\u00a0', '\t'];
const fragments = [marks, leading, hidden, prose].flat();

/** Text as hostile as documents and people can make it. */
export const hostileText = (maxLength = 60): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...fragments) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
      ),
      { maxLength },
    )
    .map((parts) => parts.join(''));

const longText = fc
  .tuple(hostileText(20), fc.integer({ min: 1, max: 400 }))
  .map(([text, times]) => text.repeat(times).slice(0, 20_000));

const paragraphText = fc.oneof(hostileText(), longText).filter((text) => text.trim() !== '');

/** A quotation of any text, with any answering span inside it that begins and ends within no surrogate pair. */
export const quotations: fc.Arbitrary<Quotation> = fc
  .record({
    text: paragraphText,
    before: fc.nat({ max: 50 }),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
    title: hostileText(),
    headings: fc.array(hostileText(), { maxLength: 4 }),
    url: fc.option(
      fc.oneof(
        fc.webUrl({ withQueryParameters: true }),
        hostileText().map((text) => `https://a.example/${text}`),
        hostileText(),
      ),
      { nil: undefined },
    ),
    date: fc.option(hostileText(10), { nil: undefined }),
    paragraph: fc.integer({ min: 1, max: 1_000_000 }),
    score: fc.double({ min: -10, max: 100, noNaN: true }),
  })
  .map(({ text, before, from, to, paragraph, score, title, headings, url, date }) => {
    const document = documentOf([text], {
      title,
      headings,
      ...(url === undefined ? {} : { url }),
      ...(date === undefined ? {} : { date }),
    });
    const points = Array.from(text);
    const [first, last] = [Math.floor(from * (points.length - 1)), Math.floor(to * (points.length - 1))].sort(
      (a, b) => a - b,
    ) as [number, number];
    const start = before + points.slice(0, first).join('').length;
    const end = before + points.slice(0, last + 1).join('').length;
    const { id, hash } = document;
    const cited = {
      document: id,
      hash,
      title,
      headings,
      paragraph,
      ...(url === undefined ? {} : { url }),
      ...(date === undefined ? {} : { date }),
    };
    return { ...cited, text, start: before, end: before + text.length, answer: { start, end }, matches: [], score };
  });

const common = {
  question: fc.oneof(hostileText(), fc.string({ maxLength: 6000, size: 'max' })),
  corrections: fc.array(fc.record({ from: hostileText(), to: hostileText() }), { maxLength: 8 }),
};

/** Any answer that the desk could give, and some that it could not. */
export const answers = fc.oneof(
  fc
    .record({ ...common, list: fc.array(quotations, { maxLength: 10 }) })
    .map(({ list, ...given }) => foundOf(list, given)),
  fc
    .record({
      ...common,
      list: fc.array(quotations, { maxLength: 10 }),
      reason: fc.constantFrom('silent', 'phrase', 'wordless'),
      headings: fc.array(fc.record({ heading: hostileText(), document: hostileText(), title: hostileText() }), {
        maxLength: 3,
      }),
    })
    .map(({ list, ...given }) => notFoundOf(list, given)),
);
