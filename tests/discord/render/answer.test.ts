import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../../src/core/answer.ts';
import { assertWithinLimits } from '../../../src/discord/limits.ts';
import { renderAnswer, renderMore } from '../../../src/discord/render/answer.ts';
import { renderContext } from '../../../src/discord/render/context.ts';
import { quotedText } from '../../../src/discord/render/quotation.ts';
import type { Reply } from '../../../src/discord/reply.ts';
import { answers, quotations } from '../../builders/arbitrary.ts';
import { documentOf, foundOf, notFoundOf, quotationOf, shownBy } from '../../builders/document.ts';
import { showReply } from '../../builders/show-reply.ts';

const harbours = documentOf(
  [
    'The northern harbour was built in 1902. It is eleven metres deep. Ferries use its eastern quay.',
    'The southern harbour is four metres deep at low tide.',
    'Both harbours are dredged every spring.',
  ],
  {
    title: 'Harbours of the island',
    date: '2023',
    url: 'https://example.org/harbours(1)',
    headings: ['Harbours of the island', 'Depths'],
  },
);
const deep = quotationOf(harbours, 1, { words: 'eleven', score: 9 });
const shallow = quotationOf(harbours, 2, { score: 7 });
const dredged = quotationOf(harbours, 3, { score: 3 });

const first = (answer: Answer) => renderAnswer(answer, { id: 'x7', sharing: 'none' });
const blocksOf = ({ embeds }: Reply) =>
  embeds[0]?.description?.match(/(?:^> .*\n?)+/gmu)?.map((block) => block.replace(/\n$/u, '')) ?? [];

test('an answer shows the best quotations with the answering sentence in bold and where each stands', () => {
  expect(showReply(first(foundOf([deep, shallow])))).toMatchInlineSnapshot(`
    "=== how deep is it?
    > The northern harbour was built in 1902. **It is eleven metres deep.** Ferries use its eastern quay.
    **1** · Harbours of the island › Depths · ¶ 1 · 2023 · [source](https://example.org/harbours%281%29)

    > **The southern harbour is four metres deep at low tide.**
    **2** · Harbours of the island › Depths · ¶ 2 · 2023 · [source](https://example.org/harbours%281%29)
    --- 2 passages from 1 of 6 documents · quoted word for word
    [Context 1] [Context 2] [Helpful] [Not helpful]"
  `);
});

test('a single quotation has no number', () => {
  expect(showReply(first(foundOf([shallow])))).toMatchInlineSnapshot(`
    "=== how deep is it?
    > **The southern harbour is four metres deep at low tide.**
    Harbours of the island › Depths · ¶ 2 · 2023 · [source](https://example.org/harbours%281%29)
    --- 1 passage from 1 of 6 documents · quoted word for word
    [Context] [Helpful] [Not helpful]"
  `);
});

test('a quotation much weaker than the best waits for a press of More, and so does the fourth', () => {
  const all = foundOf([deep, shallow, dredged, dredged, dredged, dredged]);
  expect(showReply(first(all))).toMatch(
    /2 passages from 1 of 6 documents · quoted word for word\n\[Context 1\] \[Context 2\] \[More\] \[Helpful\] \[Not helpful\]$/u,
  );
  expect(showReply(renderMore(all) ?? first(all))).toMatch(
    /^> .*\n\*\*3\*\* · [^]*\n\*\*5\*\* · [^]*\n\[Context 3\] \[Context 4\] \[Context 5\]$/mu,
  );
  expect(renderMore(foundOf([deep, shallow]))).toBeUndefined();
});

test('a private answer can be shown to everyone once', () => {
  const buttons = (sharing: 'offered' | 'done') =>
    showReply(renderAnswer(foundOf([deep]), { id: 'x7', sharing }))
      .split('\n')
      .at(-1);
  expect(buttons('offered')).toBe('[Context] [Helpful] [Not helpful] [Show everyone]');
  expect(buttons('done')).toBe('[Context] [Helpful] [Not helpful] (Shown to everyone)');
});

test('buttons that do not fit into a row keep together what belongs together', () => {
  const all = foundOf([deep, deep, deep, deep]);
  const rows = showReply(renderAnswer(all, { id: 'x7', sharing: 'offered' }))
    .split('\n')
    .slice(-2);
  expect(rows).toEqual(['[Context 1] [Context 2] [Context 3] [More]', '[Helpful] [Not helpful] [Show everyone]']);
});

test('where the question could not be kept, only buttons that need it are missing', () => {
  const rows = showReply(renderAnswer(foundOf([deep, deep, deep, deep]), { id: undefined, sharing: 'offered' }));
  expect(rows.split('\n').at(-1)).toBe('[Context 1] [Context 2] [Context 3]');
});

test('a correction stands in small type above the first quotation', () => {
  const corrected = foundOf([shallow], {
    question: 'how deep is the suothern harbor?',
    corrections: [
      { from: 'suothern', to: 'southern' },
      { from: 'harbor', to: 'harbour' },
    ],
  });
  expect(showReply(first(corrected))).toMatchInlineSnapshot(`
    "=== how deep is the suothern harbor?
    -# *suothern → southern* · *harbor → harbour*
    > **The southern harbour is four metres deep at low tide.**
    Harbours of the island › Depths · ¶ 2 · 2023 · [source](https://example.org/harbours%281%29)
    --- 1 passage from 1 of 6 documents · quoted word for word
    [Context] [Helpful] [Not helpful]"
  `);
});

test('where the documents are silent, the nearest passages are shown as no answer', () => {
  const silent = notFoundOf([deep, shallow], {
    question: 'who paid for it?',
    headings: [{ heading: 'Costs', document: 'a.md', title: 'Budget' }],
  });
  expect(showReply(first(silent))).toMatchInlineSnapshot(`
    "=== who paid for it?
    The documents do not say. Searched: 6 documents, 71 passages.

    Nearest, though not an answer:
    > The northern harbour was built in 1902. It is eleven metres deep. Ferries use its eastern quay.
    **1** · Harbours of the island › Depths · ¶ 1 · 2023 · [source](https://example.org/harbours%281%29)

    > The southern harbour is four metres deep at low tide.
    **2** · Harbours of the island › Depths · ¶ 2 · 2023 · [source](https://example.org/harbours%281%29)

    -# Nearest headings: Costs (Budget)
    [Context 1] [Context 2] [Helpful] [Not helpful]"
  `);
});

test('a question without a word to search for is told so', () => {
  expect(showReply(first(notFoundOf([], { question: '  ', reason: 'wordless' })))).toMatchInlineSnapshot(
    `"That question has no word to search for. Name what you want to know, for example a person, a country or a subject."`,
  );
});

test('an answer whose every quotation was withheld says so', () => {
  expect(showReply(first(foundOf([])))).toMatchInlineSnapshot(`
    "=== how deep is it?
    The passage that answers this has changed since it was read. Ask again in a moment."
  `);
});

test('a long Japanese text keeps its answering sentence and says where it was cut', () => {
  const sentence = '日本政府は来年度の予算で港湾の浚渫を進める方針を示した。';
  const japanese = documentOf([`${sentence.repeat(80)}水深は十一メートルである。${sentence.repeat(80)}`], {
    title: '港湾白書',
    language: 'ja',
  });
  const reply = first(foundOf([quotationOf(japanese, 1, { words: '水深' })], { question: '水深は？' }));
  const [block = ''] = blocksOf(reply);
  expect(block).toContain('**水深は十一メートルである。**');
  expect(block).toMatch(/^> \[…\] .* \[…\]$/u);
  expect(block.length).toBeLessThanOrEqual(700);
  expect(block.length).toBeGreaterThan(600);
});

test('a wall of text without a full stop is cut after a word', () => {
  const wall = documentOf([`${'harbour '.repeat(60_000)}end`]);
  const [block = ''] = blocksOf(first(foundOf([quotationOf(wall, 1)])));
  expect(block).toMatch(/^> \*\*(?:harbour )+harbour\*\* \[…\]$/u);
});

test('nothing that a document or a person writes takes effect in Discord', () => {
  const hostile = documentOf(
    ['# Free money\n> <@1> **now** [Ministry](https://evil.example) ||hidden||\n```\n@everyone\u202e'],
    {
      title: '[Click](https://evil.example) `x`',
      url: 'javascript:alert(1)',
    },
  );
  const reply = first(foundOf([quotationOf(hostile, 1)], { question: '@everyone <@1> # ||deep||?' }));
  expect(showReply(reply)).toMatchInlineSnapshot(`
    "=== \\@everyone \\<\\@1> # \\|\\|deep\\|\\|?
    > **\\# Free money**
    > \\> \\<\\@1> \\*\\*now\\*\\* \\[Ministry\\]\\(https\\://evil.example) \\|\\|hidden\\|\\|
    > \\\`\\\`\\\`
    > \\@everyone[U+202E]
    \\[Click\\]\\(https\\://evil.example) \\\`x\\\` · ¶ 1
    --- 1 passage from 1 of 6 documents · quoted word for word
    [Context] [Helpful] [Not helpful]"
  `);
});

test('a question of 6,000 characters is echoed in part', () => {
  const { title = '' } =
    first(foundOf([shallow], { question: 'is it deep or not '.repeat(400).slice(0, 6000) })).embeds[0] ?? {};
  expect(title.length).toBeLessThanOrEqual(250);
  expect(title).toMatch(/^is it deep or not .*…$/u);
});

test('whatever the answer, its messages keep to every limit and quote word for word', () => {
  fc.assert(
    fc.property(answers, fc.constantFrom('none' as const, 'offered' as const, 'done' as const), (answer, sharing) => {
      const replies = [renderAnswer(answer, { id: 'A1b2C3d4E5f6', sharing }), renderMore(answer)].filter(
        (reply) => reply !== undefined,
      );
      const texts = shownBy(answer).map(({ text }) => text);
      for (const reply of replies) {
        assertWithinLimits(reply);
        for (const block of blocksOf(reply)) expect(texts.some((text) => text.includes(quotedText(block)))).toBe(true);
      }
      const shown = replies.flatMap(blocksOf).length;
      expect(shown).toBe(Math.min(texts.length, answer.outcome === 'found' ? 5 : 3));
    }),
    { numRuns: 300 },
  );
});

test.each(['*', '日', '# ', '\u202e', 'word '])(
  'an answer of nothing but %j in every place keeps to every limit',
  (mark) => {
    const wall = documentOf([mark.repeat(5000)], {
      title: mark.repeat(500),
      headings: [mark.repeat(499)],
      date: mark.repeat(100),
      url: `https://example.org/${'a'.repeat(270)}`,
    });
    const corrections = Array.from({ length: 9 }, () => ({ from: mark.repeat(90), to: mark.repeat(90) }));
    const heading = { heading: mark.repeat(500), document: 'a.md', title: mark.repeat(500) };
    const ten = [9, 9, 9, 9, 9, 9].map((score) => quotationOf(wall, 1, { score }));
    const weak = [9, 1, 1, 1, 1].map((score) => quotationOf(wall, 1, { score }));
    const around = [1, 2, 3].map((paragraph) => ({ ...quotationOf(wall, 1), paragraph }));
    const given = { question: mark.repeat(3000), corrections };
    const found = [foundOf(ten, given), foundOf(weak, given)];
    const silent = notFoundOf(ten, { ...given, reason: 'phrase', headings: [heading, heading, heading] });
    const pages = [...found, silent].map((answer) => renderAnswer(answer, { id: 'A1b2C3d4E5f6', sharing: 'offered' }));
    for (const page of [...pages, ...found.map(renderMore), renderContext(around, 2)]) {
      if (page) assertWithinLimits(page);
      expect(page?.embeds[0]?.description?.length).toBeGreaterThan(1000);
    }
  },
);

test('the paragraphs around a citation are shown in order, with the cited one marked', () => {
  const around = [1, 2, 3].map((paragraph) => quotationOf(harbours, paragraph));
  expect(showReply(renderContext(around, 2))).toMatchInlineSnapshot(`
    "=== Harbours of the island
    -# Depths
    -# ¶ 1
    > The northern harbour was built in 1902. It is eleven metres deep. Ferries use its eastern quay.
    -# **¶ 2** · [source](https://example.org/harbours%281%29)
    > **The southern harbour is four metres deep at low tide.**
    -# ¶ 3
    > Both harbours are dredged every spring.
    --- quoted word for word"
  `);
});

test('whatever surrounds a citation, the message keeps to every limit and quotes word for word', () => {
  fc.assert(
    fc.property(fc.array(quotations, { minLength: 1, maxLength: 3 }), (list) => {
      const around = list.map((quotation, index) => ({ ...quotation, paragraph: index + 1 }));
      const reply = renderContext(around, Math.min(2, around.length));
      assertWithinLimits(reply);
      expect(blocksOf(reply).map((block, index) => around[index]?.text.includes(quotedText(block)))).toEqual(
        around.map(() => true),
      );
    }),
    { numRuns: 200 },
  );
});
