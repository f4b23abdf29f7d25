import { expect, test } from 'vitest';
import { chosenDocument, documentChoices } from '../../src/discord/document-option.ts';
import { deskOf, documentOf } from '../builders/document.ts';

const long = `${'a'.repeat(120)}.md`;
const documents = [
  documentOf(['One.'], { id: 'one.md', title: 'Harbours' }),
  documentOf(['Two.'], { id: 'two.md', title: 'Harbours' }),
  documentOf(['Three.'], { id: long, title: '👩‍👩‍👧'.repeat(40) }),
];
const desk = deskOf(documents);

test('documents of one title are told apart by their paths', () => {
  expect(documentChoices('harb', desk)).toEqual([
    { name: 'Harbours · one.md', value: 'one.md' },
    { name: 'Harbours · two.md', value: 'two.md' },
  ]);
});

test('a long title is cut between characters, and a long path is sent as a hash that leads back to it', () => {
  const [choice] = documentChoices('👩', desk);
  expect(choice?.name).toMatch(/^(?:👩‍👩‍👧)+…$/u);
  expect(choice?.name.length).toBeLessThanOrEqual(100);
  expect(choice?.value).toBe(documents[2]?.hash);
  expect(chosenDocument(choice?.value ?? '', desk)).toBe(long);
});

test('nothing typed offers every document, 25 at most', () => {
  expect(documentChoices(' ', desk)).toHaveLength(3);
  const many = deskOf(
    Array.from({ length: 40 }, (_, index) => documentOf(['x'], { id: `${index}.md`, title: `T${index}` })),
  );
  expect(documentChoices('', many)).toHaveLength(25);
});

test('what was typed by hand is passed on as it is', () => {
  expect(chosenDocument('harbours', desk)).toBe('harbours');
  expect(chosenDocument(null, desk)).toBeUndefined();
  expect(chosenDocument('  ', desk)).toBeUndefined();
});
