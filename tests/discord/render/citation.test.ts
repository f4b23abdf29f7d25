import { expect, test } from 'vitest';
import { renderCitation } from '../../../src/discord/render/citation.ts';
import { documentOf, quotationOf } from '../../builders/document.ts';

const quotation = quotationOf(
  documentOf(['The quay is deep.'], { title: 'Ports', headings: ['Depth'], date: '2024' }),
  1,
);

test('a citation names the page before the paragraph, where the document has pages', () => {
  expect(renderCitation(quotation, 1)).toBe('**1** · Ports › Depth · ¶ 1 · 2024');
  expect(renderCitation({ ...quotation, page: 4 }, 1)).toBe('**1** · Ports › Depth · p. 4 · ¶ 1 · 2024');
  expect(renderCitation({ ...quotation, page: 4, lastPage: 5 })).toBe('Ports › Depth · pp. 4–5 · ¶ 1 · 2024');
});
