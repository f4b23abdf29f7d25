import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, vi } from 'vitest';
import type { Desk } from '../../../src/core/desk.ts';
import { startBot } from '../../../src/discord/start-bot.ts';
import { createClock } from '../../../src/playground/clock.ts';
import { openPage } from '../../../src/playground/page-server.ts';
import { startStandIn } from '../../../src/playground/stand-in.ts';
import { always, ownCommands, servicesOf } from '../../builders/bot.ts';
import { launchBrowser } from '../../builders/browser.ts';
import { readableLog } from '../../builders/log.ts';
import { testCommands } from './test-commands.ts';

/** Milliseconds after which something that should show on a page is missed; the machine may have much else to do. */
const PATIENCE = 10_000;
vi.setConfig({ testTimeout: 3 * PATIENCE, hookTimeout: 6 * PATIENCE });

/**
 * The playground with the real bot over a desk, in one browser for all tests of a file. After each test no page may have
 * written an error, asked anything of another machine, or let the bot break a rule that `provoked` does not allow.
 */
export function playground(desk: Desk) {
  const troubles: string[] = [];
  const { log, entries } = readableLog();
  const clock = createClock();
  let browser: Browser;
  let running: Awaited<ReturnType<typeof start>>;
  let provoked: readonly unknown[] = [];

  async function start() {
    const standIn = await startStandIn({ now: clock.now });
    const [address, bot] = await Promise.all([
      openPage({ standIn, clock }),
      startBot({
        token: 'token',
        apiUrl: standIn.apiUrl,
        servicesFor: always(servicesOf(desk)),
        log,
        commands: [...(await ownCommands()), ...testCommands],
      }),
    ]);
    return { standIn, address, bot };
  }

  beforeAll(async () => {
    [browser, running] = await Promise.all([launchBrowser(), start()]);
  });
  afterAll(async () => {
    await browser.close();
    await running.bot.stop();
    await running.standIn.stop();
  });
  afterEach(() => {
    expect(troubles.splice(0)).toEqual([]);
    expect(running.standIn.violations.slice()).toEqual(provoked);
  });

  return {
    clock,
    entries,
    standIn: () => running.standIn,
    address: () => running.address,
    /** Violations that the tests up to here provoke on purpose. */
    provokes: (violations: readonly unknown[]) => void (provoked = violations),
    /** Opens the page as a new visitor and waits until it can be used. */
    async open(options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({
        viewport: { width: 1000, height: 800 },
        colorScheme: 'dark',
        ...options,
      });
      onTestFinished(() => context.close());
      const page = await context.newPage();
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
      });
      page.on('pageerror', (error) => troubles.push(String(error)));
      page.on('request', (request) => {
        const { host, protocol } = new URL(request.url());
        if (protocol !== 'data:' && host !== new URL(running.address).host) troubles.push(`asks ${request.url()}`);
      });
      page.on('websocket', (socket) => {
        if (new URL(socket.url()).host !== new URL(running.address).host) troubles.push(`asks ${socket.url()}`);
      });
      page.setDefaultTimeout(PATIENCE);
      await page.goto(running.address);
      await page.locator('.channel').first().waitFor({ state: 'attached' });
      return page;
    },
  };
}

/** Types a command with the values of its first options. */
export async function fillIn(page: Page, command: string, ...values: readonly string[]): Promise<void> {
  await page.getByRole('combobox', { name: 'Message #' }).fill(`/${command}`);
  await page.locator('#entry-0').waitFor();
  await page.keyboard.press('Enter');
  for (const [index, value] of values.entries()) {
    if (index > 0) await page.keyboard.press('Tab');
    await page.keyboard.insertText(value);
  }
}

/** The same, and sends it. */
export async function use(page: Page, command: string, ...values: readonly string[]): Promise<void> {
  await fillIn(page, command, ...values);
  await page.keyboard.press('Enter');
}

/** The latest message of the channel that is open. */
export function last(page: Page) {
  return page.locator('.messages > ol > li').last();
}

/** Waits until what is read from a page is as expected. */
export function eventually<Read>(read: () => Promise<Read>) {
  return expect.poll(read, { timeout: PATIENCE });
}
