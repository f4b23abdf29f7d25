import { fromCaller, loadEnvironment, readConfig } from '../config.ts';
import { UserError } from '../core/user-error.ts';
import { storagePath } from '../open-storage.ts';
import { backupFile } from '../storage/backup.ts';
import { type Arguments, takeOnly } from './arguments.ts';

/** `backup FILE`; gives what to print once the copy is made and checked. */
export async function backup(given: Arguments): Promise<string> {
  takeOnly(given, []);
  const [file, ...more] = given.words;
  if (file === undefined || file.trim() === '' || more.length > 0)
    throw new UserError('usage', 'backup takes the name of one new file: backup FILE.');
  const { DATA_DIR } = loadEnvironment();
  const { data } = readConfig({ DATA_DIR, INIT_CWD: process.env['INIT_CWD'] });
  const [from, to] = [storagePath(data), fromCaller(file)];
  await backupFile(from, to);
  return `${to} is a copy of ${from}, made and checked.`;
}
