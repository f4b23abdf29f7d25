import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsIn } from '../../../src/core/quotation-marks.ts';
import { assertWithinLimits } from '../../../src/discord/limits.ts';
import { renderQuotationCheck } from '../../../src/discord/render/quotation-check.ts';
import { hostileText } from '../../builders/arbitrary.ts';
import { deskOf, documentOf } from '../../builders/document.ts';
import { showReply } from '../../builders/show-reply.ts';

const harbours = documentOf(
  [
    'Tern Harbour keeps eleven ferries, four of them built before 1990. The council does not want to sell any of them.',
    'A deeper quay was promised in 2019. It has *not* been dug.',
  ],
  { date: '2024', url: 'https://example.org/harbours', headings: ['Boats'] },
);
const letter = documentOf(['The jetty of Vesk was painted by its own fishermen.'], {
  id: 'letter.md',
  title: 'A letter',
});
const desk = deskOf([harbours, letter]);
const view = { id: 'kept', message: '42', sharing: 'offered' } as const;
const shown = (message: string, given: Partial<Parameters<typeof renderQuotationCheck>[1]> = {}) =>
  showReply(renderQuotationCheck(desk.checkQuotation(message), { ...view, ...given }));

test('word for word: the verdict, the words in bold in their paragraph, and where they stand', () => {
  expect(shown('“A deeper quay was promised in 2019.”')).toMatchInlineSnapshot(`
    "**Word for word**
    > **A deeper quay was promised in 2019.** It has \\*not\\* been dug.
    Harbours › Boats · ¶ 2 · 2024 · [source](https://example.org/harbours)
    [Context] [Show everyone]"
  `);
});

test('altered: what the document says is struck through, what the message says is bold', () => {
  expect(shown('“Tern Harbour runs eleven ferries, three of them built long before 1990.”')).toMatchInlineSnapshot(`
    "**Altered: 2 words changed, 1 added**
    Tern Harbour ~~keeps~~ **runs** eleven ferries, ~~four~~ **three** of them built **long** before 1990
    -# ~~in the document~~ · **in the message**
    > **Tern Harbour keeps eleven ferries, four of them built before 1990.** The council does not want to sell any of them.
    Harbours › Boats · ¶ 1 · 2024 · [source](https://example.org/harbours)
    [Context] [Show everyone]"
  `);
});

test('a quotation that begins after “not” is word for word, with a warning', () => {
  expect(shown('“want to sell any of them”')).toMatchInlineSnapshot(`
    "**Word for word**
    Right before it the document says “not”.
    > Tern Harbour keeps eleven ferries, four of them built before 1990. The council does not **want to sell any of them.**
    Harbours › Boats · ¶ 1 · 2024 · [source](https://example.org/harbours)
    [Context] [Show everyone]"
  `);
});

test('an honest cut is no difference', () => {
  expect(shown('“Tern Harbour keeps eleven ferries […] built before 1990”')).toMatchInlineSnapshot(`
    "**Word for word, with what was left out or put in brackets marked**
    > **Tern Harbour keeps eleven ferries, four of them built before 1990.** The council does not want to sell any of them.
    Harbours › Boats · ¶ 1 · 2024 · [source](https://example.org/harbours)
    [Context] [Show everyone]"
  `);
});

test('merged: every place with its own words', () => {
  expect(shown('“Tern Harbour keeps eleven ferries, painted by its own fishermen”')).toMatchInlineSnapshot(`
    "**Merged from 2 places in 2 documents**
    > **Tern Harbour keeps eleven ferries**, four of them built before 1990. The council does not want to sell any of them.
    **1** · Harbours › Boats · ¶ 1 · 2024 · [source](https://example.org/harbours)
    > The jetty of Vesk was **painted by its own fishermen.**
    **2** · A letter · ¶ 1
    [Context 1] [Context 2] [Show everyone]"
  `);
});

test('not found: what was searched, and the nearest passage', () => {
  expect(shown('“The jetty should be closed for all visitors”')).toMatchInlineSnapshot(`
    "**Not found in 2 documents, 3 passages**
    Nearest, in other words:
    > The jetty of Vesk was painted by its own fishermen.
    A letter · ¶ 1
    [Context] [Show everyone]"
  `);
});

test('several quotations are told apart by how they begin', () => {
  expect(
    shown('First “A deeper quay was promised in 2018.” Then “The jetty of Vesk was painted”.'),
  ).toMatchInlineSnapshot(`
    "**Altered: 1 word changed** · “A deeper quay was promised in 2018.”
    A deeper quay was promised in ~~2019~~ **2018**
    -# ~~in the document~~ · **in the message**
    > **A deeper quay was promised in** 2019\\. It has \\*not\\* been dug.
    **1** · Harbours › Boats · ¶ 2 · 2024 · [source](https://example.org/harbours)

    **Word for word** · “The jetty of Vesk was painted”
    > **The jetty of Vesk was painted** by its own fishermen.
    **2** · A letter · ¶ 1
    [Context 1] [Context 2] [Show everyone]"
  `);
});

test('shown to everyone, it leads to the message, and has nothing left to share', () => {
  const reply = shown('“A deeper quay was promised”', { sharing: 'none', link: 'https://discord.com/channels/1/2/42' });
  expect(reply).toContain('-# About [this message](https://discord.com/channels/1/2/42)');
  expect(reply).not.toContain('Show');
});

test('a long stretch without differences is cut in its middle, a long quotation at its end', () => {
  const words = Array.from({ length: 120 }, (_, at) => `word${at}`);
  const long = deskOf([documentOf([words.join(' ')])]);
  const once = [...words.slice(0, 60), 'other', ...words.slice(61)].join(' ');
  const [line] = showReply(renderQuotationCheck(long.checkQuotation(once), view))
    .split('\n')
    .slice(1, 2);
  expect(line).toMatchInlineSnapshot(
    `"word0 word1 word2 word3 word4 word5 word6 word7 word8 word9 […] word52 word53 word54 word55 word56 word57 word58 word59 ~~word60~~ **other** word61 word62 word63 word64 word65 word66 word67 word68 […] word113 word114 word115 word116 word117 word118 word119"`,
  );
  const often = words.flatMap((word, at) => (at % 3 === 0 ? [word, 'other'] : [word])).join(' ');
  const [cut = ''] = showReply(renderQuotationCheck(long.checkQuotation(often), view))
    .split('\n')
    .slice(1, 2);
  expect(cut.length).toBeLessThanOrEqual(700);
  expect(cut.endsWith(' […]')).toBe(true);
});

/** What stands around a quotation, as long as it can be. */
const longest = (text: string) => ({
  title: text.repeat(20),
  headings: [text.repeat(20)],
  date: text,
  url: `https://a.example/${'x'.repeat(270)}`,
});

test('hostile messages and documents stay text, and the reply within the limits of Discord', () => {
  const piece = fc.tuple(hostileText(30), fc.array(hostileText(12), { maxLength: 6 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(hostileText(40), { minLength: 1, maxLength: 4 }), piece, (texts, [more, quoted, block]) => {
      const paragraphs = texts.filter((text) => text.trim() !== '');
      fc.pre(paragraphs.length > 0);
      const over = deskOf([documentOf(paragraphs, longest(more))]);
      const message = [...quoted.map((text) => `“${text}${paragraphs[0]}”`), block ? `> ${paragraphs[0]}` : more].join(
        '\n',
      );
      fc.pre(wordsIn(message) > 0);
      const reply = renderQuotationCheck(over.checkQuotation(message), view);
      assertWithinLimits(reply);
      const [{ description = '' } = {}] = reply.embeds;
      const links = [...description.matchAll(/(?<!\\)\]\(([^)]*)\)/gu)].map(([, link]) => link);
      expect(links.filter((link) => link?.includes('evil'))).toEqual([]);
      expect(description).not.toMatch(/(?<!\\)(?:<[@#:t/]|@everyone|\|\||`)/u);
    }),
    { numRuns: 150 },
  );
});
