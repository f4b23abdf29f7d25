import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../../builders/browser.ts';
import { FILES } from './documents.ts';
import { eventually, fillIn, last } from './open-page.ts';

const root = join(import.meta.dirname, '../../..');

/** The program as people start it, without a token; gives the address that it names. */
async function startProgram(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-digest-'));
  await Promise.all(Object.entries(FILES).map(([name, text]) => writeFile(join(folder, name), text)));
  const program = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: { ...process.env, DISCORD_TOKEN: '', KNOWLEDGE_DIR: folder, DATA_DIR: join(folder, 'data'), TZ: 'UTC' },
  });
  onTestFinished(async () => {
    const ended = once(program, 'exit');
    program.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true });
  });
  const [said] = (await once(program.stdout, 'data')) as [Buffer];
  return /http:\S+?(?=[ ,])/u.exec(String(said))?.[0] ?? String(said);
}

it('A digest is set up, and its morning watched by moving the clock', async () => {
  const [address, browser] = await Promise.all([startProgram(), launchBrowser()]);
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ timezoneId: 'UTC' });
  await page.goto(address);
  await page.locator('.channel').first().waitFor();

  await fillIn(page, 'digest set', 'briefings', '08:00', 'UTC');
  await page.getByRole('button', { name: 'Add days' }).click();
  await page.keyboard.insertText('mon,tue,wed,thu,fri,sat,sun');
  await page.keyboard.press('Enter');
  await eventually(() => last(page).innerText()).toContain('08:00');

  await page.getByRole('button', { name: 'briefings, channel' }).click();
  await page.getByRole('button', { name: 'Clock' }).click();
  await page.getByRole('button', { name: 'To the next 08:00' }).click();
  await eventually(() => last(page).innerText()).toContain('POSITION OF THE DAY');
  expect(await page.getByText('Only you can see this').count()).toBe(0);

  await last(page).getByRole('button', { name: 'Ask' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox').fill('How old is the oldest of the ferries?');
  await form.getByRole('button', { name: 'Submit' }).click();
  await eventually(() => last(page).innerText()).toContain('The oldest of the ferries was built in 1987.');
  expect(await page.getByRole('alert').count()).toBe(0);
});
