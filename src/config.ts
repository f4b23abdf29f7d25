import { join, resolve } from 'node:path';
import dotenv from 'dotenv';
import { UserError } from './core/user-error.ts';
import { type LogLevel, logLevels } from './log.ts';

/** What the environment says, checked. Folders are absolute; without `token` there is no Discord. */
export type Config = {
  readonly token?: string;
  readonly guildId?: string;
  readonly apiUrl?: string;
  readonly knowledge: string;
  /** Where what must outlive a restart is kept; made when it is needed. */
  readonly data: string;
  /** Days for which the bot remembers what it was asked. */
  readonly questionsKeptDays: number;
  /** What one server may add from Discord. */
  readonly perServer: { readonly documents: number; readonly bytes: number };
  readonly logLevel?: LogLevel;
};

type Environment = Readonly<Record<string, string | undefined>>;

const project = join(import.meta.dirname, '..');

/** The folder of documents that the project ships with. */
export const shippedKnowledge = join(project, 'knowledge');

/** The folder for what must outlive a restart, unless DATA_DIR names another. */
export const shippedData = join(project, 'data');

const QUESTIONS_KEPT_DAYS = 30;
const PER_SERVER = { documents: 200, megabytes: 100 } as const;

/** The environment over the project's `.env`; a relative folder in the file counts from the project's folder. */
export function loadEnvironment(environment: Environment = process.env): Environment {
  const file: Record<string, string> = {};
  dotenv.config({ path: join(project, '.env'), quiet: true, processEnv: file });
  for (const name of ['KNOWLEDGE_DIR', 'DATA_DIR']) if (file[name]) file[name] = resolve(project, file[name]);
  return { ...file, ...environment };
}

/** The absolute form of a path as its writer meant it: relative to where npm was called. */
export function fromCaller(path: string, environment: Environment = process.env): string {
  return resolve(environment['INIT_CWD'] ?? process.cwd(), path);
}

/** Reads the settings; throws one `UserError` 'config' that lists every one that is wrong, why, and an example. */
export function readConfig(environment: Environment): Config {
  const faults: string[] = [];
  const read = (name: string, fault: (value: string) => string | undefined, example: string) => {
    const value = environment[name]?.trim();
    if (!value) return undefined;
    const cause = fault(value);
    if (cause !== undefined) faults.push(`${name} ${cause}. Example: ${name}=${example}`);
    return cause === undefined ? value : undefined;
  };
  const token = read('DISCORD_TOKEN', faultOfToken, 'AAAA.BBBB.CCCC');
  const guildId = read('DISCORD_GUILD_ID', faultOfId, '112233445566778899');
  const apiUrl = read('DISCORD_API_URL', faultOfUrl, 'http://127.0.0.1:4000/api');
  const knowledge = read('KNOWLEDGE_DIR', () => undefined, 'knowledge');
  const data = read('DATA_DIR', () => undefined, 'data');
  const readNumber = (name: string, what: string, most: number, usual: number) =>
    Number(read(name, faultOfNumber(what, most), String(usual)) ?? usual);
  const questionsKeptDays = readNumber('QUESTIONS_KEPT_DAYS', 'days', 3650, QUESTIONS_KEPT_DAYS);
  const documents = readNumber('DOCUMENTS_PER_SERVER', 'documents', 10_000, PER_SERVER.documents);
  const megabytes = readNumber('MEGABYTES_PER_SERVER', 'megabytes', 100_000, PER_SERVER.megabytes);
  const logLevel = read('LOG_LEVEL', faultOfLevel, 'info') as LogLevel | undefined;
  if (faults.length > 0) {
    const head = faults.length === 1 ? 'A setting is wrong' : `${faults.length} settings are wrong`;
    throw new UserError(
      'config',
      `${head}; mend ${faults.length === 1 ? 'it' : 'them'} in .env or the environment:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
  }
  return {
    ...(token === undefined ? {} : { token }),
    ...(guildId === undefined ? {} : { guildId }),
    ...(apiUrl === undefined ? {} : { apiUrl: apiUrl.replace(/\/+$/u, '') }),
    ...(logLevel === undefined ? {} : { logLevel }),
    knowledge: knowledge === undefined ? shippedKnowledge : fromCaller(knowledge, environment),
    data: data === undefined ? shippedData : fromCaller(data, environment),
    questionsKeptDays,
    perServer: { documents, bytes: megabytes * 1024 * 1024 },
  };
}

function faultOfToken(value: string): string | undefined {
  if (/^bot\s/iu.test(value)) return 'begins with “Bot”; leave that word out';
  return /\s/u.test(value) ? 'has a space in it, which a token never has; copy it again' : undefined;
}

function faultOfId(value: string): string | undefined {
  return /^\d{17,20}$/u.test(value) ? undefined : `is “${value}”, but a server’s id is 17 to 20 digits`;
}

function faultOfUrl(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    return `is “${value}”, which is no http or https address`;
  return /\/v\d+\/*$/u.test(url.pathname) ? `ends with an API version (“${value}”); leave the version out` : undefined;
}

function faultOfNumber(what: string, most: number): (value: string) => string | undefined {
  return (value) => {
    const number = /^\d{1,6}$/u.test(value) ? Number(value) : 0;
    if (number >= 1 && number <= most) return undefined;
    return `is “${value}”, but is a whole number of ${what} from 1 to ${most}`;
  };
}

function faultOfLevel(value: string): string | undefined {
  return logLevels.some((level) => level === value) ? undefined : `is “${value}”, but can be ${logLevels.join(', ')}`;
}
