import { type Logger, pino } from 'pino';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A log on standard error: JSON lines for machines, or plain sentences where a person reads them. */
export function createLog({ level, readable }: { level: LogLevel; readable: boolean }): Logger {
  const write = (text: string) => process.stderr.write(text);
  if (!readable) return pino({ level }, { write });
  return pino({ level, base: null, timestamp: false }, { write: (line) => write(`${toSentence(line)}\n`) });
}

/** "warn: Document not served (path: a.md, cause: …)" out of pino's JSON line. */
function toSentence(line: string): string {
  const { level, msg, ...rest } = JSON.parse(line) as { level: number; msg?: string } & Record<string, unknown>;
  const details = Object.entries(rest).map(
    ([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return `${pino.levels.labels[level] ?? level}: ${msg ?? ''}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}
