/** Writes numbered things without an end, and prints each number once everything of it was answered. */
import { writeSync } from 'node:fs';
import { createSqliteStorage } from '../../../src/storage/sqlite-storage.ts';
import { questionOf } from '../../builders/stored.ts';

const [path = '', digest = '', from = ''] = process.argv.slice(2);
const storage = await createSqliteStorage({ path });
for (let number = Number(from); ; number += 1) {
  const key = { digest, date: String(number), part: 'digest' } as const;
  await storage.documents.firstServed([`left ${number}`, `right ${number}`], number);
  await storage.questions.log(questionOf({ question: String(number), at: number }));
  await storage.deliveries.claim({ ...key, dueAt: number }, { owner: 'writer', now: number, leaseMs: 1000 });
  await storage.deliveries.end(key, 'writer', { state: 'sent', sentAt: number, message: `m${number}`, shown: [] });
  // Not through a stream: what was written would die with the process.
  writeSync(1, `${number}\n`);
}
