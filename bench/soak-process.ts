/**
 * A bot that only posts digests, to be killed at any moment: `node bench/soak-process.ts API_URL DATABASE MS_AHEAD`. It says
 * "started" when it begins, and takes lines with how many milliseconds its clock is to be ahead of the machine's.
 */
import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { createPoster } from '../src/discord/digest/poster.ts';
import { createDigestDelivery } from '../src/schedule/digest-delivery.ts';
import { createSqliteStorage } from '../src/storage/sqlite-storage.ts';
import { clientOn } from '../tests/builders/client.ts';
import { simpleCompose } from './soak/simple-compose.ts';

const [apiUrl = '', path = '', given = '0'] = process.argv.slice(2);
let ahead = Number(given);
const log = pino({ level: 'error' }, { write: (line: string) => process.stderr.write(line) });
const client = await clientOn({ apiUrl });
const delivery = createDigestDelivery({
  storage: await createSqliteStorage({ path }),
  compose: simpleCompose,
  poster: createPoster(client, log),
  now: () => Date.now() + ahead,
  owner: String(process.pid),
  log,
});
createInterface({ input: process.stdin }).on('line', (line) => {
  ahead = Number(line);
  delivery.wake();
});
process.stdout.write('started\n');
delivery.start();
