import { expect, test } from 'vitest';
import { altText } from '../../../src/discord/picture/alt-text.ts';
import { smallMatrix } from './sample.ts';

const [row] = smallMatrix('').rows;

test('an alt text that is too long says how many rows it leaves out', () => {
  const rows = Array.from({ length: 60 }, (_, index) => ({
    name: `Ministry number ${index + 1}`,
    cells: row?.cells ?? [],
  }));
  const text = altText({ ...smallMatrix('Budget'), rows, note: 'Positions in 6 documents.' });
  const said = text.split('\n').filter((line) => line.startsWith('Ministry')).length;
  expect(text.length).toBeLessThanOrEqual(1024);
  expect(said).toBeGreaterThan(20);
  expect(text).toContain(`… and ${60 - said} more rows that find no room here.`);
  expect(text.endsWith('Positions in 6 documents.')).toBe(true);
});

test('a row with nothing in it is said to have none', () => {
  expect(altText({ ...smallMatrix('Budget'), rows: [{ name: 'Iran', cells: [undefined] }] })).toContain('Iran: none.');
  const silent = { ...smallMatrix('Budget', 'Iran', 'Japan'), silent: 'silent' };
  expect(altText({ ...silent, rows: [{ name: 'Budget', cells: [undefined] }] })).toContain('Budget: Japan silent.');
});

test('even a title of any length leaves the alt text within the limit of Discord', () => {
  const text = altText(smallMatrix('🇯🇵'.repeat(600)));
  expect(text.length).toBeLessThanOrEqual(1024);
  expect(text.isWellFormed()).toBe(true);
});
