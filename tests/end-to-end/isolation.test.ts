import { afterAll, describe, expect, test } from 'vitest';
import { createProber, type Heard, type Spot } from '../builders/prober.ts';
import { settingsOf } from '../builders/digests.ts';
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

const documentOf = ({ word, thing, person }: Secret) => `---
title: The ${word} ledger
author: ${person}
publisher: ${word} Press
tags: [${word.toLowerCase()}-papers, ${thing}]
---
# Pumps of ${word}

President ${person} wants to buy ninety ${thing} pumps. ${word} opposes the ${thing} levy of Poland.

Poland has warned ${word} against ${thing}. How many ${thing} pumps there are, nobody counts.
`;

const SHARED = `# Harbour

Poland wants to buy nine tugs for the harbour of Lumen. France opposes the plan of Poland.
`;

/** What somebody types who has heard of a secret: whole names, misspelt ones, files, tags, the id of a digest. */
const wordsAbout = ({ place, word, thing, person }: Secret, guild: string): readonly string[] => [
  `The ${word} ledger`,
  `what does ${word.slice(0, 3)}${word.slice(4)} want with ${thing.slice(0, 4)}${thing.slice(5)} pumps?`,
  person,
  `${thing} levy`,
  `${word.toLowerCase()}-plan.md`,
  `/${guild}/${word.toLowerCase()}-plan.md`,
  `${word.toLowerCase()}-papers`,
  `digest${place}`,
];

/** Words of a secret that only its own place may hear; what somebody typed themselves is told from what they are told. */
const marksOf = ({ word, thing }: Secret) => [word.toLowerCase(), thing.toLowerCase()];

const plan = (name: string) => ({
  name,
  channels: ['talk', 'side'],
  roles: { Organisers: ['MANAGE_GUILD' as const] },
  members: [{ name: 'mara', roles: ['Organisers'] }, 'jun'],
});

/** Three servers, of which some have their secret: a document, a digest on it, a question that was asked. */
async function world(present: readonly Secret[]): Promise<WholeBot> {
  const discord = await wholeBot({
    files: { 'harbour.md': SHARED },
    guilds: SECRETS.map(({ place }) => plan(place)),
    now: () => NOW,
    rateLimits: false,
  });
  for (const secret of present) {
    const guild = discord.guilds.find(({ name }) => name === secret.place);
    if (!guild) throw new Error(`There is no ${secret.place}`);
    const { word, thing, place } = secret;
    const name = `${word.toLowerCase()}-plan.md`;
    await discord.knowledge.add(guild.id, { name, bytes: Buffer.from(documentOf(secret)), by: '1' });
    const focus = { actors: [], topics: [], tags: [thing] };
    const channel = guild.channels[0]?.id ?? '';
    await discord.storage.digests.put(settingsOf({ id: `digest${place}`, guild: guild.id, channel, focus, createdAt: NOW }));
  }
  await discord.desks.analyze();
  return discord;
}

const spotIn = ({ place }: Secret): Spot => ({ guild: place, channel: 'talk', side: 'side', member: 'mara' });

/** Ids, and numbers that are drawn anew each time, differ from run to run. */
function steady({ tried, said }: Heard): string {
  const text = `${tried}\n  → ${said}`;
  return text.replace(/\d{15,20}/gu, '#').replace(/(v1:[a-z-]+(?::[a-z]+)?):[\w-]{12}(?=["\\: ]|$)/gu, '$1:*').replace(/(hm|ex|is)=[0-9a-f]+/gu, '$1');
}

describe('Three servers with a secret each', () => {
  const running: WholeBot[] = [];
  afterAll(async () => {
    for (const discord of running) await discord.stop();
  });

  test('none hears of the secret of another, whatever it tries', async () => {
    const full = await world(SECRETS);
    running.push(full);
    const own = SECRETS.map((secret) => ({ secret, prober: createProber(full, spotIn(secret)) }));
    // What each may see, for its buttons to be copied.
    for (const { secret, prober } of own) {
      const guild = full.guilds.find(({ name }) => name === secret.place)?.id ?? '';
      await prober.useCommands(wordsAbout(secret, guild).slice(0, 3));
      console.log(secret.place, prober.heard.length, prober.met().length);
    }
    console.log(own[0]!.prober.heard.map(steady).slice(0, 40).join('\n').slice(0, 12000));
  }, 120_000);
});
