import { describe, expect, test } from 'vitest';
import { renderAnswer } from '../../../src/terminal/render/answer.ts';
import { deskOf, documentOf, hitOn } from '../sample.ts';

const japan = documentOf(
  'japan.md',
  [
    'Tokyo revised its papers in 2022. It plans to buy 500 Tomahawk missiles. Parliament agreed.',
    'NATO met in Madrid.',
  ],
  { title: 'Japan and NATO', date: '2023', url: 'https://example.org/japan' },
);
const plain = { width: Infinity, colour: false };
const found = (question = 'how many tomahawks') =>
  deskOf([japan], {
    hits: [hitOn(japan, 1, 'It plans to buy 500 Tomahawk missiles.', 2), hitOn(japan, 2, 'NATO met in Madrid.')],
    corrections: [{ from: 'tomahwaks', to: 'Tomahawks' }],
  }).ask({ question });

describe('an answer', () => {
  test('piped: the answering sentence stands behind a heavy bar, on a line of its own', () =>
    expect(renderAnswer(found(), plain)).toMatchInlineSnapshot(`
      "Read as: tomahwaks → Tomahawks
      │ Tokyo revised its papers in 2022.
      ┃ It plans to buy 500 Tomahawk missiles.
      │ Parliament agreed.
        Japan and NATO · ¶ 1 · 2023 · japan.md
        https://example.org/japan

      Best 1 of 2 passages from 1 of 1 document · quoted word for word · ┃ marks the answering sentence"
    `));

  test('on a terminal: the passage is wrapped and the answering sentence is bold across lines', () =>
    expect(renderAnswer(found(), { width: 40, colour: true }).replaceAll('\u001b', '␛')).toMatchInlineSnapshot(`
      "␛[2mRead as: tomahwaks → Tomahawks␛[22m
      ␛[36m│ ␛[39mTokyo revised its papers in 2022. ␛[1mIt␛[22m
      ␛[36m│ ␛[39m␛[1mplans to buy 500 Tomahawk missiles.␛[22m
      ␛[36m│ ␛[39mParliament agreed.
        ␛[2mJapan and NATO · ¶ 1 · 2023 · japan.md␛[22m
        ␛[2mhttps://example.org/japan␛[22m

      ␛[2mBest 1 of 2 passages from 1 of 1␛[22m
      ␛[2mdocument · quoted word for word␛[22m"
    `));

  test('on a terminal without colour: wrapped, with the heavy bar', () =>
    expect(renderAnswer(found(), { width: 40, colour: false })).toMatchInlineSnapshot(`
      "Read as: tomahwaks → Tomahawks
      │ Tokyo revised its papers in 2022.
      ┃ It plans to buy 500 Tomahawk missiles.
      │ Parliament agreed.
        Japan and NATO · ¶ 1 · 2023 · japan.md
        https://example.org/japan

      Best 1 of 2 passages from 1 of 1
      document · quoted word for word · ┃
      marks the answering sentence"
    `));

  test('a text that holds terminal sequences shows them', () => {
    const rude = documentOf('rude.md', ['Before. \u001b[31mAlarm\u001b[0m is the answer.'], {
      title: 'A \u202e title',
    });
    const text = renderAnswer(
      deskOf([rude], { hits: [hitOn(rude, 1, rude.text.slice(8))] }).ask({ question: 'x' }),
      plain,
    );
    expect(text).toContain('┃ <U+001B>[31mAlarm<U+001B>[0m is the answer.');
    expect(text).toContain('A <U+202E> title');
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
  });

  test('a wall of text is cut around the answering sentence, and the cuts are marked', () => {
    const wall = documentOf('wall.md', [
      `${'Nothing of note here. '.repeat(200)}The key is here. ${'More of it. '.repeat(300)}`.trim(),
    ]);
    const text = renderAnswer(
      deskOf([wall], { hits: [hitOn(wall, 1, 'The key is here.')] }).ask({ question: 'x' }),
      plain,
    );
    expect(text).toContain('\n┃ The key is here.\n');
    expect(text).toMatch(/^│ \[…\] /u);
    expect(text).toMatch(/ \[…\]\n {2}wall\.md · ¶ 1/u);
    expect(text.length).toBeLessThan(1500);
  });

  test('an answering sentence that is too long is cut after a word, and the mark stands with it', () => {
    const long = documentOf('long.md', [`${'word '.repeat(400)}end.`]);
    const text = renderAnswer(deskOf([long], { hits: [hitOn(long, 1, long.text)] }).ask({ question: 'x' }), plain);
    expect(text).toMatch(/^┃ (?:word )+\[…\]\n {2}long\.md/u);
  });

  test('at most five quotations are shown, and the footer says of how many', () => {
    const many = documentOf(
      'many.md',
      Array.from({ length: 8 }, (_, index) => `Sentence number ${index}.`),
    );
    const hits = many.passages.map(({ paragraph }, index) => hitOn(many, paragraph, `Sentence number ${index}.`));
    const text = renderAnswer(deskOf([many], { hits }).ask({ question: 'x' }), plain);
    expect(text.match(/¶/gu)).toHaveLength(5);
    expect(text).toContain('Best 5 of 8 passages from 1 of 1 document');
  });
});

describe('where the documents do not say', () => {
  const silent = (more: object = {}) =>
    deskOf([japan], {
      confidence: 0.1,
      hits: [hitOn(japan, 2, 'NATO met in Madrid.'), hitOn(japan, 1, 'Parliament agreed.')],
      headings: [{ heading: 'Summits', document: 'japan.md' }],
      ...more,
    }).ask({ question: 'x' });

  test('what was searched is said, and the nearest passages are marked as no answer', () =>
    expect(renderAnswer(silent(), plain)).toMatchInlineSnapshot(`
      "The documents do not say. Searched: 1 document, 2 passages.

      Nearest, though not an answer:

      │ NATO met in Madrid.
        Japan and NATO · ¶ 2 · 2023 · japan.md
        https://example.org/japan

      │ Tokyo revised its papers in 2022. It plans to buy 500 Tomahawk missiles. Parliament agreed.
        Japan and NATO · ¶ 1 · 2023 · japan.md
        https://example.org/japan

      Nearest headings:
      · Summits (Japan and NATO)"
    `));

  test('a phrase that does not occur is explained', () =>
    expect(renderAnswer(silent({ missingPhrase: 'x y', hits: [], headings: [] }), plain)).toMatchInlineSnapshot(
      `"No document contains that phrase word for word. Searched: 1 document, 2 passages. Without the quotation marks, the words are searched one by one."`,
    ));

  test('a question without words is explained', () =>
    expect(
      renderAnswer(silent({ wordless: true, hits: [], headings: [] }), { width: 40, colour: false }),
    ).toMatchInlineSnapshot(`
      "That question has no word to search for.
      Name what you want to know, for example
      a person, a country or a subject."
    `));
});
