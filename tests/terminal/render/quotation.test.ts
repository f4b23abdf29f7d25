import { expect, test } from 'vitest';
import { renderCitation } from '../../../src/terminal/render/quotation.ts';
import { documentOf, quotationOf } from '../../builders/document.ts';

test('a citation names the page before the paragraph, where the document has pages', () => {
  const quotation = quotationOf(documentOf(['The quay is deep.']), 1);
  expect(renderCitation({ ...quotation, page: 4 }, { width: 80, colour: false })).toEqual([
    '  Harbours · p. 4 · ¶ 1 · harbours.md',
  ]);
});
