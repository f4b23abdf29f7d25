import { expect, it } from 'vitest';
import { islandDesk } from '../../builders/island-world.ts';
import { eventually, last, playground, use } from './open-page.ts';

const bot = playground(islandDesk());

it('A topic is chosen from the list below a card, by mouse and by keyboard', async () => {
  const page = await bot.open();
  await use(page, 'actor', 'Orland');
  const card = last(page);
  await card.getByRole('button', { name: 'Topic' }).click();
  await page.getByRole('listbox', { name: 'Topic' }).getByText('Ferries').click();
  await eventually(() => card.innerText()).toContain('Orland plans to open a ferry');
  await eventually(() => card.innerText()).not.toContain('herring');
  expect(await card.getByRole('button', { name: 'Topic: Ferries' }).innerText()).toBe('Ferries');

  await card.getByRole('button', { name: 'Topic' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('fi');
  await page.keyboard.press('Enter');
  await eventually(() => card.innerText()).toContain('herring');
});

it('A comparison comes with its picture, and with words for those who do not see it', async () => {
  const page = await bot.open();
  await use(page, 'compare', 'Orland', 'North Vesk');
  const picture = last(page).getByRole('img', { name: 'Orland and North Vesk' });
  await picture.waitFor();
  await eventually(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
  const columns = last(page).locator('.row-2 .field');
  const [left, right] = await Promise.all([columns.nth(0).boundingBox(), columns.nth(1).boundingBox()]);
  expect(left?.y).toBe(right?.y);
  expect(left?.x).toBeLessThan(right?.x ?? 0);
});
