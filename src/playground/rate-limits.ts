import { createHash } from 'node:crypto';
import type { Call, Route } from './route.ts';

/** So many calls in so many milliseconds. */
export type Limit = { readonly calls: number; readonly per: number };
/** What the headers of an answer tell of its bucket; seconds. */
export type Allowance = {
  readonly headers: Readonly<Record<string, string>>;
  /** Set where the call is one too many. */
  readonly refused?: { readonly after: number; readonly global: boolean };
};
type Bucket = { left: number; since: number; worldSince: number };

/** Where Discord's documentation gives no figure, a bucket holds as much as the whole bot may ask in a second. */
const ORDINARY: Limit = { calls: 50, per: 1000 };
/** The documented 50 a second. Requests do not arrive as evenly as they are sent, so the second is a little short. */
const GLOBAL: Limit = { calls: 50, per: 950 };
/** Parts of a path that have buckets of their own (topics/rate-limits: top-level resources). */
const MAJOR = ['channel', 'guild', 'token'];
const MOST_BUCKETS = 1000;

export type RateLimits = ReturnType<typeof createRateLimits>;

/**
 * Discord's limits on requests: buckets by route and channel, guild or webhook, and one for the bot as a whole. A bucket
 * fills up when its time has passed, whether on the machine's clock or on `now`'s, which may be moved forward.
 */
export function createRateLimits({ now }: { now: () => number }) {
  const buckets = new Map<string, Bucket>();

  function draw(key: string, { calls, per }: Limit): { left: number; after: number; refused: boolean } {
    const [real, world] = [performance.now(), now()];
    const held = buckets.get(key);
    const fresh = !held || real - held.since >= per || world - held.worldSince >= per;
    const bucket = fresh ? { left: calls, since: real, worldSince: world } : held;
    if (fresh) {
      buckets.delete(key);
      buckets.set(key, bucket);
      forgetOldest();
    }
    const refused = bucket.left === 0;
    bucket.left = Math.max(0, bucket.left - 1);
    return { left: bucket.left, after: (per - (real - bucket.since)) / 1000, refused };
  }

  function forgetOldest(): void {
    for (const key of buckets.keys()) {
      if (buckets.size <= MOST_BUCKETS) return;
      buckets.delete(key);
    }
  }

  return {
    /** Counts a call against its limits. */
    take({ method, path, limit = ORDINARY, open }: Route, at: Call['at']): Allowance {
      const major = MAJOR.map((name) => at[name] ?? '').join(' ');
      const bucket = bucketName(`${method} ${path}`);
      const own = draw(`${bucket} ${major}`, limit);
      // Answers to interactions and their webhooks do not count towards the limit of the whole bot.
      const whole = open || own.refused ? undefined : draw('global', GLOBAL);
      const over = own.refused ? own : whole?.refused ? whole : undefined;
      const global = over !== undefined && over === whole;
      return {
        headers: {
          'x-ratelimit-limit': String(limit.calls),
          'x-ratelimit-remaining': String(own.left),
          'x-ratelimit-reset': (Date.now() / 1000 + own.after).toFixed(3),
          'x-ratelimit-reset-after': own.after.toFixed(3),
          'x-ratelimit-bucket': bucket,
          ...(global ? { 'x-ratelimit-global': 'true' } : {}),
          ...(over ? { 'x-ratelimit-scope': global ? 'global' : 'user' } : {}),
        },
        ...(over ? { refused: { after: over.after, global } } : {}),
      };
    },
  };
}

const names = new Map<string, string>();

/** Discord gives buckets names that tell nothing. */
function bucketName(route: string): string {
  const name = names.get(route) ?? createHash('md5').update(route).digest('hex');
  names.set(route, name);
  return name;
}
