import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDesk } from '../../src/core/desk.ts';
import type { Document } from '../../src/core/document.ts';
import { isVerbatim } from '../../src/core/quotation.ts';
import { parseDocument } from '../../src/library/parse-document.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { hostileText } from '../builders/arbitrary.ts';
import { shownBy } from '../builders/document.ts';
import { analysisDeps } from '../builders/positions.ts';

const synonyms = [
  { same: true, words: ['short sentence', 'brief line'] },
  { same: false, words: ['word', 'term'] },
];

/** A desk over the texts that can be served, as files of a folder. */
function deskOver(texts: readonly string[]) {
  const index = createSearch({ synonyms });
  const documents = new Map<string, Document>();
  for (const [at, text] of texts.entries()) {
    const { document } = parseDocument({ id: `${at}.${at % 2 === 0 ? 'md' : 'txt'}`, bytes: Buffer.from(text) });
    if (!document) continue;
    documents.set(document.id, document);
    index.add(document);
  }
  const deps = { ...index, documents, faults: [] };
  const altered: unknown[] = [];
  return {
    documents,
    altered,
    desk: createDesk({ ...analysisDeps(), ...deps, onAltered: (one) => altered.push(one) }),
  };
}

const text = fc.oneof(hostileText(), fc.string({ unit: 'grapheme', maxLength: 200 }), fc.lorem({ maxCount: 40 }));
/** A piece of one of the texts, or anything. */
const asked = fc.oneof(
  fc.record({
    of: fc.nat({ max: 2 }),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 60 }),
    quoted: fc.boolean(),
  }),
  hostileText(20),
);

function pieceOf(text: string, { from, length }: { from: number; length: number }): string {
  const at = Math.floor(from * text.length);
  return text.slice(at, at + length);
}

test('any text in, every quotation out is a verbatim span of its document with the answer and the matches inside', {
  timeout: 30_000,
}, () => {
  let quoted = 0;
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), asked, (texts, ask) => {
      const { documents, altered, desk } = deskOver(texts);
      const piece = typeof ask === 'string' ? ask : pieceOf(texts[ask.of % texts.length] ?? '', ask);
      const question = typeof ask !== 'string' && ask.quoted ? `"${piece}"` : piece;
      const answer = desk.ask({ question });
      expect(altered).toEqual([]);
      const quotations = shownBy(answer);
      expect(quotations.length).toBeLessThanOrEqual(10);
      expect(new Set(quotations.map(({ document, start }) => `${document} ${start}`)).size).toBe(quotations.length);
      for (const quotation of quotations) {
        quoted++;
        expect(isVerbatim(quotation, documents.get(quotation.document))).toBe(true);
        for (const { start, end } of quotation.matches) {
          expect(start).toBeGreaterThanOrEqual(quotation.start);
          expect(end).toBeLessThanOrEqual(quotation.end);
          expect(start).toBeLessThan(end);
        }
      }
      expect(answer.confidence).toBeGreaterThanOrEqual(0);
      expect(answer.confidence).toBeLessThanOrEqual(1);
    }),
    { numRuns: 250 },
  );
  expect(quoted).toBeGreaterThan(30);
});
