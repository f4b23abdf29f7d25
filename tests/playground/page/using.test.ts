import { expect, it } from 'vitest';
import { deskOf } from '../../builders/document.ts';
import { eventually, last, playground, use } from './open-page.ts';

const bot = playground(deskOf([]));

it('A command in the menu of a message gets that message', async () => {
  const page = await bot.open();
  await page.keyboard.type('Eleven ferries lie at the pier');
  await page.keyboard.press('Enter');
  const message = last(page);
  await message.getByText('Eleven ferries').waitFor();
  await message.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Count words' }).click();
  await eventually(() => last(page).innerText()).toContain('6 words');

  await message.getByRole('button', { name: 'Apps' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await eventually(() => page.getByRole('menu').count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('title'))).toBe('Apps');
});

it('A form is filled in and sent, and refuses too little', async () => {
  const page = await bot.open();
  await use(page, 'form');
  const form = page.getByRole('dialog', { name: 'A quotation to check' });
  await form.getByLabel('Its words').fill('ab');
  await form.getByRole('button', { name: 'Submit' }).click();
  expect(await form.isVisible()).toBe(true);
  await form.getByLabel('Its words').fill('Eleven ferries');
  await form.getByRole('button', { name: 'Submit' }).click();
  await last(page).getByText('You wrote: Eleven ferries').waitFor();
  expect(await form.count()).toBe(0);
});

it('Every kind of option can be filled in, and one that does not fit is said', async () => {
  const page = await bot.open();
  await use(page, 'shapes', '12', 'analysts');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('alert').innerText()).toBe('count takes 9 or less.');
  await page.getByRole('combobox', { name: 'count, required' }).fill('7');
  for (const [option, value] of [
    ['colour', 'gr'],
    ['loud', 'tr'],
  ] as const) {
    await page.getByRole('button', { name: `Add ${option}` }).click();
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: 'Add file' }).click();
  const file = { name: 'list.txt', mimeType: 'text/plain', buffer: Buffer.from('eleven ferries') };
  await page.getByLabel('file: A file').setInputFiles(file);
  await page.getByRole('button', { name: 'Send' }).click();
  await eventually(() => last(page).innerText()).toContain('7 | #analysts | G | true | list.txt of 14 bytes');
});

it('Commands and channels are offered only to those who may use them', async () => {
  const page = await bot.open();
  const commands = page.getByRole('listbox', { name: 'Commands' });
  await page.keyboard.type('/lock');
  await commands.getByText('/locked').waitFor();
  await page.getByRole('button', { name: 'admins, private channel' }).waitFor();

  await page.getByLabel('You are').selectOption({ label: 'Tom' });
  await eventually(() => page.getByRole('button', { name: 'admins, private channel' }).count()).toBe(0);
  await page.getByRole('combobox', { name: 'Message #' }).fill('/lock');
  await page.getByText('No command of that name may be used here by Tom.').waitFor();

  await page.getByRole('button', { name: 'rules, channel' }).click();
  await eventually(() => page.getByRole('heading', { level: 1 }).innerText()).toContain('rules');
  await page.getByRole('combobox', { name: 'Message #' }).fill('Hello');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('may not write').waitFor();

  await page.getByLabel('You are').selectOption({ label: 'Mara · Administrators' });
  await page.getByRole('button', { name: 'Server Guests' }).click();
  await page.getByRole('button', { name: 'lobby, channel' }).waitFor();
});

it('The clock goes forward, for the page and for everything behind it', async () => {
  const page = await bot.open();
  const before = bot.clock.now();
  await page.getByRole('button', { name: 'Clock' }).click();
  await page.getByRole('button', { name: '1 hour on' }).click();
  await eventually(async () => bot.clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
  await page.getByRole('button', { name: 'To the next 08:00' }).click();
  await eventually(() => page.getByRole('button', { name: 'Clock' }).innerText()).toContain('08:00');
});
