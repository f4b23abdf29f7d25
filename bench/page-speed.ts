/**
 * How long somebody waits: from `npm start` until the page can be used, and from Enter until the reply is painted, over the
 * documents that ship. Medians of ten, in milliseconds; the browser runs already. `node bench/page-speed.ts`
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../tests/builders/browser.ts';

const RUNS = 10;
const QUESTION = 'how many Tomahawks does Japan want?';

const data = await mkdtemp(join(tmpdir(), 'attache-speed-'));
const browser = await launchBrowser();
const starts: number[] = [];
const replies: number[] = [];
// The first start bundles the page and finds positions; both are kept.
for (let run = 0; run <= RUNS; run++) {
  const since = performance.now();
  const { address, stop } = await start();
  const page = await browser.newPage();
  await page.goto(address);
  await page.locator('#say').fill('/ask');
  await page.locator('#entry-0').waitFor();
  const usable = performance.now() - since;
  const reply = await timeReply(page);
  if (run > 0) {
    starts.push(usable);
    replies.push(reply);
  }
  await page.close();
  await stop();
}
await browser.close();
await rm(data, { recursive: true });
process.stdout.write(`start until usable  ${median(starts)} ms\nEnter until reply    ${median(replies)} ms\n`);

/** Starts the playground as people do, and waits for the line that names its address. */
async function start(): Promise<{ address: string; stop: () => Promise<void> }> {
  const root = join(import.meta.dirname, '..');
  const child = spawn(process.execPath, ['--import', './src/compile-cache.ts', 'src/main.ts'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: data, DISCORD_TOKEN: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const part of child.stdout as AsyncIterable<Buffer>) {
    said += String(part);
    const [address] = /http:\/\/127\.0\.0\.1:\d+/u.exec(said) ?? [];
    if (address === undefined) continue;
    return {
      address,
      async stop() {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error(`The playground ended: ${said}`);
}

/** From the key Enter until the first frame in which the reply stands. */
async function timeReply(page: Page): Promise<number> {
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(QUESTION);
  const watching = await page.evaluateHandle(() => {
    const entered = new Promise<number>((resolve) => {
      addEventListener('keydown', () => resolve(performance.now()), { capture: true, once: true });
    });
    const painted = new Promise<number>((resolve) => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('discord-embed')) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      }).observe(document.body, { childList: true, subtree: true });
    });
    return { took: async () => (await painted) - (await entered) };
  });
  await page.keyboard.press('Enter');
  return watching.evaluate(({ took }) => took());
}

function median(times: readonly number[]): number {
  return Math.round([...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0);
}
