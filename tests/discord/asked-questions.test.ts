import { expect, test } from 'vitest';
import { createAskedQuestions } from '../../src/discord/asked-questions.ts';

function memory(limit: number) {
  const clock = { at: 0 };
  let ids = 0;
  const asked = createAskedQuestions({ now: () => clock.at, newId: () => `id${++ids}`, lifetime: 1000, limit });
  return { clock, asked };
}

test('a question is remembered for its time and not longer', () => {
  const { clock, asked } = memory(10);
  const id = asked.keep({ question: 'how deep?', document: 'harbours.md' });
  clock.at = 999;
  expect(asked.find(id)).toEqual({ question: 'how deep?', document: 'harbours.md' });
  clock.at = 1000;
  expect(asked.find(id)).toBeUndefined();
});

test('the oldest question makes room for the newest', () => {
  const { asked } = memory(2);
  const ids = ['a', 'b', 'c'].map((question) => asked.keep({ question }));
  expect(ids.map((id) => asked.find(id)?.question)).toEqual([undefined, 'b', 'c']);
});

test('ids cannot be guessed and fit into a button', () => {
  const asked = createAskedQuestions();
  const ids = Array.from({ length: 50 }, (_, index) => asked.keep({ question: String(index) }));
  expect(new Set(ids).size).toBe(50);
  for (const id of ids) expect(id).toMatch(/^[\w-]{12}$/u);
});
