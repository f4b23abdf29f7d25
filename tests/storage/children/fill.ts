/**
 * Opens the storage of a folder, and logs questions until one cannot be kept; then takes `ballast` out of the folder and
 * tries again. Prints, as JSON, what came of it and what stands in the log.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { UserError } from '../../../src/core/user-error.ts';
import { openStorage } from '../../../src/open-storage.ts';
import { readableLog } from '../../builders/log.ts';
import { questionOf } from '../../builders/stored.ts';

const [data = ''] = process.argv.slice(2);
const { log, entries } = readableLog();
const told = ({ code, message }: UserError) => ({ code, message });

async function fill() {
  const storage = await openStorage({ data, log });
  const keep = (at: number) => storage.questions.log(questionOf({ at, question: 'how deep? '.repeat(200) }));
  let kept = 0;
  for (; kept < 5000; kept += 1) {
    const fault = await keep(kept).then(() => undefined, told);
    if (!fault) continue;
    const again = await keep(kept).then(() => undefined, told);
    const found = (await storage.questions.since('harbour', 0, 9999)).length;
    rmSync(join(data, 'ballast'), { force: true });
    const after = await keep(kept).then(() => 'kept', told);
    return { fault, again, lost: kept - found, after };
  }
  return { kept };
}

const outcome = await fill().catch((error: UserError) => ({ refused: { ...told(error), cause: String(error.cause) } }));
process.stdout.write(
  JSON.stringify({ ...outcome, log: entries.map(({ level, msg, cause }) => ({ level, msg, cause })) }),
);
