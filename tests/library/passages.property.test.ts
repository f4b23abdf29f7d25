import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsedFrom } from './parsed.ts';

/** Text rich in what the parser looks at: marks, breaks, indents, quotation marks, several scripts, very long runs. */
const piece = fc.oneof(
  fc.constantFrom(
    '\n',
    '\n\n',
    '\r\n',
    '    ',
    '> ',
    '- ',
    '1. ',
    '# ',
    '---\n',
    '```\n',
    '| a |\n|--|\n',
    '<!-- ',
    ' -->',
    '  \n',
  ),
  fc.constantFrom(
    'title: x\n',
    '[a]: https://a.example\n',
    '===',
    '* * *',
    '\u3000',
    '\u00a0',
    '\ufeff',
    '\f',
    '\u2028',
    '“',
    '”',
    '. ',
  ),
  fc.constantFrom(
    '部隊を送る。',
    '장관은 ',
    'قال الوزير ',
    '👩🏽‍🚀',
    'e\u0301',
    '\u095c',
    'The minister left. ',
    'x'.repeat(7000),
    'word '.repeat(2000),
  ),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);
const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

test('any text in, every passage out is a verbatim, trimmed, quotable slice, in order and numbered upwards', () => {
  fc.assert(
    fc.property(text, fc.constantFrom('a.md', 'a.txt'), (input, id) => {
      const { document, faults } = parsedFrom(input, id);
      if (!document) {
        expect(faults.length).toBeGreaterThan(0);
        return;
      }
      let end = 0;
      let paragraph = 0;
      for (const passage of document.passages) {
        const slice = document.text.slice(passage.start, passage.end);
        expect(slice).not.toBe('');
        expect(slice).toBe(slice.trim());
        expect(slice.length).toBeLessThanOrEqual(6000);
        expect(passage.start).toBeGreaterThanOrEqual(end);
        expect(passage.end).toBeLessThanOrEqual(document.text.length);
        expect(passage.paragraph).toBeGreaterThan(paragraph);
        ({ end, paragraph } = passage);
      }
      expect(document.title).not.toBe('');
    }),
    { numRuns: 400 },
  );
});

test('joining lines changes white space and quotation marks only: no word is lost, added or moved', () => {
  const words = (of: string) => of.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  fc.assert(
    fc.property(text, fc.constantFrom('a.md', 'a.txt'), (input, id) => {
      const { document } = parsedFrom(input, id);
      if (document)
        expect(words(document.text).join('')).toBe(words(input.replace(/^\ufeff/u, '').toWellFormed()).join(''));
    }),
    { numRuns: 400 },
  );
});
