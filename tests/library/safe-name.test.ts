import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberedName, safeName } from '../../src/library/safe-name.ts';

test.each([
  ['report.pdf', 'report.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\Report (final).docx', 'Report (final).docx'],
  ['.hidden.md', 'hidden.md'],
  ['~$letter.docx', '$letter.docx'],
  ['a\u0007b\u202egnp.md', 'a-b-gnp.md'],
  ['what? *now*.txt', 'what- -now.txt'],
  ['CON.txt', 'file-CON.txt'],
  ['..', 'document'],
  ['', 'document'],
  ['.pdf', 'pdf'],
  ['日本語.pdf', '日本語.pdf'],
  [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(88)}.pdf`],
])('%s is kept as %s', (given, kept) => {
  expect(safeName(given)).toBe(kept);
});

test('no name leads out of its folder, is hidden, or is too long for a disk', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (given) => {
      const name = safeName(given);
      expect(name).not.toMatch(/[/\\\p{Cc}]|^\.|^$/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      expect(safeName(name)).toBe(name);
    }),
  );
});

test('a taken name gets a number before its ending', () => {
  expect([numberedName('report.pdf', 2), numberedName('notes', 3)]).toEqual(['report-2.pdf', 'notes-3']);
});
