/**
 * Draws docs/pictures: what the bot sends over the documents that ship, as Discord shows it. The bot is the real one,
 * logged in to the local stand-in; `npm run pictures` needs no network.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { pino } from 'pino';
import { type Browser, chromium as driver } from 'playwright-core';
import UPNG from 'upng-js';
import { shippedKnowledge } from '../src/config.ts';
import { weekdays } from '../src/core/digest-settings.ts';
import { loadCommands } from '../src/discord/load-commands.ts';
import { openBot } from '../src/open-bot.ts';
import { openDesks } from '../src/open-desk.ts';
import { openMemory } from '../src/open-memory.ts';
import type { Posted } from '../src/playground/messages.ts';
import { type StandIn, startStandIn } from '../src/playground/stand-in.ts';
import { createSqliteStorage } from '../src/storage/sqlite-storage.ts';
import { messagePage } from './pictures/message-page.ts';

/** Width of a narrow window and of a telephone, in CSS pixels. */
const WIDTH = { window: 480, telephone: 360 } as const;

type Scene = {
  readonly command: string;
  readonly options: Record<string, string>;
  readonly width?: number;
  /** The channel in which the command posts something else than its reply. */
  readonly posts?: string;
};

const scenes: Record<string, Scene> = {
  answer: { command: 'ask', options: { question: 'how many Tomahawks does Japan want?' } },
  'not-found': { command: 'ask', options: { question: 'how many US troops are stationed in South Korea?' } },
  'card-south-korea': { command: 'actor', options: { name: 'south korea' } },
  'card-japan': { command: 'actor', options: { name: 'japan' } },
  'card-nato': { command: 'actor', options: { name: 'nato' } },
  'card-china': { command: 'actor', options: { name: 'china' } },
  comparison: { command: 'compare', options: { first: 'japan', second: 'south korea' } },
  topic: { command: 'topic', options: { topic: 'nuclear weapons' } },
  'card-telephone': { command: 'actor', options: { name: 'japan' }, width: WIDTH.telephone },
  'comparison-telephone': {
    command: 'compare',
    options: { first: 'japan', second: 'south korea' },
    width: WIDTH.telephone,
  },
  digest: { command: 'digest now', options: {}, posts: 'briefings' },
  'digest-telephone': { command: 'digest now', options: {}, posts: 'briefings', width: WIDTH.telephone },
};

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/pictures');
const fonts = join(root, 'src/discord/picture/fonts');
/** Twemoji, whose flags Discord shows. */
const flags = new URL('TwemojiCountryFlags.woff2', import.meta.resolve('country-flag-emoji-polyfill'));

const data = await mkdtemp(join(tmpdir(), 'attache-pictures-'));
const log = pino({ level: 'warn' }, pino.destination(2));
/** Tuesday morning; what is new came on Monday, and the digest was set up on the Friday before. */
const [friday, monday, now] = [Date.UTC(2026, 10, 27, 9), Date.UTC(2026, 10, 30, 9), Date.UTC(2026, 11, 1, 9, 41)];
const desks = await openDesks({ knowledge: shippedKnowledge, data, log, analysis: 'awaited' });
const standIn = await startStandIn({ now: () => now });
const storage = await createSqliteStorage({ path: ':memory:' });
const { memory } = await openMemory({ storage, keptDays: 1, now: () => now });
await setDigestUp();
const commands = await loadCommands(join(root, 'commands'));
const bot = await openBot({
  token: 'a.b.c',
  apiUrl: standIn.apiUrl,
  desks,
  storage,
  memory,
  now: () => now,
  log,
  commands,
});
const browser = await driver.launch({
  // In a single process, as the package proposes, closing a page would end the browser.
  args: chromium.args.filter((argument) => argument !== '--single-process'),
  executablePath: await chromium.executablePath(),
});
try {
  await mkdir(folder, { recursive: true });
  for (const [name, scene] of Object.entries(scenes)) {
    const page = messagePage(
      await play(standIn, scene),
      scene.posts === undefined ? { used: scene.command, by: 'Jun' } : {},
    );
    const picture = await photograph(browser, page, scene.width ?? WIDTH.window);
    await writeFile(join(folder, `${name}.png`), picture);
    process.stdout.write(`docs/pictures/${name}.png  ${Math.round(picture.length / 1000)} kB\n`);
  }
} finally {
  await browser.close();
  await bot.stop();
  await standIn.stop();
  await rm(data, { recursive: true });
}
if (standIn.violations.length > 0) throw new Error(`Discord would not take this:\n${standIn.violations.join('\n')}`);

/** A digest that is due a little later, and what it needs to have something new. */
async function setDigestUp(): Promise<void> {
  const [guild] = standIn.guilds;
  const channel = guild?.channels.find(({ name }) => name === 'briefings');
  if (!guild || !channel) throw new Error('The stand-in has no channel for the digest');
  const { documents } = desks.deskFor({ guild: guild.id, tags: [] }).library();
  const { fresh = [], others = [] } = Object.groupBy(documents, ({ id }) =>
    id === 'japan-and-nato.md' ? 'fresh' : 'others',
  );
  const hashesOf = (some: typeof documents) => some.map(({ hash }) => hash);
  await storage.documents.firstServed(hashesOf(others), friday - 1);
  await storage.documents.firstServed(hashesOf(fresh), monday);
  await storage.digests.put({
    id: 'AbCdEfGhIjKl',
    guild: guild.id,
    channel: channel.id,
    at: '10:00',
    timezone: 'Europe/London',
    days: weekdays,
    focus: { actors: ['japan', 'nato'], topics: [], tags: [] },
    whenEmpty: 'line',
    catchUpHours: 6,
    createdBy: guild.members[0]?.id ?? '',
    createdAt: friday,
  });
}

async function play(discord: StandIn, { command, options, posts }: Scene): Promise<Posted> {
  const reaction = await discord.slash({ command, member: posts === undefined ? 'jun' : 'mara', options });
  const posted =
    posts === undefined ? undefined : discord.messages(posts).findLast(({ visibleTo }) => visibleTo === undefined);
  if (posted) return posted;
  if (!('posted' in reaction)) throw new Error(`/${command} sent no message: ${JSON.stringify(reaction)}`);
  return reaction.posted;
}

/** A page as a PNG of few colours at twice its size. Everything that it asks for is answered from files or by the stand-in; nothing else is reached. */
async function photograph(on: Browser, html: string, width: number): Promise<Buffer> {
  const page = await on.newPage({ viewport: { width, height: 200 }, deviceScaleFactor: 2 });
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
    if (pathname.startsWith('/attachments/')) return route.continue();
    if (pathname === '/page.css') return route.fulfill({ path: join(import.meta.dirname, 'pictures/page.css') });
    const file = pathname === '/flags.woff2' ? flags : join(fonts, pathname);
    return route.fulfill({ body: await readFile(file) });
  });
  await page.goto('http://pictures.invalid/');
  await page.evaluate('document.fonts.ready');
  const png = await page.screenshot({ fullPage: true });
  await page.close();
  // 256 colours are enough for text, and halve the file.
  const picture = UPNG.decode(Uint8Array.from(png).buffer);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(picture), picture.width, picture.height, 256));
}
