/** Claims one delivery after the other of a digest as soon as anything comes in, and prints the numbers of those it had. */
import { createSqliteStorage } from '../../../src/storage/sqlite-storage.ts';

const [path = '', digest = '', owner = '', rounds = ''] = process.argv.slice(2);
const storage = await createSqliteStorage({ path });
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
const had: number[] = [];
for (let round = 0; round < Number(rounds); round += 1) {
  const key = { digest, date: String(round), part: 'digest', dueAt: 1 } as const;
  const { outcome } = await storage.deliveries.claim(key, { owner, now: 1, leaseMs: 1000 });
  if (outcome === 'claimed') had.push(round);
}
process.stdout.write(JSON.stringify(had));
await storage.close();
process.exit();
