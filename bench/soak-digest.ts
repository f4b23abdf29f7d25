/** Kills the bot 200 times around sending digests, and counts what came: `npm run soak:digest [-- KILLS [SEED]]`. */
import { soakCrashes } from './soak/crashes.ts';

const [kills = '200', seed = String(Date.now() % 100_000)] = process.argv.slice(2);
const since = performance.now();
const { doubled, missing, notSent, ...figures } = await soakCrashes({ kills: Number(kills), seed: Number(seed) });
const faults = { doubled, missing, notSent };
console.log(
  JSON.stringify(
    { seed: Number(seed), seconds: Math.round((performance.now() - since) / 1000), ...figures, ...faults },
    null,
    2,
  ),
);
const right = figures.messages === figures.expected && figures.rows === figures.expected;
if (!right || Object.values(faults).some((list) => list.length > 0)) process.exitCode = 1;
