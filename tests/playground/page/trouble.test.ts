import { expect, it } from 'vitest';
import { deskOf } from '../../builders/document.ts';
import { eventually, last, playground, use } from './open-page.ts';

const bot = playground(deskOf([]));

it('Without documents the bot says so', async () => {
  const page = await bot.open();
  await use(page, 'ask', 'How many ferries are there?');
  await eventually(() => last(page).innerText()).toContain('There are no documents');
});

it('A command that fails is answered kindly, and the panel and the log show what was sent', async () => {
  const page = await bot.open();
  await use(page, 'broken');
  await eventually(() => last(page).innerText()).toContain('Only you can see this');
  expect(await last(page).innerText()).not.toContain('winch');
  await page.getByRole('button', { name: 'Exchange with the bot' }).click();
  const panel = page.getByRole('complementary', { name: 'Exchange with the bot' });
  await panel
    .getByText(/callback → (200|204)/u)
    .first()
    .click();
  expect(await panel.locator('pre').first().innerText()).toContain('"flags": 64');
  expect(JSON.stringify(bot.entries)).toContain('The winch has jammed');
});

it('A command that never answers is said not to have responded', async () => {
  const page = await bot.open();
  await use(page, 'silent');
  await page.getByText('Sending command…').waitFor();
  await page.locator('.fault', { hasText: 'The application did not respond' }).waitFor();
  await page.getByRole('button', { name: 'Dismiss message' }).last().click();
  await eventually(() => page.locator('.fault').count()).toBe(0);
});

it('A command that takes its time is seen to think', async () => {
  const page = await bot.open();
  await use(page, 'slow');
  await page.getByText('Attaché is thinking…').waitFor();
  await last(page).getByText('The tide has turned.').waitFor();
  expect(await page.getByText('Attaché is thinking…').count()).toBe(0);
});

it('What Discord would refuse is an error in the page', async () => {
  const page = await bot.open();
  await use(page, 'wrong');
  const alert = page.getByRole('alert');
  await alert.getByText('Discord would refuse this').waitFor();
  expect(await alert.innerText()).toContain('Must be 2000 or fewer in length');
  await alert.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('complementary').getByText('Must be 2000 or fewer in length').first().waitFor();
  await page.reload();
  await alert.getByText('Discord would refuse this').waitFor();
  bot.provokes([expect.stringContaining('Must be 2000 or fewer in length')]);
});

it('A lost connection is said, and found again with what came meanwhile', async () => {
  const page = await bot.open();
  await page.routeWebSocket(/page\/socket/u, (socket) => {
    socket.connectToServer();
    setTimeout(() => socket.close({ code: 4000 }), 600);
  });
  await page.reload();
  await page.getByText('The connection to the playground is lost').waitFor();
  bot.standIn().write({ channel: 'general', member: 'tom', content: 'Said meanwhile.' });
  await page.getByText('Said meanwhile.').first().waitFor();
});

it('Ten thousand messages leave the page usable', async () => {
  for (let count = 1; count <= 10_000; count++) {
    bot.standIn().write({ channel: 'briefings', member: 'tom', content: `Note ${count} of the harbour` });
  }
  const page = await bot.open();
  await page.getByRole('button', { name: 'briefings, channel' }).click();
  await last(page).getByText('Note 10000 of the harbour').waitFor();
  const messages = page.locator('.messages > ol > li');
  expect(await messages.count()).toBeLessThan(101);
  const region = page.getByRole('region', { name: 'Messages of #briefings' });
  await region.evaluate((element) => element.scrollTo({ top: -element.scrollHeight }));
  await eventually(() => messages.count()).toBeGreaterThan(101);
  await use(page, 'ask', 'How many notes are there?');
  await eventually(() => last(page).innerText()).toContain('no documents');
});
