/** Lets 5,000 digests become due in one minute, on a bad day of Discord's: `npm run soak:burst [-- DIGESTS [SEED]]`. */
import { soakBurst } from './soak/burst.ts';

const [digests = '5000', seed = String(Date.now() % 100_000)] = process.argv.slice(2);
const report = await soakBurst({ digests: Number(digests), seed: Number(seed) });
console.log(JSON.stringify({ seed: Number(seed), ...report }, null, 2));
if (report.once !== report.digests || report.sentRows !== report.digests || report.passedLimits > 0)
  process.exitCode = 1;
