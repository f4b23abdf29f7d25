import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const source = join(import.meta.dirname, '..', '..', 'src');

export type Ended = { readonly stdout: string; readonly stderr: string; readonly code: number | null };

/** A temporary folder with the files given, removed when the test ends. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'attache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** Runs a program of the project as a person in `cwd` would, without this machine's settings; sends SIGTERM when `stopAt` appears in what it writes. */
export function run(
  program: 'cli.ts' | 'main.ts',
  args: readonly string[],
  { cwd, input = '', env = {}, stopAt }: { cwd: string; input?: string; env?: Record<string, string>; stopAt?: string },
): Promise<Ended> {
  const settings = { DISCORD_TOKEN: '', DISCORD_GUILD_ID: '', DISCORD_API_URL: '', KNOWLEDGE_DIR: '', LOG_LEVEL: '' };
  // Not in `cwd`, where some of the tests have their documents.
  const data = { DATA_DIR: folderOf({}) };
  const child = spawn(process.execPath, [join(source, program), ...args], {
    cwd,
    env: { PATH: process.env['PATH'], INIT_CWD: cwd, ...settings, ...data, ...env },
  });
  const out = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      out[stream] += text;
      if (stopAt !== undefined && text.includes(stopAt)) child.kill('SIGTERM');
    });
  }
  child.stdin.on('error', () => {}).end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...out, code })));
}
