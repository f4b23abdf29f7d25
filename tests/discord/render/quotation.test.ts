import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotedText, renderQuotation } from '../../../src/discord/render/quotation.ts';
import { quotations } from '../../builders/arbitrary.ts';
import { documentOf, quotationOf } from '../../builders/document.ts';

test('every line is quoted, and bold ends with its line', () => {
  const list = documentOf(['Ports:\n- **Alma** quay\n  2) Brig [old]']);
  const quotation = { ...quotationOf(list, 1), answer: { start: 0, end: list.text.length } };
  expect(renderQuotation(quotation, 200, { bold: true })).toMatchInlineSnapshot(`
    "> **Ports:**
    > **\\- \\*\\*Alma\\*\\* quay**
    >   **2\\) Brig \\[old\\]**"
  `);
});

test('the words can be read back out of a quotation, bold and cuts and all', () => {
  const document = documentOf(['First […] one. Second **one**. Third one.']);
  const block = renderQuotation(quotationOf(document, 1, { words: 'Second' }), 60, { bold: true });
  expect(block).toBe('> First \\[…\\] one. **Second \\*\\*one\\*\\*.** […]');
  expect(quotedText(block)).toBe('First […] one. Second **one**.');
});

test('whatever the text and the budget, a quotation fits and is word for word', () => {
  fc.assert(
    fc.property(quotations, fc.integer({ min: 60, max: 1500 }), fc.boolean(), (quotation, budget, bold) => {
      const block = renderQuotation(quotation, budget, { bold });
      expect(block.length).toBeLessThanOrEqual(budget);
      expect(block.split('\n').every((line) => line.startsWith('> '))).toBe(true);
      expect(quotation.text).toContain(quotedText(block));
    }),
    { numRuns: 500 },
  );
});
