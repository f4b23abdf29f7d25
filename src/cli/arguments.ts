import { parseArgs } from 'node:util';
import { UserError } from '../core/user-error.ts';

const options = {
  knowledge: { type: 'string' },
  document: { type: 'string' },
  topic: { type: 'string' },
  batch: { type: 'string' },
  date: { type: 'string' },
  focus: { type: 'string' },
  into: { type: 'string' },
  title: { type: 'string' },
  author: { type: 'string' },
  publisher: { type: 'string' },
  url: { type: 'string' },
  tags: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Name = keyof typeof options;

/** What was typed after the command; `words` are what is no option. */
export type Arguments = ReturnType<typeof readArguments>;

/** Reads the command line; throws `UserError` 'usage' for an option that there is not. */
export function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [command, ...words] = positionals;
    return { command, words, values };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const names = Object.keys(options).map((name) => `--${name}`);
    const cause = error.message.split('. ', 1)[0];
    throw new UserError('usage', `${cause}. Options are ${names.join(', ')}; --help explains them.`, { cause: error });
  }
}

/** Throws `UserError` 'usage' where a command was given an option that it does not take. */
export function takeOnly({ command = '', values }: Arguments, taken: readonly Name[]): void {
  const stray = Object.keys(values).find((name) => !(taken as readonly string[]).includes(name));
  if (stray === undefined) return;
  if (taken.length === 0) throw new UserError('usage', `${command} takes no options.`);
  const names = taken.map((name) => `--${name}`);
  const listed = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  throw new UserError('usage', `${command} takes ${listed}, and nothing else.`);
}
