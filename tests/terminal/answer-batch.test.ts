import { expect, test } from 'vitest';
import { answerBatch } from '../../src/terminal/answer-batch.ts';
import { deskOf, documentOf, hitOn } from './sample.ts';

const document = documentOf('brief.md', ['First words. Japan buys missiles. Last words.'], { title: 'A brief' });
const desk = deskOf([document], { hits: [hitOn(document, 1, 'Japan buys missiles.', 3)] });

async function run(lines: readonly string[], within = desk) {
  const bad: [number, string][] = [];
  const out: Record<string, unknown>[] = [];
  async function* input() {
    yield* lines;
  }
  for await (const line of answerBatch(within, input(), { onBadLine: (...fault) => bad.push(fault) })) {
    expect(line.endsWith('\n')).toBe(true);
    out.push(JSON.parse(line));
  }
  return { out, bad };
}

test('a question becomes one line with the passage, its place and the answering sentence', async () => {
  const { out } = await run(['{"id": "q1", "question": "what does japan buy"}']);
  const { elapsedMs, ...rest } = out[0] ?? {};
  expect(elapsedMs).toBeTypeOf('number');
  expect(rest).toEqual({
    id: 'q1',
    question: 'what does japan buy',
    outcome: 'found',
    confidence: 0.9,
    quotations: [
      {
        document: 'brief.md',
        title: 'A brief',
        paragraph: 1,
        start: 0,
        end: 45,
        text: 'First words. Japan buys missiles. Last words.',
        answer: 'Japan buys missiles.',
        score: 3,
      },
    ],
    corrections: [],
    nearest: [],
  });
});

test('where nothing is found the nearest passages stand apart from the quotations', async () => {
  const unsure = deskOf([document], { hits: [hitOn(document, 1, 'Last words.')], confidence: 0.1 });
  const { out } = await run(['{"id": 7, "question": "who"}'], unsure);
  expect(out).toMatchObject([{ id: 7, outcome: 'not-found', quotations: [], nearest: [{ answer: 'Last words.' }] }]);
});

test('lines that are no question are named by number and the others are answered', async () => {
  const { out, bad } = await run([
    '\ufeff{"id": "a", "question": "x"}',
    'nonsense',
    '',
    '[1]',
    '{"id": "b"}',
    '{"question": "x"}',
    'null',
    '{"id": "c", "question": ""}\r',
  ]);
  expect(out.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(bad).toEqual([
    [2, 'is not JSON'],
    [4, 'is not an object'],
    [5, 'has no “question” that is a string'],
    [6, 'has no “id” that is a string or a number'],
    [7, 'is not an object'],
  ]);
});

test('a passage that is no longer verbatim is withheld', async () => {
  const documents = [documentOf('brief.md', ['Old words here.'])];
  const changed = deskOf(documents, {
    hits: [{ document: 'brief.md', paragraph: 1, answer: { start: 4, end: 99 }, matches: [], score: 1 }],
  });
  const { out } = await run(['{"id": 1, "question": "words"}'], changed);
  expect(out).toMatchObject([{ quotations: [] }]);
});
