import { beforeEach, describe, expect, test } from 'vitest';
import { createDesk } from '../../src/core/desk.ts';
import type { Document } from '../../src/core/document.ts';
import type { Quotation } from '../../src/core/quotation.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { documentOf, shownBy } from '../builders/document.ts';
import { analysisDeps } from '../builders/positions.ts';

const tern = documentOf(
  ['Tern Harbour keeps eleven ferries. The oldest of them was built in 1987.', 'Herring is taxed at the quay.'],
  { id: 'tern.md', title: 'The Tern plan' },
);
const orlow = documentOf(['Orlow has no ferries, but it has a lighthouse.'], {
  id: 'notes/orlow.md',
  title: 'Orlow at night',
});

let documents: Map<string, Document>;
let altered: Quotation[];
let desk: ReturnType<typeof createDesk>;
beforeEach(() => {
  documents = new Map([tern, orlow].map((document) => [document.id, document]));
  altered = [];
  const index = createSearch({ synonyms: [] });
  for (const document of documents.values()) index.add(document);
  desk = createDesk({
    ...analysisDeps(),
    documents,
    faults: [{ path: 'broken.md', cause: 'It is empty.', remedy: 'Fill it.' }],
    search: index.search,
    passagesLike: index.passagesLike,
    stemOf: index.stemOf,
    suggest: index.suggest,
    onAltered: (quotation) => altered.push(quotation),
  });
});
const withheld = () => altered.map(({ document, paragraph }) => `${document} ¶ ${paragraph}`);

test('a question is answered by quotations, best first, with what was searched', () => {
  const answer = desk.ask({ question: 'how many ferries does Tern Harbour keep?' });
  expect(answer).toMatchObject({
    outcome: 'found',
    question: 'how many ferries does Tern Harbour keep?',
    searched: { documents: 2, passages: 3 },
    corrections: [],
  });
  expect(shownBy(answer).map(({ document, paragraph }) => `${document} ¶ ${paragraph}`)[0]).toBe('tern.md ¶ 1');
  expect(shownBy(answer)[0]?.answer).toEqual({ start: 0, end: 34 });
});

describe('where nothing is offered as an answer, the reason is told', () => {
  test('the documents do not say; the nearest passages are listed apart', () => {
    const answer = desk.ask({ question: 'how many whales did Rudolf Hansa see from the lighthouse in Thule?' });
    expect(answer).toMatchObject({ outcome: 'not-found', reason: 'silent' });
    expect(shownBy(answer)[0]?.document).toBe('notes/orlow.md');
  });

  test('a phrase in quotation marks does not occur', () => {
    expect(desk.ask({ question: 'what of the "nine red winches"?' })).toMatchObject({
      outcome: 'not-found',
      reason: 'phrase',
      nearest: [],
    });
  });

  test.each(['   ', '🚢', 'what is it about?'])('there is no word to search for: “%s”', (question) => {
    expect(desk.ask({ question })).toMatchObject({
      outcome: 'not-found',
      reason: 'wordless',
      nearest: [],
      headings: [],
    });
  });
});

describe('one document', () => {
  test.each(['tern.md', 'TERN.MD', 'The Tern plan', ' the tern PLAN '])(
    'is asked alone, by path or title: “%s”',
    (document) => {
      const answer = desk.ask({ question: 'ferries', document });
      expect(answer.searched).toEqual({ documents: 1, passages: 2 });
      expect(new Set(shownBy(answer).map((quotation) => quotation.document))).toEqual(new Set(['tern.md']));
    },
  );

  test('whose title another bears too is asked for by its path', () => {
    documents.set(
      'copy.md',
      documentOf(['Tern Harbour keeps two ferries.'], { id: 'copy.md', title: 'The Tern plan' }),
    );
    expect(() => desk.ask({ question: 'ferries', document: 'the tern plan' })).toThrowErrorMatchingInlineSnapshot(
      `[UserError: Several documents are called “The Tern plan”. Name one by its path: tern.md, copy.md.]`,
    );
    expect(desk.ask({ question: 'ferries', document: 'copy.md' }).searched).toEqual({ documents: 1, passages: 1 });
  });

  test('that is not there is a fault with the nearest titles', () => {
    expect(() => desk.ask({ question: 'ferries', document: 'Tern plans' })).toThrowErrorMatchingInlineSnapshot(
      `[UserError: There is no document called “Tern plans”. Did you mean “The Tern plan”?]`,
    );
  });

  test('that resembles none points to the list', () => {
    expect(() => desk.ask({ question: 'ferries', document: 'zzzzzz' })).toThrowErrorMatchingInlineSnapshot(
      `[UserError: There is no document called “zzzzzz”. Write its title, or its path in the folder of the documents.]`,
    );
    expect(() => desk.ask({ question: 'ferries', document: 'zzzzzz' })).toThrow(
      expect.objectContaining({ code: 'unknown-document' }),
    );
  });

  test('of a name without end is quoted in part', () => {
    expect(() => desk.ask({ question: 'ferries', document: 'z'.repeat(5000) })).toThrow(
      /^There is no document called “z{100}”\./u,
    );
  });
});

describe('a quotation that is not verbatim in that moment is withheld and reported', () => {
  test('when another text took the place of the one that was indexed', () => {
    documents.set('tern.md', documentOf(['None.', 'Herring is taxed.'], { id: 'tern.md' }));
    expect(shownBy(desk.ask({ question: 'how many ferries does Tern Harbour keep?' })).map(({ text }) => text)).toEqual(
      ['Orlow has no ferries, but it has a lighthouse.'],
    );
    expect(withheld()).toEqual(['tern.md ¶ 1', 'tern.md ¶ 2']);
  });

  test('when the document changed after it was quoted', () => {
    const quotations = shownBy(desk.ask({ question: 'how many ferries does Tern Harbour keep?' }));
    expect(desk.verified(quotations)).toEqual(quotations);
    documents.set('tern.md', { ...tern, hash: 'another' });
    expect(desk.verified(quotations).map(({ document }) => document)).toEqual(['notes/orlow.md']);
    expect(withheld()).toEqual(['tern.md ¶ 1', 'tern.md ¶ 2']);
  });

  test('and one whose document is gone is not quoted at all', () => {
    documents.delete('tern.md');
    const answer = desk.ask({ question: 'how many ferries does Tern Harbour keep?' });
    expect(answer.searched).toEqual({ documents: 1, passages: 1 });
    expect(shownBy(answer).map(({ document }) => document)).toEqual(['notes/orlow.md']);
  });
});

test('the library lists what is served and what could not be', () => {
  expect(desk.library()).toEqual({
    documents: [tern, orlow],
    faults: [{ path: 'broken.md', cause: 'It is empty.', remedy: 'Fill it.' }],
  });
});

test('documents are suggested as someone types', () => {
  expect(desk.suggest('night').map(({ id }) => id)).toEqual(['notes/orlow.md']);
});
