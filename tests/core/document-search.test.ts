import { expect, test } from 'vitest';
import { searchDocuments } from '../../src/core/document-search.ts';
import { documentOf } from '../builders/document.ts';

const documents = [
  documentOf(['a'], { id: '1', title: 'Fishing and trade', date: '2023-01', tags: ['Pêche'] }),
  documentOf(['b'], { id: '2', title: 'Straits', author: 'Ana Trade-Lopes', publisher: 'Sea Institute' }),
  documentOf(['c'], { id: '3', title: '日本の外交', tags: ['trade'] }),
];

test.each([
  ['trade', ['Fishing and trade', 'Straits', '日本の外交']],
  ['LOPES sea', ['Straits']],
  ['trade 2023', ['Fishing and trade']],
  ['peche', ['Fishing and trade']],
  ['外交', ['日本の外交']],
  ['rade', []],
  ['  ', []],
])('“%s” finds %j', (typed, titles) =>
  expect(searchDocuments(documents, typed).map(({ title }) => title)).toEqual(titles),
);
