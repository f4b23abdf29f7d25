import { afterAll, describe, expect, test } from 'vitest';
import { addedId } from '../../src/core/added-id.ts';
import { settingsOf } from '../builders/digests.ts';
import { type Component, createProber, type Heard, type Spot } from '../builders/prober.ts';
import { type WholeBot, wholeBot } from '../builders/whole-bot.ts';

/** Saturday noon; the digests are due on weekdays. */
const NOW = Date.UTC(2026, 10, 28, 12);

/** What a server, or a channel, has to itself: words that stand nowhere else. */
type Secret = { readonly place: string; readonly word: string; readonly thing: string; readonly person: string };

const SECRETS: readonly [Secret, Secret, Secret] = [
  { place: 'Alder', word: 'Quorrin', thing: 'velbaxite', person: 'Zelda Quorrin' },
  { place: 'Birch', word: 'Mossvale', thing: 'drunzite', person: 'Otto Mossvale' },
  { place: 'Cedar', word: 'Thrumley', thing: 'pelkorite', person: 'Ines Thrumley' },
];

const fileOf = ({ word }: Secret) => `${word.toLowerCase()}-plan.md`;
const digestOf = ({ place }: Secret) => `digest-${place}`;
const documentOf = ({ word, thing, person }: Secret) => `---
title: The ${word} ledger
author: ${person}
publisher: ${word} Press
tags: [${word.toLowerCase()} papers, ${thing}]
---
# Pumps of ${word}

President ${person} wants to buy ninety ${thing} pumps. ${word} opposes the ${thing} levy of Poland.

Poland has warned ${word} against ${thing}. How many ${thing} pumps there are, nobody counts.
`;

const SHARED = `# Harbour

Poland wants to buy nine tugs for the harbour of Lumen. France opposes the plan of Poland.
`;

/** What somebody types who has heard of a secret: whole names, misspelt ones, files, tags, the id of a digest. */
function wordsAbout(secret: Secret, guild: string): readonly string[] {
  const { word, thing, person } = secret;
  return [
    `The ${word} ledger`,
    `what does ${word.slice(0, 3)}${word.slice(4)} want with ${thing.slice(0, 4)}${thing.slice(5)} pumps?`,
    person,
    `${thing} levy`,
    fileOf(secret),
    addedId(guild, fileOf(secret)),
    `${word.toLowerCase()} papers`,
    digestOf(secret),
  ];
}

const planOf = ({ place }: Secret) => ({
  name: place,
  channels: ['talk', 'side'],
  roles: { Organisers: ['MANAGE_GUILD' as const] },
  members: [{ name: 'mara', roles: ['Organisers'] }, 'jun'],
});

/** Ids, and what is drawn anew each time, differ from run to run. */
function steady({ tried, said }: Heard): string {
  return `${tried}\n  → ${said}`
    .replace(/(v1:[a-z-]+(?::[a-z]+)?):[\w-]{12}(?![\w-])/gu, '$1:*')
    .replace(/\b(hm|ex|is)=[0-9a-f]+/gu, '$1=*')
    .replace(/\d{15,20}/gu, '#')
    .replace(/now \d\d:\d\d/gu, 'now *')
    .replace(/127\.0\.0\.1:\d+/gu, 'here');
}

/** Everything that comes back to somebody who has heard of secrets, and has copies of what others are shown. */
async function probe({
  bot,
  spot,
  words,
  copied,
}: {
  readonly bot: WholeBot;
  readonly spot: Spot;
  readonly words: readonly string[];
  readonly copied: readonly Component[];
}): Promise<readonly string[]> {
  const prober = createProber(bot, spot, bot.desks.analyze);
  await prober.type(words.filter((_, at) => at % 3 === 0));
  for (const turn of [0, 3, 6]) await prober.useCommands([...words.slice(turn), ...words.slice(0, turn)]);
  for (const word of words.slice(0, 4)) await prober.useMenus(`> ${word}\nIs that so?`);
  await prober.useCopies(copied);
  await prober.useComponents(words);
  await prober.sendForms(copied, words[0] ?? '');
  return prober.heard.map(steady);
}

/** Buttons and lists below what somebody is shown of their own secret. */
async function shownTo(bot: WholeBot, spot: Spot, words: readonly string[]): Promise<readonly Component[]> {
  const prober = createProber(bot, spot, bot.desks.analyze);
  await prober.useCommands(words.slice(0, 4));
  for (const word of words.slice(0, 2)) await prober.useMenus(word);
  expect(prober.heard.map(({ said }) => said).join()).toContain(words[0]);
  return prober.met();
}

/** What somebody hears besides what they would hear if nobody else were there. */
function differences(heard: readonly string[], alone: readonly string[]): readonly string[] {
  expect(heard.length).toBe(alone.length);
  return heard.filter((line, at) => line !== alone[at]);
}

/** What was shared for a moment by a command has left traces with those who could see it then; that is no leak. */
function forgetShared({ desks }: WholeBot): void {
  desks.closeUnused(() => false);
}

const running: WholeBot[] = [];
afterAll(async () => {
  for (const bot of running) await bot.stop();
});

describe('Three servers with a secret each', () => {
  const spotOf = ({ place }: Secret): Spot => ({ guild: place, channel: 'talk', side: 'side', member: 'mara' });
  const guildOf = (bot: WholeBot, { place }: Secret) => bot.guilds.find(({ name }) => name === place)?.id ?? '';

  /** The servers, of which some have their secret: a document, a digest on it, and what they asked about it. */
  async function open(present: readonly Secret[]) {
    const bot = await wholeBot({
      files: { 'harbour.md': SHARED },
      guilds: SECRETS.map(planOf),
      now: () => NOW,
      rateLimits: false,
    });
    running.push(bot);
    const shown = new Map<Secret, readonly Component[]>();
    for (const secret of present) {
      const guild = guildOf(bot, secret);
      await bot.knowledge.add(guild, { name: fileOf(secret), bytes: Buffer.from(documentOf(secret)), by: '1' });
      const channel = bot.guilds.find(({ id }) => id === guild)?.channels[0]?.id ?? '';
      const focus = { actors: [], topics: [], tags: [secret.thing] };
      await bot.storage.digests.put(settingsOf({ id: digestOf(secret), guild, channel, focus, createdAt: NOW }));
      await bot.desks.analyze();
      shown.set(secret, await shownTo(bot, spotOf(secret), wordsAbout(secret, guild)));
    }
    expect(bot.desks.documents().filter(({ guild }) => guild === undefined)).toHaveLength(1);
    forgetShared(bot);
    return { bot, shown };
  }

  test('each hears the same as if the others had none, whatever it tries', async () => {
    const all = await open(SECRETS);
    for (const secret of SECRETS) {
      const alone = await open([secret]);
      const others = SECRETS.filter((other) => other !== secret);
      const words = others.flatMap((other) => wordsAbout(other, guildOf(all.bot, other)));
      const copied = others.flatMap((other) => all.shown.get(other) ?? []);
      const given = { spot: spotOf(secret), words, copied };
      const heard = await probe({ bot: all.bot, ...given });
      expect(heard.length).toBeGreaterThan(500);
      expect(differences(heard, await probe({ bot: alone.bot, ...given }))).toEqual([]);
    }
  }, 120_000);
});

describe('Three channels of one server that keep to a secret each', () => {
  const channelOf = ({ place }: Secret) => place.toLowerCase();
  const plan = {
    name: 'Team',
    channels: [
      ...SECRETS.map((secret) => ({ name: channelOf(secret), threads: [`thread of ${secret.place}`] })),
      'side',
    ],
    roles: { Organisers: ['MANAGE_GUILD' as const] },
    members: [{ name: 'mara', roles: ['Organisers'] }, 'jun'],
  };

  /** The server, of which some channels have the documents that they keep to. */
  async function open(present: readonly Secret[]) {
    const bot = await wholeBot({ files: { 'harbour.md': SHARED }, guilds: [plan], now: () => NOW, rateLimits: false });
    running.push(bot);
    const [guild] = bot.guilds;
    const shown = new Map<Secret, readonly Component[]>();
    for (const secret of SECRETS) {
      const channel = guild?.channels.find(({ name }) => name === channelOf(secret))?.id ?? '';
      await bot.scopes.set({ guild: guild?.id ?? '', channel, tags: [secret.thing] });
    }
    for (const secret of present) {
      const bytes = Buffer.from(documentOf(secret));
      await bot.knowledge.add(guild?.id ?? '', { name: fileOf(secret), bytes, by: '1' });
      await bot.desks.analyze();
      shown.set(secret, await shownTo(bot, spotOf(secret), wordsAbout(secret, guild?.id ?? '')));
    }
    return { bot, shown };
  }

  const spotOf = (secret: Secret, channel = channelOf(secret)): Spot => ({
    guild: 'Team',
    channel,
    side: 'side',
    member: 'jun',
  });

  test.each([
    ['a channel', channelOf],
    ['a thread below it', ({ place }: Secret) => `thread of ${place}`],
  ])('in %s everybody hears the same as if there were no other documents', async (_, nameOf) => {
    const [secret, ...others] = SECRETS;
    const [all, alone] = [await open(SECRETS), await open([secret])];
    const words = others.flatMap((other) => wordsAbout(other, all.bot.guilds[0]?.id ?? ''));
    const copied = others.flatMap((other) => all.shown.get(other) ?? []);
    const given = { spot: spotOf(secret, nameOf(secret)), words, copied };
    const heard = await probe({ bot: all.bot, ...given });
    expect(heard.length).toBeGreaterThan(300);
    expect(differences(heard, await probe({ bot: alone.bot, ...given }))).toEqual([]);
  });

  test('what is offered to those who manage the server keeps to the channel in which they type', async () => {
    const [secret, ...others] = SECRETS;
    const [all, alone] = [await open(SECRETS), await open([secret])];
    const words = others.flatMap((other) => wordsAbout(other, all.bot.guilds[0]?.id ?? ''));
    const offered = async ({ bot }: typeof all) => {
      const prober = createProber(bot, { ...spotOf(secret), member: 'mara' }, bot.desks.analyze);
      await prober.type(words);
      return prober.heard.map(steady);
    };
    expect(differences(await offered(all), await offered(alone))).toEqual([]);
  });

  test("a channel's digest quotes what the channel may find alone", async () => {
    const { bot } = await open(SECRETS);
    const [secret, ...others] = SECRETS;
    const reaction = await bot.slash({
      command: 'digest preview',
      options: { focus: 'everything' },
      guild: 'Team',
      channel: channelOf(secret),
      member: 'mara',
    });
    const said = JSON.stringify(reaction);
    expect(said).toContain(secret.word);
    for (const { word, thing } of others) expect(said).not.toMatch(new RegExp(`${word}|${thing}|Lumen`, 'iu'));
  });
});
