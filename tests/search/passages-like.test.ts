import { expect, test } from 'vitest';
import { searchOver } from './searched.ts';

const { index } = searchOver({
  'tern.md':
    '# Tern\n\nTern Harbour keeps eleven ferries.\n\nThe council sold seven boats to Vesk, and it is not what it was.',
  'vesk.md':
    'The fishermen of Vesk painted seven boats.\n\nEleven ferries and seven boats were counted, of which the council owns none.',
});

const like = (text: string, most = 5) =>
  index.passagesLike(text, most).map(({ document, paragraph }) => `${document} ¶ ${paragraph}`);

test('passages that hold a short text word for word come first, whatever stands between its words', () => {
  expect(like('eleven — ferries and')[0]).toBe('vesk.md ¶ 2');
  expect(like('it is not what it was')).toEqual(['tern.md ¶ 3']);
  expect(like('Tern')[0]).toBe('tern.md ¶ 1');
});

test('then those that share most of its rare words, and of equals those that hold its words side by side', () => {
  expect(like('the fishermen of Orlow painted a boat')[0]).toBe('vesk.md ¶ 1');
  expect(like('boats seven sold', 1)).toEqual(['tern.md ¶ 3']);
});

test('a text that shares no word with any passage is like none', () => {
  expect(like('parliament')).toEqual([]);
  expect(like('…')).toEqual([]);
});

test('passages of a document that was removed are like nothing', () => {
  const { index: other } = searchOver({ 'tern.md': 'Tern Harbour keeps eleven ferries.' });
  other.remove('tern.md');
  expect(other.passagesLike('eleven ferries', 5)).toEqual([]);
});
