import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';

/** What is mounted at a folder, for one process alone: a small empty disk, or the folder itself for reading only. */
export type Disk = { readonly kilobytes: number; readonly ballast?: number } | 'read-only';

/** Whether this machine lets a process mount disks of its own, as most Linux machines do. */
export const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', tmpdir()]).status === 0;

/**
 * Runs a program of ours, `[file, ...arguments]`, with a disk at `folder`, of which `ballast` kilobytes are taken by a file
 * of that name.
 */
export function runOnDisk(
  disk: Disk,
  folder: string,
  program: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const mount =
    disk === 'read-only'
      ? `mount --bind "$0" "$0" && mount -o remount,bind,ro "$0"`
      : `mount -t tmpfs -o size=${disk.kilobytes}k none "$0" && head -c ${disk.ballast ?? 0}K /dev/zero > "$0/ballast"`;
  const { stdout, stderr } = spawnSync(
    'unshare',
    ['-rm', 'sh', '-c', `${mount} && exec "$@"`, folder, process.execPath, ...program],
    {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    },
  );
  return { stdout, stderr };
}
