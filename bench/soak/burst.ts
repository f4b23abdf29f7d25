import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { type DigestSettings, weekdays } from '../../src/core/digest-settings.ts';
import { createPoster } from '../../src/discord/digest/poster.ts';
import { createClock } from '../../src/playground/clock.ts';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { createDigestDelivery } from '../../src/schedule/digest-delivery.ts';
import { createSqliteStorage } from '../../src/storage/sqlite-storage.ts';
import { clientOn } from '../../tests/builders/client.ts';
import { simpleCompose } from './simple-compose.ts';

const DAY = 86_400_000;
/** Channels of a server; a fault of Discord's own for that many requests in a hundred. */
const CHANNELS = 100;
const FAULTS = 5;

export type BurstReport = {
  readonly digests: number;
  readonly seconds: number;
  /** Channels with one message, with more and with none. */
  readonly once: number;
  readonly doubled: number;
  readonly missing: number;
  readonly sentRows: number;
  readonly requests: number;
  /** By status: faults that were injected, and refusals because a limit was passed. */
  readonly injected: Readonly<Record<string, number>>;
  readonly passedLimits: number;
  /** Most requests that arrived in any second. */
  readonly mostInASecond: number;
};

/** Lets many digests become due in one minute, with 5 % of all requests answered 429 or 5xx, and counts what came. */
export async function soakBurst({
  digests: count,
  seed,
}: {
  readonly digests: number;
  readonly seed: number;
}): Promise<BurstReport> {
  const clock = createClock();
  const folder = await mkdtemp(join(tmpdir(), 'attache-burst-'));
  const servers = Array.from({ length: Math.ceil(count / CHANNELS) }, (_, number) => ({
    name: `Server ${number}`,
    members: ['mara'],
    channels: Array.from(
      { length: Math.min(CHANNELS, count - number * CHANNELS) },
      (_each, at) => `channel-${number}-${at}`,
    ),
  }));
  const standIn = await startStandIn({ guilds: servers, now: clock.now });
  const storage = await createSqliteStorage({ path: join(folder, 'burst.sqlite') });
  const client = await clientOn(standIn);
  const delivery = createDigestDelivery({
    storage,
    compose: simpleCompose,
    poster: createPoster(client, pino({ level: 'error' })),
    now: clock.now,
    owner: 'burst',
    log: pino({ level: 'error' }),
  });
  const due = Math.ceil(clock.now() / DAY) * DAY;
  const settings = settingsIn(standIn, due - 60_000);
  for (const each of settings) await storage.digests.put(each);
  const seen = watchRequests(standIn);
  try {
    clock.advance(due - clock.now() - 1000);
    standIn.faults.failShare({ share: FAULTS / 100, statuses: [429, 500, 502, 503], seed });
    const since = performance.now();
    delivery.start();
    const channels = settings.map(({ channel }) => channel);
    const sent = async () =>
      (await Promise.all(settings.map(({ id }) => storage.deliveries.list(id, 1))))
        .flat()
        .filter(({ state }) => state === 'sent').length;
    while ((await sent()) < count && performance.now() - since < 10_000 + count * 60) await wait(500);
    const messages = channels.map((channel) => standIn.messages(channel).length);
    return {
      digests: count,
      seconds: Math.round((performance.now() - since) / 100) / 10,
      once: messages.filter((number) => number === 1).length,
      doubled: messages.filter((number) => number > 1).length,
      missing: messages.filter((number) => number === 0).length,
      sentRows: await sent(),
      ...seen(),
    };
  } finally {
    await delivery.stop();
    await client.destroy();
    await storage.close();
    await standIn.stop();
    await rm(folder, { recursive: true });
  }
}

function settingsIn({ guilds }: StandIn, createdAt: number): readonly DigestSettings[] {
  return guilds.flatMap((guild, server) =>
    guild.channels.map(
      (channel, at): DigestSettings => ({
        id: `d${String(server * CHANNELS + at).padStart(11, '0')}`,
        guild: guild.id,
        channel: channel.id,
        at: '00:00',
        timezone: 'UTC',
        days: weekdays,
        focus: { actors: [], topics: [], tags: [] },
        whenEmpty: 'silent',
        catchUpHours: 6,
        createdBy: guild.members[0]?.id ?? '',
        createdAt,
      }),
    ),
  );
}

function watchRequests(standIn: StandIn) {
  const moments: number[] = [];
  const statuses = new Map<string, number>();
  let passedLimits = 0;
  standIn.watch((sighting) => {
    if (sighting.kind !== 'exchange') return;
    const { status, answer } = sighting.exchange;
    moments.push(performance.now());
    // What is injected names a whole second; a limit that was passed names what is left of it.
    const injected = status >= 500 || (answer as { retry_after?: number }).retry_after === 1;
    if (status === 429 && !injected) passedLimits += 1;
    else if (status >= 429) statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1);
  });
  return () => {
    let [from, most] = [0, 0];
    for (const [at, moment] of moments.entries()) {
      while ((moments[from] ?? moment) <= moment - 1000) from += 1;
      most = Math.max(most, at - from + 1);
    }
    return { requests: moments.length, injected: Object.fromEntries(statuses), passedLimits, mostInASecond: most };
  };
}
