import { readFile, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { fromCaller, loadEnvironment, readConfig } from '../config.ts';
import { count } from '../core/answer.ts';
import { UserError } from '../core/user-error.ts';
import { readFields } from '../library/front-matter.ts';
import { MAX_BYTES, tooLarge } from '../library/read-document.ts';
import { openFolder } from '../library/read-library.ts';
import { openIntake, type TakenIn } from '../library/take-in.ts';
import { createLog } from '../log.ts';
import { openConverter } from '../open-converter.ts';
import { neutralise } from '../terminal/neutralise.ts';
import { createProgressBar } from '../terminal/progress-bar.ts';
import { type Arguments, takeOnly } from './arguments.ts';

const ABOUT = ['title', 'author', 'publisher', 'date', 'url', 'tags'] as const;

/** `import FILE… [--into DIR]`; prints a line a file as it goes, and ends with exit code 1 where one was refused. */
export async function importFiles(given: Arguments): Promise<string> {
  takeOnly(given, ['knowledge', 'into', ...ABOUT]);
  const files = given.words;
  if (files.length === 0) throw new UserError('usage', 'Name the files to add after import: import report.pdf …');
  const about = aboutOf(given);
  const { KNOWLEDGE_DIR, DATA_DIR } = loadEnvironment();
  const config = readConfig({ KNOWLEDGE_DIR, DATA_DIR, INIT_CWD: process.env['INIT_CWD'] });
  const knowledge = given.values.knowledge === undefined ? config.knowledge : fromCaller(given.values.knowledge);
  const root = await openFolder(knowledge);
  const into = within(root, given.values.into ?? '');
  const converter = await openConverter({ data: config.data, log: createLog({ level: 'warn', readable: true }) });
  const bar = createProgressBar(process.stderr, files.length);
  const counts = { added: 0, duplicate: 0, refused: 0 };
  try {
    const takeIn = await openIntake({ root, into, convert: converter.convert });
    for (const [index, file] of files.entries()) {
      bar.show(index, basename(file));
      const end = await addFile(fromCaller(file), about, takeIn);
      counts[end.outcome]++;
      bar.clear();
      const stream = end.outcome === 'refused' ? process.stderr : process.stdout;
      stream.write(`${neutralise(lineOf(file, end))}\n`);
    }
  } finally {
    bar.clear();
    await converter.close();
  }
  if (counts.refused > 0) process.exitCode = 1;
  return summaryOf(counts, knowledge);
}

async function addFile(
  path: string,
  about: ReturnType<typeof aboutOf>,
  takeIn: Awaited<ReturnType<typeof openIntake>>,
): Promise<TakenIn> {
  try {
    const found = await stat(path);
    if (found.isDirectory())
      return { outcome: 'refused', cause: 'This is a folder.', remedy: 'Name the files in it, for example folder/*.' };
    if (!found.isFile()) return { outcome: 'refused', cause: 'This is no file.', remedy: 'Name a file.' };
    if (found.size > MAX_BYTES) return { outcome: 'refused', ...tooLarge(found.size) };
    const sidecar = await readFile(`${path}.meta.yaml`).catch(() => undefined);
    return await takeIn({ name: basename(path), bytes: await readFile(path), about, ...(sidecar && { sidecar }) });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const cause = code === 'ENOENT' ? 'There is no such file.' : `It cannot be read (${code ?? message}).`;
    return { outcome: 'refused', cause, remedy: 'Look at its path and permissions.' };
  }
}

/** What was said of the files on the command line, checked like front matter. */
function aboutOf({ values, words }: Arguments) {
  const entered = Object.fromEntries(
    ABOUT.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
  const { fields, ignored } = readFields(JSON.stringify(entered));
  if (ignored.length > 0) throw new UserError('usage', `Correct what is wrong: ${ignored.join('; ')}.`);
  if (words.length > 1 && (fields.title !== undefined || fields.url !== undefined))
    throw new UserError('usage', '--title and --url are of one document; import its file alone.');
  return fields;
}

/** The folder within the knowledge folder, as a path from there. */
function within(root: string, into: string): string {
  const path = isAbsolute(into) ? relative(root, into) : relative(root, join(root, into));
  const parts = path.split(sep).filter(Boolean);
  if (!isAbsolute(path) && !parts.some((part) => part.startsWith('.'))) return parts.join('/');
  throw new UserError(
    'usage',
    `--into names a folder within the knowledge folder, for example --into reports; --knowledge names another knowledge folder.`,
  );
}

function lineOf(file: string, end: TakenIn): string {
  switch (end.outcome) {
    case 'added': {
      const { id, title, passages } = end.document;
      const faults = end.faults.map(({ cause, remedy }) => `\n  ${cause} ${remedy}`).join('');
      return `added ${id}: “${title}”, ${count(passages.length, 'passage')}${faults}`;
    }
    case 'duplicate':
      return `already there: ${file} is ${end.path}`;
    case 'refused':
      return `not added: ${file}: ${end.cause} ${end.remedy}`;
  }
}

function summaryOf(
  { added, duplicate, refused }: Readonly<Record<TakenIn['outcome'], number>>,
  folder: string,
): string {
  const parts = [`${count(added, 'document')} added to ${folder}`];
  if (duplicate > 0) parts.push(`${duplicate} already there`);
  if (refused > 0) parts.push(`${refused} not added`);
  return parts.join(', ');
}
