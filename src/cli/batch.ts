import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fromCaller } from '../config.ts';
import { UserError } from '../core/user-error.ts';

/** Opens what a batch reads: a file, or `-` for standard input; throws `UserError` 'unreadable-batch'. */
export async function openBatch(file: string) {
  return file === '-' ? process.stdin : openFile(fromCaller(file));
}

/** The lines of an opened batch. */
export function linesOf(input: NodeJS.ReadableStream): AsyncIterable<string> {
  return createInterface({ input, crlfDelay: Infinity });
}

/** Names a line that was passed over, and makes the program end with exit code 1. */
export function reportBadLine(example: string): (line: number, cause: string) => void {
  return (line, cause) => {
    process.exitCode = 1;
    process.stderr.write(`Line ${line} ${cause}; it was passed over. A line reads ${example}.\n`);
  };
}

async function openFile(path: string) {
  try {
    const file = await open(path);
    if (!(await file.stat()).isDirectory()) return file.createReadStream();
    await file.close();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const cause = code === 'ENOENT' ? 'there is no such file' : (code ?? message);
    throw new UserError('unreadable-batch', `Cannot read the questions in ${path}: ${cause}.`, { cause: error });
  }
  throw new UserError('unreadable-batch', `${path} is a folder; --batch wants a file with one question a line.`);
}
