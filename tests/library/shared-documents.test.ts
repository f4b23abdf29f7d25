import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/library/read-library.ts';

const folder = join(process.env['ATTACHE_SHARED'] ?? '../shared', 'documents');

describe.skipIf(!existsSync(folder))(
  'two real articles, one with a paragraph a line, one with blank lines',
  async () => {
    const { documents, faults } = existsSync(folder) ? await readLibrary(folder) : { documents: [], faults: [] };
    const linesOf = async (id: string) =>
      (await readFile(join(folder, id), 'utf8')).split('\n').filter((line) => line.trim() !== '');

    test('are served without faults, in English', () => {
      expect(faults).toEqual([]);
      expect(documents.map(({ language, passages }) => [language, passages.length])).toEqual([
        ['en', 29],
        ['en', 33],
      ]);
    });

    test('have a passage for each line, numbered as the lines are', async () => {
      for (const { id, text, passages } of documents) {
        expect(passages.map(({ paragraph }) => paragraph)).toEqual(passages.map((_, index) => index + 1));
        expect(passages.map(({ start, end }) => text.slice(start, end))).toEqual(
          (await linesOf(id)).map((line) => line.trim()),
        );
      }
    });

    test('have their section titles as headings, and an invitation to comment is one too', () => {
      const headings = documents.map(({ passages }) =>
        passages.filter(({ kind }) => kind === 'heading').map(({ paragraph }) => paragraph),
      );
      expect(headings).toEqual([
        [12, 18],
        [1, 6, 14, 26, 33],
      ]);
      expect(documents[1]?.passages[6]?.headings).toEqual([documents[1]?.title, 'Participation in Summits']);
    });

    test('take their title from the heading on top, else from the first sentence', async () => {
      const [first, second] = documents;
      expect(second?.title).toBe((await linesOf(second?.id ?? ''))[0]);
      expect(first?.title).toMatch(/^Given the tensions .*…$/u);
      expect(first?.title.length).toBeLessThanOrEqual(81);
    });
  },
);
