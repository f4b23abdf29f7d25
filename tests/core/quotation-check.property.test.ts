import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Document } from '../../src/core/document.ts';
import { checkQuotation } from '../../src/core/quotation-check.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { hostileText } from '../builders/arbitrary.ts';
import { documentOf } from '../builders/document.ts';

function depsOver(documents: readonly Document[]) {
  const index = createSearch({ synonyms: [] });
  for (const document of documents) index.add(document);
  const byId = new Map(documents.map((document) => [document.id, document]));
  return { ...index, documents: byId, verified: <T>(quotations: readonly T[]) => quotations };
}

const english =
  `the of a in and is was quay ferry council harbour winter lighthouse repaired promised seven eleven deeper
  temporary stands never fishermen asked oil month every year painted before again`.split(/\s+/u);
const chinese = Array.from('港口很旧渡轮在冬天不开因为冰封住了码头灯塔每月烧掉油');
const word = fc.constantFrom(...english);
const sentence = fc.array(word, { minLength: 4, maxLength: 14 }).map((words) => `${words.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '));
const unspaced = fc
  .array(fc.constantFrom(...chinese), { minLength: 12, maxLength: 60 })
  .map((signs) => `${signs.join('')}。`);
const documents = fc
  .array(
    fc.array(fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 1, arbitrary: unspaced }), {
      minLength: 1,
      maxLength: 5,
    }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((all) => all.map((paragraphs, at) => documentOf(paragraphs, { id: `${at}.md`, title: `Notes ${at}` })));
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** A stretch of a document from one word to another, over paragraphs too. */
function spanOf(all: readonly Document[], which: number, from: number, length: number): string | undefined {
  const { text } = all[which % all.length] as Document;
  const words = [...text.matchAll(/\p{sc=Han}|[^\s\p{sc=Han}]+/gu)];
  const first = Math.floor(from * (words.length - 1));
  const last = words[Math.min(words.length - 1, first + length - 1)];
  return last && text.slice(words[first]?.index, last.index + last[0].length);
}

test('any stretch of a document is verbatim, in marks, in a block and bare', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(
      documents,
      fc.nat(),
      share,
      fc.integer({ min: 3, max: 40 }),
      fc.nat({ max: 2 }),
      (all, which, from, length, as) => {
        const span = spanOf(all, which, from, length) ?? '';
        fc.pre((span.match(/\p{sc=Han}|[a-z]+/gu)?.length ?? 0) >= 6);
        const messages = [span, `I read “${span}” once.`, `So:\n${span.replace(/^/gmu, '> ')}\nOr not?`];
        const { checked } = checkQuotation(depsOver(all), messages[as] ?? '');
        expect(checked.map(({ verdict }) => verdict)).toEqual(['verbatim']);
      },
    ),
    { numRuns: 200 },
  );
});

test('a stretch with a word in it that the document does not have is never verbatim', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(
      documents,
      fc.nat(),
      share,
      fc.integer({ min: 3, max: 30 }),
      share,
      fc.boolean(),
      (all, which, from, length, place, instead) => {
        const words = spanOf(all, which, from, length)?.split(/\s+/u) ?? [];
        fc.pre(words.length >= 3);
        const at = Math.floor(place * (words.length - 1));
        const touched = [...words.slice(0, at), 'parliament', ...words.slice(instead ? at + 1 : at)].join(' ');
        for (const { verdict } of checkQuotation(depsOver(all), `“${touched}”`).checked)
          expect(verdict).not.toBe('verbatim');
      },
    ),
    { numRuns: 200 },
  );
});

test('any message over any documents gets verdicts whose sources are what the documents say', {
  timeout: 30_000,
}, () => {
  fc.assert(
    fc.property(
      fc.array(hostileText(30), { minLength: 1, maxLength: 3 }),
      hostileText(30),
      share,
      (texts, more, from) => {
        const all = texts
          .filter((text) => text.trim() !== '')
          .map((text, at) => documentOf([text], { id: `${at}.md` }));
        fc.pre(all.length > 0);
        const piece = texts[0]?.slice(Math.floor(from * texts[0].length)) ?? '';
        const { checked } = checkQuotation(depsOver(all), `${piece}${more}`);
        for (const one of checked) {
          const sources =
            'source' in one ? one.source : 'pieces' in one ? one.pieces.flatMap(({ source }) => source) : [];
          for (const { document, start, end, text, answer } of sources) {
            expect(all.find(({ id }) => id === document)?.text.slice(start, end)).toBe(text);
            expect(start <= answer.start && answer.start < answer.end && answer.end <= end).toBe(true);
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});
