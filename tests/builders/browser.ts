import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';

/** A browser that comes with a package, so that any machine has it; also for the superuser, and with nothing installed. */
export async function launchBrowser(): Promise<Browser> {
  return driver.launch({
    // In a single process, as the package proposes, closing a page would end the browser.
    args: chromium.args.filter((argument) => argument !== '--single-process'),
    executablePath: await chromium.executablePath(),
  });
}
