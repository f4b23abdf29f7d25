/** Rewrites 1,000 files at once, again and again, while questions are asked: `npm run soak:reload [-- FILES [ROUNDS]]`. */
import { soakReload } from './soak/reload.ts';

const [files = '1000', rounds = '6'] = process.argv.slice(2);
const report = await soakReload({ files: Number(files), rounds: Number(rounds) });
console.log(JSON.stringify(report, null, 2));
if (report.wrong.length > 0 || report.late.length > 0) process.exitCode = 1;
