import { expect, test } from 'vitest';
import type { Added } from '../../../src/core/added-document.ts';
import type { Document } from '../../../src/core/document.ts';
import { assertWithinLimits } from '../../../src/discord/limits.ts';
import { renderDocument, renderDocuments, renderSearched } from '../../../src/discord/render/documents.ts';
import { type FileProgress, renderAdding, renderRemoval } from '../../../src/discord/render/knowledge.ts';
import { documentOf, quotationOf } from '../../builders/document.ts';
import { showReply } from '../../builders/show-reply.ts';
import { storedDocumentOf } from '../../builders/stored.ts';

/** Every letter of it takes two once it is escaped. */
const long = '*_'.repeat(2000);
const worst: Document = documentOf([long], {
  id: `/123456789012345678/${long}.md`,
  title: long,
  author: long,
  publisher: long,
  date: long,
  url: `https://example.org/${'x'.repeat(270)}`,
  tags: Array.from({ length: 20 }, (_, at) => `${at}${long}`),
});
const { bytes: _, ...stored } = storedDocumentOf({ name: `${'x'.repeat(170)}.md`, shared: true });
const fault = { path: long, cause: long, remedy: long };
const added: Added = { stored: { ...stored, size: 10 ** 12 }, document: worst, faults: [fault] };

const states: readonly FileProgress['state'][] = [
  'waiting',
  'reading',
  { outcome: 'added', added, document: worst, namesake: true },
  { outcome: 'duplicate', title: long, own: false },
  { outcome: 'unreadable', fault },
  { outcome: 'failed', cause: long, remedy: long },
  { outcome: 'too-large', most: 10 ** 12, size: 10 ** 12 },
  { outcome: 'too-many', most: 10 ** 12 },
  { outcome: 'too-much', most: 10 ** 12, used: 0, size: 10 ** 12 },
];

test.each(states)('ten files of which the longest is to be told fit into one reply', (state) => {
  const named = (name: string): FileProgress['state'] =>
    typeof state === 'object' && state.outcome === 'added'
      ? { ...state, added: { ...added, stored: { ...added.stored, name } } }
      : state;
  const files = Array.from({ length: 10 }, (_, at) => ({ name: long, state: named(`${at}${added.stored.name}`) }));
  expect(() => assertWithinLimits(renderAdding(files))).not.toThrow();
  expect(() => assertWithinLimits(renderAdding(files.slice(0, 1)))).not.toThrow();
});

test('the longest of documents fits wherever it is shown', () => {
  const documents = Array.from({ length: 30 }, (_, at) => ({ ...worst, id: `${worst.id}${at}` }));
  const faults = Array.from({ length: 30 }, () => fault);
  const actor = { id: 'a', name: long, type: 'person', aliases: [], demonyms: [], capitals: [], metonyms: [] } as const;
  const speakers = Array.from({ length: 9 }, () => ({ actor, positions: 10 ** 9, mentions: 10 ** 9 }));
  for (const reply of [
    renderDocuments({ documents, page: 0, faults }),
    renderDocuments({ documents, page: 2, faults }),
    renderDocuments({ documents: [], page: 7, faults: [] }),
    renderSearched(documents, long),
    renderDocument({ document: worst, opening: quotationOf(worst, 1), speakers }, added),
    renderRemoval(added),
  ])
    expect(() => assertWithinLimits(reply)).not.toThrow();
});

test('before anything of a shared document is deleted, it is said who loses it', () => {
  const document = documentOf(['x'], { title: 'The *tides*' });
  expect(
    showReply(renderRemoval({ stored: { ...stored, name: 'tides.md', size: 1 }, document, faults: [] })),
  ).toMatchInlineSnapshot(`
      "Delete “The \\*tides\\*” (tides.md)?
      Its file, its text, its place in the index and what was found in it are deleted. Every server loses it, for it is shared. What was quoted from it in messages stays there.
      [Delete it] [Keep it]"
    `);
});
