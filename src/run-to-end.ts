import { UserError } from './core/user-error.ts';

/**
 * Runs a program and ends the process by its outcome: a `UserError` prints its message alone, any other fault its stack,
 * both with exit code 1. A reader of the output that goes away early (`| head`) ends the program quietly.
 */
export async function runToEnd(run: () => Promise<void>): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.stderr.write(`Cannot write the output: ${error.message}\n`);
    process.exit(error.code === 'EPIPE' ? undefined : 1);
  });
  try {
    await run();
  } catch (error) {
    process.exitCode = 1;
    const text = error instanceof UserError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${text}\n`);
  }
}
