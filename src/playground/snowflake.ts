/** Discord's epoch, 1 January 2015, in Unix milliseconds. */
const EPOCH = 1_420_070_400_000n;

/** Makes ids as Discord does: a moment (Unix ms) in the upper bits, a counter in the lower 22, so that ids of one moment differ. */
export function createSnowflakes(): (moment: number) => string {
  let made = 0n;
  return (moment) => {
    made = (made + 1n) % (1n << 22n);
    return String(((BigInt(Math.floor(moment)) - EPOCH) << 22n) | made);
  };
}

/** The shard that serves a guild, of `count` shards. */
export function shardOf(guildId: string, count: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(count));
}
