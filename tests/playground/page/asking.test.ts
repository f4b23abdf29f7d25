import { expect, it } from 'vitest';
import { HOSTILE, harbourDesk } from './documents.ts';
import { eventually, fillIn, last, playground, use } from './open-page.ts';

const bot = playground(await harbourDesk());

it('A question is asked with the keyboard alone, and answered in the words of the documents', async () => {
  const page = await bot.open();
  await page.keyboard.type('/as');
  await eventually(() => page.getByRole('listbox', { name: 'Commands' }).getByRole('option').count()).toBe(1);
  await page.keyboard.press('Tab');
  await page.keyboard.type('How old is the oldest of the ferries?');
  await page.keyboard.press('Enter');

  const reply = last(page);
  await reply.getByText('The oldest of the ferries was built in 1987.').first().waitFor();
  expect(await reply.locator('blockquote b').first().innerText()).toBe('The oldest of the ferries was built in 1987.');
  expect(await reply.innerText()).toContain('The Tern Harbour plan · ¶ 1');
  expect(await reply.locator('discord-command').evaluate((line) => line.shadowRoot?.textContent)).toMatch(
    /Mara\s+used\s+ask/u,
  );

  // Back from the box to the last message, whose buttons come before it.
  await page.keyboard.press('Escape');
  const context = page.getByRole('button', { name: 'Context 1' });
  for (let steps = 0; steps < 20 && !(await context.evaluate((button) => button === document.activeElement)); steps++) {
    await page.keyboard.press('Shift+Tab');
  }
  await page.keyboard.press('Enter');
  await eventually(() => last(page).innerText()).toContain('Only you can see this');
  expect(await last(page).innerText()).toContain('¶ 2');
});

it('“More” shows the next passages', async () => {
  const page = await bot.open();
  await use(page, 'ask', 'How many ferries leave the harbour?');
  const before = await page.locator('.messages li').count();
  await last(page).getByRole('button', { name: 'More' }).click();
  await eventually(() => page.locator('.messages li').count()).toBeGreaterThan(before);
  expect(await last(page).innerText()).toContain('The ferries cost two marks.');
});

it('Documents are offered as one types, and the one that is chosen is the only one searched', async () => {
  const page = await bot.open();
  await fillIn(page, 'ask', 'How old are the ferries?');
  await page.getByRole('button', { name: 'Add document' }).click();
  const offered = page.getByRole('listbox', { name: 'Choices for document' }).getByRole('option');
  await eventually(() => offered.allInnerTexts()).toHaveLength(3);
  await page.keyboard.type('harbour', { delay: 10 });
  await eventually(() => offered.allInnerTexts()).toEqual(['The Tern Harbour plan']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('combobox', { name: 'document' }).inputValue()).toBe('The Tern Harbour plan');
  await page.keyboard.press('Enter');
  await eventually(() => last(page).innerText()).toContain('from 1 of');
});

it('A private reply is seen by the one who asked, until it is dismissed', async () => {
  const [page, other] = await Promise.all([bot.open(), bot.open()]);
  await other.getByLabel('You are').selectOption({ label: 'Tom' });
  await fillIn(page, 'ask', 'Who decides in a storm?');
  await page.getByRole('button', { name: 'Add private' }).click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const reply = page.locator('.private', { hasText: 'Who decides in a storm?' });
  await reply.getByText('Only you can see this').waitFor();
  bot.standIn().write({ channel: 'general', member: 'jun', content: 'Heard by everyone.' });
  await other.locator('.messages').getByText('Heard by everyone.').waitFor();
  expect(await other.getByText('Who decides in a storm?').count()).toBe(0);

  await page.getByLabel('You are').selectOption({ label: 'Tom' });
  await eventually(() => page.getByText('Who decides in a storm?').count()).toBe(0);
  await page.getByLabel('You are').selectOption({ label: 'Mara · Administrators' });
  await reply.getByRole('button', { name: 'Dismiss message' }).click();
  await eventually(() => page.getByText('Who decides in a storm?').count()).toBe(0);
});

it('Whatever a document holds is shown as its words, and does nothing', async () => {
  const page = await bot.open();
  await use(page, 'ask', 'What hangs on the lighter Anna, what does she bear, where does she lie?');
  const reply = last(page);
  await eventually(() => reply.innerText()).toContain('onerror');
  const shown = (await reply.locator('blockquote').allInnerTexts()).map((text) => text.replaceAll('\u200b', ''));
  expect(shown).toEqual(expect.arrayContaining([...HOSTILE]));
  expect(
    await reply.locator('blockquote img, blockquote script, blockquote a, blockquote code, .mention').count(),
  ).toBe(0);
  expect(await page.title()).toBe('Attaché – playground');
});

it('An actor is found by a misspelt name, and a quotation opens from its card', async () => {
  const page = await bot.open();
  await use(page, 'actor', 'Icleand');
  await eventually(() => last(page).innerText()).toContain('🇮🇸 Iceland');
  await last(page).getByRole('button', { name: 'Quotation 1' }).click();
  await eventually(() => last(page).innerText()).toContain('Only you can see this');
  expect(await last(page).innerText()).toContain('Iceland wants to build two lighthouses on its northern coast.');
});

it('A quotation that somebody has posted is checked from the menu of the message', async () => {
  const page = await bot.open();
  await page.keyboard.type('They say: “The winch lifts nine tonnes.”');
  await page.keyboard.press('Enter');
  await last(page).getByText('They say').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Check quotation' }).click();
  await eventually(() => last(page).innerText()).toContain('Only you can see this');
  expect(await last(page).innerText()).toContain('The Tern Harbour plan');
});
