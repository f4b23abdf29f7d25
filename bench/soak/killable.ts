import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const script = join(import.meta.dirname, '..', 'soak-process.ts');

/** A process that posts digests until it is killed. */
export type Killable = { readonly setAhead: (ms: number) => void; readonly kill: () => Promise<void> };

/** Starts one, and resolves as it begins to post. Rejects where it ends before. */
export async function startKillable(apiUrl: string, database: string, ahead: number): Promise<Killable> {
  const child = spawn(process.execPath, [script, apiUrl, database, String(ahead)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // What is written to a process that has just been killed is lost, which is the point of it.
  child.stdin.on('error', () => undefined);
  await Promise.race([once(child.stdout, 'data'), ended(child)]);
  return {
    setAhead: (ms) => void child.stdin.write(`${ms}\n`),
    async kill() {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

async function ended(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`The process ended with ${code} before it was killed`);
}
