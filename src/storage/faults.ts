import { UserError } from '../core/user-error.ts';

type Fault = {
  readonly code: string;
  /** For whoever runs the bot. */
  readonly toOperator: (path: string) => string;
  /** For a reader on Discord, who need not know where the file is. */
  readonly toReader: string;
};

const TELL = 'Tell whoever runs the bot';
const damaged: Fault = {
  code: 'storage-corrupt',
  toOperator: (path) => `${path} is damaged. Stop the bot and put back a backup, or start it again to start afresh.`,
  toReader: `What the bot keeps is damaged, so this could not be done. ${TELL}.`,
};
const closed: Fault = {
  code: 'storage-read-only',
  toOperator: (path) =>
    `${path} cannot be written. Let the bot read and write the file and its folder, or name another with DATA_DIR.`,
  toReader: `The bot may not write down what it should keep, so this was not saved. ${TELL}, then try again.`,
};

const SQLITE_BUSY = 5;

/** What somebody can mend, by SQLite's primary result code (https://sqlite.org/rescode.html). */
const FAULTS: Readonly<Record<number, Fault>> = {
  [SQLITE_BUSY]: {
    code: 'storage-busy',
    toOperator: (path) => `Another program holds ${path} and does not let go. End it, or wait until it is done.`,
    toReader: 'The bot was busy, so this could not be done. Try again in a moment.',
  },
  8: closed,
  10: {
    code: 'storage-failed',
    toOperator: (path) => `Reading or writing ${path} failed. Look whether its disk is full or failing.`,
    toReader: `The bot's disk failed, so this could not be done. ${TELL}.`,
  },
  11: damaged,
  13: {
    code: 'storage-full',
    toOperator: (path) => `There is no room left for ${path}. Free some on its disk, or name another with DATA_DIR.`,
    toReader: `The bot has no room left, so this was not saved. ${TELL}, then try again.`,
  },
  14: closed,
  26: damaged,
};

/** A fault of the database at `path` in words for whoever runs the bot, where somebody can mend it. */
export function toOperator(error: unknown, path: string): unknown {
  const fault = faultOf(error);
  return fault ? new UserError(fault.code, fault.toOperator(path), { cause: error }) : error;
}

/** The same in words for a reader on Discord. */
export function toReader(error: unknown): unknown {
  const fault = faultOf(error);
  return fault ? new UserError(fault.code, fault.toReader, { cause: error }) : error;
}

/** Whether another program holds the database at this moment, so that nothing was done. */
export function isBusy(error: unknown): boolean {
  return codeOf(error) === SQLITE_BUSY;
}

function faultOf(error: unknown): Fault | undefined {
  const code = codeOf(error);
  return code === undefined ? undefined : FAULTS[code];
}

function codeOf(error: unknown): number | undefined {
  const code = (error as { errcode?: unknown } | undefined)?.errcode;
  // The lowest byte is the primary code; the others say more closely what failed.
  return typeof code === 'number' ? code & 0xff : undefined;
}
