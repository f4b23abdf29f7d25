import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { islandDesk } from '../../builders/island-world.ts';
import { eventually, last, playground, use } from './open-page.ts';

const bot = playground(islandDesk());

/** What axe finds in the page as it is now that keeps somebody from using it. */
async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { preload: false, resultTypes: ['violations'] }),
  );
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}

it.each(['dark', 'light'] as const)('Nothing keeps anybody from using the page (%s)', async (colorScheme) => {
  const page = await bot.open({ colorScheme });
  await use(page, 'ask', 'How large is the catch of herring?');
  await last(page).getByRole('button', { name: 'Context 1' }).click();
  await page.getByText('Only you can see this').first().waitFor();
  await use(page, 'compare', 'Orland', 'North Vesk');
  await last(page).locator('.attachment').waitFor();
  await page.keyboard.insertText(
    '# Head\n**b** *i* __u__ ~~s~~ ||hidden|| `code` <#1> <t:1700000000:R> [link](https://example.org)\n> quoted\n-# small\n- one\n```\ncode\n```',
  );
  await page.keyboard.press('Enter');
  await last(page).getByText('quoted').waitFor();
  expect(await barriers(page)).toEqual([]);

  await page.getByRole('button', { name: 'Exchange with the bot' }).click();
  await page.keyboard.type('/');
  await page.getByRole('listbox', { name: 'Commands' }).waitFor();
  expect(await barriers(page)).toEqual([]);

  await use(page, 'actor', 'Orland');
  await last(page).getByRole('button', { name: 'Topic' }).click();
  await page.getByRole('listbox', { name: 'Topic' }).waitFor();
  expect(await barriers(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await use(page, 'form');
  await page.getByRole('dialog').waitFor();
  expect(await barriers(page)).toEqual([]);
});

it('The theme follows the system, and can be chosen', async () => {
  const page = await bot.open({ colorScheme: 'light' });
  const back = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await back()).toBe('rgb(255, 255, 255)');
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await eventually(back).toBe('rgb(49, 51, 56)');
  await page.reload();
  await eventually(back).toBe('rgb(49, 51, 56)');
});

it('On a telephone everything fits, and the places open over the messages', async () => {
  const page = await bot.open({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
  await use(page, 'compare', 'Orland', 'North Vesk');
  await last(page).locator('.attachment').waitFor();
  const columns = last(page).locator('.row-2 .field');
  const [above, below] = await Promise.all([columns.nth(0).boundingBox(), columns.nth(1).boundingBox()]);
  expect(above?.x).toBe(below?.x);
  const widths = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    ...[...document.querySelectorAll('.scroll, .composer, header')].map((element) => element.scrollWidth),
  ]);
  expect(Math.max(...widths)).toBeLessThanOrEqual(360);

  await page.getByRole('button', { name: 'Servers and channels' }).click();
  await page.getByRole('button', { name: 'briefings, channel' }).click();
  await eventually(() => page.getByRole('heading', { level: 1 }).innerText()).toContain('briefings');
  expect(await page.getByRole('button', { name: 'briefings, channel' }).isVisible()).toBe(false);
});
