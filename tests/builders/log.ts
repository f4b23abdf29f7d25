import { pino } from 'pino';

/** A log whose entries can be read. */
export function readableLog() {
  const entries: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug' }, { write: (line) => void entries.push(JSON.parse(line)) });
  return { log, entries };
}
