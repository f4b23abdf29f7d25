import { fromCaller, loadEnvironment, readConfig } from '../config.ts';
import { UserError } from '../core/user-error.ts';
import { createLog } from '../log.ts';
import { openDesk } from '../open-desk.ts';
import type { Arguments } from './arguments.ts';

/**
 * Opens the desk for a command, with the analysis of all documents where the command needs it. The settings that concern
 * Discord are left unread: a fault among them is no reason not to answer here.
 */
export function openDeskFor(
  { values }: Arguments,
  {
    analysis = 'none',
    quietest = 'warn',
  }: { analysis?: 'awaited' | 'meanwhile' | 'none'; quietest?: 'warn' | 'error' } = {},
) {
  if (values.knowledge?.trim() === '')
    throw new UserError('usage', 'Write the folder of the documents after --knowledge.');
  const { KNOWLEDGE_DIR, DATA_DIR, LOG_LEVEL } = loadEnvironment();
  const config = readConfig({ KNOWLEDGE_DIR, DATA_DIR, LOG_LEVEL, INIT_CWD: process.env['INIT_CWD'] });
  const log = createLog({ level: config.logLevel ?? quietest, readable: true });
  const knowledge = values.knowledge === undefined ? config.knowledge : fromCaller(values.knowledge);
  const settings = { knowledge, data: config.data, log, analysis };
  return openDesk(settings);
}
