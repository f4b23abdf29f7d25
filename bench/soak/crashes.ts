import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Delivery, DeliveryPart } from '../../src/core/delivery.ts';
import { type DigestSettings, weekdays } from '../../src/core/digest-settings.ts';
import type { Storage } from '../../src/core/storage.ts';
import { createClock } from '../../src/playground/clock.ts';
import type { GuildPlan } from '../../src/playground/plans.ts';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { createSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { type Killable, startKillable } from './killable.ts';
import { seeded } from './random.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Real milliseconds within which a process is killed after it began, or after its day did. */
const WITHIN = 200;
const TEXT_CHANNELS = 8;
const plan: GuildPlan = {
  name: 'Policy team',
  members: ['mara'],
  channels: [
    ...Array.from({ length: TEXT_CHANNELS }, (_, number) => ({
      name: `text-${number}`,
      threads: [`thread-${number}`],
    })),
    { name: 'news', type: 'announcement' },
    { name: 'forum', type: 'forum' },
    'admins',
  ],
};
const places = [
  ...plan.channels.flatMap((each) => (typeof each === 'string' ? [] : [each.name])),
  'thread-0',
  'thread-1',
];
/** Two of the digests report the questions without an answer too: one has administrators of its own, one the thread's. */
const reporting: Readonly<Record<string, string>> = { 'text-0': 'admins', 'text-1': 'thread-2' };

/** In which state of its deliveries the kills have met the bot, each delivery of the day counted. */
type Moments = {
  notClaimed: number;
  claimedNotPosted: number;
  postedNotRecorded: number;
  recorded: number;
  failed: number;
};
export type CrashReport = {
  readonly kills: number;
  readonly days: number;
  readonly expected: number;
  readonly messages: number;
  readonly rows: number;
  /** Messages beyond the first of a delivery, deliveries without a message, rows that are not `sent`. */
  readonly doubled: readonly string[];
  readonly missing: readonly string[];
  readonly notSent: readonly string[];
  readonly moments: Moments;
  /** Kills that came while a delivery at least was claimed and not recorded. */
  readonly whileSending: number;
};

/**
 * Lets real processes post digests over simulated days to a stand-in for Discord, kills them without warning at random
 * moments around sending, and counts what came. At times two run on one file.
 */
export async function soakCrashes({
  kills,
  seed,
}: {
  readonly kills: number;
  readonly seed: number;
}): Promise<CrashReport> {
  const random = seeded(seed);
  const clock = createClock();
  const machine = Date.now();
  const ahead = () => clock.now() - Date.now();
  const folder = await mkdtemp(join(tmpdir(), 'attache-soak-'));
  const path = join(folder, 'soak.sqlite');
  const standIn = await startStandIn({ guilds: [plan], now: clock.now });
  const storage = await createSqliteStorage({ path });
  const digests = await setDigests(storage, standIn, machine);
  const moments: Moments = { notClaimed: 0, claimedNotPosted: 0, postedNotRecorded: 0, recorded: 0, failed: 0 };
  let bots: Killable[] = [];
  let [killed, days, whileSending] = [0, 0, 0];

  const advance = (ms: number) => {
    clock.advance(ms);
    for (const bot of bots) bot.setAhead(ahead());
  };
  const start = async () => {
    const count = random() < 0.2 ? 2 : 1;
    bots = await Promise.all(Array.from({ length: count }, () => startKillable(standIn.apiUrl, path, ahead())));
  };
  const crash = async (date: string) => {
    await wait(random() * WITHIN);
    await Promise.all(bots.map((bot) => bot.kill()));
    killed += 1;
    const met = await Promise.all(keysOf(digests, date).map((key) => momentOf(storage, standIn, key)));
    for (const moment of met) moments[moment] += 1;
    if (met.includes('claimedNotPosted') || met.includes('postedNotRecorded')) whileSending += 1;
    // Claims of the dead run out after two minutes, Discord's memory for a nonce after five.
    advance((random() < 0.3 ? 3 : 20) * MINUTE);
    standIn.faults.delay(random() * 30);
    if (random() < 0.3) standIn.faults.failNext({ status: 502, on: 'POST /channels', taken: true });
    await start();
  };

  try {
    await start();
    while (killed < kills) {
      advance(nextMorning(clock.now()) - clock.now());
      const date = new Date(clock.now()).toISOString().slice(0, 10);
      days += 1;
      const today = Math.min(1 + Math.floor(random() * 3), kills - killed);
      for (let crashed = 0; crashed < today; crashed += 1) await crash(date);
      await untilDone(
        async () => (await unsent(storage, digests, date)).length === 0,
        () => advance(MINUTE),
      );
    }
    return { kills: killed, whileSending, days, moments, ...(await account(storage, standIn, digests, days)) };
  } finally {
    await Promise.all(bots.map((bot) => bot.kill()));
    await storage.close();
    await standIn.stop();
    await rm(folder, { recursive: true });
  }
}

async function setDigests(storage: Storage, { guilds }: StandIn, now: number): Promise<readonly DigestSettings[]> {
  const [guild] = guilds;
  const idOf = (name: string | undefined) => guild?.channels.find((each) => each.name === name)?.id ?? '';
  const digests = places.map((name, number): DigestSettings => {
    const admins = reporting[name];
    return {
      id: `digest-${String(number).padStart(5, '0')}`,
      guild: guild?.id ?? '',
      channel: idOf(name),
      at: '08:00',
      timezone: 'UTC',
      days: weekdays,
      focus: { actors: [], topics: [], tags: [] },
      whenEmpty: 'silent',
      catchUpHours: 6,
      ...(admins === undefined ? {} : { adminChannel: idOf(admins) }),
      createdBy: guild?.members[0]?.id ?? '',
      // Yesterday's is not theirs any more.
      createdAt: Math.max(now, nextMorning(now) - MINUTE),
    };
  });
  for (const digest of digests) await storage.digests.put(digest);
  return digests;
}

type Key = { readonly digest: string; readonly date: string; readonly part: DeliveryPart };

function keysOf(digests: readonly DigestSettings[], date: string): readonly Key[] {
  return digests.flatMap(({ id, adminChannel }) => [
    { digest: id, date, part: 'digest' as const },
    ...(adminChannel === undefined ? [] : [{ digest: id, date, part: 'unanswered' as const }]),
  ]);
}

async function unsent(storage: Storage, digests: readonly DigestSettings[], date: string): Promise<readonly Key[]> {
  const rows = await Promise.all(keysOf(digests, date).map((key) => storage.deliveries.find(key)));
  return rows.flatMap((row, index) => (row?.state === 'sent' ? [] : (keysOf(digests, date)[index] ?? [])));
}

async function momentOf(storage: Storage, standIn: StandIn, key: Key): Promise<keyof Moments> {
  const row = await storage.deliveries.find(key);
  if (!row) return 'notClaimed';
  if (row.state === 'sent') return 'recorded';
  if (row.state !== 'claimed') return 'failed';
  return marksIn(standIn).includes(row.id) ? 'postedNotRecorded' : 'claimedNotPosted';
}

/** The marks of all messages that are to be seen, one for each. */
function marksIn(standIn: StandIn): readonly string[] {
  const channels = standIn.guilds.flatMap((guild) => guild.channels.map(({ id }) => id));
  const messages = channels.flatMap((id) => standIn.messages(id));
  return messages.map(({ message }) => /digest-ask:([\w-]{12})/u.exec(JSON.stringify(message.components))?.[1] ?? '');
}

/** Time passes only where nothing goes on. */
async function untilDone(done: () => Promise<boolean>, pass: () => void): Promise<void> {
  for (let looks = 1; looks <= 400; looks += 1) {
    if (await done()) return;
    await wait(25);
    if (looks % 40 === 0) pass();
  }
}

async function account(storage: Storage, standIn: StandIn, digests: readonly DigestSettings[], days: number) {
  const rows: readonly Delivery[] = (
    await Promise.all(digests.map(({ id }) => storage.deliveries.list(id, 3 * days)))
  ).flat();
  const marks = marksIn(standIn);
  const times = Map.groupBy(marks, (mark) => mark);
  const named = ({ digest, date, part, state }: Delivery) => `${digest} ${date} ${part} ${state}`;
  return {
    expected: keysOf(digests, '').length * days,
    messages: marks.length,
    rows: rows.length,
    doubled: rows.filter(({ id }) => (times.get(id)?.length ?? 0) > 1).map(named),
    missing: rows.filter(({ id }) => !times.has(id)).map(named),
    notSent: rows.filter(({ state }) => state !== 'sent').map(named),
  };
}

function nextMorning(now: number): number {
  const today = Math.floor(now / DAY) * DAY + 8 * 60 * MINUTE;
  return today > now ? today : today + DAY;
}
