import { expect, test } from 'vitest';
import { documentOf } from '../builders/document.ts';
import { searchOver } from './searched.ts';

const titles = ['The Tern plan', 'Dredging in Orlow', 'Who pays for the lighthouse?', 'A plan for Orlow'];
const { index } = searchOver({});
for (const [at, title] of titles.entries()) index.add(documentOf(['Text.'], { id: `papers/${at}.md`, title }));
const suggested = (typed: string) => index.suggest(typed).map(({ title }) => title);

test('before anything is typed, documents are offered in the order of the alphabet', () => {
  expect(suggested(' ')).toEqual([
    'A plan for Orlow',
    'Dredging in Orlow',
    'The Tern plan',
    'Who pays for the lighthouse?',
  ]);
});

test.each([
  ['light', 'Who pays for the lighthouse?'],
  ['DREDG', 'Dredging in Orlow'],
  ['drdging', 'Dredging in Orlow'],
  ['the tern', 'The Tern plan'],
  ['papers/2', 'Who pays for the lighthouse?'],
])('“%s” offers “%s” first', (typed, title) => {
  expect(suggested(typed)[0]).toBe(title);
});

test('what resembles nothing offers nothing', () => {
  expect(suggested('qqqqqq')).toEqual([]);
});

test('at most 25 are offered, as many as Discord shows', () => {
  const { index: large } = searchOver({});
  for (let at = 0; at < 40; at++) large.add(documentOf(['Text.'], { id: `${at}.md`, title: `Paper ${at}` }));
  expect(large.suggest('')).toHaveLength(25);
  expect(large.suggest('paper')).toHaveLength(25);
});

test('documents that came or went are noticed', () => {
  const { index: own } = searchOver({});
  own.add(documentOf(['Text.'], { id: 'a.md', title: 'Walrus census' }));
  expect(own.suggest('walrus')).toHaveLength(1);
  own.remove('a.md');
  expect(own.suggest('walrus')).toEqual([]);
  expect(own.suggest('')).toEqual([]);
});
