/**
 * Draws docs/pictures: the playground's page with the real bot over the documents that ship, in the Chromium of a package;
 * `npm run screenshots` needs no network.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import UPNG from 'upng-js';
import { weekdays } from '../src/core/digest-settings.ts';
import { launchBrowser } from '../tests/builders/browser.ts';
import { openShippedPlayground, type Parts } from './shipped-playground.ts';

/** Wide enough for five buttons in a row, and a telephone, in CSS pixels; tall enough for the longest message. */
const WINDOW = { width: 960, height: 2600 };
const TELEPHONE = { width: 360, height: 2600 };
const MARGIN = 8;
const TIMEZONE = 'Europe/London';

type Use = { readonly command: string; readonly options: Record<string, string> };

const question = 'how many Tomahawks does Japan want?';
const compare: Use = { command: 'compare', options: { first: 'japan', second: 'south korea' } };
const cardOf = (name: string): Use => ({ command: 'actor', options: { name } });

const messages: Record<string, Use> = {
  answer: { command: 'ask', options: { question } },
  'not-found': { command: 'ask', options: { question: 'how many US troops are stationed in South Korea?' } },
  'card-south-korea': cardOf('south korea'),
  'card-japan': cardOf('japan'),
  'card-nato': cardOf('nato'),
  'card-china': cardOf('china'),
  comparison: compare,
  topic: { command: 'topic', options: { topic: 'nuclear weapons' } },
};
const onTelephone: Record<string, Use> = { 'card-telephone': cardOf('japan'), 'comparison-telephone': compare };

/** Tuesday morning; what is new came on Monday, and the digest was set up on the Friday before. */
const [friday, monday, now] = [Date.UTC(2026, 10, 27, 9), Date.UTC(2026, 10, 30, 9), Date.UTC(2026, 11, 1, 9, 41)];

const folder = join(import.meta.dirname, '../docs/pictures');
const playground = await openShippedPlayground(now, setDigestUp);
const { standIn } = playground;
const browser = await launchBrowser();
try {
  await mkdir(folder, { recursive: true });
  await photographMessages(WINDOW, messages);
  await photographMessages(TELEPHONE, onTelephone);
  await photographPages();
  await photographDigest();
} finally {
  await browser.close();
  await playground.stop();
}
if (standIn.violations.length > 0) throw new Error(`Discord would not take this:\n${standIn.violations.join('\n')}`);

async function photographMessages(viewport: typeof WINDOW, uses: Record<string, Use>): Promise<void> {
  const page = await open('general', viewport);
  for (const [name, { command, options }] of Object.entries(uses)) {
    await keep(name, await photograph(page, await use(command, options)));
  }
  await page.close();
}

/** The whole page as somebody types a name, and as a telephone shows it. */
async function photographPages(): Promise<void> {
  await use('ask', { question }, 'analysts');
  const page = await open('analysts', { width: 1100, height: 760 });
  await page.locator('#say').fill('/actor');
  await page.keyboard.press('Enter');
  await page.keyboard.type('korea');
  await page.locator('#entry-1', { hasText: 'Korea' }).waitFor();
  await keep('page', await page.screenshot());
  await page.close();

  const telephone = await open('analysts', { width: 360, height: 740 });
  await keep('telephone', await telephone.screenshot());
  await telephone.close();
}

async function photographDigest(): Promise<void> {
  const { promise: posted, resolve } = Promise.withResolvers<string>();
  standIn.watch((sighting) => {
    if (sighting.kind === 'message' && sighting.posted.message.type === 0) resolve(sighting.posted.message.id);
  });
  playground.clock.advance(20 * 60_000);
  for (const [name, viewport] of Object.entries({ digest: WINDOW, 'digest-telephone': TELEPHONE })) {
    await keep(name, await photograph(await open('briefings', viewport), await posted));
  }
}

/** A digest that is due a little later, and what it needs to have something new. */
async function setDigestUp({ desks, storage, standIn: { guilds } }: Parts): Promise<void> {
  const [guild] = guilds;
  const channel = guild?.channels.find(({ name }) => name === 'briefings');
  if (!guild || !channel) throw new Error('The stand-in has no channel for the digest');
  const isFresh = ({ id }: { readonly id: string }) => id === 'japan-and-nato.md';
  const { documents } = desks.deskFor({ guild: guild.id, tags: [] }).library();
  for (const document of documents) {
    await storage.documents.firstServed([document.hash], isFresh(document) ? monday : friday - 1);
  }
  await storage.digests.put({
    id: 'AbCdEfGhIjKl',
    guild: guild.id,
    channel: channel.id,
    at: '10:00',
    timezone: TIMEZONE,
    days: weekdays,
    focus: { actors: ['japan', 'nato'], topics: [], tags: [] },
    whenEmpty: 'line',
    catchUpHours: 6,
    createdBy: guild.ownerId,
    createdAt: friday,
  });
}

/** Uses a command as Mara, who may do everything; gives the id of the reply. */
async function use(command: string, options: Use['options'], channel = 'general'): Promise<string> {
  const reaction = await standIn.slash({ command, channel, member: 'mara', options });
  if (!('posted' in reaction)) throw new Error(`/${command} sent no message: ${JSON.stringify(reaction)}`);
  return reaction.posted.message.id;
}

async function open(channel: string, viewport: typeof WINDOW): Promise<Page> {
  const page = await browser.newPage({
    viewport,
    colorScheme: 'dark',
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    timezoneId: TIMEZONE,
  });
  await page.goto(playground.address);
  await page.locator('.channel', { hasText: channel }).dispatchEvent('click');
  await page.locator('h1', { hasText: channel }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** A message with a margin, its pictures loaded. */
async function photograph(page: Page, id: string): Promise<Buffer> {
  const message = page.locator('.message', { has: page.locator(`#of-${id}-menu`) });
  await message.waitFor();
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  const box = await message.boundingBox();
  if (!box) throw new Error('The message is not to be seen');
  const clip = { x: box.x, y: box.y - MARGIN, width: box.width, height: box.height + 2 * MARGIN };
  return page.screenshot({ clip });
}

/** Keeps a picture in 256 colours, which are enough for text and halve the file. */
async function keep(name: string, png: Buffer): Promise<void> {
  const picture = UPNG.decode(Uint8Array.from(png).buffer);
  const small = Buffer.from(UPNG.encode(UPNG.toRGBA8(picture), picture.width, picture.height, 256));
  await writeFile(join(folder, `${name}.png`), small);
  process.stdout.write(`docs/pictures/${name}.png  ${Math.round(small.length / 1000)} kB\n`);
}
